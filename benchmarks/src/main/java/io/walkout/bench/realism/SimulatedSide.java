package io.walkout.bench.realism;

import io.walkout.bench.realism.plates.Handling;
import io.walkout.ingest.recording.Recording;
import io.walkout.sim.Outcome;
import io.walkout.sim.Scenario;
import io.walkout.sim.Simulation;
import io.walkout.sim.SimulationOptions;
import io.walkout.sim.world.SimStore;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Simulates the recording's visit in the recording's store. */
final class SimulatedSide {
  private SimulatedSide() {}

  /** One simulation, sensors only. */
  static Side sensors(Recording recording, long seed) throws IOException {
    TapeSink sink = new TapeSink();
    Trail trail = new Trail();
    Scenario scenario =
        new Scenario(
            recording.name(),
            "as in the recording",
            () -> SimStore.of(recording.store()),
            (shop, dice) -> RealVisit.plans(recording));
    Outcome outcome =
        Simulation.run(
            scenario,
            seed,
            sink,
            SimulationOptions.NONE.watchedBy(List.of(stage -> new TrailWatcher(stage, trail))));
    return new Side(
        "seed " + seed,
        recording.store(),
        sink.tape(),
        sink.poses(),
        Handling.of(outcome.truth(), recording.store(), sink.tape()),
        Map.of(),
        trail);
  }
}
