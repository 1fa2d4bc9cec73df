package io.walkout.sim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.walkout.sim.Outcome;
import io.walkout.sim.Scenarios;
import io.walkout.sim.Simulation;
import io.walkout.sim.Unheard;
import io.walkout.sim.world.Dice;
import io.walkout.sim.world.SimStore;
import io.walkout.sim.world.Stock;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LibraryTest {
  static List<String> names() {
    return Scenarios.names();
  }

  @Test
  void holdsAtLeastThirtyScenariosEachWithADescriptionAndTags() {
    assertThat(names())
        .hasSizeGreaterThanOrEqualTo(34)
        .doesNotHaveDuplicates()
        .contains("demo", "alone", "take-two", "put-back", "misplaced", "neighbours", "nothing")
        .contains("crowd", "random", "aisle", "busy");
    for (String name : names()) {
      assertThat(Scenarios.describe(name)).as(name).hasSizeBetween(10, 120);
      assertThat(Scenarios.tags(name)).as(name).isNotEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyScenarioEndsWithBooksThatBalance(String name) throws IOException {
    for (long seed = 1; seed <= 3; seed++) {
      Outcome outcome = Simulation.run(name, seed, new Unheard());
      assertThat(outcome.truth().receipts()).as("%s %d", name, seed).hasSize(outcome.people());
      assertThat(outcome.truth().events()).hasSize(outcome.takes() + outcome.putBacks());
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void theSameSeedDoesTheSame(String name) throws IOException {
    Outcome once = Simulation.run(name, 4, new Unheard());
    assertThat(Simulation.run(name, 4, new Unheard())).isEqualTo(once);
  }

  private static long[] seedsInThought() {
    return LongStream.concat(LongStream.rangeClosed(1, 40), LongStream.rangeClosed(9000, 9020))
        .toArray();
  }

  @Test
  void everySeedCanBePlayed() {
    Map<String, SimStore> shops = new HashMap<>();
    for (String name : names()) {
      Scenario scenario = Scenarios.find(name);
      SimStore shop = scenario.shop().get();
      SimStore known = shops.computeIfAbsent(shop.store().name(), k -> shop);
      for (long seed : seedsInThought()) {
        Play play = scenario.script().play(known, new Dice(seed, "script"));
        SimStore fitted = play.in(known);
        play.rehearse(fitted, new Stock(fitted, seed, play.stocking()));
      }
    }
  }

  @Test
  void seedsDifferInWhatIsTakenAndWhen() throws IOException {
    Outcome one = Simulation.run("alone", 1, new Unheard());
    Outcome other = Simulation.run("alone", 2, new Unheard());
    assertThat(one.truth().events().getFirst().barcode())
        .isNotEqualTo(other.truth().events().getFirst().barcode());
  }
}
