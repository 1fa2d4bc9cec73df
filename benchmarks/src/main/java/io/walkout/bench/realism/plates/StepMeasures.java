package io.walkout.bench.realism.plates;

import io.walkout.bench.realism.figure.Curve;
import io.walkout.bench.realism.figure.Measured;
import io.walkout.ingest.recording.Truth;
import java.util.List;
import java.util.Locale;

/** The shape of each take's and put-back's step, one after the other. */
public final class StepMeasures {
  /** What the names of the curves of a step begin with. */
  public static final String AROUND = "load around the step";

  private static final String[] PLATE = {
    "plate that felt most", "plate that felt second most", "plate that felt third most"
  };

  private StepMeasures() {}

  /**
   * Measures. The n-th handling of one side stands beside the n-th of the other: they are takes of
   * the same products in the same order.
   */
  public static Measured of(List<GondolaTape> gondolas, List<Handling> handlings) {
    Measured m = new Measured();
    for (int n = 0; n < handlings.size(); n++) {
      Handling handling = handlings.get(n);
      String group = group(n, handling);
      gondolas.stream()
          .filter(g -> g.number() == handling.shelf().gondola())
          .findFirst()
          .ifPresent(g -> read(m, group, g, handling));
    }
    return m;
  }

  private static String group(int n, Handling handling) {
    boolean take = handling.kind() == Truth.Event.Kind.TAKE;
    return String.format(
        Locale.ROOT,
        "Step %d: %s shelf %s",
        n + 1,
        take ? "a take from" : "a put-back on",
        handling.shelf());
  }

  private static void read(Measured m, String group, GondolaTape gondola, Handling handling) {
    List<PlateSeries> shelf = gondola.byShelf().get(handling.shelf());
    if (shelf == null) {
      return;
    }
    StepAligner.read(shelf, gondola.indexAt(handling.seconds()))
        .ifPresent(shape -> put(m, group, shape));
  }

  private static void put(Measured m, String group, StepShape shape) {
    double size = Math.abs(shape.deltaGrams());
    m.put(group, "change of the shelf's sum", "g", shape.deltaGrams());
    m.put(group, "noise of the sum before", "g", shape.noiseGrams());
    m.put(group, "share on the plate that feels most", "%", 100 * shape.largestShare());
    m.put(group, "plates that feel a twentieth or more", "", shape.plates());
    m.put(group, "first contact before the step", "s", shape.contactSeconds());
    m.put(group, "press before it, of the change", "%", 100 * shape.pressGrams() / size);
    m.put(group, "overshoot after it, of the change", "%", 100 * shape.overshootGrams() / size);
    m.put(group, "from a tenth to nine tenths", "s", shape.transitSeconds());
    m.put(group, "until settled", "s", shape.settleSeconds());
    m.put(group, "roughness (way over change)", "", shape.roughness());
    m.put(group, "swing after it: frequency", "Hz", shape.ringHertz());
    m.put(group, "swing after it: size in the first quarter second", "g", shape.ringGrams());
    m.put(group, "swing after it: decay time", "s", shape.decaySeconds());
    m.put(
        group,
        AROUND + ", whole shelf",
        "g",
        Curve.single(StepAligner.ALIGNED_SECONDS, shape.aligned()));
    for (int p = 0; p < shape.onPlates().size(); p++) {
      m.put(
          group,
          AROUND + ", " + PLATE[p],
          "g",
          Curve.single(StepAligner.ALIGNED_SECONDS, shape.onPlates().get(p)));
    }
  }
}
