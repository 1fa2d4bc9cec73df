package io.walkout.bench.realism.plates;

import io.walkout.bench.realism.figure.Quantiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Finds the step that a take or put-back left in a shelf's load, near a moment that the truth
 * gives, and reads off its shape. The old level is the median from 5 to 3 s before that moment (a
 * hand was seen resting on goods 2 s before it lifted them), the new one from 2.5 to 4.5 s after
 * it.
 */
public final class StepAligner {
  private static final int RATE = PlateTape.RATE_HERTZ;

  /** Times of an aligned series, seconds from the step. */
  public static final double[] ALIGNED_SECONDS = aligned(3, 3);

  /**
   * How far from the stated moment the step may lie: labels are a tenth of a second off, or two.
   */
  private static final double SEARCH_SECONDS = 1.5;

  /** Plates whose own series are kept. */
  public static final int PLATES = 3;

  private StepAligner() {}

  /**
   * Reads a step.
   *
   * @param shelf the plates of the shelf
   * @param at index of the sample at the stated moment
   * @return empty if the series does not reach 5 s before it and 4.5 s after it
   */
  public static Optional<StepShape> read(List<PlateSeries> shelf, int at) {
    double[] sum = GondolaTape.sum(shelf);
    if (at < 5 * RATE || at + 5 * RATE > sum.length) {
      return Optional.empty();
    }
    double before = level(sum, at - 5 * RATE, at - 3 * RATE);
    double after = level(sum, at + 5 * RATE / 2, at + 9 * RATE / 2);
    double delta = after - before;
    double noise = noise(sum, at - 5 * RATE, at - 3 * RATE, before);
    double[] share = new double[sum.length];
    for (int i = 0; i < share.length; i++) {
      share[i] = (sum[i] - before) / delta;
    }
    int step = lastCrossing(share, at);
    double tolerance = Math.max(0.05, 3 * noise / Math.abs(delta));
    double[] ring = StepRing.read(sum, step, noise);
    double[] plates = platesOf(shelf, at, delta);
    return Optional.of(
        new StepShape(
            step / (double) RATE,
            delta,
            noise,
            contact(sum, step, before, noise),
            Math.max(0, -min(share, step - 5 * RATE / 2, step)) * Math.abs(delta),
            Math.max(0, max(share, step, step + 3 * RATE / 2) - 1) * Math.abs(delta),
            transit(share, step),
            settle(share, step, tolerance),
            roughness(share, step),
            ring[0],
            ring[1],
            ring[2],
            Quantiles.max(plates),
            (int) Arrays.stream(plates).filter(p -> p >= 0.05).count(),
            onPlates(shelf, plates, at, step),
            around(sum, step, before)));
  }

  private static double level(double[] sum, int from, int to) {
    return Quantiles.median(Arrays.copyOfRange(sum, from, to));
  }

  private static double noise(double[] sum, int from, int to, double level) {
    double[] off = Arrays.copyOfRange(sum, from, to);
    for (int i = 0; i < off.length; i++) {
      off[i] = Math.abs(off[i] - level);
    }
    return 1.4826 * Quantiles.median(off);
  }

  private static int lastCrossing(double[] share, int at) {
    int reach = (int) (SEARCH_SECONDS * RATE);
    for (int i = at + reach; i > at - reach; i--) {
      if (smooth(share, i) >= 0.5 && smooth(share, i - 1) < 0.5) {
        return i;
      }
    }
    return at;
  }

  /** Median of three: one wild sample is no crossing. */
  private static double smooth(double[] x, int i) {
    return Math.max(Math.min(x[i - 1], x[i]), Math.min(Math.max(x[i - 1], x[i]), x[i + 1]));
  }

  private static double contact(double[] sum, int step, double before, double noise) {
    double felt = Math.max(5 * noise, 10);
    for (int i = Math.max(0, step - 3 * RATE); i < step; i++) {
      if (Math.abs(sum[i] - before) > felt) {
        return (step - i) / (double) RATE;
      }
    }
    return 0;
  }

  private static double transit(double[] share, int step) {
    int from = step;
    while (from > step - RATE && share[from] > 0.1) {
      from--;
    }
    int to = step;
    while (to < step + RATE && share[to] < 0.9) {
      to++;
    }
    return (to - from) / (double) RATE;
  }

  private static double settle(double[] share, int step, double tolerance) {
    for (int i = step + 5 * RATE / 2; i > step; i--) {
      if (Math.abs(share[i] - 1) > tolerance) {
        return (i + 1 - step) / (double) RATE;
      }
    }
    return 0;
  }

  private static double roughness(double[] share, int step) {
    double way = 0;
    for (int i = step - RATE; i < step + RATE; i++) {
      way += Math.abs(share[i + 1] - share[i]);
    }
    return way;
  }

  private static double[] platesOf(List<PlateSeries> shelf, int at, double delta) {
    double[] shares = new double[shelf.size()];
    for (int p = 0; p < shares.length; p++) {
      double[] one = GondolaTape.sum(List.of(shelf.get(p)));
      shares[p] =
          (level(one, at + 5 * RATE / 2, at + 9 * RATE / 2)
                  - level(one, at - 5 * RATE, at - 3 * RATE))
              / delta;
    }
    return shares;
  }

  private static List<double[]> onPlates(
      List<PlateSeries> shelf, double[] shares, int at, int step) {
    List<double[]> most = new ArrayList<>();
    double[] left = shares.clone();
    for (int n = 0; n < Math.min(PLATES, left.length); n++) {
      int best = 0;
      for (int p = 1; p < left.length; p++) {
        best = left[p] > left[best] ? p : best;
      }
      left[best] = Double.NEGATIVE_INFINITY;
      double[] one = GondolaTape.sum(List.of(shelf.get(best)));
      most.add(around(one, step, level(one, at - 5 * RATE, at - 3 * RATE)));
    }
    return most;
  }

  private static double[] around(double[] sum, int step, double before) {
    double[] out = new double[ALIGNED_SECONDS.length];
    int first = step + (int) Math.round(ALIGNED_SECONDS[0] * RATE);
    for (int i = 0; i < out.length; i++) {
      boolean in = first + i >= 0 && first + i < sum.length;
      out[i] = in ? sum[first + i] - before : Double.NaN;
    }
    return out;
  }

  private static double[] aligned(int before, int after) {
    double[] seconds = new double[(before + after) * RATE + 1];
    for (int i = 0; i < seconds.length; i++) {
      seconds[i] = i / (double) RATE - before;
    }
    return seconds;
  }

  private static double min(double[] x, int from, int to) {
    return Quantiles.min(Arrays.copyOfRange(x, Math.max(0, from), to));
  }

  private static double max(double[] x, int from, int to) {
    return Quantiles.max(Arrays.copyOfRange(x, from, Math.min(x.length, to)));
  }
}
