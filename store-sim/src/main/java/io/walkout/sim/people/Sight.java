package io.walkout.sim.people;

import io.walkout.sim.world.Dice;
import io.walkout.store.people.Joint;
import io.walkout.store.signal.PoseSet;

/**
 * How well the tracker sees one person: an error of each joint that wanders slowly, a fresh one
 * each time, and stretches of not seeing.
 */
final class Sight {
  /** How fast the wandering error forgets: once a second, at ten sets a second. */
  private static final double KEEP = 0.9;

  private final Dice dice;
  private final double[] wander = new double[3 * Joint.COUNT];
  private final double[] fresh = new double[3 * Joint.COUNT];
  private final int[] hidden = new int[Joint.COUNT];
  private int unseen;

  Sight(Dice dice) {
    this.dice = dice;
  }

  /** Looks once more; false if the person is not seen at all now. */
  boolean look(boolean crowded, boolean repeat) {
    if (!repeat) {
      if (unseen > 0) {
        unseen--;
      } else if (dice.chance(crowded ? 0.02 : 0.003)) {
        unseen = 1 + dice.below(6);
      }
      for (int k = 0; k < wander.length; k++) {
        wander[k] = KEEP * wander[k] + 0.015 * Math.sqrt(1 - KEEP * KEEP) * dice.gaussian();
      }
    }
    return unseen == 0;
  }

  void joint(PoseSet set, int i, Shopper shopper, Joint joint, double share, boolean repeat) {
    boolean arm = joint.ordinal() >= Joint.LEFT_ELBOW.ordinal();
    boolean wrist = joint.ordinal() >= Joint.LEFT_WRIST.ordinal();
    if (isHidden(joint, wrist && shopper.isReaching(), arm, repeat)) {
      return;
    }
    double sigma = wrist ? 0.035 : arm ? 0.028 : 0.018;
    double[] p = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      int k = 3 * joint.ordinal() + axis;
      if (arm || !repeat) {
        fresh[k] = sigma * dice.gaussian();
      }
      p[axis] = shopper.joint(joint, axis, share) + wander[k] + fresh[k];
    }
    double score = Math.clamp(0.95 - Math.abs(0.06 * dice.gaussian()), 0.3, 0.99);
    set.joint(i, joint, (float) p[0], (float) p[1], (float) p[2], (float) score);
  }

  private boolean isHidden(Joint joint, boolean inShelf, boolean arm, boolean repeat) {
    int j = joint.ordinal();
    if (!repeat) {
      if (hidden[j] > 0) {
        hidden[j]--;
      } else if (dice.chance(inShelf ? 0.1 : arm ? 0.015 : 0.004)) {
        hidden[j] = 1 + dice.below(inShelf ? 6 : 3);
      }
    }
    return hidden[j] > 0;
  }
}
