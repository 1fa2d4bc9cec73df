package io.walkout.sim.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.walkout.sim.Scenarios;
import io.walkout.sim.Seen;
import io.walkout.sim.people.Intent;
import io.walkout.sim.people.Plan;
import io.walkout.sim.world.Dice;
import io.walkout.sim.world.SimStore;
import io.walkout.sim.world.StorePlan;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MixtureTest {
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.3, 1})
  void mixturesOfAnyShareRunToTheirEnd(double share) throws IOException {
    for (long seed = 1; seed <= 4; seed++) {
      Seen seen = Seen.of(Scenarios.mix(6, share, "corner"), seed);
      assertThat(seen.people()).as("seed %d", seed).hasSize(6);
    }
  }

  @Test
  void withoutConfusionPeopleOnlyLookAndTakeOneOfEach() {
    SimStore shop = StorePlan.corner();
    Scenario plain = Scenarios.mix(40, 0, "corner");
    for (Plan plan : plain.script().play(shop, new Dice(5, "script")).plans()) {
      assertThat(plan.intents())
          .allMatch(
              i ->
                  i instanceof Intent.Look
                      || i instanceof Intent.Stroll
                      || (i instanceof Intent.Take take && take.count() == 1));
    }
  }

  @Test
  void aMixtureHasOneToTwoHundredPeopleAndAShareOfOne() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Scenarios.mix(0, 0.5, "corner"))
        .withMessageContaining("1 to 200");
    assertThatIllegalArgumentException().isThrownBy(() -> Scenarios.mix(3, 1.5, "corner"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Scenarios.mix(3, 0.5, "moon"))
        .withMessageContaining("'moon'");
  }
}
