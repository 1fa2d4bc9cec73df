package io.walkout.store.shelf;

/** How much the plates of a shelf can tell; each can tell less than the one before. */
public enum ShelfState {
  /** Every plate is believed: what went or came, and where along the shelf. */
  ALL_PLATES,
  /**
   * Some plates are not believed. What moves beside them is told without their part ({@link
   * ShelfChange.Kind#PART_UNSEEN}); elsewhere on the shelf all is as ever.
   */
  SOME_PLATES,
  /** The plates together are right, but not which of them bears what: mass without place. */
  SUM_ONLY,
  /**
   * More than half of the plates are not believed: no mass of this shelf means anything. What is
   * taken there can only be seen.
   */
  BLIND
}
