package io.walkout.tracker.shelf;

/** The running numbers behind {@link ShelfTrackerCounts}. */
final class Tally {
  long blocks;
  long blocksBack;
  long blocksHeld;
  long blocksUnknown;
  long gaps;
  long platesLost;
  long platesStuck;
  long changes;
  long movementsWithoutChange;
  long movementsForgotten;

  ShelfTrackerCounts snapshot() {
    return new ShelfTrackerCounts(
        blocks,
        blocksBack,
        blocksHeld,
        blocksUnknown,
        gaps,
        platesLost,
        platesStuck,
        changes,
        movementsWithoutChange,
        movementsForgotten);
  }
}
