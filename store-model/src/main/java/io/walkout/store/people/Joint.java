package io.walkout.store.people;

import java.util.List;

/** Joints of a body, as far as a ceiling camera can tell them. */
public enum Joint {
  /** Middle of the head. */
  HEAD,
  /** Between the shoulders. */
  NECK,
  /** The person's own left. */
  LEFT_SHOULDER,
  /** The person's own right. */
  RIGHT_SHOULDER,
  /** The person's own left. */
  LEFT_ELBOW,
  /** The person's own right. */
  RIGHT_ELBOW,
  /** The person's own left. */
  LEFT_WRIST,
  /** The person's own right. */
  RIGHT_WRIST;

  /** Number of joints. */
  public static final int COUNT = 8;

  /** All joints in order, without the copy that {@code values()} makes. */
  public static final List<Joint> ALL = List.of(values());
}
