package io.walkout.tracker.detect;

/**
 * How tall a person is in an uncalibrated camera's picture, by where the feet are: a straight line,
 * which is exact for people of one height on a flat floor before a camera that isn't rolled (the
 * horizon is where it reaches 0). Learned from blobs that stand alone. One thread.
 */
final class BlobScale {
  private static final int KEPT = 400;

  /** Blobs before anything is said. */
  private static final int LEAST = 12;

  private static final int ROUNDS = 8;

  /** Heights of people, and of their blobs, scatter by so much about the line. */
  private static final double SCATTER = 0.12;

  private static final double NO_HORIZON = -1e6;

  /** Horizons tried first, as shares of the lowest foot's row: from none to one in the picture. */
  private static final double[] HORIZONS = {NO_HORIZON, -4, -2, -1, -0.5, -0.25, 0, 0.2};

  /** Weight of blobs above the line; those below it get the rest. */
  private static final double UPPER = 0.8;

  /**
   * A slope is believed as if so many blobs had said before that there is none, spread like those
   * that were seen.
   */
  private static final double RIDGE = 6;

  private final float[] foot = new float[KEPT];
  private final float[] tall = new float[KEPT];
  private final float[] wide = new float[KEPT];
  private int count;
  private int next;
  private double base;
  private double slope;
  private double middle;
  private double aspect = 0.4;
  private boolean known;

  /** A blob that looks like one person: foot's row, height and width in pixels. */
  void add(float footRow, float height, float width) {
    foot[next] = footRow;
    tall[next] = height;
    wide[next] = width / height;
    next = (next + 1) % KEPT;
    count = Math.min(count + 1, KEPT);
  }

  boolean isKnown() {
    return known;
  }

  /** Height of a person whose feet are in a row, pixels. */
  double heightAt(double row) {
    return Math.max(4, base + slope * (row - middle));
  }

  /** Width by height. */
  double aspect() {
    return aspect;
  }

  /** Fits the line to what was added; robust against parts of people and groups. */
  void fit() {
    if (count < LEAST) {
      return;
    }
    double mean = 0;
    double lowest = 1;
    for (int i = 0; i < count; i++) {
      mean += foot[i];
      lowest = Math.max(lowest, foot[i]);
    }
    middle = mean / count;
    begin(lowest);
    for (int round = 0; round < ROUNDS; round++) {
      refit();
    }
    float[] ratios = java.util.Arrays.copyOf(wide, count);
    java.util.Arrays.sort(ratios);
    aspect = Math.clamp(ratios[count / 2], 0.28, 0.5);
    known = true;
  }

  /** Takes the best of some horizons, from none to one within the picture, to refine it. */
  private void begin(double lowest) {
    double least = Double.MAX_VALUE;
    double bestBase = 0;
    double bestSlope = 0;
    for (double horizon : HORIZONS) {
      double distance = Math.max(1, middle - horizon * lowest);
      base = middleOfPixels(distance);
      slope = horizon == NO_HORIZON ? 0 : base / distance;
      double cost = cost();
      if (cost < least) {
        least = cost;
        bestBase = base;
        bestSlope = slope;
      }
    }
    base = bestBase;
    slope = bestSlope;
  }

  /**
   * The height at the middle row below which half of all pixels of blobs lie, were all moved there:
   * a hundred specks of a hand or a shadow weigh less than one person who stands among them.
   */
  private double middleOfPixels(double distance) {
    float[] moved = new float[count];
    double pixels = 0;
    for (int i = 0; i < count; i++) {
      moved[i] = (float) (tall[i] * distance / Math.max(1, distance + foot[i] - middle));
      pixels += moved[i] * moved[i];
    }
    java.util.Arrays.sort(moved);
    double sum = 0;
    int i = -1;
    while (i < count - 1 && sum < pixels / 2) {
      i++;
      sum += moved[i] * moved[i];
    }
    return moved[i];
  }

  /** What of all pixels the line doesn't explain. */
  private double cost() {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      double fitted = heightAt(foot[i]);
      double off = (tall[i] - fitted) / (SCATTER * fitted);
      sum += tall[i] * tall[i] * Math.min(1, off * off);
    }
    return sum;
  }

  private void refit() {
    double w0 = 1e-9;
    double w1 = 0;
    double w2 = 0;
    double h0 = 0;
    double h1 = 0;
    double spread = 0;
    for (int i = 0; i < count; i++) {
      double x = foot[i] - middle;
      double fitted = heightAt(foot[i]);
      double off = (tall[i] - fitted) / (SCATTER * fitted);
      // Cauchy's weight, as an expectile: most blobs lack a foot or the hair, none has one too
      // many.
      double share = Math.min(1, tall[i] / fitted);
      double weight = share * share * (off > 0 ? UPPER : 1 - UPPER) / (1 + off * off);
      w0 += weight;
      w1 += weight * x;
      w2 += weight * x * x;
      h0 += weight * tall[i];
      h1 += weight * tall[i] * x;
      spread += x * x;
    }
    w2 += RIDGE * spread / count;
    double det = w0 * w2 - w1 * w1;
    slope = (w0 * h1 - w1 * h0) / det;
    base = (h0 - slope * w1) / w0;
  }
}
