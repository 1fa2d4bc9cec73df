package io.walkout.bench.scorecard;

import io.walkout.node.score.JudgedLine;

/**
 * A line's claim to be right, as a curve of certainty is fitted to it.
 *
 * @param seed of the case: lines of one seed are alike and are left out together
 * @param weight of the worlds that agree with the line, 0..1
 * @param line what it states now, and whether that was right for its account
 */
record Claim(long seed, double weight, JudgedLine line) {
  /** Beyond this no weight says anything: it is what doubles and four decimals leave. */
  private static final double EDGE = 1e-5;

  /** Log odds of the weight. */
  double logOdds() {
    double w = Math.clamp(weight, EDGE, 1 - EDGE);
    return Math.log(w / (1 - w));
  }

  boolean isRight() {
    return line.holdsForAccount();
  }
}
