package io.walkout.bench.realism;

import io.walkout.bench.realism.figure.Comparison;
import io.walkout.bench.realism.figure.Curve;
import io.walkout.bench.realism.figure.Figure;
import io.walkout.bench.realism.figure.Measured;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A recording beside simulations of it, measured.
 *
 * @param recording its name
 * @param command what makes this report again
 * @param seeds of the simulations, first of which has pictures too
 * @param comparison every figure of both sides
 * @param curves every curve, in order
 * @param pairs pictures of both sides; empty if one has none
 * @param notes what a reader must know: what could not be compared, and why
 */
record RealismReport(
    String recording,
    String command,
    List<Long> seeds,
    Comparison comparison,
    Map<Figure, Curves> curves,
    List<PicturePair> pairs,
    List<String> notes) {
  /**
   * A curve of both sides.
   *
   * @param real the recording's
   * @param simulated the seeds', in their order
   */
  record Curves(Curve real, List<Curve> simulated) {}

  /** Puts the sides together; curves that only one side has are left out of the drawings. */
  static Map<Figure, Curves> curves(Measured real, List<Measured> simulated) {
    Map<Figure, Curves> both = new LinkedHashMap<>();
    real.curves()
        .forEach(
            (figure, curve) -> {
              List<Curve> theirs = new ArrayList<>();
              for (Measured seed : simulated) {
                Curve one = seed.curves().get(figure);
                if (one != null) {
                  theirs.add(one);
                }
              }
              if (!theirs.isEmpty()) {
                both.put(figure, new Curves(curve, theirs));
              }
            });
    return both;
  }
}
