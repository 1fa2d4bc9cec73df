package io.walkout.models.catalogue;

import java.nio.file.Path;

/** Told how a pull goes on, on the pull's thread. */
public interface PullWatcher {
  /** Says nothing. */
  PullWatcher NONE =
      new PullWatcher() {
        @Override
        public void waits(Path folder) {}

        @Override
        public void begins(String step, long total) {}

        @Override
        public void reached(long count) {}

        @Override
        public void ended(String what) {}
      };

  /** Another pull is at work in this folder; this one waits for it. */
  void waits(Path folder);

  /**
   * A step begins.
   *
   * @param step what is done
   * @param total bytes to go, or -1 if nobody knows how long it takes
   */
  void begins(String step, long total);

  /** How far the step has come: bytes, or milliseconds where the total is unknown. */
  void reached(long count);

  /** The step is over; a sentence of what was done. */
  void ended(String what);
}
