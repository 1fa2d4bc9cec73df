package io.walkout.sim.people;

/**
 * What a person is like.
 *
 * @param kind what they are in the shop
 * @param heightMetres how tall; not a number to draw it
 * @param looksLike the plan of the person whose looks they share; -1 for looks of their own
 * @param pram whether they push a pram
 * @param bag whether they carry a bag
 */
public record Traits(Kind kind, double heightMetres, int looksLike, boolean pram, boolean bag) {
  /** What people are in a shop. */
  public enum Kind {
    /** A grown-up customer. */
    ADULT,
    /** A child. */
    CHILD,
    /** Works here. */
    STAFF
  }

  /** A grown-up like any other. */
  public static final Traits ADULT = new Traits(Kind.ADULT, Double.NaN, Arrival.NONE, false, false);
}
