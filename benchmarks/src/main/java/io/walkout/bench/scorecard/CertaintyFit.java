package io.walkout.bench.scorecard;

import io.walkout.cart.joint.Certainty;
import io.walkout.node.score.Calibration;
import io.walkout.node.score.JudgedLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Curves of certainty fitted to the lines of scorecards, and how true each would be on seeds that
 * it has not seen: each seed is left out once (leave-one-group-out cross-validation), as the lines
 * of one simulated visit hang together.
 *
 * @param lines how many lines
 * @param seeds how many seeds
 * @param slopeInUse of the curve that made these scorecards
 * @param shiftInUse of the same
 * @param platt the two numbers, fitted to all lines
 * @param most no line should state more
 * @param trials how true each curve is, by name: what is stated now, Platt, isotonic
 */
record CertaintyFit(
    int lines,
    int seeds,
    double slopeInUse,
    double shiftInUse,
    PlattCurve platt,
    double most,
    Map<String, Trial> trials) {
  static final String STATED = "as stated";
  static final String PLATT = "Platt";
  static final String ISOTONIC = "isotonic";

  /**
   * How true one curve is.
   *
   * @param calibration the reliability table and the expected calibration error, by account
   * @param underThreshold lines below a threshold per 1,000, by threshold
   * @param wrongAbove lines at or above it that are wrong, per 1,000 lines, by threshold
   */
  record Trial(
      Calibration calibration,
      Map<String, Double> underThreshold,
      Map<String, Double> wrongAbove) {}

  private static final double[] THRESHOLDS = {0.7, 0.75, 0.8, 0.85, 0.9, 0.95};

  /** Fits; needs claims of two seeds at least. */
  static CertaintyFit of(List<Claim> claims) {
    Map<String, Trial> trials = new LinkedHashMap<>();
    trials.put(STATED, trial(claims, c -> stated(c)));
    trials.put(PLATT, unseen(claims, PlattCurve::fit));
    trials.put(ISOTONIC, unseen(claims, IsotonicCurve::fit));
    return new CertaintyFit(
        claims.size(),
        seeds(claims).size(),
        Certainty.SLOPE,
        Certainty.SHIFT,
        PlattCurve.fit(claims),
        IsotonicCurve.fit(claims).most(),
        trials);
  }

  private static TreeSet<Long> seeds(List<Claim> claims) {
    TreeSet<Long> seeds = new TreeSet<>();
    claims.forEach(c -> seeds.add(c.seed()));
    return seeds;
  }

  private static double stated(Claim claim) {
    Double certainty = claim.line().certainty();
    return certainty == null ? Double.NaN : certainty;
  }

  /** Each claim by a curve that has not seen its seed. */
  private static Trial unseen(List<Claim> claims, Function<List<Claim>, CertaintyCurve> fit) {
    Map<Long, CertaintyCurve> curves = new LinkedHashMap<>();
    for (long seed : seeds(claims)) {
      curves.put(seed, fit.apply(claims.stream().filter(c -> c.seed() != seed).toList()));
    }
    return trial(claims, c -> curves.getOrDefault(c.seed(), CertaintyFit::stated).of(c));
  }

  private static Trial trial(List<Claim> claims, CertaintyCurve curve) {
    double[] certainty = claims.stream().mapToDouble(curve::of).toArray();
    List<JudgedLine> lines = new ArrayList<>();
    for (int i = 0; i < certainty.length; i++) {
      lines.add(claims.get(i).line().stating(certainty[i]));
    }
    Map<String, Double> under = new LinkedHashMap<>();
    Map<String, Double> wrong = new LinkedHashMap<>();
    for (double threshold : THRESHOLDS) {
      int below = 0;
      int falsely = 0;
      for (int i = 0; i < certainty.length; i++) {
        below += certainty[i] < threshold ? 1 : 0;
        falsely += certainty[i] >= threshold && !claims.get(i).isRight() ? 1 : 0;
      }
      under.put(String.valueOf(threshold), 1000.0 * below / certainty.length);
      wrong.put(String.valueOf(threshold), 1000.0 * falsely / certainty.length);
    }
    return new Trial(Calibration.of(lines), under, wrong);
  }
}
