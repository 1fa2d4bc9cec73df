package io.walkout.tracker.calibrate;

import java.util.List;
import java.util.Locale;

/** Whether points are enough, and spread enough, for a camera to be found from them. */
final class PointSpread {
  /** More points than a person clicks, and than a board has corners. */
  private static final int MOST_POINTS = 300;

  /** Points whose cloud is narrower than this share of its length lie on a line. */
  private static final double LINE_SHARE = 0.05;

  /** Points that fill less of the picture's width than this say little beyond their corner. */
  private static final double LEAST_SHARE = 0.15;

  private PointSpread() {}

  /** Throws {@link CalibrationRefused} with what is missing. */
  static void check(List<PointPair> pairs, Lens lens, int least) {
    if (pairs.size() < least) {
      throw new CalibrationRefused(
          "found "
              + pairs.size()
              + " points, expected at least "
              + least
              + (least > 4 ? " to find the lens as well" : ""));
    }
    if (pairs.size() > MOST_POINTS) {
      throw new CalibrationRefused(
          "found " + pairs.size() + " points, expected at most " + MOST_POINTS);
    }
    for (int i = 0; i < pairs.size(); i++) {
      for (int j = 0; j < i; j++) {
        same(pairs.get(j), pairs.get(i));
      }
    }
    double[] floor =
        spread(
            pairs.stream().mapToDouble(PointPair::x).toArray(),
            pairs.stream().mapToDouble(PointPair::y).toArray());
    boolean level = pairs.stream().allMatch(p -> p.z() == pairs.getFirst().z());
    if (level && floor[1] < LINE_SHARE * floor[0]) {
      throw new CalibrationRefused(
          "all points lie on one line of the floor; click some on both sides of it");
    }
    double[] picture =
        spread(
            pairs.stream().mapToDouble(PointPair::u).toArray(),
            pairs.stream().mapToDouble(PointPair::v).toArray());
    // Four times the deviation is about the length of a cloud.
    if (4 * picture[0] < LEAST_SHARE * lens.widthPixels()) {
      throw new CalibrationRefused(
          String.format(
              Locale.ROOT,
              "all points lie within %.0f pixels of a picture %d wide; click some near its edges",
              4 * picture[0],
              lens.widthPixels()));
    }
  }

  private static void same(PointPair a, PointPair b) {
    boolean pixel = Math.hypot(a.u() - b.u(), a.v() - b.v()) < 1;
    boolean place = Math.hypot(a.x() - b.x(), a.y() - b.y()) < 0.005 && a.z() == b.z();
    if (pixel && !place) {
      throw new CalibrationRefused(
          a.name() + " and " + b.name() + " have one pixel but two places");
    }
  }

  /** Standard deviations along the longest axis of a cloud and across it. */
  private static double[] spread(double[] x, double[] y) {
    int n = x.length;
    double mx = 0;
    double my = 0;
    for (int i = 0; i < n; i++) {
      mx += x[i] / n;
      my += y[i] / n;
    }
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (int i = 0; i < n; i++) {
      xx += (x[i] - mx) * (x[i] - mx) / n;
      xy += (x[i] - mx) * (y[i] - my) / n;
      yy += (y[i] - my) * (y[i] - my) / n;
    }
    double mean = (xx + yy) / 2;
    double half = Math.hypot((xx - yy) / 2, xy);
    return new double[] {Math.sqrt(mean + half), Math.sqrt(Math.max(0, mean - half))};
  }
}
