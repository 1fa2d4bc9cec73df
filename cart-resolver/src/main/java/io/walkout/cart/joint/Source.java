package io.walkout.cart.joint;

/** Where the units of a deed come from, or what else moved the plates. */
enum Source {
  /** The product has a facing on this shelf. */
  PLANNED,
  /** The product is in the catalogue, but not planned on this shelf. */
  ELSEWHERE,
  /** What stands there seems to be in no catalogue. */
  UNLISTED,
  /** A product that was put there out of plan. */
  STRAY,
  /** Put back from what somebody holds. */
  HELD,
  /** Put on its own shelf out of nobody's hands: filling up, or a take that was not felt. */
  RESTOCK,
  /** A thing that is no product was set there: a bag, a phone, a cup. */
  FOREIGN,
  /** Such a thing was fetched again. */
  FETCHED,
  /** A press, a lean, a bump, drift. */
  WHIM
}
