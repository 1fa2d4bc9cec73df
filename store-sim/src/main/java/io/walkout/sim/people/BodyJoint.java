package io.walkout.sim.people;

import io.walkout.store.people.Joint;

/**
 * The joints of a simulated body. The first ones are those that an external tracker sends, in its
 * order; the legs are only for cameras to see.
 */
public enum BodyJoint {
  /** Middle of the head. */
  HEAD,
  /** Base of the neck. */
  NECK,
  /** Left shoulder. */
  LEFT_SHOULDER,
  /** Right shoulder. */
  RIGHT_SHOULDER,
  /** Left elbow. */
  LEFT_ELBOW,
  /** Right elbow. */
  RIGHT_ELBOW,
  /** Left wrist. */
  LEFT_WRIST,
  /** Right wrist. */
  RIGHT_WRIST,
  /** Left hip. */
  LEFT_HIP,
  /** Right hip. */
  RIGHT_HIP,
  /** Left knee. */
  LEFT_KNEE,
  /** Right knee. */
  RIGHT_KNEE,
  /** Left ankle; the foot points where the body looks. */
  LEFT_ANKLE,
  /** Right ankle. */
  RIGHT_ANKLE;

  /** How many there are. */
  public static final int COUNT = 14;

  /** The joint of a body that an external tracker means. */
  public static BodyJoint of(Joint joint) {
    return switch (joint) {
      case HEAD -> HEAD;
      case NECK -> NECK;
      case LEFT_SHOULDER -> LEFT_SHOULDER;
      case RIGHT_SHOULDER -> RIGHT_SHOULDER;
      case LEFT_ELBOW -> LEFT_ELBOW;
      case RIGHT_ELBOW -> RIGHT_ELBOW;
      case LEFT_WRIST -> LEFT_WRIST;
      case RIGHT_WRIST -> RIGHT_WRIST;
    };
  }
}
