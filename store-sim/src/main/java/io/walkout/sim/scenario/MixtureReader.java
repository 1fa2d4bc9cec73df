package io.walkout.sim.scenario;

import static io.walkout.ingest.storefile.Findings.quote;

import io.walkout.ingest.storefile.YamlMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads the {@code random} section of a scenario. */
final class MixtureReader {
  private static final int MOST_PEOPLE = 200;

  /** Who stops more often does not leave within the hour. */
  private static final int MOST_STOPS = 40;

  private MixtureReader() {}

  static Mixture read(YamlMap map) {
    Amount people = Args.amount(map, "people", 1, MOST_PEOPLE);
    double every = map.number("every").orElse(10.0);
    if (!(every >= 0.5 && every <= 600)) {
      map.wrong("every", every + " seconds", "0.5 to 600 seconds from one person to the next");
    }
    Amount stops = map.has("stops") ? Args.amount(map, "stops", 1, MOST_STOPS) : Mixture.STOPS;
    double confusing = map.has("confusing") ? Args.amount(map, "confusing", 0, 1).low() : 0.5;
    List<Confusion> of = new ArrayList<>();
    for (String word : map.texts("of")) {
      Confusion kind = Confusion.called(word);
      if (kind == null) {
        map.wrong(
            "of",
            quote(word),
            "one of "
                + String.join(
                    ", ", Arrays.stream(Confusion.values()).map(Confusion::word).toList()));
      } else {
        of.add(kind);
      }
    }
    map.finish();
    return new Mixture(
        people, every, stops, confusing, of.isEmpty() ? List.of(Confusion.values()) : of);
  }
}
