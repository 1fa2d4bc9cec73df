package io.walkout.bench.realism;

import io.walkout.bench.realism.plates.PlateTape;
import io.walkout.bench.realism.poses.PoseTape;
import io.walkout.sim.SensorSink;
import io.walkout.sim.Simulation;
import io.walkout.store.Store;
import io.walkout.store.signal.DoorEvent;
import io.walkout.store.signal.PlateBlock;
import io.walkout.store.signal.PoseSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Keeps what a simulated store's plates and poses send. */
final class TapeSink implements SensorSink {
  private @Nullable PlateTape plates;
  private final PoseTape poses = new PoseTape();

  @Override
  public void begin(Store store, String caseName) {
    plates = new PlateTape(store.layout(), Simulation.EPOCH_NANOS);
  }

  @Override
  public void plates(PlateBlock block, long arrivalNanos) {
    tape().add(block);
  }

  @Override
  public void poses(PoseSet set, long captureNanos, long arrivalNanos) {
    poses.add(set, captureNanos, arrivalNanos);
  }

  @Override
  public void door(DoorEvent door, long arrivalNanos) {
    // Doors are not compared: the simulator invents where they are when the store does not say.
  }

  PlateTape tape() {
    return Objects.requireNonNull(plates, "the simulation has not begun");
  }

  PoseTape poses() {
    return poses;
  }
}
