package io.walkout.node.mcap;

import java.io.IOException;

/** One stream of what goes into the file, one entry at a time. Used by one thread. */
interface Track extends AutoCloseable {
  /** What {@link #nanos} returns when there is nothing any more. */
  long ENDED = Long.MAX_VALUE;

  /** Event time of the next entry, or {@link #ENDED}. May read ahead. */
  long nanos() throws IOException;

  /** Writes the next entry and goes on. */
  void write() throws IOException;

  @Override
  default void close() {
    // Most have nothing open.
  }
}
