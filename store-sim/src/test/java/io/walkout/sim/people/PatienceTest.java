package io.walkout.sim.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.walkout.sim.Outcome;
import io.walkout.sim.Simulation;
import io.walkout.sim.Unheard;
import io.walkout.sim.Watcher;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In a full shop everybody gets on within the time that people would wait. */
class PatienceTest {
  /** 40 seconds for a partner or a place, the walk aside, and what one does there. */
  private static final double LONGEST_SECONDS = 75;

  /** Who moved less is in the same place. */
  private static final double SAME_METRES = 0.5;

  /** Where everybody was when they last got anywhere, and since when. */
  private static final class Standstill implements Watcher {
    private final List<Shopper> people;
    private final double[][] since;
    double longest;
    String who = "";

    Standstill(List<Shopper> people) {
      this.people = people;
      since = new double[people.size()][];
    }

    @Override
    public void step(double seconds, double step) {
      for (int i = 0; i < since.length; i++) {
        Shopper p = people.get(i);
        double[] was = since[i];
        if (!p.isVisible()) {
          continue;
        }
        if (was == null || StrictMath.hypot(p.x - was[0], p.y - was[1]) > SAME_METRES) {
          since[i] = new double[] {p.x, p.y, seconds};
        } else if (seconds - was[2] > longest) {
          longest = seconds - was[2];
          who = p.plan().person() + " at " + seconds;
        }
      }
    }

    @Override
    public void end(double seconds) {}
  }

  @ParameterizedTest
  @CsvSource({
    "full-store, 1",
    "full-store, 3",
    "full-store, 17",
    "full-store, 9001",
    "busy, 4",
    "busy, 15",
    "three-busy, 17",
    "devious, 2",
  })
  void nobodyStandsAboutForLongerThanPeopleWould(String name, long seed) throws IOException {
    Standstill[] watch = new Standstill[1];
    Outcome outcome =
        Simulation.run(
            name,
            seed,
            new Unheard(),
            List.of(stage -> watch[0] = new Standstill(stage.scene().shoppers())));
    assertThat(watch[0].longest).as(watch[0].who).isLessThan(LONGEST_SECONDS);
    assertThat(outcome.seconds()).isLessThan(300);
  }
}
