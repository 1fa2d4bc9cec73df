package io.walkout.bench.scorecard;

import java.util.List;

/**
 * Certainty as a logistic curve of the log odds that the worlds give (J. Platt, Probabilistic
 * outputs for support vector machines, 1999), fitted by Newton's method. In the place of Platt's
 * smoothed targets stands a normal prior of deviation one about slope 1 and shift 0, which is to
 * believe the worlds: without any line that is the curve.
 *
 * @param slope of the log odds
 * @param shift added to them
 */
record PlattCurve(double slope, double shift) implements CertaintyCurve {
  private static final int MOST_STEPS = 50;
  private static final double CLOSE = 1e-9;

  static PlattCurve fit(List<Claim> claims) {
    PlattCurve at = new PlattCurve(1, 0);
    double loss = at.loss(claims);
    for (int step = 0; step < MOST_STEPS; step++) {
      PlattCurve newton = at.newton(claims);
      double slopeStep = newton.slope - at.slope;
      double shiftStep = newton.shift - at.shift;
      double share = 1;
      PlattCurve next = newton;
      double after = next.loss(claims);
      while (after > loss && share > CLOSE) {
        share /= 2;
        next = new PlattCurve(at.slope + share * slopeStep, at.shift + share * shiftStep);
        after = next.loss(claims);
      }
      if (!(loss - after > CLOSE)) {
        break;
      }
      at = next;
      loss = after;
    }
    return at;
  }

  /** Where Newton's step from here leads. */
  private PlattCurve newton(List<Claim> claims) {
    double g0 = slope - 1;
    double g1 = shift;
    double h00 = 1;
    double h01 = 0;
    double h11 = 1;
    for (Claim c : claims) {
      double x = c.logOdds();
      double p = of(c);
      double error = p - (c.isRight() ? 1 : 0);
      double spread = p * (1 - p);
      g0 += error * x;
      g1 += error;
      h00 += spread * x * x;
      h01 += spread * x;
      h11 += spread;
    }
    double det = h00 * h11 - h01 * h01;
    return new PlattCurve(slope - (h11 * g0 - h01 * g1) / det, shift - (h00 * g1 - h01 * g0) / det);
  }

  /** Negative log posterior. */
  private double loss(List<Claim> claims) {
    double loss = ((slope - 1) * (slope - 1) + shift * shift) / 2;
    for (Claim c : claims) {
      double z = slope * c.logOdds() + shift;
      double against = c.isRight() ? -z : z;
      loss += Math.max(0, against) + Math.log1p(Math.exp(-Math.abs(against)));
    }
    return loss;
  }

  @Override
  public double of(Claim claim) {
    return 1 / (1 + Math.exp(-(slope * claim.logOdds() + shift)));
  }
}
