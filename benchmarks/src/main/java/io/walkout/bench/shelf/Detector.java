package io.walkout.bench.shelf;

import io.walkout.bench.baseline.ShelfSeries;
import io.walkout.store.Gondola;
import io.walkout.store.Plate;
import io.walkout.store.Shelf;
import io.walkout.store.ShelfId;
import io.walkout.store.shelf.ShelfChange;
import io.walkout.store.signal.PlateBlock;
import java.util.ArrayList;
import java.util.List;

/** Ways to find changes in the plates of a case, beside the shelf tracker. */
enum Detector {
  /** The shelf tracker as it is. */
  TRACKER,
  /** Adams and MacKay's run lengths, {@link RunLengths}, over the sum of each shelf. */
  RUN_LENGTHS,
  /** The contest winner's moving deviation of the shelf's sum. */
  MOVING_DEVIATION;

  private static final int BIN_SAMPLES = 6;

  /** Noise of a bin of the sum, to begin with; it is learned. */
  private static final double SIGMA_GRAMS = 1;

  /** A level counts once it has held for half a second, */
  private static final int LEAST_RUN = 5;

  /** so surely, */
  private static final double SURE = 0.9;

  /** and differs by more than the lightest goods, as the tracker's settings have it. */
  private static final double LEAST_GRAMS = 8;

  /** What is announced of a case. */
  List<FoundChange> find(ShelfCase made) {
    if (this == TRACKER) {
      return ShelfSuite.track(made);
    }
    List<FoundChange> found = new ArrayList<>();
    for (Gondola gondola : made.store().layout().gondolas()) {
      for (Shelf shelf : gondola.shelves()) {
        if (this == RUN_LENGTHS) {
          runLengths(made, shelf, found);
        } else {
          movingDeviation(made, shelf, found);
        }
      }
    }
    return found;
  }

  private static void movingDeviation(ShelfCase made, Shelf shelf, List<FoundChange> found) {
    ShelfSeries series = new ShelfSeries(shelf);
    float[] row = new float[shelf.plates().size()];
    for (int b = 0; b < made.blocks.size(); b++) {
      PlateBlock block = made.blocks.get(b);
      for (int k = 0; k < block.samples && block.gondola == shelf.id().gondola(); k++) {
        for (int p = 0; p < row.length; p++) {
          Plate plate = shelf.plates().get(p);
          row[p] = block.grams[block.index(k, plate.id().shelf() - 1, plate.id().plate() - 1)];
        }
        ShelfChange change = series.sample(row, block.nanosOf(k));
        if (change != null && Math.abs(change.deltaGrams()) > LEAST_GRAMS) {
          found.add(new FoundChange(change, made.arrivals.get(b)));
        }
      }
    }
  }

  private static void runLengths(ShelfCase made, Shelf shelf, List<FoundChange> found) {
    RunLengths runs = new RunLengths(SIGMA_GRAMS);
    double sum = 0;
    int n = 0;
    long bins = 0;
    long knownStart = 0;
    double level = Double.NaN;
    double levelSigma = 0;
    for (int b = 0; b < made.blocks.size(); b++) {
      PlateBlock block = made.blocks.get(b);
      for (int k = 0; k < block.samples && block.gondola == shelf.id().gondola(); k++) {
        for (Plate plate : shelf.plates()) {
          sum += block.grams[block.index(k, plate.id().shelf() - 1, plate.id().plate() - 1)];
        }
        if (++n < BIN_SAMPLES) {
          continue;
        }
        runs.add(sum / n);
        bins++;
        sum = 0;
        n = 0;
        int run = runs.likeliest();
        if (run < LEAST_RUN || runs.probabilityAbout(run) < SURE) {
          continue;
        }
        long start = bins - run;
        double delta = runs.level(run) - level;
        if (start > knownStart + 2 && Math.abs(delta) > LEAST_GRAMS) {
          long at = block.nanosOf(k) - run * 100_000_000L;
          double sigma = Math.hypot(levelSigma, runs.levelSigma(run));
          found.add(new FoundChange(change(shelf, at, delta, sigma), made.arrivals.get(b)));
        }
        knownStart = Math.max(start, knownStart);
        level = runs.level(run);
        levelSigma = runs.levelSigma(run);
      }
    }
  }

  private static ShelfChange change(Shelf shelf, long at, double delta, double sigma) {
    ShelfId id = shelf.id();
    List<ShelfChange.PlateDelta> plates =
        List.of(new ShelfChange.PlateDelta(shelf.plates().getFirst().id(), delta, sigma));
    return new ShelfChange(id, at, at, delta, sigma, plates);
  }
}
