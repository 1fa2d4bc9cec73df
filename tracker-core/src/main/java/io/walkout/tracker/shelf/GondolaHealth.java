package io.walkout.tracker.shelf;

import io.walkout.store.PlateId;
import io.walkout.store.ShelfId;
import io.walkout.store.shelf.PlateTrouble;
import io.walkout.store.shelf.ShelfHealth;
import io.walkout.store.shelf.ShelfState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with the plates of one gondola, and how much each of its shelves can tell in spite
 * of it. Plates that can't be believed are left out like lost ones.
 */
final class GondolaHealth {
  /** A plate that is away for longer counts as missing; a block late by this is not usual. */
  private static final long MISSING_NANOS = 5_000_000_000L;

  /** Changes of one shelf's state told in a minute, as of a camera's. */
  private static final int MOST_TOLD = 6;

  private static final long MINUTE_NANOS = 60_000_000_000L;

  private final ShelfId[] ids;
  private final ShelfWatch[] shelves;
  private final PlateTrack[] plates;
  private final int[] firstPlate;
  private final PlateBinner binner;
  private final SampleHistory history;
  private final Tally tally;
  private final ShelfState[] told;
  private final int[] toldTroubles;
  private final long[] minuteNanos;
  private final int[] toldInMinute;

  /** What moved together. */
  final WiringWatch wiring;

  GondolaHealth(
      ShelfId[] ids,
      ShelfWatch[] shelves,
      PlateTrack[] plates,
      int[] firstPlate,
      PlateBinner binner,
      SampleHistory history,
      WiringWatch wiring,
      Tally tally) {
    this.ids = ids;
    this.shelves = shelves;
    this.plates = plates;
    this.firstPlate = firstPlate;
    this.binner = binner;
    this.history = history;
    this.wiring = wiring;
    this.tally = tally;
    told = new ShelfState[ids.length];
    java.util.Arrays.fill(told, ShelfState.ALL_PLATES);
    toldTroubles = new int[ids.length];
    minuteNanos = new long[ids.length];
    toldInMinute = new int[ids.length];
  }

  /** Takes off what is known of drifts, before anybody reads the bin. */
  void straighten() {
    long middle = binner.startNanos + (binner.endNanos - binner.startNanos) / 2;
    for (int i = 0; i < plates.length; i++) {
      DriftWatch drift = plates[i].drift;
      if (drift.isFollowed()) {
        binner.mean[i] -= drift.gramsAt(middle);
      }
    }
  }

  /** Plates of a shelf that are out of order leave before they tell of loads that are none. */
  void watchBin(int s, double shaking) {
    for (int i = firstPlate[s]; i < firstPlate[s + 1]; i++) {
      double left = i > firstPlate[s] ? binner.deviation[i - 1] : 0;
      double right = i + 1 < firstPlate[s + 1] ? binner.deviation[i + 1] : 0;
      double beside = Math.max(Double.isNaN(left) ? 0 : left, Double.isNaN(right) ? 0 : right);
      double deviation = binner.deviation[i];
      PlateTrack plate = plates[i];
      if (plate.turnsErratic(
          binner.mean[i], deviation, shaking, beside, binner.startNanos, history)) {
        plate.lose();
        tally.platesErratic++;
      }
      plate.watchDrift(binner.mean[i], binner.endNanos);
    }
  }

  /** Looks at the wiring, by all that was told until a time. */
  void review(long settledNanos) {
    wiring.weigh(settledNanos);
    while (wiring.findInverted()) {
      int p = wiring.found;
      int q = wiring.other;
      disbelieve(p, PlateTrouble.Kind.INVERTED, q, wiring.foundLoads);
      if (q >= 0) {
        disbelieve(q, PlateTrouble.Kind.INVERTED, p, wiring.foundLoads);
      }
    }
    if (wiring.findExchanged()) {
      exchanged();
    }
  }

  /** Where both are of one shelf its sum is right as it was; else nothing of either is. */
  private void exchanged() {
    boolean known = wiring.alikeCount == 2;
    boolean sameShelf = true;
    for (int p = 0; p < plates.length; p++) {
      sameShelf &= !wiring.isAlike[p] || plates[p].shelfIndex == plates[wiring.found].shelfIndex;
    }
    for (int p = 0; p < plates.length; p++) {
      if (wiring.isAlike[p]) {
        int other = !known ? -1 : p == wiring.found ? wiring.other : wiring.found;
        note(p, PlateTrouble.Kind.EXCHANGED, other, wiring.foundLoads);
        if (!sameShelf) {
          plates[p].health.disbelieve();
          plates[p].lose();
        }
      }
    }
    if (sameShelf) {
      ShelfWatch shelf = shelfOf(wiring.found);
      shelf.placeIsUnknown();
      for (PlateTrack p : plates) {
        p.health.placeUnknown |= p.shelfIndex == plates[wiring.found].shelfIndex;
      }
    }
  }

  private ShelfWatch shelfOf(int plate) {
    int s = 0;
    while (firstPlate[s + 1] <= plate) {
      s++;
    }
    return shelves[s];
  }

  private void disbelieve(int p, PlateTrouble.Kind kind, int q, int loads) {
    note(p, kind, q, loads);
    plates[p].health.disbelieve();
    plates[p].lose();
  }

  private void note(int p, PlateTrouble.Kind kind, int q, int loads) {
    PlateId other = q >= 0 ? plates[q].id : null;
    plates[p].health.note(
        new PlateTrouble(plates[p].id, kind, binner.endNanos, other, Double.NaN, loads));
  }

  /**
   * How much the plates of a shelf can tell now.
   *
   * @param silent whether the gondola sends nothing
   */
  private ShelfState state(int s, long nowNanos, boolean silent) {
    int missing = 0;
    int known = 0;
    for (int i = firstPlate[s]; i < firstPlate[s + 1]; i++) {
      boolean out = plates[i].isOut(nowNanos, MISSING_NANOS);
      missing += out ? 1 : 0;
      known += out || plates[i].state != PlateTrack.State.ABSENT ? 1 : 0;
    }
    if (known > 0 && (silent || 2 * missing > known)) {
      return ShelfState.BLIND;
    }
    if (shelves[s].isPlaceUnknown()) {
      return ShelfState.SUM_ONLY;
    }
    return missing > 0 ? ShelfState.SOME_PLATES : ShelfState.ALL_PLATES;
  }

  /** Sets the state of each shelf, and tells those that have changed. */
  void tell(long nowNanos, boolean silent, List<ShelfHealth> out) {
    for (int s = 0; s < ids.length; s++) {
      ShelfState state = state(s, nowNanos, silent);
      shelves[s].state = state;
      int troubles = 0;
      for (int i = firstPlate[s]; i < firstPlate[s + 1]; i++) {
        troubles += plates[i].health.troubles;
      }
      if ((state != told[s] || troubles != toldTroubles[s]) && mayTell(s, nowNanos)) {
        told[s] = state;
        toldTroubles[s] = troubles;
        List<PlateTrouble> found = new ArrayList<>();
        tellTroubles(firstPlate[s], firstPlate[s + 1], found);
        out.add(new ShelfHealth(ids[s], state, found, nowNanos));
      }
    }
  }

  private boolean mayTell(int s, long nanos) {
    if (toldInMinute[s] == 0 || nanos - minuteNanos[s] >= MINUTE_NANOS) {
      minuteNanos[s] = nanos;
      toldInMinute[s] = 0;
    }
    return ++toldInMinute[s] <= MOST_TOLD;
  }

  /** Adds what was found wrong with its plates, in their order. */
  void tellTroubles(List<PlateTrouble> out) {
    tellTroubles(0, plates.length, out);
  }

  private void tellTroubles(int from, int to, List<PlateTrouble> out) {
    for (int i = from; i < to; i++) {
      @Nullable PlateTrouble found = plates[i].health.found;
      if (found != null) {
        out.add(found);
      }
    }
  }

  /** Adds the shelves that can't tell all, as "sum only 2/3". */
  void tellStates(List<String> out) {
    for (int s = 0; s < ids.length; s++) {
      if (shelves[s].state != ShelfState.ALL_PLATES) {
        String name = shelves[s].state.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        out.add(name + " " + ids[s]);
      }
    }
  }
}
