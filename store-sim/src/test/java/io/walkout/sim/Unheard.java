package io.walkout.sim;

import io.walkout.store.Store;
import io.walkout.store.signal.DoorEvent;
import io.walkout.store.signal.PlateBlock;
import io.walkout.store.signal.PoseSet;

/** A sink that keeps nothing but that it was begun. */
public final class Unheard implements SensorSink {
  /** Whether anything ran. */
  public boolean begun;

  @Override
  public void begin(Store store, String caseName) {
    begun = true;
  }

  @Override
  public void plates(PlateBlock block, long arrivalNanos) {}

  @Override
  public void poses(PoseSet poses, long captureNanos, long arrivalNanos) {}

  @Override
  public void door(DoorEvent door, long arrivalNanos) {}
}
