package io.walkout.tracker.shelf;

/** The running numbers behind {@link ShelfTrackerCounts}. */
final class Tally {
  long blocks;
  long blocksBack;
  long blocksHeld;
  long blocksReordered;
  long blocksUnknown;
  long gaps;
  long platesLost;
  long platesStuck;
  long changes;
  long movementsWithoutChange;
  long movementsForgotten;
  long stepsWithheld;

  ShelfTrackerCounts snapshot(long gondolasSilent, long gondolasNeverSeen) {
    return new ShelfTrackerCounts(
        blocks,
        blocksBack,
        blocksHeld,
        blocksReordered,
        blocksUnknown,
        gaps,
        platesLost,
        platesStuck,
        changes,
        movementsWithoutChange,
        movementsForgotten,
        stepsWithheld,
        gondolasSilent,
        gondolasNeverSeen);
  }
}
