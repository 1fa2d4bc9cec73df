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
    return String.format(Locale.ROOT, "%s, seed %d: %.1f s, ", o.scenario(), o.seed(), o.seconds())
        + String.join(
            ", ",
            count(o.people(), "person", "people"),
            count(o.takes(), "take", "takes"),
            count(o.putBacks(), "put-back", "put-backs"),
            count(o.plateSamples(), "plate sample", "plate samples"),
            count(o.poseSets(), "pose set", "pose sets"));
  }

  private static String count(long many, String one, String more) {
    return String.format(Locale.ROOT, "%,d %s", many, many == 1 ? one : more);
  }
}
