package io.walkout.ingest.ring;

import java.io.IOException;

/**
 * One stream of events in the order of their arrival: a file of a recording, or a device. Used by
 * one thread.
 */
public interface EventSource extends AutoCloseable {
  /** What {@link #peekArrivalNanos} returns when nothing will come any more. */
  long ENDED = Long.MAX_VALUE;

  /** Name for reports: the stream's, as in {@code recording.json}. */
  String name();

  /**
   * Whether it speaks only when something happens, as doors do: its silence says nothing, and event
   * time does not wait for it.
   */
  default boolean isSparse() {
    return false;
  }

  /** Arrival time of the next event, or {@link #ENDED}. May block and read ahead. */
  long peekArrivalNanos() throws IOException;

  /**
   * Moves the next event into a slot that has been reset, setting kind, capture and arrival times
   * and payload. Call only after {@link #peekArrivalNanos} returned a time.
   */
  void read(StoreEvent slot) throws IOException;

  @Override
  void close();
}
