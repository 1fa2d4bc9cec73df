package io.walkout.bench.realism;

import io.walkout.bench.realism.plates.Handling;
import io.walkout.sim.Outcome;
import io.walkout.sim.Simulation;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Simulates the recording's visit in the recording's store. */
final class SimulatedSide {
  private SimulatedSide() {}

  /** One simulation, sensors only. */
  static Side sensors(long seed) throws IOException {
    TapeSink sink = new TapeSink();
    Trail trail = new Trail();
    io.walkout.store.Store[] store = new io.walkout.store.Store[1];
    Outcome outcome =
        Simulation.run(
            "put-back",
            seed,
            sink,
            List.of(
                stage -> {
                  store[0] = stage.shop().store();
                  return new TrailWatcher(stage, trail);
                }));
    return new Side(
        "seed " + seed,
        store[0],
        sink.tape(),
        sink.poses(),
        Handling.of(outcome.truth(), store[0], sink.tape()),
        Map.of(),
        trail);
  }
}
