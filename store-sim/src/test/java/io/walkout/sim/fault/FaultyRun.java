package io.walkout.sim.fault;

import io.walkout.sim.Captured;
import io.walkout.sim.Outcome;
import io.walkout.sim.Simulation;
import io.walkout.sim.SimulationOptions;
import io.walkout.store.PlateId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** One scenario with and without faults, all that its sensors sent. */
record FaultyRun(Outcome outcome, Captured sensors) {
  static FaultyRun of(String scenario, long seed, String... faults) throws IOException {
    Captured sensors = new Captured();
    Outcome outcome =
        Simulation.run(scenario, seed, sensors, SimulationOptions.NONE.withFaults(List.of(faults)));
    return new FaultyRun(outcome, sensors);
  }

  /** What really happened: who owes for what, and each take and put-back. */
  List<Object> happened() {
    return List.of(outcome.truth().receipts(), outcome.truth().events());
  }

  /** One sample of a plate, seconds of the simulation as the block tells them. */
  record Sample(double seconds, float grams) {}

  List<Sample> samples(PlateId plate) {
    List<Sample> samples = new ArrayList<>();
    for (Captured.Block b : sensors.blocks) {
      if (b.block().gondola == plate.gondola()) {
        for (int k = 0; k < b.block().samples; k++) {
          samples.add(
              new Sample(
                  seconds(b.block().nanosOf(k)),
                  b.block().grams[b.block().index(k, plate.shelf() - 1, plate.plate() - 1)]));
        }
      }
    }
    return samples;
  }

  /** Mean of a plate between two times. */
  double mean(PlateId plate, double from, double to) {
    return samples(plate).stream()
        .filter(s -> s.seconds() >= from && s.seconds() < to)
        .mapToDouble(Sample::grams)
        .average()
        .orElse(Double.NaN);
  }

  static double seconds(long nanos) {
    return (nanos - Simulation.EPOCH_NANOS) / 1e9;
  }
}
