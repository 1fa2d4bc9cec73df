package io.walkout.sim.fault;

import io.walkout.store.CameraId;

/**
 * Something with a clock of its own.
 *
 * @param kind what it is
 * @param name which one of its kind: a gondola's number or a camera's name; empty for others
 */
public record ClockSource(Kind kind, String name) {
  /** The external tracker. */
  public static final ClockSource POSES = new ClockSource(Kind.POSES, "");

  /** The doors. */
  public static final ClockSource DOORS = new ClockSource(Kind.DOORS, "");

  /** What has clocks. */
  public enum Kind {
    /** An external tracker. */
    POSES,
    /** A gondola's plates. */
    PLATES,
    /** The doors. */
    DOORS,
    /** A camera. */
    CAMERAS
  }

  /** A gondola, by its number from 1. */
  public static ClockSource gondola(int number) {
    return new ClockSource(Kind.PLATES, Integer.toString(number));
  }

  /** A camera. */
  public static ClockSource camera(CameraId camera) {
    return new ClockSource(Kind.CAMERAS, camera.value());
  }
}
