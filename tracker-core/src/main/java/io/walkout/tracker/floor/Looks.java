package io.walkout.tracker.floor;

import java.util.Arrays;

/**
 * How people look: for each person and camera a fading mean of the vectors seen, and, learned as
 * the run goes, how often people are so alike to themselves and to others. That says what a
 * likeness is worth with this net, in this light, after so long: a mean of half a second ago tells
 * people apart that one of ten seconds ago doesn't. Until enough pairs of both kinds have been seen
 * it says nothing.
 */
final class Looks {
  /** Pairs of each kind before a likeness counts. */
  private static final double ENOUGH = 40;

  /** A new look's share in the mean. */
  private static final double SHARE = 0.3;

  /** Most that one camera's likeness may say. */
  private static final double MOST = 3;

  /** Share of a likeness's word that counts: several cameras see one change of pose. */
  private static final double WEIGHT = 1;

  /** Counts are halved beyond this. */
  private static final double MANY = 4000;

  /** Bins of the cosine, from -1 to 1, finer towards 1. */
  private static final int BINS = 16;

  /** Bins of a mean's age, and where the first two end, seconds. */
  private static final int AGES = 3;

  private static final double FRESH_SECONDS = 0.6;
  private static final double RECENT_SECONDS = 2.5;

  private final int length;
  private final int cameras;
  private final float[] means;
  private final double[] norms;
  private final long[] learned;
  private final double[] counts = new double[AGES * 2 * BINS];
  private final double[] totals = new double[AGES * 2];
  private long nanos;

  Looks(int people, int cameras, int length) {
    this.length = length;
    this.cameras = cameras;
    means = new float[people * cameras * length];
    norms = new double[people * cameras];
    learned = new long[people * cameras];
    Arrays.fill(learned, Long.MIN_VALUE);
  }

  boolean used() {
    return length > 0;
  }

  /** The moment that all calls until the next are about. */
  void moment(long atNanos) {
    nanos = atNanos;
  }

  /** Wipes what somebody looked like: no vector outlives the visit. */
  void forget(int slot) {
    int first = slot * cameras;
    Arrays.fill(means, first * length, (first + cameras) * length, 0);
    Arrays.fill(norms, first, first + cameras, 0);
    Arrays.fill(learned, slot * cameras, (slot + 1) * cameras, Long.MIN_VALUE);
  }

  /** Whether any number of somebody's look is in memory. */
  boolean remembered(int slot) {
    boolean any = false;
    for (int i = slot * cameras * length; i < (slot + 1) * cameras * length; i++) {
      any |= means[i] != 0;
    }
    return any;
  }

  /** Log-likelihood ratio that a box shows this person rather than another; 0 for not known. */
  double odds(int slot, int camera, FloorView view, int box) {
    if (length == 0 || learned[slot * cameras + camera] == Long.MIN_VALUE) {
      return 0;
    }
    int age = age(slot, camera);
    double same = totals[2 * age];
    double other = totals[2 * age + 1];
    if (same < ENOUGH || other < ENOUGH) {
      return 0;
    }
    double c = cosine(slot, camera, view, box);
    if (Double.isNaN(c)) {
      return 0;
    }
    // Between the middles of two bins, so that a hair's breadth changes nothing much.
    double at = Math.clamp(bin(c) - 0.5, 0, BINS - 1.000001);
    int b = (int) at;
    int s = 2 * age * BINS + b;
    int o = s + BINS;
    double low = Math.log((counts[s] + 1) / (same + BINS) * (other + BINS) / (counts[o] + 1));
    double high =
        Math.log((counts[s + 1] + 1) / (same + BINS) * (other + BINS) / (counts[o + 1] + 1));
    return WEIGHT * Math.clamp(low + (at - b) * (high - low), -MOST, MOST);
  }

  private int age(int slot, int camera) {
    double seconds = (nanos - learned[slot * cameras + camera]) / 1e9;
    return seconds <= FRESH_SECONDS ? 0 : seconds <= RECENT_SECONDS ? 1 : 2;
  }

  /** Place of a cosine among the bins, fractional: by the square root of the distance from 1. */
  private static double bin(double cosine) {
    return BINS * (1 - Math.sqrt(Math.clamp(1 - cosine, 0, 1)));
  }

  private double cosine(int slot, int camera, FloorView view, int box) {
    int m = (slot * cameras + camera) * length;
    int v = box * length;
    float dot = 0;
    for (int i = 0; i < length; i++) {
      dot += means[m + i] * view.vectors[v + i];
    }
    // The box's vector is of unit length, or all zero where there is none; a net may give worse.
    return dot == 0 || !Float.isFinite(dot) ? Double.NaN : dot / norms[slot * cameras + camera];
  }

  /** Learns how two people, or one at two times, look alike. */
  void compare(int slot, int camera, FloorView view, int box, boolean same) {
    if (length == 0 || learned[slot * cameras + camera] == Long.MIN_VALUE) {
      return;
    }
    double c = cosine(slot, camera, view, box);
    if (Double.isNaN(c)) {
      return;
    }
    int k = 2 * age(slot, camera) + (same ? 0 : 1);
    counts[k * BINS + (int) Math.clamp(bin(c), 0, BINS - 1)]++;
    totals[k]++;
    if (totals[k] > MANY) {
      totals[k] /= 2;
      for (int b = k * BINS; b < (k + 1) * BINS; b++) {
        counts[b] /= 2;
      }
    }
  }

  /**
   * Takes a look of somebody into the mean; a vector of which a number is not finite, or that is
   * all zero, says nothing.
   */
  void learn(int slot, int camera, FloorView view, int box) {
    if (length == 0 || !isLook(view, box)) {
      return;
    }
    int at = slot * cameras + camera;
    boolean known = learned[at] != Long.MIN_VALUE;
    float share = known ? (float) SHARE : 1;
    double norm = 0;
    for (int i = 0; i < length; i++) {
      float b = view.vectors[box * length + i];
      float old = known ? means[at * length + i] : 0;
      float mean = old + share * (b - old);
      means[at * length + i] = mean;
      norm += (double) mean * mean;
    }
    // Looks that cancel each other out leave nothing that anybody could be likened to.
    norms[at] = Math.sqrt(norm);
    learned[at] = norm > 0 ? nanos : Long.MIN_VALUE;
  }

  private boolean isLook(FloorView view, int box) {
    double norm = 0;
    for (int i = box * length; i < (box + 1) * length; i++) {
      norm += (double) view.vectors[i] * view.vectors[i];
    }
    return norm > 0 && norm < Double.POSITIVE_INFINITY;
  }
}
