package io.walkout.tracker.attend;

import io.walkout.models.HandDetector;
import io.walkout.models.Hands;
import io.walkout.models.PoseEstimator;
import io.walkout.store.signal.Detections;
import java.nio.ByteBuffer;

/**
 * Poses whose wrists a palm detector has looked at too: wherever a pose is taken, now or in a crop
 * that was kept, palms are looked for in the same body's square and given to its arms ({@link
 * PalmArms}). A palm in somebody else's box and not in the body's own is left to them. One thread.
 */
public final class PosesWithPalms implements PoseEstimator {
  private final PoseEstimator poses;
  private final HandDetector palms;
  private final Hands hands = new Hands();
  private final PalmArms arms = new PalmArms();
  private long looks;
  private long found;

  /** Neither is closed with this. */
  public PosesWithPalms(PoseEstimator poses, HandDetector palms) {
    this.poses = poses;
    this.palms = palms;
  }

  @Override
  public void estimate(ByteBuffer bgr, int width, int height, Detections people, int i) {
    people.palmWrists[i] = 0;
    poses.estimate(bgr, width, height, people, i);
    palms.find(bgr, width, height, people, i, hands);
    looks++;
    keepOwn(people, i);
    found += hands.count;
    arms.give(hands, people, i);
  }

  private void keepOwn(Detections people, int i) {
    int kept = 0;
    for (int p = 0; p < hands.count; p++) {
      float x = hands.palms[3 * p];
      float y = hands.palms[3 * p + 1];
      boolean others = false;
      for (int o = 0; o < people.count && !inside(people, i, x, y); o++) {
        others |= o != i && people.tracks[o] != 0 && inside(people, o, x, y);
      }
      if (!others) {
        System.arraycopy(hands.palms, 3 * p, hands.palms, 3 * kept, 3);
        int points = 2 * Hands.POINTS;
        System.arraycopy(hands.points, points * p, hands.points, points * kept, points);
        hands.scores[kept++] = hands.scores[p];
      }
    }
    hands.count = kept;
  }

  private static boolean inside(Detections people, int i, float x, float y) {
    float dx = x - people.boxes[4 * i];
    float dy = y - people.boxes[4 * i + 1];
    return dx >= 0 && dy >= 0 && dx < people.boxes[4 * i + 2] && dy < people.boxes[4 * i + 3];
  }

  /** Adds what was looked for and found; call once the run is over. */
  public void addCounts(AttentionCounts sum) {
    sum.palmLooks += looks;
    sum.palms += found;
    sum.wristsFused += arms.fused();
    sum.wristsReplaced += arms.replaced();
    sum.wristsAdded += arms.added();
  }

  @Override
  public void close() {}
}
