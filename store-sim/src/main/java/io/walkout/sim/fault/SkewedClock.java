package io.walkout.sim.fault;

import io.walkout.sim.world.SimStore;
import io.walkout.store.Camera;
import io.walkout.store.Gondola;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A clock that is off by a time, and by ever more.
 *
 * @param kind whose
 * @param name which one of its kind, or empty for all of them
 * @param offsetSeconds how much it is ahead at the start
 * @param driftShare by how much it runs too fast
 */
record SkewedClock(ClockSource.Kind kind, String name, double offsetSeconds, double driftShare) {
  static SkewedClock of(Choices choices, SimStore shop, List<String> said) {
    List<Gondola> gondolas = shop.store().layout().gondolas();
    int kind = choices.dice().below(3);
    int gondola = choices.dice().below(gondolas.size());
    String drawn =
        kind == 0 ? "poses" : kind == 1 ? "plates" : "gondola " + gondolas.get(gondola).number();
    String source = choices.given("source").orElse(drawn);
    double millis = choices.drawnEitherWay("ms", 150, 600);
    double ppm = choices.number("ppm", 0);
    said.add(
        choices.says(
            "the clock of "
                + source
                + " is "
                + Parameter.text(Math.abs(millis))
                + (millis < 0 ? " ms behind" : " ms ahead")
                + (ppm == 0 ? "" : " and gains " + Parameter.text(ppm) + " ppm")));
    ClockSource whose = whose(source, choices, shop);
    return new SkewedClock(whose.kind(), whose.name(), millis / 1000, ppm / 1e6);
  }

  private static ClockSource whose(String source, Choices choices, SimStore shop) {
    Map<String, ClockSource> sources = new LinkedHashMap<>();
    sources.put("poses", ClockSource.POSES);
    sources.put("plates", new ClockSource(ClockSource.Kind.PLATES, ""));
    sources.put("doors", ClockSource.DOORS);
    sources.put("cameras", new ClockSource(ClockSource.Kind.CAMERAS, ""));
    for (Gondola gondola : shop.store().layout().gondolas()) {
      sources.put("gondola " + gondola.number(), ClockSource.gondola(gondola.number()));
    }
    for (Camera camera : shop.store().layout().cameras()) {
      sources.putIfAbsent(camera.id().value(), ClockSource.camera(camera.id()));
    }
    ClockSource found = sources.get(source);
    if (found == null) {
      throw choices.refused(
          "this shop has no source '"
              + source
              + "'; it has "
              + String.join(", ", sources.keySet()));
    }
    return found;
  }

  double skewSeconds(ClockSource source, double seconds) {
    return source.kind() == kind && (name.isEmpty() || name.equals(source.name()))
        ? offsetSeconds + driftShare * seconds
        : 0;
  }
}
