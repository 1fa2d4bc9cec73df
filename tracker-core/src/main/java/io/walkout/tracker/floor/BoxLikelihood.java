package io.walkout.tracker.floor;

/**
 * How well a box fits a person's expected one, and the step of the filter that takes it. Each edge
 * errs by Student's t (four degrees of freedom: heavy tails, as arms, bags and neighbours make
 * them), or, where hidden or cut, says nothing at all with some chance; edges judge and move one
 * after the other, each in the light of those before it.
 */
final class BoxLikelihood {
  /** Chance that an edge in full view is just wrong. */
  private static final double WRONG = 0.03;

  /** ... and that one that is hidden is. */
  private static final double HIDDEN_WRONG = 0.6;

  /** An edge this near the picture's border may be the border's, pixels of 640. */
  private static final double BORDER = 1;

  private static final double FREEDOM = 4;

  /** Density of Student's t with four degrees of freedom at nought. */
  private static final double T_PEAK = 0.375;

  private final FloorCamera camera;
  private final double border;
  private final double[] range;
  private final double[] innovation = new double[3];
  private final double[] wrong = new double[3];
  private final double[] noise = new double[3];
  private final double[] s = new double[9];

  BoxLikelihood(FloorCamera camera) {
    this.camera = camera;
    border = BORDER * camera.widthPixels() / 640;
    range = new double[] {camera.widthPixels(), camera.heightPixels(), camera.heightPixels()};
  }

  /** Log-likelihood of a box against one anywhere in the picture. */
  double log(double[] expected, int at, double[] p, int c, FloorView view, int box, double hidden) {
    read(expected, at, view, box, hidden);
    for (int i = 0; i < 3; i++) {
      int a = at + UprightBody.EDGE * i;
      for (int k = 0; k <= i; k++) {
        int b = at + UprightBody.EDGE * k;
        s[3 * i + k] =
            PersonFilter.covariance(
                p,
                c,
                expected[a + 1],
                expected[a + 2],
                expected[a + 3],
                expected[b + 1],
                expected[b + 2],
                expected[b + 3]);
      }
      s[4 * i] += noise[i];
    }
    double product = 1;
    for (int i = 0; i < 3; i++) {
      // One column of the factor: what the edges before have told is taken out.
      double e = innovation[i];
      double variance = s[4 * i];
      product *= (1 - wrong[i]) * density(e * e / variance, variance) * range[i] + wrong[i];
      for (int k = i + 1; k < 3; k++) {
        double ratio = s[3 * k + i] / variance;
        innovation[k] -= ratio * e;
        for (int m = i + 1; m <= k; m++) {
          s[3 * k + m] -= ratio * s[3 * m + i];
        }
      }
    }
    return Math.log(product);
  }

  /** Variance of a number that depends on x, y and height, by a guess's covariance. */
  static double variance(double[] p, int c, double jx, double jy, double jh) {
    return jx * (p[c] * jx + p[c + 1] * jy + p[c + 2] * jh)
        + jy * (p[c + 3] * jx + p[c + 4] * jy + p[c + 5] * jh)
        + jh * (p[c + 6] * jx + p[c + 7] * jy + p[c + 8] * jh);
  }

  /**
   * Log-likelihood of a box as {@link #log}, for a guess (x, y, height and covariance), and into
   * {@code moved} the guess in the light of the box.
   */
  double trial(
      double[] expected,
      double[] guess,
      int from,
      double[] moved,
      FloorView view,
      int box,
      double hidden) {
    read(expected, 0, view, box, hidden);
    System.arraycopy(guess, from, moved, 0, Beam.GUESS);
    double product = 1;
    for (int i = 0; i < 3; i++) {
      int a = UprightBody.EDGE * i;
      double jx = expected[a + 1];
      double jy = expected[a + 2];
      double jh = expected[a + 3];
      double e =
          innovation[i]
              - jx * (moved[0] - guess[from])
              - jy * (moved[1] - guess[from + 1])
              - jh * (moved[2] - guess[from + 2]);
      double px = moved[3] * jx + moved[4] * jy + moved[5] * jh;
      double py = moved[6] * jx + moved[7] * jy + moved[8] * jh;
      double ph = moved[9] * jx + moved[10] * jy + moved[11] * jh;
      double error = noise[i];
      double spread = jx * px + jy * py + jh * ph;
      double total = spread + error;
      double squared = e * e / total;
      double density = density(squared, total);
      double right = (1 - wrong[i]) * density * range[i];
      product *= right + wrong[i];
      double weight = right / (right + wrong[i]) * (FREEDOM + 1) / (FREEDOM + squared);
      double per = weight / (spread * weight + error);
      moved[0] += px * per * e;
      moved[1] += py * per * e;
      moved[2] += ph * per * e;
      moved[3] -= px * px * per;
      moved[4] -= px * py * per;
      moved[5] -= px * ph * per;
      moved[7] -= py * py * per;
      moved[8] -= py * ph * per;
      moved[11] -= ph * ph * per;
      moved[6] = moved[4];
      moved[9] = moved[5];
      moved[10] = moved[8];
    }
    return Math.log(product);
  }

  private static double sq(double a) {
    return a * a;
  }

  /** Density of Student's t, from the squared deviation in units of the variance. */
  private static double density(double squared, double variance) {
    double a = 1 + squared / FREEDOM;
    return T_PEAK / (a * a * Math.sqrt(a * variance));
  }

  private void read(double[] expected, int at, FloorView view, int box, double hidden) {
    for (int i = 0; i < 3; i++) {
      noise[i] = sq(expected[at + UprightBody.EDGE * i + 4]);
    }
    if (!Double.isNaN(view.floor[2 * box])) {
      readFloor(expected, at, view, box);
      return;
    }
    double left = view.boxes[4 * box];
    double top = view.boxes[4 * box + 1];
    double right = left + view.boxes[4 * box + 2];
    double bottom = top + view.boxes[4 * box + 3];
    innovation[0] = (left + right) / 2 - expected[at];
    innovation[1] = top - expected[at + UprightBody.EDGE];
    innovation[2] = bottom - expected[at + 2 * UprightBody.EDGE];
    boolean aside = left < border || right > camera.widthPixels() - border;
    wrong[0] = aside ? HIDDEN_WRONG : WRONG + hidden * (0.3 - WRONG);
    wrong[1] = top < border ? HIDDEN_WRONG : WRONG;
    wrong[2] =
        bottom > camera.heightPixels() - border
            ? HIDDEN_WRONG
            : WRONG + hidden * (HIDDEN_WRONG - WRONG);
  }

  /**
   * A place that the detector knows itself counts as the middle and the lower edge that somebody
   * there would have; the upper edge then says nothing.
   */
  private void readFloor(double[] expected, int at, FloorView view, int box) {
    double dx = view.floor[2 * box] - expected[at + UprightBody.PLACE];
    double dy = view.floor[2 * box + 1] - expected[at + UprightBody.PLACE + 1];
    for (int i = 0; i < 3; i += 2) {
      int a = at + UprightBody.EDGE * i;
      double jx = expected[a + 1];
      double jy = expected[a + 2];
      innovation[i] = jx * dx + jy * dy;
      wrong[i] = WRONG;
      double xx = view.floorVariance[3 * box];
      if (!Double.isNaN(xx)) {
        noise[i] =
            jx * jx * xx
                + 2 * jx * jy * view.floorVariance[3 * box + 1]
                + jy * jy * view.floorVariance[3 * box + 2];
      }
    }
    innovation[1] = 0;
    wrong[1] = 1;
  }

  /** Moves a state by the box's edges. */
  void update(
      PersonFilter filter,
      double[] expected,
      int at,
      double[] x,
      int xs,
      double[] p,
      int c,
      FloorView view,
      int box,
      double hidden) {
    read(expected, at, view, box, hidden);
    double x0 = x[xs];
    double y0 = x[xs + 1];
    double h0 = x[xs + 4];
    for (int i = 0; i < 3; i++) {
      int a = at + UprightBody.EDGE * i;
      double jx = expected[a + 1];
      double jy = expected[a + 2];
      double jh = expected[a + 3];
      // The edges before have moved the state since the box was expected.
      double e = innovation[i] - jx * (x[xs] - x0) - jy * (x[xs + 1] - y0) - jh * (x[xs + 4] - h0);
      double error = noise[i];
      double total = error + PersonFilter.variance(p, c, jx, jy, jh);
      double squared = e * e / total;
      double density = density(squared, total);
      double right = (1 - wrong[i]) * density;
      double weight = right / (right + wrong[i] / range[i]) * (FREEDOM + 1) / (FREEDOM + squared);
      if (weight > 1e-4) {
        filter.update(x, xs, p, c, e, jx, jy, jh, error / weight);
      }
    }
  }
}
