package io.walkout.node.cli;

import io.walkout.sim.Outcome;
import java.util.Locale;

/** What was simulated, in one line. */
final class SimulationText {
  private SimulationText() {}

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
