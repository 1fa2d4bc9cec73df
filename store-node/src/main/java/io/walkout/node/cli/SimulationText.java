package io.walkout.node.cli;

import io.walkout.sim.Outcome;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What was simulated, in one line. */
final class SimulationText {
  private SimulationText() {}

  static String json(Outcome o) throws IOException {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("scenario", o.scenario());
    fields.put("seed", o.seed());
    fields.put("seconds", o.seconds());
    fields.put("people", o.people());
    fields.put("takes", o.takes());
    fields.put("putBacks", o.putBacks());
    fields.put("plateSamples", o.plateSamples());
    fields.put("poseSets", o.poseSets());
    return Json.pretty(fields);
  }

  static String of(Outcome o) {
    return String.format(
        Locale.ROOT,
        "%s, seed %d: %.1f s, %d people, %d takes, %d put-backs, %,d plate samples, %,d pose sets",
        o.scenario(),
        o.seed(),
        o.seconds(),
        o.people(),
        o.takes(),
        o.putBacks(),
        o.plateSamples(),
        o.poseSets());
  }
}
