package io.walkout.store.cart;

/** Something that is wrong in the store's own papers, found by what left the shelves. */
public sealed interface StoreFinding extends CartEvent
    permits PlanogramFault, CatalogueMass, CatalogueFactor {
  /** The change by which it became certain enough to be told, nanoseconds since the epoch. */
  long captureNanos();
}
