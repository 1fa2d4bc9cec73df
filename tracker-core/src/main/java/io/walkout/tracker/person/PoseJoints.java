package io.walkout.tracker.person;

import io.walkout.store.people.Joint;
import io.walkout.store.people.People;
import io.walkout.store.signal.PoseSet;

/** What another tracker's joints say of a body: where it stands, and how sure each joint is. */
final class PoseJoints {
  /** Error of a joint of full score and of none, metres: multi-view poses are good to a hand. */
  private static final double BEST_SIGMA = 0.03;

  private static final double WORST_SIGMA = 0.06;

  /** Error of a body's place from head and shoulders, and from arms alone, metres. */
  private static final double TORSO_SIGMA = 0.08;

  private static final double ARMS_SIGMA = 0.3;

  /** A joint further than this from all of the floor, or at no human height, is no joint. */
  private static final float FARTHEST_METRES = 100;

  private static final float LOWEST_METRES = -1;
  private static final float HIGHEST_METRES = 3;

  private PoseJoints() {}

  /** Where a target stands, into {@code place}; its standard deviation, or NaN if unknown. */
  static double place(PoseSet poses, int i, double[] place) {
    if (mean(poses, i, place, Joint.HEAD.ordinal(), Joint.RIGHT_SHOULDER.ordinal())) {
      return TORSO_SIGMA;
    }
    return mean(poses, i, place, Joint.LEFT_ELBOW.ordinal(), Joint.RIGHT_WRIST.ordinal())
        ? ARMS_SIGMA
        : Double.NaN;
  }

  private static boolean mean(PoseSet poses, int i, double[] place, int from, int to) {
    double sumX = 0;
    double sumY = 0;
    int n = 0;
    for (int j = from; j <= to; j++) {
      int k = i * Joint.COUNT + j;
      if (credible(poses, k)) {
        sumX += poses.x[k];
        sumY += poses.y[k];
        n++;
      }
    }
    if (n > 0) {
      place[0] = sumX / n;
      place[1] = sumY / n;
    }
    return n > 0;
  }

  private static boolean credible(PoseSet poses, int k) {
    return Math.abs(poses.x[k]) <= FARTHEST_METRES
        && Math.abs(poses.y[k]) <= FARTHEST_METRES
        && poses.z[k] >= LOWEST_METRES
        && poses.z[k] <= HIGHEST_METRES;
  }

  /** Gives person {@code p} the joints of a target that are known. */
  static void copy(PoseSet poses, int row, People people, int p) {
    for (int j = 0; j < Joint.COUNT; j++) {
      int k = row * Joint.COUNT + j;
      if (credible(poses, k)) {
        float score = poses.score[k];
        double trust = Float.isNaN(score) ? 0 : Math.clamp(score, 0, 1);
        double sigma = WORST_SIGMA + trust * (BEST_SIGMA - WORST_SIGMA);
        people.joint(p, Joint.ALL.get(j), poses.x[k], poses.y[k], poses.z[k], sigma);
      }
    }
  }
}
