package io.walkout.store.cart;

/**
 * A catalogue all of whose masses are off by one round factor: ounces for grams, a slipped decimal.
 *
 * @param captureNanos end of the change by which it was found
 * @param factor true masses over listed ones; 1 if later takes say that they are right after all
 */
public record CatalogueFactor(long captureNanos, double factor) implements StoreFinding {}
