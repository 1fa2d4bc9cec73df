package io.walkout.sim;

import io.walkout.sim.truth.TruthKeeper;
import java.io.IOException;
import java.nio.file.Path;

/** Lets the keeper of the truth watch. */
record TruthWatcher(TruthKeeper keeper) implements Watcher {
  static TruthWatcher of(Path recording, Stage stage) {
    return new TruthWatcher(
        new TruthKeeper(
            recording, stage.shop(), stage.stock(), stage.scene(), Simulation.EPOCH_NANOS));
  }

  @Override
  public void step(double seconds, double step) throws IOException {
    keeper.step(seconds);
  }

  @Override
  public void end(double seconds) throws IOException {
    keeper.end();
  }
}
