package io.walkout.tracker.shelf;

import io.walkout.store.shelf.PlateTrouble;
import io.walkout.tracker.shelf.PlateTrack.State;

/** The moving plates of one shelf, in groups that are judged together. */
final class MovingGroups {
  /**
   * Plates this far apart (two untouched ones between) still carry one load or one hand's reach.
   */
  static final int NEAR_PLATES = 3;

  /** Movements that follow each other within a bin are taken together. */
  private static final long JOIN_NANOS = PlateBinner.BIN_NANOS;

  /** A plate still moving is not waited for below this share of what has come to rest. */
  private static final double NEGLIGIBLE_SHARE = 0.05;

  private final PlateTrack[] plates;
  private final int[] group;
  private final Tally tally;

  /** Whether it is not known where on the shelf a plate lies; then none is far from another. */
  boolean placeIsUnknown;

  /** Whether short rests must do, as no more bins will come. */
  private boolean last;

  MovingGroups(PlateTrack[] plates, Tally tally) {
    this.plates = plates;
    this.tally = tally;
    group = new int[plates.length];
  }

  private boolean rested(PlateTrack p) {
    return last
        ? p.state == State.MOVING && p.movement.cleared && p.movement.rest.bins >= 3
        : p.rested();
  }

  /** Whether plate {@code i} belongs to the group of plate {@code g}. */
  boolean has(int g, int i) {
    return group[i] == g;
  }

  /** Whether a plate of that group has come to rest. */
  boolean hasRested(int g, int i) {
    return group[i] == g && rested(plates[i]);
  }

  /**
   * Gives every moving plate the index of the first plate that it is joined to: those whose
   * movements overlap in time and lie near each other.
   *
   * @param noMoreBins whether short rests must do
   */
  void join(boolean noMoreBins) {
    last = noMoreBins;
    for (int i = 0; i < plates.length; i++) {
      group[i] = plates[i].state == State.MOVING ? i : -1;
    }
    for (int i = 0; i < plates.length; i++) {
      for (int j = i + 1; j < plates.length && group[i] >= 0; j++) {
        if (group[j] >= 0 && group[j] != group[i] && together(plates[i], plates[j])) {
          merge(group[i], group[j]);
        }
      }
    }
  }

  private void merge(int a, int b) {
    int into = Math.min(a, b);
    int from = Math.max(a, b);
    for (int i = 0; i < group.length; i++) {
      if (group[i] == from) {
        group[i] = into;
      }
    }
  }

  private boolean together(PlateTrack a, PlateTrack b) {
    if (!placeIsUnknown && Math.abs(a.plateIndex - b.plateIndex) > NEAR_PLATES) {
      return false;
    }
    boolean aEnded = rested(a) && a.movement.rest.startNanos + JOIN_NANOS < b.movement.leftNanos;
    boolean bEnded = rested(b) && b.movement.rest.startNanos + JOIN_NANOS < a.movement.leftNanos;
    return !aEnded && !bEnded;
  }

  /**
   * The plate of a group with the greatest step to a rest; -1 if none rests. Stuck ones are
   * dropped.
   */
  int greatestRested(int g) {
    int greatest = -1;
    for (int i = 0; i < plates.length; i++) {
      PlateTrack p = plates[i];
      if (group[i] != g || !rested(p)) {
        continue;
      }
      if (p.stuck()) {
        p.health.note(new PlateTrouble(p.id, PlateTrouble.Kind.DEAD, p.movement.rest.startNanos));
        p.lose();
        group[i] = -1;
        tally.platesStuck++;
      } else if (greatest < 0
          || Math.abs(p.movement.delta()) > Math.abs(plates[greatest].movement.delta())) {
        greatest = i;
      }
    }
    return greatest;
  }

  /** The longest rest in a group. */
  long longestRestNanos(int g) {
    long longest = 0;
    for (int i = 0; i < plates.length; i++) {
      if (group[i] == g && plates[i].rested()) {
        longest = Math.max(longest, plates[i].movement.rest.lengthNanos());
      }
    }
    return longest;
  }

  /** Whether a plate of the group moves by more than a small share of the greatest step. */
  boolean someoneStillMoves(int g, double most) {
    for (int i = 0; i < plates.length; i++) {
      PlateTrack p = plates[i];
      if (group[i] == g && !p.rested() && Math.abs(p.movement.delta()) > NEGLIGIBLE_SHARE * most) {
        return true;
      }
    }
    return false;
  }

  /** Sum of the sizes of a group's steps to a rest. */
  double allGrams(int g) {
    double all = 0;
    for (int i = 0; i < plates.length; i++) {
      if (hasRested(g, i)) {
        all += Math.abs(plates[i].movement.delta());
      }
    }
    return all;
  }
}
