package io.walkout.tracker.shelf;

import io.walkout.store.Gondola;
import io.walkout.store.Plate;
import io.walkout.store.Shelf;
import io.walkout.store.ShelfId;
import io.walkout.store.shelf.ShelfChange;
import io.walkout.store.shelf.ShelfHealth;
import io.walkout.store.signal.PlateBlock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One gondola: from blocks to bins, from bins to plates, from plates to shelves. Gondolas share
 * nothing, as their clocks and phases differ.
 */
final class GondolaTrack {
  /** With fewer plates a hand could pass for a shake of the shelf; the gondola's median is used. */
  private static final int PLATES_FOR_A_MEDIAN = 6;

  /** A load may have begun to move this long before it is noticed. */
  private static final long UNNOTICED_NANOS = 3 * PlateBinner.BIN_NANOS;

  /** Samples of a usual block; copies of longer ones grow. */
  private static final int BLOCK_SAMPLES = 12;

  /** A block can't be longer: its period is nonsense. */
  private static final long LONGEST_BLOCK_NANOS = 60_000_000_000L;

  private final ShelfTrackerSettings settings;
  private final int number;
  private final Tally tally;
  private final BlockOrder order;
  private final PlateBinner binner;
  private final PlateTrack[] plates;
  private final ShelfWatch[] shelves;
  private final LossWatch losses;
  private final SampleHistory history;
  private final GondolaHealth health;
  private final int[] firstPlate;
  private final double[] agitations;
  private final double[] known;
  private boolean heard;

  GondolaTrack(Gondola gondola, ShelfTrackerSettings settings, long longestGapNanos, Tally tally) {
    number = gondola.number();
    this.settings = settings;
    this.tally = tally;
    StepEvidence evidence = new StepEvidence(settings);
    int rows = gondola.shelves().stream().mapToInt(x -> x.id().shelf()).max().orElse(0);
    int most =
        gondola.shelves().stream()
            .flatMap(x -> x.plates().stream())
            .mapToInt(x -> x.id().plate())
            .max()
            .orElse(0);
    history = new SampleHistory(rows, most);
    List<PlateTrack> all = new ArrayList<>();
    shelves = new ShelfWatch[gondola.shelves().size()];
    firstPlate = new int[shelves.length + 1];
    for (int s = 0; s < shelves.length; s++) {
      Shelf shelf = gondola.shelves().get(s);
      firstPlate[s] = all.size();
      for (Plate plate : shelf.plates()) {
        all.add(new PlateTrack(plate.id(), all.size(), settings, tally));
      }
    }
    firstPlate[shelves.length] = all.size();
    plates = all.toArray(PlateTrack[]::new);
    WiringWatch wiring = new WiringWatch(plates);
    ShelfId[] ids = new ShelfId[shelves.length];
    for (int s = 0; s < shelves.length; s++) {
      ids[s] = gondola.shelves().get(s).id();
      PlateTrack[] own = Arrays.copyOfRange(plates, firstPlate[s], firstPlate[s + 1]);
      shelves[s] = new ShelfWatch(ids[s], own, settings, evidence, history, wiring, tally);
    }
    for (int s = 0; s < shelves.length; s++) {
      List<ShelfWatch> beside = new ArrayList<>();
      if (s > 0) {
        beside.add(shelves[s - 1]);
      }
      if (s + 1 < shelves.length) {
        beside.add(shelves[s + 1]);
      }
      shelves[s].nextTo(beside);
    }
    losses = new LossWatch(plates, settings, tally);
    binner =
        new PlateBinner(
            all.stream().mapToInt(p -> p.id.shelf() - 1).toArray(),
            all.stream().mapToInt(p -> p.id.plate() - 1).toArray());
    health = new GondolaHealth(ids, shelves, plates, firstPlate, binner, history, wiring, tally);
    int columns = Arrays.stream(plates).mapToInt(p -> p.id.plate()).max().orElse(0);
    order = new BlockOrder(longestGapNanos, BLOCK_SAMPLES * shelves.length * columns, tally);
    agitations = new double[plates.length];
    known = new double[plates.length];
  }

  /**
   * Takes a block.
   *
   * @param watermarkNanos how far event time has come
   * @param notBeforeNanos no change is said to have begun before this
   * @param out receives the changes that became certain
   */
  void onBlock(PlateBlock block, long watermarkNanos, long notBeforeNanos, List<ShelfChange> out) {
    heard = true;
    if (block.samples <= 0
        || block.periodNanos <= 0
        || block.periodNanos > LONGEST_BLOCK_NANOS / block.samples) {
      tally.blocksUnknown++;
      return;
    }
    if (order.offer(block)) {
      use(block, notBeforeNanos, out);
    }
    release(watermarkNanos, notBeforeNanos, out);
  }

  /** Takes the blocks whose wait is over, now that event time has come this far. */
  void release(long watermarkNanos, long notBeforeNanos, List<ShelfChange> out) {
    PlateBlock block = order.next(watermarkNanos, false);
    while (block != null) {
      use(block, notBeforeNanos, out);
      block = order.next(watermarkNanos, false);
    }
  }

  private void use(PlateBlock block, long notBeforeNanos, List<ShelfChange> out) {
    tally.blocks++;
    if (order.gapNanos() >= PlateTrack.LOST_AFTER_BINS * PlateBinner.BIN_NANOS) {
      for (PlateTrack plate : plates) {
        plate.lose();
      }
    }
    history.take(block, plates);
    binner.begin(block, order.afterGap());
    for (int s = binner.fill(block, 0); s >= 0; s = binner.fill(block, s)) {
      onBin(notBeforeNanos, out);
    }
  }

  private void onBin(long notBeforeNanos, List<ShelfChange> out) {
    health.straighten();
    double[] mean = binner.mean;
    double[] deviation = binner.deviation;
    for (int i = 0; i < plates.length; i++) {
      agitations[i] = plates[i].agitation(mean[i], deviation[i]);
    }
    double common = median(0, plates.length, 1);
    for (int s = 0; s < shelves.length; s++) {
      double shaking = Math.max(1, median(firstPlate[s], firstPlate[s + 1], PLATES_FOR_A_MEDIAN));
      if (shelves[s].size() < PLATES_FOR_A_MEDIAN) {
        shaking = Math.max(1, common);
      }
      health.watchBin(s, shaking);
      shelves[s].recruit();
      for (int i = firstPlate[s]; i < firstPlate[s + 1]; i++) {
        plates[i].step(mean[i], deviation[i], shaking, binner.startNanos, binner.endNanos);
      }
    }
    losses.review(binner.endNanos, false);
    for (ShelfWatch shelf : shelves) {
      shelf.judge(binner.endNanos, notBeforeNanos, false, out);
    }
  }

  /** Its number. */
  int number() {
    return number;
  }

  /** Tells what was found of its plates and shelves; {@code silent} if it sends nothing. */
  void tellHealth(long nowNanos, boolean silent, List<ShelfHealth> out) {
    if (order.started()) {
      health.review(settledNanos());
      health.tell(nowNanos, silent, out);
    }
  }

  /** What is wrong with its plates. */
  GondolaHealth health() {
    return health;
  }

  /** Lower median of the known agitations; 1 if there are fewer than {@code least}. */
  private double median(int from, int to, int least) {
    int n = 0;
    for (int i = from; i < to; i++) {
      if (!Double.isNaN(agitations[i])) {
        known[n++] = agitations[i];
      }
    }
    if (n < least) {
      return 1;
    }
    return Median.lower(known, n);
  }

  /** Takes what waits, and judges everything open by what is there. */
  void finish(long notBeforeNanos, List<ShelfChange> out) {
    PlateBlock block = order.next(Long.MAX_VALUE, true);
    while (block != null) {
      use(block, notBeforeNanos, out);
      block = order.next(Long.MAX_VALUE, true);
    }
    losses.review(order.endNanos(), true);
    for (ShelfWatch shelf : shelves) {
      shelf.judge(order.endNanos(), notBeforeNanos, true, out);
    }
    health.review(Long.MAX_VALUE);
  }

  /** Whether any block came. */
  boolean heard() {
    return heard;
  }

  /** Whether any block was taken. */
  boolean started() {
    return order.started();
  }

  /** End of the last block taken. */
  long endNanos() {
    return order.endNanos();
  }

  /** Every change of this gondola that began before this has been announced. */
  long settledNanos() {
    long now = order.endNanos();
    long settled = now - UNNOTICED_NANOS;
    for (PlateTrack p : plates) {
      long open = p.openSinceNanos();
      if (now - open <= settings.longestMovementNanos()) {
        settled = Math.min(settled, open);
      }
    }
    return settled;
  }
}
