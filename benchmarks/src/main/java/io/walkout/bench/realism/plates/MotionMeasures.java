package io.walkout.bench.realism.plates;

import io.walkout.bench.realism.figure.Curve;
import io.walkout.bench.realism.figure.Measured;
import io.walkout.bench.realism.figure.Quantiles;
import io.walkout.store.ShelfId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What shakes shelves of which nothing is taken (feet, doors, hands passing), and when blocks come.
 */
public final class MotionMeasures {
  private static final String SWINGS = "Shelves that nobody takes from";
  private static final String TIMING = "Timing";
  private static final int RATE = PlateTape.RATE_HERTZ;

  private MotionMeasures() {}

  /**
   * Measures; {@code handled} are the takes and put-backs, whose shelves don't count for swings.
   */
  public static Measured of(List<GondolaTape> gondolas, List<Handling> handled) {
    Measured m = new Measured();
    swings(m, gondolas, handled);
    timing(m, gondolas);
    return m;
  }

  private static void swings(Measured m, List<GondolaTape> gondolas, List<Handling> handled) {
    List<double[]> sums = new ArrayList<>();
    for (GondolaTape gondola : gondolas) {
      for (Map.Entry<ShelfId, List<PlateSeries>> shelf : gondola.byShelf().entrySet()) {
        if (handled.stream().noneMatch(h -> h.shelf().equals(shelf.getKey()))) {
          sums.add(GondolaTape.sum(shelf.getValue()));
        }
      }
    }
    double[] largest = new double[sums.size()];
    double[] usual = new double[sums.size()];
    double[] hertz = new double[sums.size()];
    double[] shaken = new double[sums.size()];
    for (int s = 0; s < largest.length; s++) {
      double[] sum = sums.get(s);
      double level = Quantiles.median(sum);
      int at = 0;
      for (int i = 0; i < sum.length; i++) {
        at = Math.abs(sum[i] - level) > Math.abs(sum[at] - level) ? i : at;
      }
      largest[s] = Math.abs(sum[at] - level);
      double[] windows = windows(sum);
      usual[s] = Quantiles.median(windows);
      shaken[s] = share(windows, 3 * usual[s]);
      hertz[s] = StepRing.read(sum, at, 0)[0];
    }
    m.put(SWINGS, "largest swing of the sum, median shelf", "g", Quantiles.median(largest));
    m.put(SWINGS, "largest swing of the sum, worst shelf", "g", Quantiles.max(largest));
    m.put(SWINGS, "frequency after it, median shelf", "Hz", Quantiles.median(hertz));
    m.put(
        SWINGS,
        "sigma of the sum within half a second, median shelf",
        "g",
        Quantiles.median(usual));
    m.put(
        SWINGS,
        "half seconds with three times that, median shelf",
        "%",
        100 * Quantiles.median(shaken));
    double[] share = new double[41];
    double[] at = new double[share.length];
    for (int i = 0; i < share.length; i++) {
      share[i] = 100.0 * i / (share.length - 1);
      at[i] = Quantiles.of(largest, share[i] / 100);
    }
    m.put(SWINGS, "largest swing, over shelves", "g", Curve.single(share, at));
  }

  private static double[] windows(double[] sum) {
    int length = RATE / 2;
    double[] sigma = new double[sum.length / length];
    for (int w = 0; w < sigma.length; w++) {
      sigma[w] = Quantiles.sigma(sum, w * length, (w + 1) * length);
    }
    return sigma;
  }

  private static double share(double[] windows, double over) {
    return Arrays.stream(windows).filter(w -> w > over).count() / (double) windows.length;
  }

  private static void timing(Measured m, List<GondolaTape> gondolas) {
    List<Double> gaps = new ArrayList<>();
    List<Double> sigmas = new ArrayList<>();
    for (GondolaTape gondola : gondolas) {
      double[] first = gondola.blockSeconds();
      double[] here = new double[Math.max(0, first.length - 1)];
      for (int b = 0; b < here.length; b++) {
        here[b] = 1000 * (first[b + 1] - first[b]);
        gaps.add(here[b]);
      }
      sigmas.add(Quantiles.sigma(here, 0, here.length));
    }
    double[] all = gaps.stream().mapToDouble(Double::doubleValue).toArray();
    m.put(TIMING, "between blocks, smallest", "ms", Quantiles.min(all));
    m.put(TIMING, "between blocks, median", "ms", Quantiles.median(all));
    m.put(TIMING, "between blocks, largest", "ms", Quantiles.max(all));
    m.put(
        TIMING,
        "between blocks, sigma, median gondola",
        "ms",
        Quantiles.median(sigmas.stream().mapToDouble(Double::doubleValue).toArray()));
    double[] share = new double[101];
    double[] at = new double[share.length];
    for (int i = 0; i < share.length; i++) {
      share[i] = i;
      at[i] = Quantiles.of(all, i / 100.0);
    }
    m.put(TIMING, "time between blocks, over blocks", "ms", Curve.single(share, at));
  }
}
