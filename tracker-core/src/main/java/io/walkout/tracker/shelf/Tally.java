package io.walkout.tracker.shelf;

import io.walkout.store.shelf.PlateTrouble;
import java.util.List;

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
  long platesErratic;
  long changes;
  long movementsWithoutChange;
  long movementsForgotten;
  long stepsWithheld;
  long driftsFollowed;

  ShelfTrackerCounts snapshot(
      long gondolasSilent,
      long gondolasNeverSeen,
      List<PlateTrouble> troubles,
      List<String> shelves) {
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
        gondolasNeverSeen,
        platesErratic,
        troubles.stream().map(PlateTrouble::toString).toList(),
        driftsFollowed,
        shelves);
  }
}
