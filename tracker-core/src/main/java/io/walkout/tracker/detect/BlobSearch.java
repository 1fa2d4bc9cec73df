package io.walkout.tracker.detect;

import java.util.Arrays;

/**
 * Finds the people that explain a picture of changes when only their size is known: upright figures
 * of the height that {@link BlobScale} gives for where their feet are, best first, each explaining
 * its pixels away, as {@link SilhouetteSearch} does with calibrated outlines. Reusable; one thread.
 */
final class BlobSearch {
  /** Most people found in one picture. */
  static final int MAX_FOUND = 48;

  /** Heights tried about the usual one. */
  private static final double[] SIZES = {0.85, 1.0, 1.15};

  /** A figure's bands from the head down: where each ends (share of height), and its width. */
  private static final double[] BAND_ENDS = {0.16, 0.55, 1.0};

  private static final double[] BAND_WIDTHS = {0.5, 1.0, 0.7};

  private final int width;
  private final int height;
  private final int stride;
  private final int[] sums;
  private final int[] positive;
  private int found;
  private final float[] boxes = new float[4 * MAX_FOUND];
  private final float[] means = new float[MAX_FOUND];
  private final int[] candidateX;
  private final int[] candidateY;
  private final int[] candidateSize;
  private final int[] candidateTotal;
  private int candidates;
  private double minEvidence;
  private final int[] bandRows = new int[4];
  private final int[] bandLeft = new int[3];
  private final int[] bandRight = new int[3];
  private int area;

  BlobSearch(int width, int height) {
    this.width = width;
    this.height = height;
    this.stride = width + 1;
    this.sums = new int[stride * (height + 1)];
    this.positive = new int[stride * (height + 1)];
    int most = (width / 2 + 1) * (height + height / 2) * SIZES.length;
    candidateX = new int[most];
    candidateY = new int[most];
    candidateSize = new int[most];
    candidateTotal = new int[most];
  }

  /**
   * Searches.
   *
   * @param evidence of each pixel, above 0 for changed ones; used up
   * @return how many were found
   */
  int search(int[] evidence, BlobScale scale, double leastMean) {
    minEvidence = leastMean;
    found = 0;
    sum(evidence);
    gather(scale);
    while (found < MAX_FOUND && takeBest(evidence, scale)) {
      found++;
    }
    return found;
  }

  float box(int i, int value) {
    return boxes[4 * i + value];
  }

  float mean(int i) {
    return means[i];
  }

  private void sum(int[] evidence) {
    for (int y = 0; y < height; y++) {
      int row = 0;
      int good = 0;
      for (int x = 0; x < width; x++) {
        int e = evidence[y * width + x];
        row += e;
        good += Math.max(0, e);
        int at = (y + 1) * stride + x + 1;
        sums[at] = sums[at - stride] + row;
        positive[at] = positive[at - stride] + good;
      }
    }
  }

  /** All figures that have enough changes in their box to be worth more. */
  private void gather(BlobScale scale) {
    candidates = 0;
    int beyond = (int) (0.4 * scale.heightAt(height));
    for (int foot = 4; foot < height + beyond; foot += 2) {
      for (int s = 0; s < SIZES.length; s++) {
        double tall = SIZES[s] * scale.heightAt(foot);
        int half = Math.max(1, (int) (tall * scale.aspect() / 2));
        int top = (int) Math.round(foot - tall);
        for (int x = 1; x < width; x += 2) {
          int good = rect(positive, x - half, top, x + half, foot);
          if (good > minEvidence * half * tall && candidates < candidateX.length) {
            candidateX[candidates] = x;
            candidateY[candidates] = foot;
            candidateSize[candidates] = s;
            candidateTotal[candidates] = total(x, foot, s, scale);
            candidates++;
          }
        }
      }
    }
  }

  private int rect(int[] table, int x0, int y0, int x1, int y1) {
    int l = Math.clamp(x0, 0, width);
    int r = Math.clamp(x1, 0, width);
    int t = Math.clamp(y0, 0, height);
    int b = Math.clamp(y1, 0, height);
    return table[b * stride + r]
        - table[t * stride + r]
        - table[b * stride + l]
        + table[t * stride + l];
  }

  private void shape(int x, int foot, int size, BlobScale scale) {
    double tall = SIZES[size] * scale.heightAt(foot);
    double half = tall * scale.aspect() / 2;
    bandRows[0] = (int) Math.round(foot - tall);
    area = 0;
    for (int b = 0; b < 3; b++) {
      bandRows[b + 1] = (int) Math.round(foot - tall + tall * BAND_ENDS[b]);
      bandLeft[b] = (int) Math.round(x - half * BAND_WIDTHS[b]);
      bandRight[b] = (int) Math.round(x + half * BAND_WIDTHS[b]);
      int w = Math.clamp(bandRight[b], 0, width) - Math.clamp(bandLeft[b], 0, width);
      int h = Math.clamp(bandRows[b + 1], 0, height) - Math.clamp(bandRows[b], 0, height);
      area += w * h;
    }
  }

  private int total(int x, int foot, int size, BlobScale scale) {
    shape(x, foot, size, scale);
    int total = 0;
    for (int b = 0; b < 3; b++) {
      total += rect(sums, bandLeft[b], bandRows[b], bandRight[b], bandRows[b + 1]);
    }
    // At least half of a person shows, and enough of it.
    double whole = SIZES[size] * scale.heightAt(foot);
    boolean shows = area >= 0.3 * whole * whole * scale.aspect();
    return shows && total >= minEvidence * area ? total : Integer.MIN_VALUE;
  }

  private boolean takeBest(int[] evidence, BlobScale scale) {
    int best = -1;
    for (int c = 0; c < candidates; c++) {
      if (candidateTotal[c] > 0 && (best < 0 || candidateTotal[c] > candidateTotal[best])) {
        best = c;
      }
    }
    if (best < 0) {
      return false;
    }
    int x = candidateX[best];
    int foot = candidateY[best];
    shape(x, foot, candidateSize[best], scale);
    means[found] = (float) candidateTotal[best] / area;
    double tall = SIZES[candidateSize[best]] * scale.heightAt(foot);
    boxes[4 * found] = (float) (x - tall * scale.aspect() / 2);
    boxes[4 * found + 1] = (float) (foot - tall);
    boxes[4 * found + 2] = (float) (tall * scale.aspect());
    boxes[4 * found + 3] = (float) tall;
    explain(evidence);
    sum(evidence);
    rescore(scale, boxes[4 * found], boxes[4 * found + 2], boxes[4 * found + 1], tall);
    return true;
  }

  /** Pixels of a figure speak no more; those just about it no more for anybody. */
  private void explain(int[] evidence) {
    for (int b = 0; b < 3; b++) {
      int l = Math.clamp(bandLeft[0] - (bandRight[0] - bandLeft[0]) / 2, 0, width);
      int r = Math.clamp(bandRight[0] + (bandRight[0] - bandLeft[0]) / 2, l, width);
      l = Math.min(l, Math.clamp(bandLeft[b], 0, width));
      r = Math.max(r, Math.clamp(bandRight[b], 0, width));
      for (int y = Math.clamp(bandRows[b], 0, height);
          y < Math.clamp(bandRows[b + 1], 0, height);
          y++) {
        Arrays.fill(evidence, y * width + l, y * width + r, 0);
      }
    }
  }

  private void rescore(BlobScale scale, double left, double wide, double top, double tall) {
    for (int c = 0; c < candidates; c++) {
      if (candidateTotal[c] == Integer.MIN_VALUE) {
        continue;
      }
      double other = SIZES[candidateSize[c]] * scale.heightAt(candidateY[c]);
      double half = other * scale.aspect() / 2;
      boolean meets =
          candidateX[c] + half > left - wide
              && candidateX[c] - half < left + 2 * wide
              && candidateY[c] > top
              && candidateY[c] - other < top + tall;
      if (meets) {
        candidateTotal[c] = total(candidateX[c], candidateY[c], candidateSize[c], scale);
      }
    }
  }
}
