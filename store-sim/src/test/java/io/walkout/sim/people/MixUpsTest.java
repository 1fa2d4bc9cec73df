package io.walkout.sim.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.walkout.sim.Captured;
import io.walkout.sim.Simulation;
import io.walkout.store.people.Joint;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** An external tracker takes people for each other: rarely, briefly, and only in a crowd. */
class MixUpsTest {
  /** Faster than anybody moves from one pose set to the next: then a name changed bodies. */
  private static final double LEAP_METRES_PER_SECOND = 4;

  @Test
  void whoIsAloneIsNeverMixedUp() throws IOException {
    for (long seed = 1; seed <= 8; seed++) {
      assertThat(leaps("alone", seed)).as("seed %d", seed).isZero();
    }
  }

  @Test
  void inACrowdItHappensNowAndThen() throws IOException {
    int leaps = 0;
    for (long seed = 1; seed <= 20; seed++) {
      leaps += leaps("aisle", seed);
    }
    // Some two hundred people; each mix-up makes two names leap, and leap back.
    assertThat(leaps).isBetween(2, 80);
  }

  private static int leaps(String scenario, long seed) throws IOException {
    Captured sensors = new Captured();
    Simulation.run(scenario, seed, sensors);
    Map<String, double[]> last = new TreeMap<>();
    int leaps = 0;
    for (Captured.Poses p : sensors.poses) {
      double seconds = p.captureNanos() / 1e9;
      for (int i = 0; i < p.set().count; i++) {
        int neck = i * Joint.COUNT + Joint.NECK.ordinal();
        double[] now = {seconds, p.set().x[neck], p.set().y[neck]};
        if (Double.isNaN(now[1])) {
          continue;
        }
        double[] was = last.put(p.set().targetIds[i], now);
        if (was != null && now[0] - was[0] > 0.05 && now[0] - was[0] < 0.3) {
          double metres = Math.hypot(now[1] - was[1], now[2] - was[2]);
          leaps += metres / (now[0] - was[0]) > LEAP_METRES_PER_SECOND ? 1 : 0;
        }
      }
    }
    return leaps;
  }
}
