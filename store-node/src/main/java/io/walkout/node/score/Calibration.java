package io.walkout.node.score;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Whether certainty is true, by account: lines by their stated certainty, and how many of each were
 * right (the reliability diagram of M. DeGroot, S. Fienberg, The Statistician 32, 1983). The bins
 * are narrow where stores set their thresholds.
 *
 * @param bins those with lines in them, from the least certain up
 * @param expectedCalibrationError the mean over lines of how far the share of right ones in their
 *     bin is from the certainty stated there (M. P. Naeini, G. Cooper, M. Hauskrecht, AAAI 2015);
 *     NaN without lines
 * @param lines lines that state a certainty
 */
public record Calibration(List<Bin> bins, double expectedCalibrationError, int lines) {
  private static final double[] FROM = {0, 0.4, 0.6, 0.7, 0.8, 0.9, 0.95};

  /**
   * Lines of like certainty.
   *
   * @param from least certainty
   * @param to certainty that is in the next bin already; the last bin holds 1
   * @param lines how many
   * @param stated mean certainty that they state
   * @param right share of them that are right
   */
  public record Bin(double from, double to, int lines, double stated, double right) {}

  /** Of the lines of one case, or of many together; lines without a certainty are left out. */
  public static Calibration of(Collection<JudgedLine> judged) {
    int[] lines = new int[FROM.length];
    int[] right = new int[FROM.length];
    double[] stated = new double[FROM.length];
    for (JudgedLine line : judged) {
      Double certainty = line.certainty();
      if (certainty == null) {
        continue;
      }
      int bin = FROM.length - 1;
      while (bin > 0 && certainty < FROM[bin]) {
        bin--;
      }
      lines[bin]++;
      stated[bin] += certainty;
      right[bin] += line.holdsForAccount() ? 1 : 0;
    }
    return of(lines, right, stated);
  }

  private static Calibration of(int[] lines, int[] right, double[] stated) {
    List<Bin> bins = new ArrayList<>();
    int all = 0;
    double error = 0;
    for (int b = 0; b < FROM.length; b++) {
      if (lines[b] > 0) {
        double to = b + 1 < FROM.length ? FROM[b + 1] : 1;
        bins.add(
            new Bin(FROM[b], to, lines[b], stated[b] / lines[b], (double) right[b] / lines[b]));
        all += lines[b];
        error += Math.abs(stated[b] - right[b]);
      }
    }
    return new Calibration(bins, all == 0 ? Double.NaN : error / all, all);
  }
}
