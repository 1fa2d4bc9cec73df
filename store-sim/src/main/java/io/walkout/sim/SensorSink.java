package io.walkout.sim;

import io.walkout.store.Store;
import io.walkout.store.signal.DoorEvent;
import io.walkout.store.signal.PlateBlock;
import io.walkout.store.signal.PoseSet;
import java.io.IOException;

/**
 * Receives what the sensors of a simulated shop deliver. Times are nanoseconds since the epoch;
 * each kind of event comes in the order of its arrival. Arguments that are reusable holders are
 * valid until the call returns.
 */
public interface SensorSink {
  /**
   * Called once, before anything else.
   *
   * @param store as its file tells it; plan and masses may be wrong on purpose
   */
  void begin(Store store, String caseName) throws IOException;

  /** Twelve samples of one gondola. */
  void plates(PlateBlock block, long arrivalNanos) throws IOException;

  /** Everybody's joints at one moment; also if nobody was seen. */
  void poses(PoseSet poses, long captureNanos, long arrivalNanos) throws IOException;

  /** Somebody passed a door. */
  void door(DoorEvent door, long arrivalNanos) throws IOException;

  /** After the last event, if a power cut killed the recorder in the middle of it. */
  default void tear() throws IOException {
    // Who keeps nothing has nothing to tear.
  }
}
