package io.walkout.sim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.walkout.sim.Seen;
import io.walkout.sim.people.Happening;
import io.walkout.store.Facing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People who do something together do it together. */
class TogetherTest {
  private static final int SEEDS = 20;

  @ParameterizedTest
  @CsvSource({"neighbours,2", "same-product,2", "three-busy,3"})
  void theFirstLiftsOfAllLieWithinHalfASecond(String name, int people) throws IOException {
    for (long seed = 1; seed <= SEEDS; seed++) {
      Map<String, Double> first = new LinkedHashMap<>();
      for (Happening take : Seen.of(name, seed).happenings(Happening.Kind.TAKE)) {
        first.putIfAbsent(take.targetId(), take.seconds());
      }
      assertThat(first).as("%s %d", name, seed).hasSize(people);
      assertThat(spread(first)).as("%s %d", name, seed).isLessThanOrEqualTo(0.5);
    }
  }

  @Test
  void twoOfAMixtureWhoTakeTogetherLiftWithinHalfASecond() throws IOException {
    Scenario pairs =
        ScenarioReader.parse(
            """
            name: pairs
            description: two people, one of whom mostly waits for the other
            random: {people: 2, every: 4, confusing: 1, of: [simultaneous]}
            """,
            Path.of("pairs.yaml"));
    int together = 0;
    for (long seed = 1; seed <= SEEDS; seed++) {
      Seen seen = Seen.of(pairs, seed);
      Map<String, Double> at = new LinkedHashMap<>();
      // It is the last thing of both.
      for (Happening take : seen.happenings(Happening.Kind.TAKE)) {
        at.put(take.targetId(), take.seconds());
      }
      assertThat(at).as("seed %d", seed).hasSize(2);
      together += spread(at) <= 0.5 ? 1 : 0;
    }
    // Now and then one of them is busy for longer than the other would wait.
    assertThat(together).isGreaterThanOrEqualTo(SEEDS - 2);
  }

  @Test
  void theSameProductIsTakenFromTwoNeighbouringFacingsOfThePlan() throws IOException {
    for (long seed = 1; seed <= SEEDS; seed++) {
      Seen seen = Seen.of("same-product", seed);
      List<Happening> takes = seen.happenings(Happening.Kind.TAKE);
      List<Facing> plan = seen.plan();
      Facing one = plan.get(takes.get(0).facing());
      Facing other = plan.get(takes.get(1).facing());
      assertThat(one.product()).isEqualTo(other.product());
      assertThat(takes).allMatch(t -> t.article().code().equals(one.product()));
      assertThat(one.shelf()).isEqualTo(other.shelf());
      assertThat(Math.abs(takes.get(0).facing() - takes.get(1).facing()))
          .as("seed %d", seed)
          .isEqualTo(1);
    }
  }

  @Test
  void whoWaitsForOthersStepsAsideForThoseWhoQueueForTheirPlace() throws IOException {
    Scenario waits =
        ScenarioReader.parse(
            """
            name: waits
            description: one waits before a shelf for somebody who comes late; others want something there
            facings: {a: {holds: 6}, b: {next-to: a}}
            people:
              - {name: ann, start: 1, do: [{look: a}, {together: [ann, eve]}, {take: a}]}
              - {name: ben, start: 4, do: [{take: {from: a, count: 2, at-once: false}}]}
              - {name: cleo, start: 6, do: [{take: a}, {look: {at: a, seconds: 3}}]}
              - {name: dan, start: 8, do: [{look: {at: a, seconds: 4}}, {take: a}]}
              - {name: eve, start: 90, do: [{look: b}, {together: [ann, eve]}, {take: b}]}
            """,
            Path.of("waits.yaml"));
    for (long seed = 1; seed <= 5; seed++) {
      Seen seen = Seen.of(waits, seed);
      for (String name : List.of("ben", "cleo", "dan")) {
        assertThat(seen.person(name).leftSeconds()).as("%s %d", name, seed).isLessThan(60);
      }
      Map<String, Double> at = new LinkedHashMap<>();
      for (Happening take : seen.happenings(Happening.Kind.TAKE)) {
        at.put(take.targetId(), take.seconds());
      }
      at.keySet().retainAll(List.of(seen.person("ann").targetId(), seen.person("eve").targetId()));
      assertThat(spread(at)).as("seed %d", seed).isLessThan(0.1);
    }
  }

  private static double spread(Map<String, Double> seconds) {
    return seconds.values().stream().mapToDouble(d -> d).max().orElseThrow()
        - seconds.values().stream().mapToDouble(d -> d).min().orElseThrow();
  }
}
