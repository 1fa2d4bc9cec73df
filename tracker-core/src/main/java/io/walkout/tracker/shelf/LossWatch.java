package io.walkout.tracker.shelf;

import io.walkout.tracker.shelf.PlateTrack.State;

/**
 * The plates of one gondola that were lost and speak again. What rests elsewhere than before may be
 * goods that went meanwhile, and then the shelf judges it like any other step; or the plate tared
 * itself, and then nothing may be made of it. Plates that were lost together are looked at
 * together, once all of them are back. In doubt no change is made, and that is counted.
 */
final class LossWatch {
  /**
   * Heavier goods are not lifted by one person: the limit of EN 1005-2 and of the guidance on
   * manual handling in most countries.
   */
  private static final double HEAVIEST_GOODS_GRAMS = 25_000;

  /** Plates whose losses began this near to each other were lost together. */
  private static final long TOGETHER_NANOS = 1_000_000_000L;

  /** One load lies on no more plates; when more differ, and most do, they were tared; */
  private static final int PLATES_OF_A_LOAD = 3;

  /** and when so many do, however many do not: nobody takes that much in two minutes. */
  private static final int PLATES_OF_A_CROWD = 9;

  private final PlateTrack[] plates;
  private final ShelfTrackerSettings settings;
  private final Tally tally;

  LossWatch(PlateTrack[] plates, ShelfTrackerSettings settings, Tally tally) {
    this.plates = plates;
    this.settings = settings;
    this.tally = tally;
  }

  /**
   * Lets the shelves judge the returned plates that may be judged; the others forget their level.
   *
   * @param last whether no more bins will come
   */
  void review(long nowNanos, boolean last) {
    for (PlateTrack p : plates) {
      if (waits(p) && (last || (p.movement.rested() && !othersAreLost(p, nowNanos)))) {
        if (tared(p)) {
          withholdAll(p.lostNanos);
        } else if (!p.movement.rested() || implausible(p)) {
          withhold(p);
        } else {
          p.movement.cleared = true;
        }
      }
    }
  }

  private static boolean waits(PlateTrack p) {
    return p.state == State.MOVING && !p.movement.cleared;
  }

  private static boolean together(long lostNanos, PlateTrack p) {
    return Math.abs(p.lostNanos - lostNanos) <= TOGETHER_NANOS;
  }

  /** Whether some that went with it are still missing, and may come back soon. */
  private boolean othersAreLost(PlateTrack returned, long nowNanos) {
    for (PlateTrack p : plates) {
      if (p.state == State.LOST
          && together(returned.lostNanos, p)
          && nowNanos - p.lostNanos <= settings.longestMovementNanos()) {
        return true;
      }
    }
    return false;
  }

  /** Whether so many of those lost together came back elsewhere that it can't be goods. */
  private boolean tared(PlateTrack returned) {
    int lost = 0;
    int away = 0;
    for (PlateTrack p : plates) {
      if (p.everLost && together(returned.lostNanos, p)) {
        lost++;
        away += waits(p) && p.isAway() ? 1 : 0;
      }
    }
    boolean most = 2 * away > lost && away > PLATES_OF_A_LOAD;
    return most || away > PLATES_OF_A_CROWD || (away > 1 && away == plates.length);
  }

  /** A step greater than any goods, or to what a freshly tared plate reads: zero. */
  private boolean implausible(PlateTrack p) {
    double zero =
        Math.max(settings.lightestGoodsGrams() / 4, 3 * Math.sqrt(p.movement.rest.variance()));
    return p.isAway()
        && (Math.abs(p.movement.delta()) > HEAVIEST_GOODS_GRAMS
            || Math.abs(p.movement.rest.mean()) < zero);
  }

  private void withholdAll(long lostNanos) {
    for (PlateTrack p : plates) {
      if (waits(p) && together(lostNanos, p)) {
        withhold(p);
      }
    }
  }

  private void withhold(PlateTrack p) {
    tally.stepsWithheld += p.isAway() ? 1 : 0;
    p.forget();
  }
}
