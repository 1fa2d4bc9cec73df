package io.walkout.sim.people;

import io.walkout.store.geometry.OrientedBox;

/**
 * Something that people bring along and that cameras see.
 *
 * @param kind what it is
 * @param box where it is now, metres in the store's frame
 * @param rgb its colour, 0xRRGGBB
 */
public record Prop(Kind kind, OrientedBox box, int rgb) {
  /** What people bring along. */
  public enum Kind {
    /** A pram, pushed. */
    PRAM,
    /** A bag, carried or set down on a shelf. */
    BAG,
    /** A trolley of the shop's staff, pushed. */
    TROLLEY
  }
}
