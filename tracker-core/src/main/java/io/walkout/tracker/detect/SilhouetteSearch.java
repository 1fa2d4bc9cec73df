package io.walkout.tracker.detect;

import java.util.Arrays;
import java.util.List;

/**
 * Finds the people that explain a picture of changes: the silhouette with the most evidence is
 * taken, its pixels are explained and speak no more for or against anybody, and so on until none is
 * good enough. The generative idea is that of F. Fleuret et al., "Multicamera people tracking with
 * a probabilistic occupancy map" (2008), for one camera, with outlines instead of rectangles and a
 * greedy choice instead of the fixed point. Single-threaded, reusable.
 */
final class SilhouetteSearch {
  /** Most people (inside or out) found in one picture. */
  static final int MAX_FOUND = 24;

  /** Two people don't stand nearer to each other than this, metres. */
  private static final double NEAREST = 0.35;

  /** Silhouettes within this of the best share in telling where the person is, metres. */
  private static final double BLUR = 0.3;

  /** Evidence per pixel that makes a place e times likelier than its neighbour. */
  private static final double BLUR_EVIDENCE = 0.6;

  /** Of somebody who is hidden behind others at least this share must be seen. */
  private static final double LEAST_SEEN = 0.35;

  /** Stands for the evidence of a silhouette with too few changes about it to be worth summing. */
  private static final int HOPELESS = -100_000_000;

  private final List<Silhouette> silhouettes;
  private final int width;
  private final int height;
  private final double minEvidence;
  private final int stride;
  private final int[] sums;
  private final int[] changes;
  private final int[] evidence;
  private final int[] totals;

  private final boolean[] explained;

  /** Running sums of each row over pixels that nobody found so far explains. */
  private final int[] open;

  /** Pixels of each silhouette that nobody found so far explains. */
  private final int[] unexplained;

  private int found;
  private final int[] best = new int[MAX_FOUND];
  private final double[] x = new double[MAX_FOUND];
  private final double[] y = new double[MAX_FOUND];
  private final double[] mean = new double[MAX_FOUND];

  SilhouetteSearch(List<Silhouette> silhouettes, int width, int height, double minEvidence) {
    this.silhouettes = silhouettes;
    this.width = width;
    this.height = height;
    this.minEvidence = minEvidence;
    this.stride = width + 1;
    this.sums = new int[stride * height];
    this.changes = new int[stride * (height + 1)];
    this.evidence = new int[width * height];
    this.totals = new int[silhouettes.size()];
    this.explained = new boolean[width * height];
    this.open = new int[stride * height];
    this.unexplained = new int[silhouettes.size()];
  }

  /** Evidence of each pixel, to be filled before {@link #search}; used up by it. */
  int[] evidence() {
    return evidence;
  }

  /** Finds people; how many, best first. */
  int search() {
    found = 0;
    Arrays.fill(explained, false);
    Arrays.fill(unexplained, -1);
    while (found < MAX_FOUND && takeBest()) {
      found++;
    }
    return found;
  }

  Silhouette silhouette(int i) {
    return silhouettes.get(best[i]);
  }

  /** Where person {@code i} stands, metres. */
  double x(int i) {
    return x[i];
  }

  /** Where person {@code i} stands, metres. */
  double y(int i) {
    return y[i];
  }

  /** Mean evidence per pixel of person {@code i}. */
  double meanEvidence(int i) {
    return mean[i];
  }

  private boolean takeBest() {
    sumRows();
    int winner = -1;
    for (int s = 0; s < totals.length; s++) {
      Silhouette candidate = silhouettes.get(s);
      if (unexplained[s] < 0 || candidate.meets(silhouettes.get(best[found - 1]))) {
        unexplained[s] = found == 0 ? candidate.area() : candidate.sum(open, stride);
        boolean hopeful =
            unexplained[s] >= LEAST_SEEN * candidate.area()
                && candidate.sumAround(changes, stride) >= minEvidence * unexplained[s];
        totals[s] = hopeful ? candidate.sum(sums, stride) : HOPELESS;
      }
      if (totals[s] >= minEvidence * unexplained[s]
          && (winner < 0 || totals[s] > totals[winner])
          && free(candidate)) {
        winner = s;
      }
    }
    if (winner < 0) {
      return false;
    }
    best[found] = winner;
    Silhouette taken = silhouettes.get(winner);
    mean[found] = (double) totals[winner] / unexplained[winner];
    place(taken, totals[winner]);
    explain(taken);
    return true;
  }

  private void sumRows() {
    for (int row = 0; row < height; row++) {
      int sum = 0;
      int speaksFor = 0;
      int out = row * stride;
      sums[out] = 0;
      open[out] = 0;
      for (int col = 0; col < width; col++) {
        sum += evidence[row * width + col];
        sums[out + col + 1] = sum;
        open[out + col + 1] = open[out + col] + (explained[row * width + col] ? 0 : 1);
        speaksFor += Math.max(0, evidence[row * width + col]);
        changes[out + stride + col + 1] = changes[out + col + 1] + speaksFor;
      }
    }
  }

  private boolean free(Silhouette candidate) {
    for (int i = 0; i < found; i++) {
      double dx = candidate.x() - x[i];
      double dy = candidate.y() - y[i];
      if (dx * dx + dy * dy < NEAREST * NEAREST) {
        return false;
      }
    }
    return true;
  }

  /** Mean of the places about the best one, weighted with how nearly as good they are. */
  private void place(Silhouette taken, int total) {
    double scale = BLUR_EVIDENCE * taken.area();
    double weights = 0;
    double sumX = 0;
    double sumY = 0;
    for (int s = 0; s < totals.length; s++) {
      Silhouette other = silhouettes.get(s);
      if (Math.abs(other.x() - taken.x()) > BLUR || Math.abs(other.y() - taken.y()) > BLUR) {
        continue;
      }
      double weight = Math.exp((totals[s] - total) / scale);
      weights += weight;
      sumX += weight * other.x();
      sumY += weight * other.y();
    }
    x[found] = sumX / weights;
    y[found] = sumY / weights;
  }

  private void explain(Silhouette taken) {
    for (int i = 0; i < taken.left().length; i++) {
      int row = (taken.top() + i) * width;
      Arrays.fill(evidence, row + taken.left()[i], row + taken.right()[i], 0);
      Arrays.fill(explained, row + taken.left()[i], row + taken.right()[i], true);
    }
  }
}
