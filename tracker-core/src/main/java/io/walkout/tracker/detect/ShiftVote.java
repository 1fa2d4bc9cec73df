package io.walkout.tracker.detect;

/**
 * The one similarity (shift, turn, scale) that most tiles agree on, by trying every pair of them
 * (M. A. Fischler, R. C. Bolles, "Random Sample Consensus", 1981, but exhaustive over a bounded
 * number of pairs, so that no chance is involved). Single-threaded; reused.
 */
final class ShiftVote {
  /** How near a tile must come to where the others say, working pixels. */
  private static final double NEAR = 1.5;

  /** A camera that was pushed doesn't zoom; its mounting lets it change its distance a little. */
  private static final double MOST_SCALE = 1.15;

  /** Pairs nearer than this say nothing about turn and scale, working pixels. */
  private static final double LEAST_BASE = 40;

  /** Pairs tried; 91 tiles have 4,095. */
  private static final int MOST_PAIRS = 5000;

  private final int width;
  private final int height;
  private final float[] fromX;
  private final float[] fromY;
  private final float[] toX;
  private final float[] toY;
  private int count;
  private int agreeing;
  private double meanShift;
  private double spread;
  private int ninths;
  private double turn;
  private double a;
  private double b;
  private double tx;
  private double ty;

  /** A vote of so many tiles of a picture of {@code width} by {@code height} pixels. */
  ShiftVote(int capacity, int width, int height) {
    this.width = width;
    this.height = height;
    fromX = new float[capacity];
    fromY = new float[capacity];
    toX = new float[capacity];
    toY = new float[capacity];
  }

  void clear() {
    count = 0;
  }

  /** A tile's middle, and where it is found now. */
  void add(float x, float y, float nowX, float nowY) {
    fromX[count] = x;
    fromY[count] = y;
    toX[count] = nowX;
    toY[count] = nowY;
    count++;
  }

  /** Finds the similarity; how many tiles agree with it. */
  int agree() {
    agreeing = 0;
    int pairs = 0;
    for (int gap = 1; gap < count && pairs < MOST_PAIRS; gap++) {
      for (int i = 0; i + gap < count && pairs < MOST_PAIRS; i++) {
        if (hypothesis(i, i + gap)) {
          pairs++;
          count();
        }
      }
    }
    return agreeing;
  }

  private boolean hypothesis(int i, int j) {
    double fx = fromX[j] - fromX[i];
    double fy = fromY[j] - fromY[i];
    double gx = toX[j] - toX[i];
    double gy = toY[j] - toY[i];
    double base = fx * fx + fy * fy;
    if (base < LEAST_BASE * LEAST_BASE) {
      return false;
    }
    a = (fx * gx + fy * gy) / base;
    b = (fx * gy - fy * gx) / base;
    double scale = Math.sqrt(a * a + b * b);
    tx = toX[i] - a * fromX[i] + b * fromY[i];
    ty = toY[i] - b * fromX[i] - a * fromY[i];
    return scale < MOST_SCALE && scale > 1 / MOST_SCALE;
  }

  private void count() {
    int near = 0;
    int in = 0;
    double shift = 0;
    float left = Float.POSITIVE_INFINITY;
    float right = Float.NEGATIVE_INFINITY;
    for (int k = 0; k < count; k++) {
      double ex = a * fromX[k] - b * fromY[k] + tx - toX[k];
      double ey = b * fromX[k] + a * fromY[k] + ty - toY[k];
      if (ex * ex + ey * ey < NEAR * NEAR) {
        near++;
        in |= 1 << ninth(fromX[k], fromY[k], width, height);
        left = Math.min(left, fromX[k]);
        right = Math.max(right, fromX[k]);
        shift += Math.hypot(toX[k] - fromX[k], toY[k] - fromY[k]);
      }
    }
    if (near > agreeing) {
      agreeing = near;
      meanShift = shift / near;
      spread = right - left;
      ninths = Integer.bitCount(in);
      turn = Math.atan2(b, a);
    }
  }

  /** Mean shift of those that agree, working pixels. */
  double meanShift() {
    return meanShift;
  }

  /** From the leftmost of those that agree to the rightmost, working pixels. */
  double spread() {
    return spread;
  }

  /** In how many ninths of the picture those that agree lie. */
  int ninths() {
    return ninths;
  }

  /** In which ninth of a picture a point lies, 0 to 8. */
  static int ninth(float x, float y, int width, int height) {
    return 3 * Math.clamp((int) (3 * y / height), 0, 2) + Math.clamp((int) (3 * x / width), 0, 2);
  }

  /** Turn about the line of sight, radians. */
  double turn() {
    return turn;
  }
}
