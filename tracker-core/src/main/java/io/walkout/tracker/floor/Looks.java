package io.walkout.tracker.floor;

import java.util.Arrays;

/**
 * How people look: for each person and camera a fading mean of the vectors seen, and two bell
 * curves of cosines, learned as the run goes, that say what a likeness is worth with this net, in
 * this light: of people with themselves and with others. Until enough pairs of both kinds have been
 * seen it says nothing.
 */
final class Looks {
  /** Pairs of each kind before a likeness counts. */
  private static final double ENOUGH = 30;

  /** A new look's share in the mean. */
  private static final double SHARE = 0.2;

  /** Most that a likeness may say: vectors in a row are no independent witnesses. */
  private static final double MOST = 4;

  private static final double FADE = 0.999;

  private final int length;
  private final int cameras;
  private final float[] means;
  private final boolean[] known;
  // Count, mean and spread of cosines: with oneself, with others.
  private final double[] count = new double[2];
  private final double[] sum = new double[2];
  private final double[] squares = new double[2];
  private final double[] mean = new double[2];
  private final double[] variance = new double[2];

  Looks(int people, int cameras, int length) {
    this.length = length;
    this.cameras = cameras;
    means = new float[people * cameras * length];
    known = new boolean[people * cameras];
  }

  boolean used() {
    return length > 0;
  }

  void forget(int slot) {
    Arrays.fill(known, slot * cameras, (slot + 1) * cameras, false);
  }

  /** Log-likelihood ratio that a box shows this person rather than another; 0 for not known. */
  double odds(int slot, int camera, FloorView view, int box) {
    if (length == 0 || count[0] < ENOUGH || count[1] < ENOUGH) {
      return 0;
    }
    double c = cosine(slot, camera, view, box);
    if (Double.isNaN(c)) {
      return 0;
    }
    double same = sq(c - mean[0]) / variance[0] + Math.log(variance[0]);
    double other = sq(c - mean[1]) / variance[1] + Math.log(variance[1]);
    double odds = (other - same) / 2;
    // Likelier than oneself is no worse than oneself, unlikelier than others no better than others.
    if (c > mean[0]) {
      odds = Math.max(odds, 0);
    } else if (c < mean[1]) {
      odds = Math.min(odds, 0);
    }
    return Math.clamp(odds, -MOST, MOST);
  }

  private static double sq(double a) {
    return a * a;
  }

  private double cosine(int slot, int camera, FloorView view, int box) {
    if (!known[slot * cameras + camera]) {
      return Double.NaN;
    }
    int m = (slot * cameras + camera) * length;
    int v = box * length;
    double dot = 0;
    double mm = 0;
    double vv = 0;
    for (int i = 0; i < length; i++) {
      double a = means[m + i];
      double b = view.vectors[v + i];
      dot += a * b;
      mm += a * a;
      vv += b * b;
    }
    return vv > 0 && mm > 0 ? dot / Math.sqrt(mm * vv) : Double.NaN;
  }

  /** Learns how two people, or one at two times, look alike. */
  void compare(int slot, int camera, FloorView view, int box, boolean same) {
    if (length == 0) {
      return;
    }
    double c = cosine(slot, camera, view, box);
    if (Double.isNaN(c)) {
      return;
    }
    int k = same ? 0 : 1;
    count[k] = count[k] * FADE + 1;
    sum[k] = sum[k] * FADE + c;
    squares[k] = squares[k] * FADE + c * c;
    mean[k] = sum[k] / count[k];
    variance[k] = Math.max(squares[k] / count[k] - mean[k] * mean[k], 1e-3);
  }

  /** Takes a look of somebody into the mean. */
  void learn(int slot, int camera, FloorView view, int box) {
    if (length == 0) {
      return;
    }
    int at = slot * cameras + camera;
    float share = known[at] ? (float) SHARE : 1;
    boolean any = false;
    for (int i = 0; i < length; i++) {
      float b = view.vectors[box * length + i];
      any |= b != 0;
      float old = known[at] ? means[at * length + i] : 0;
      means[at * length + i] = old + share * (b - old);
    }
    known[at] |= any;
  }
}
