package io.walkout.tracker.shelf;

import io.walkout.store.EventTime;
import io.walkout.store.signal.PlateBlock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * One gondola of plates with seeded noise, made of what real plates do: arbitrary offsets, a
 * quantum, a random walk, white noise, and above all vibration. Each plate is a resonator (AR(2), 4
 * to 20 Hz) that footsteps, doors and trolleys ring together; that is why averages over a second
 * are ten times better than single samples. Blocks of 12 samples at 60 Hz, their times jittered.
 */
final class PlateWorld {
  static final int SAMPLES = 12;
  static final double HERTZ = 60;
  private static final double QUANTUM = 0.24;
  private static final double SENSOR_SIGMA = 0.25;
  private static final double DRIFT_PER_ROOT_SECOND = 0.05;

  /** Lasting steps of neighbours, share of the mass moved, at distance 1. */
  private static final double COUPLING = 0.008;

  final int shelves;
  final int plates;
  final Random random;
  final double[] sigma;
  final boolean[] silent;

  /** What a plate always reads, if it is stuck; else NaN. */
  final double[] stuckAt;

  /** Drift of a plate beyond its random walk, grams per second. */
  final double[] slope;

  private final double[] load;
  private final double[] a1;
  private final double[] a2;
  private final double[] drive;
  private final double[] y1;
  private final double[] y2;
  private final List<PlateAction> waiting = new ArrayList<>();
  private final List<PlateAction> active = new ArrayList<>();
  private double shakenUntil;
  private double shakeStart = -1;
  private double shakeSize;
  private double stepSize;
  private long sample;
  private final long epochNanos;

  /**
   * @param noiseSigma typical standard deviation of single samples, grams; each plate's own is
   *     log-normal about it
   * @param noiseLogSpread spread of that, natural logarithm; 0 for plates alike
   */
  PlateWorld(long seed, int shelves, int plates, double noiseSigma, double noiseLogSpread) {
    this.shelves = shelves;
    this.plates = plates;
    random = new Random(seed);
    int n = shelves * plates;
    sigma = new double[n];
    silent = new boolean[n];
    stuckAt = new double[n];
    Arrays.fill(stuckAt, Double.NaN);
    slope = new double[n];
    load = new double[n];
    a1 = new double[n];
    a2 = new double[n];
    drive = new double[n];
    y1 = new double[n];
    y2 = new double[n];
    for (int i = 0; i < n; i++) {
      double wanted = noiseSigma * Math.exp(noiseLogSpread * random.nextGaussian());
      sigma[i] = Math.min(18, wanted);
      load[i] = -5000 + 15_000 * random.nextDouble();
      resonate(i, 4 + 16 * random.nextDouble());
    }
    epochNanos = EventTime.ofSeconds(1.6e9 + seed % 1000);
  }

  /** An AR(2) resonator of unit variance with a quality that rings for about a quarter second. */
  private void resonate(int i, double hertz) {
    double rho = Math.exp(-1 / (0.25 * HERTZ));
    double w = 2 * Math.PI * hertz / HERTZ;
    a1[i] = 2 * rho * Math.cos(w);
    a2[i] = -rho * rho;
    double c = a1[i] / (1 - a2[i]);
    drive[i] = Math.sqrt((1 + a2[i]) * (1 - a2[i]) * (1 - c * c));
  }

  void add(PlateAction action) {
    waiting.add(action);
    waiting.sort(Comparator.comparingDouble(a -> a.startSeconds));
  }

  /** A door slams: everything vibrates {@code size} times as much, dying away over a second. */
  void shake(double atSeconds, double size) {
    shakeStart = atSeconds;
    shakenUntil = atSeconds + 5;
    shakeSize = size;
  }

  double seconds() {
    return sample / HERTZ;
  }

  long nanos(double seconds) {
    return epochNanos + (long) (seconds * 1e9);
  }

  /** Lasting load of a plate, grams, without noise. */
  double load(int shelf, int plate) {
    return load[shelf * plates + plate];
  }

  /** A plate shows so much more from now on, for whatever reason. */
  void shift(int plate, double grams) {
    load[plate] += grams;
  }

  /** The next 0.2 s. */
  void next(PlateBlock block) {
    block.shape(1, SAMPLES, shelves, plates);
    double jitter = Math.clamp(0.004 * random.nextGaussian(), -0.02, 0.02);
    block.firstNanos = nanos(seconds() + jitter);
    block.periodNanos = (long) (1e9 / HERTZ);
    for (int k = 0; k < SAMPLES; k++, sample++) {
      row(block.grams, k * shelves * plates);
    }
  }

  private void row(float[] grams, int at) {
    double t = seconds();
    begin(t);
    double agitation = agitation(t);
    for (int i = 0; i < load.length; i++) {
      load[i] += slope[i] / HERTZ;
      load[i] += DRIFT_PER_ROOT_SECOND / Math.sqrt(HERTZ) * random.nextGaussian();
      double y = a1[i] * y1[i] + a2[i] * y2[i] + drive[i] * agitation * random.nextGaussian();
      y2[i] = y1[i];
      y1[i] = y;
      double g = load[i] + sigma[i] * y + SENSOR_SIGMA * random.nextGaussian();
      grams[at + i] = (float) g;
    }
    for (PlateAction a : active) {
      double force = a.grams(t, random);
      for (int p = 0; p < a.shares.length; p++) {
        grams[at + a.shelf * plates + a.firstPlate + p] += (float) (force * a.shares[p]);
      }
    }
    for (int i = 0; i < load.length; i++) {
      double g = Double.isNaN(stuckAt[i]) ? grams[at + i] : stuckAt[i];
      grams[at + i] = silent[i] ? Float.NaN : (float) (QUANTUM * Math.rint(g / QUANTUM));
    }
  }

  private void begin(double t) {
    while (!waiting.isEmpty() && waiting.getFirst().startSeconds <= t) {
      PlateAction a = waiting.removeFirst();
      active.add(a);
      couple(a);
    }
    for (int i = active.size() - 1; i >= 0; i--) {
      PlateAction a = active.get(i);
      if (t > a.endSeconds()) {
        active.remove(i);
        for (int p = 0; p < a.shares.length; p++) {
          load[a.shelf * plates + a.firstPlate + p] += a.left() * a.shares[p];
        }
      }
    }
  }

  /** The shelf bends: neighbours of a lasting step shift a little, at once. */
  private void couple(PlateAction a) {
    int last = a.firstPlate + a.shares.length - 1;
    for (int p = 0; p < plates; p++) {
      int distance = Math.max(a.firstPlate - p, p - last);
      if (distance > 0 && distance <= 4 && a.left() != 0) {
        double step = COUPLING * Math.abs(a.massGrams) / distance * random.nextGaussian();
        load[a.shelf * plates + p] += step;
      }
    }
  }

  /** Footsteps come about twice a second when somebody walks by; the floor is never quite still. */
  private double agitation(double t) {
    if (sample % 30 == 0) {
      stepSize = random.nextDouble() < 0.4 ? 2.5 * random.nextDouble() : 0;
    }
    double phase = (sample % 30) / HERTZ;
    double steps = stepSize * Math.exp(-phase / 0.12);
    double door = 0;
    if (t >= shakeStart && t < shakenUntil) {
      door = shakeSize * Math.exp(-(t - shakeStart) / 0.8);
    }
    return 0.85 + steps + door;
  }
}
