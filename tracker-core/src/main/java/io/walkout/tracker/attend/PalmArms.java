package io.walkout.tracker.attend;

import io.walkout.models.Hands;
import io.walkout.store.signal.Detections;

/**
 * Gives the palms that were found in a body's picture to its arms: where a palm agrees with a wrist
 * the two are fused by their variances, where a wrist is doubtful or not seen a palm within a
 * forearm of the elbow, or within an arm of the shoulder, takes its place. Of all ways to give
 * palms to the two arms the likeliest is taken; a palm that no arm can reach is somebody else's.
 * What a wrist from a palm is worth stands in its score, which the person tracker turns into an
 * error: the less of the arm was seen, the lower. Works in pixels of one picture; reused; one
 * thread.
 */
final class PalmArms {
  /** COCO's numbers of the left joints; the right ones follow them. */
  private static final int SHOULDER = 5;

  private static final int ELBOW = 7;
  private static final int WRIST = 9;

  /** Joints with less score were not seen; as pose nets draw the line here. */
  private static final float LEAST_SCORE = 0.2f;

  /** A wrist with less may be none at all (a net's mean score of joints that it misplaces). */
  private static final float DOUBTFUL = 0.5f;

  /**
   * Errors of wrists and elbows as shares of the body's size (the root of its box's area), as COCO
   * has them: what the person tracker takes too.
   */
  private static final double WRIST_SHARE = 0.062;

  private static final double ELBOW_SHARE = 0.072;
  private static final double SHOULDER_SHARE = 0.079;

  /**
   * Error of a palm's own wrist point, as a share of its square. Chosen: half of a palm's width.
   */
  private static final double PALM_SHARE = 0.25;

  /**
   * Lengths of a forearm and of an arm to the wrist as shares of the stature (R. Drillis, R.
   * Contini, "Body segment parameters", 1966), half as much again for arms nearer to the camera
   * than the body.
   */
  private static final double FOREARM = 1.5 * 0.146;

  private static final double ARM = 1.5 * 0.332;

  /**
   * Least score of a palm that agrees with a wrist, and of one that stands for a wrist by itself.
   * In a shop's pictures from above the net's own 0.5 lets through knees, sleeves and door bars:
   * the share of palms that lie by a known wrist rises from a third there to two thirds at 0.9 and
   * 19 in 20 at 0.99 (docs/decisions/022).
   */
  private static final float LEAST_AGREEING = 0.9f;

  private static final float LEAST_ALONE = 0.99f;

  /** A palm this many standard deviations off is another hand. */
  private static final double GATE = 3;

  /** A palm larger than this share of the body's longer side is a face or a bag. */
  private static final double LARGEST_PALM = 0.35;

  /** What the way a palm reached its arm costs, in squared standard deviations. */
  private static final double[] DOUBT = {0, 2, 4};

  /** The share of a palm's score that its wrist gets, by the way: wrist, elbow, shoulder. */
  private static final double[] WORTH = {1, 0.7, 0.5};

  private final double[] cost = new double[2 * Hands.CAPACITY];
  private final int[] way = new int[2 * Hands.CAPACITY];
  private double size;
  private double longer;

  private long fused;
  private long replaced;
  private long added;

  /** Makes one that has given nothing yet. */
  PalmArms() {}

  /**
   * Gives palms to the arms of body {@code i}, whose joints have been taken, and writes wrists,
   * their scores and where they came from.
   */
  void give(Hands hands, Detections people, int i) {
    double width = people.boxes[4 * i + 2];
    double height = people.boxes[4 * i + 3];
    size = Math.sqrt(Math.max(0, width * height));
    longer = Math.max(width, height);
    int first = Detections.POSE * i;
    for (int p = 0; p < hands.count; p++) {
      for (int side = 0; side < 2; side++) {
        weigh(hands, p, people.joints, first, side);
      }
    }
    int bestLeft = -1;
    int bestRight = -1;
    double least = 0;
    for (int left = -1; left < hands.count; left++) {
      for (int right = -1; right < hands.count; right++) {
        double sum = cost(left, 0) + cost(right, 1);
        if (sum < least && (left != right || left < 0)) {
          least = sum;
          bestLeft = left;
          bestRight = right;
        }
      }
    }
    write(hands, bestLeft, people, i, 0);
    write(hands, bestRight, people, i, 1);
  }

  /** Against no palm for the arm, which costs nothing. */
  private double cost(int palm, int side) {
    return palm < 0 ? 0 : cost[2 * palm + side];
  }

  private void weigh(Hands hands, int p, float[] joints, int first, int side) {
    double x = hands.points[2 * Hands.POINTS * p];
    double y = hands.points[2 * Hands.POINTS * p + 1];
    double palm = PALM_SHARE * hands.palms[3 * p + 2];
    int k = 2 * p + side;
    cost[k] = Double.POSITIVE_INFINITY;
    way[k] = 0;
    if (hands.scores[p] < LEAST_AGREEING || hands.palms[3 * p + 2] > LARGEST_PALM * longer) {
      return;
    }
    int wrist = first + 3 * (WRIST + side);
    boolean seen = seen(joints, wrist);
    if (seen) {
      double sigma = Math.hypot(wristSigma(joints[wrist + 2]), palm);
      take(k, 0, Math.hypot(x - joints[wrist], y - joints[wrist + 1]) / sigma);
    }
    if (hands.scores[p] >= LEAST_ALONE && (!seen || joints[wrist + 2] < DOUBTFUL)) {
      int elbow = first + 3 * (ELBOW + side);
      int shoulder = first + 3 * (SHOULDER + side);
      if (seen(joints, elbow)) {
        take(k, 1, off(x, y, joints, elbow, FOREARM, ELBOW_SHARE, palm));
      } else if (seen(joints, shoulder)) {
        take(k, 2, off(x, y, joints, shoulder, ARM, SHOULDER_SHARE, palm));
      }
    }
  }

  /** Standard deviations by which a palm lies beyond what a limb from a joint reaches. */
  private double off(
      double x, double y, float[] joints, int at, double limb, double share, double palm) {
    double beyond = Math.hypot(x - joints[at], y - joints[at + 1]) - limb * longer;
    return Math.max(0, beyond) / Math.hypot(share * size / Math.sqrt(joints[at + 2]), palm);
  }

  private void take(int k, int by, double deviations) {
    double sum = deviations * deviations + DOUBT[by] - GATE * GATE;
    if (deviations < GATE && sum < Math.min(0, cost[k])) {
      cost[k] = sum;
      way[k] = by;
    }
  }

  private double wristSigma(float score) {
    return WRIST_SHARE * size / Math.sqrt(Math.min(1, score));
  }

  private static boolean seen(float[] joints, int at) {
    return joints[at + 2] >= LEAST_SCORE && Float.isFinite(joints[at] + joints[at + 1]);
  }

  private void write(Hands hands, int p, Detections people, int i, int side) {
    if (p < 0) {
      return;
    }
    float[] joints = people.joints;
    int at = Detections.POSE * i + 3 * (WRIST + side);
    float x = hands.points[2 * Hands.POINTS * p];
    float y = hands.points[2 * Hands.POINTS * p + 1];
    int by = way[2 * p + side];
    double score = WORTH[by] * hands.scores[p];
    if (by == 0) {
      double wrist = wristSigma(joints[at + 2]);
      double palm = PALM_SHARE * hands.palms[3 * p + 2];
      double share = wrist * wrist / (wrist * wrist + palm * palm);
      joints[at] += (float) (share * (x - joints[at]));
      joints[at + 1] += (float) (share * (y - joints[at + 1]));
      joints[at + 2] = (float) (1 - (1 - Math.min(1, joints[at + 2])) * (1 - score));
      fused++;
    } else {
      replaced += seen(joints, at) ? 1 : 0;
      added += seen(joints, at) ? 0 : 1;
      joints[at] = x;
      joints[at + 1] = y;
      joints[at + 2] = (float) score;
    }
    people.palmWrists[i] |= (byte) (side == 0 ? Detections.LEFT_PALM : Detections.RIGHT_PALM);
  }

  /** Wrists that a palm agreed with. */
  long fused() {
    return fused;
  }

  /** Doubtful wrists that a palm elsewhere took the place of. */
  long replaced() {
    return replaced;
  }

  /** Wrists that only a palm told of. */
  long added() {
    return added;
  }
}
