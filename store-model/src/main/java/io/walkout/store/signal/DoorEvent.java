package io.walkout.store.signal;

import io.walkout.store.DoorId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody passed, or asked to pass, a door.
 *
 * @param door which door
 * @param captureNanos when
 * @param kind which way
 * @param credential what they showed (an account token), or null where the door asks for nothing
 */
public record DoorEvent(DoorId door, long captureNanos, Kind kind, @Nullable String credential) {
  /** Which way somebody passed. */
  public enum Kind {
    /** Into the store. */
    ENTRY,
    /** Out of it. */
    EXIT
  }
}
