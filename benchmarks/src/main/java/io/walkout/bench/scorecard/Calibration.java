package io.walkout.bench.scorecard;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether certainty is true: lines by their stated certainty, and how many of each were right. The
 * expected calibration error is the mean over lines of how far their bin's share of right lines is
 * from its stated certainty (Naeini, Cooper and Hauskrecht 2015).
 *
 * @param expectedError 0..1; 0 without lines
 * @param lines how many lines state a certainty
 * @param bins those that hold any, ascending
 */
public record Calibration(double expectedError, int lines, List<Bin> bins) {
  /** Narrow where lines are charged without a look: most lines lie there. */
  private static final double[] EDGES = {0, 0.2, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1};

  /** 95 % of a normal distribution lie within so many sigma. */
  private static final double SIGMAS = 1.959964;

  /** Copies the list. */
  public Calibration {
    bins = List.copyOf(bins);
  }

  /**
   * Lines of like certainty.
   *
   * @param from lower edge, included
   * @param to upper edge, excluded but for 1
   * @param lines how many
   * @param stated their mean certainty
   * @param right share of them that are right
   * @param low lower end of that share's 95 % interval (Wilson 1927)
   * @param high upper end
   */
  public record Bin(
      double from, double to, int lines, double stated, double right, double low, double high) {}

  static Calibration of(List<CaseResult> cases) {
    int[] lines = new int[EDGES.length - 1];
    int[] right = new int[lines.length];
    double[] stated = new double[lines.length];
    for (CaseResult c : cases) {
      for (CaseFigures.StatedLine line : c.figures().statedLines()) {
        int bin = lines.length - 1;
        while (bin > 0 && line.certainty() < EDGES[bin]) {
          bin--;
        }
        lines[bin]++;
        stated[bin] += line.certainty();
        right[bin] += line.right() ? 1 : 0;
      }
    }
    List<Bin> bins = new ArrayList<>();
    int all = 0;
    double error = 0;
    for (int b = 0; b < lines.length; b++) {
      if (lines[b] > 0) {
        bins.add(bin(b, lines[b], stated[b] / lines[b], (double) right[b] / lines[b]));
        all += lines[b];
        error += Math.abs(stated[b] - right[b]);
      }
    }
    return new Calibration(all == 0 ? 0 : error / all, all, bins);
  }

  private static Bin bin(int b, int lines, double stated, double right) {
    double z2 = SIGMAS * SIGMAS / lines;
    double middle = (right + z2 / 2) / (1 + z2);
    double half = SIGMAS / (1 + z2) * Math.sqrt(right * (1 - right) / lines + z2 / (4.0 * lines));
    return new Bin(
        EDGES[b],
        EDGES[b + 1],
        lines,
        stated,
        right,
        Math.max(0, middle - half),
        Math.min(1, middle + half));
  }
}
