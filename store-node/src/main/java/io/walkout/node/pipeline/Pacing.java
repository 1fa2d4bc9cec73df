package io.walkout.node.pipeline;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * How fast a recording is fed: as fast as the machine takes it, or by the recording's own clock.
 * Decides when, never what.
 */
public enum Pacing {
  /** As fast as the machine takes it. */
  MAX,
  /** An event is fed when as much time has passed as had on the recording's clock. */
  REAL_TIME;

  /** A clock that starts with its first event. */
  Clock start(LongSupplier monotonicNanos) {
    return new Clock(this == REAL_TIME, monotonicNanos);
  }

  /** Waits for the time of each event. One thread. */
  static final class Clock {
    private final boolean waits;
    private final LongSupplier monotonicNanos;
    private long offsetNanos;
    private boolean started;

    Clock(boolean waits, LongSupplier monotonicNanos) {
      this.waits = waits;
      this.monotonicNanos = monotonicNanos;
    }

    void await(long arrivalNanos) {
      if (!waits) {
        return;
      }
      if (!started) {
        started = true;
        offsetNanos = monotonicNanos.getAsLong() - arrivalNanos;
      }
      for (long left = arrivalNanos + offsetNanos - monotonicNanos.getAsLong();
          left > 0 && !Thread.currentThread().isInterrupted();
          left = arrivalNanos + offsetNanos - monotonicNanos.getAsLong()) {
        LockSupport.parkNanos(Math.min(left, TimeUnit.MILLISECONDS.toNanos(100)));
      }
    }
  }
}
