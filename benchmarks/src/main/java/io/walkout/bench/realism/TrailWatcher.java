package io.walkout.bench.realism;

import io.walkout.sim.Stage;
import io.walkout.sim.Watcher;
import io.walkout.sim.people.Shopper;
import io.walkout.store.geometry.FloorPoint;

/** Notes where the first shopper of a simulation truly is, while inside. */
final class TrailWatcher implements Watcher {
  private final Stage stage;
  private final Trail trail;

  TrailWatcher(Stage stage, Trail trail) {
    this.stage = stage;
    this.trail = trail;
  }

  @Override
  public void step(double seconds, double step) {
    Shopper shopper = stage.scene().shoppers().getFirst();
    if (shopper.isInside()) {
      FloorPoint at = shopper.at();
      trail.add(seconds, at.x(), at.y());
    }
  }

  @Override
  public void end(double seconds) {
    // Nothing is open.
  }
}
