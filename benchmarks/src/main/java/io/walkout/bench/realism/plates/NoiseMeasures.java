package io.walkout.bench.realism.plates;

import io.walkout.bench.realism.figure.Curve;
import io.walkout.bench.realism.figure.Measured;
import io.walkout.bench.realism.figure.Quantiles;
import java.util.ArrayList;
import java.util.List;

/** What plates do when nobody touches them: noise, its spectrum, drift, quanta, repetitions. */
public final class NoiseMeasures {
  private static final String NOISE = "Plates at rest";
  private static final int RATE = PlateTape.RATE_HERTZ;

  /** Two seconds a segment: half a hertz apart, and some thirty segments in half a minute. */
  private static final WelchSpectrum WELCH = new WelchSpectrum(128, RATE);

  /** Bounds of the bands whose share of the power is given, hertz. */
  private static final double[] BANDS = {0, 6, 13, 25, 31};

  /** Stretches of the Allan deviation, samples: 1/20 s to 8 s. */
  private static final int[] STRETCHES = {3, 6, 12, 24, 60, 120, 240, 480};

  /** Whose plates are shown as curves: those of this share with the least noise. */
  private static final double QUIET_SHARE = 0.75;

  private static final double DRIFT_SECONDS = 30;

  private NoiseMeasures() {}

  /**
   * Measures.
   *
   * @param gondolas a store's plates
   * @param handled shelves of which something was taken or put; they are left out of spectra and
   *     drift
   */
  public static Measured of(List<GondolaTape> gondolas, List<Handling> handled) {
    List<double[]> all = new ArrayList<>();
    List<double[]> untouched = new ArrayList<>();
    for (GondolaTape gondola : gondolas) {
      for (PlateSeries plate : gondola.plates()) {
        double[] series = GondolaTape.sum(List.of(plate));
        all.add(series);
        if (handled.stream().noneMatch(h -> h.shelf().equals(plate.id().shelfId()))) {
          untouched.add(series);
        }
      }
    }
    Measured m = new Measured();
    m.put(NOISE, "plates that are alive", "", all.size());
    sigma(m, all);
    List<double[]> quiet = quiet(untouched);
    spectrum(m, quiet);
    allan(m, quiet);
    drift(m, untouched);
    m.put(
        NOISE,
        "smallest step of a reading, median plate",
        "g",
        median(all, NoiseMeasures::quantum));
    m.put(
        NOISE,
        "samples equal to the one before, median plate",
        "%",
        100 * median(all, NoiseMeasures::repeated));
    return m;
  }

  private static void sigma(Measured m, List<double[]> all) {
    double[] sigma = all.stream().mapToDouble(NoiseMeasures::sigmaWithinOneSecond).toArray();
    m.put(NOISE, "sigma within 1 s, median plate", "g", Quantiles.median(sigma));
    m.put(NOISE, "sigma within 1 s, 95th percentile", "g", Quantiles.of(sigma, 0.95));
    m.put(NOISE, "sigma within 1 s, worst plate", "g", Quantiles.max(sigma));
    double[] share = new double[51];
    double[] at = new double[share.length];
    for (int i = 0; i < share.length; i++) {
      share[i] = 100.0 * i / (share.length - 1);
      at[i] = Quantiles.of(sigma, share[i] / 100);
    }
    m.put(NOISE, "sigma within 1 s, over plates", "g", Curve.single(share, at));
  }

  /** The plates with the least noise. */
  private static List<double[]> quiet(List<double[]> plates) {
    List<double[]> sorted = new ArrayList<>(plates);
    sorted.sort((a, b) -> Double.compare(sigmaWithinOneSecond(a), sigmaWithinOneSecond(b)));
    return sorted.subList(0, (int) Math.ceil(QUIET_SHARE * sorted.size()));
  }

  private static void spectrum(Measured m, List<double[]> quiet) {
    List<double[]> densities = new ArrayList<>();
    for (double[] series : quiet) {
      densities.add(WELCH.of(series));
    }
    m.put(NOISE, "power density of quiet plates", "g²/Hz", Curve.of(WELCH.hertz(), densities));
    for (int b = 0; b + 1 < BANDS.length; b++) {
      double from = BANDS[b];
      double to = BANDS[b + 1];
      m.put(
          NOISE,
          String.format(
              java.util.Locale.ROOT,
              "power at %.0f–%.0f Hz, median quiet plate",
              from,
              Math.min(30, to)),
          "%",
          100 * median(densities, d -> WELCH.share(d, from, to)));
    }
  }

  private static void allan(Measured m, List<double[]> quiet) {
    double[] seconds = new double[STRETCHES.length];
    for (int i = 0; i < seconds.length; i++) {
      seconds[i] = STRETCHES[i] / (double) RATE;
    }
    List<double[]> deviations = new ArrayList<>();
    for (double[] series : quiet) {
      deviations.add(AllanDeviation.of(series, STRETCHES));
    }
    Curve curve = Curve.of(seconds, deviations);
    m.put(NOISE, "Allan deviation of quiet plates", "g", curve);
    m.put(NOISE, "Allan deviation at 0.2 s, median", "g", curve.middle()[2]);
    m.put(NOISE, "Allan deviation at 4 s, median", "g", curve.middle()[6]);
  }

  private static void drift(Measured m, List<double[]> plates) {
    double[] drift = plates.stream().mapToDouble(NoiseMeasures::drift).toArray();
    m.put(NOISE, "change over 30 s, median plate", "g", Quantiles.median(drift));
    m.put(NOISE, "change over 30 s, 95th percentile", "g", Quantiles.of(drift, 0.95));
  }

  /** Between the median of the first second and that of one 30 s on; of less if it is shorter. */
  private static double drift(double[] series) {
    int far = Math.min(series.length, (int) ((DRIFT_SECONDS + 1) * RATE));
    if (far < 2 * RATE) {
      return Double.NaN;
    }
    double early = Quantiles.median(java.util.Arrays.copyOfRange(series, 0, RATE));
    double late = Quantiles.median(java.util.Arrays.copyOfRange(series, far - RATE, far));
    return Math.abs(late - early);
  }

  /** Median over the windows of a second, so that a hand or a door does not count. */
  static double sigmaWithinOneSecond(double[] series) {
    double[] windows = new double[series.length / RATE];
    for (int w = 0; w < windows.length; w++) {
      windows[w] = Quantiles.sigma(series, w * RATE, (w + 1) * RATE);
    }
    return Quantiles.median(windows);
  }

  /** Smallest difference between neighbours that is beyond the rounding of floats. */
  private static double quantum(double[] series) {
    double smallest = Double.NaN;
    for (int i = 1; i < series.length; i++) {
      double step = Math.abs(series[i] - series[i - 1]);
      if (step > 1e-6 * Math.abs(series[i]) + 1e-3 && !(step >= smallest)) {
        smallest = step;
      }
    }
    return smallest;
  }

  private static double repeated(double[] series) {
    int equal = 0;
    for (int i = 1; i < series.length; i++) {
      equal += series[i] == series[i - 1] ? 1 : 0;
    }
    return equal / (double) Math.max(1, series.length - 1);
  }

  private static double median(
      List<double[]> series, java.util.function.ToDoubleFunction<double[]> figure) {
    return Quantiles.median(series.stream().mapToDouble(figure).toArray());
  }
}
