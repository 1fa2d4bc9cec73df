package io.walkout.store.people;

import io.walkout.store.DoorId;
import io.walkout.store.PersonId;
import io.walkout.store.geometry.FloorPoint;
import org.jspecify.annotations.Nullable;

/**
 * Somebody came, went, or may be somebody else by now. Event times may lie before the moment the
 * tracker was sure of it.
 */
public sealed interface PersonEvent {
  /** Who. */
  PersonId person();

  /** When it happened, event time. */
  long captureNanos();

  /**
   * A new identity on the floor.
   *
   * @param person who
   * @param captureNanos first sight
   * @param at where
   * @param door the entrance they came by, or null if they were first seen elsewhere
   * @param targetId the identity another tracker gave them, or null for our own
   */
  record Appeared(
      PersonId person,
      long captureNanos,
      FloorPoint at,
      @Nullable DoorId door,
      @Nullable String targetId)
      implements PersonEvent {}

  /**
   * An identity that is gone for good.
   *
   * @param person who
   * @param captureNanos last sight
   * @param at where
   * @param door the exit they left by, or null if they vanished elsewhere
   * @param why what the tracker saw of it
   */
  record Left(PersonId person, long captureNanos, FloorPoint at, @Nullable DoorId door, Why why)
      implements PersonEvent {}

  /**
   * Two people who were so near each other that each identity may have gone on with the other one's
   * body. Told once they are apart again, or one of them has gone.
   *
   * @param person the one
   * @param other the other
   * @param captureNanos when they had come near: what either did from then on may be the other's
   * @param at where
   * @param probability that they were exchanged, 0..0.5
   */
  record Confused(
      PersonId person, PersonId other, long captureNanos, FloorPoint at, double probability)
      implements PersonEvent {}

  /** Why an identity ended. */
  enum Why {
    /** Went out by a door. */
    EXITED,
    /** Not seen for so long that nobody can be there. */
    LOST,
    /** The recording ended while they were there. */
    INPUT_ENDED
  }
}
