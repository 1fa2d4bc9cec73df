package io.walkout.store.signal;

import java.util.Arrays;

/**
 * What any detector makes of one picture: boxes with scores, as plain arrays. Reusable;
 * single-threaded. Row {@code i} of {@link #boxes} is left, top, width, height in pixels of the
 * camera's calibrated picture size; boxes may reach beyond the picture. Holds at most {@link
 * #CAPACITY} boxes; more are dropped by {@link #add}, lowest scores being the detector's to choose.
 */
public final class Detections {
  /** Most boxes of one picture; a shop's ceiling camera sees far fewer people. */
  public static final int CAPACITY = 128;

  /** Joints of a pose: COCO's seventeen, from the nose to the right ankle. */
  public static final int JOINTS = 17;

  /** Floats of one pose. */
  public static final int POSE = 3 * JOINTS;

  /** Tracks that one box is likened to, at most. */
  public static final int ALIKE = 4;

  /** In {@link #palmWrists}: the left wrist is, or is partly, where a palm was found. */
  public static final int LEFT_PALM = 1;

  /** The same of the right wrist. */
  public static final int RIGHT_PALM = 2;

  /** Boxes in use. */
  public int count;

  /** left, top, width, height of box i at 4 i. */
  public final float[] boxes = new float[4 * CAPACITY];

  /** Score of box i, 0..1. */
  public final float[] scores = new float[CAPACITY];

  /** Floor position (x, y metres) of box i at 2 i, where the detector itself knows it; else NaN. */
  public final float[] floor = new float[2 * CAPACITY];

  /**
   * Body joints of box i in COCO's order at {@code i * POSE}: u, v in pixels and a score, seventeen
   * times; all NaN where no pose was taken, u and v NaN where one joint was not found.
   */
  public final float[] joints = new float[POSE * CAPACITY];

  /**
   * Which wrists among the joints of box i a palm detector had a part in: {@link #LEFT_PALM},
   * {@link #RIGHT_PALM}, their sum, or 0. The joint itself and its score stand in {@link #joints}.
   */
  public final byte[] palmWrists = new byte[CAPACITY];

  /**
   * Number, from 1, of this camera's own track that box i continues; 0 where nobody tracked in the
   * picture. A number is never given twice in a run.
   */
  public final int[] tracks = new int[CAPACITY];

  /**
   * Earlier tracks, of any camera, that look like box i, at {@code i * ALIKE}: camera index shifted
   * left by 24 bits, plus the track's number; 0 where there are fewer. The looks themselves are
   * never written here, since what stands here is kept.
   */
  public final int[] alikeTracks = new int[ALIKE * CAPACITY];

  /** How alike: log-likelihood ratio of the same person against another one; beside the above. */
  public final float[] alikeScores = new float[ALIKE * CAPACITY];

  /**
   * Whether the detector could not judge the picture: black, covered, frozen or lit out of all
   * measure. Then there are no boxes, and nobody may be held absent for that.
   */
  public boolean blind;

  /**
   * Whether nobody looked for people in this picture: the boxes are this camera's tracks, carried
   * here from an earlier picture by their motion and a search of their surroundings. They are no
   * new evidence that somebody is there, and that somebody is missing is no evidence of absence.
   */
  public boolean carried;

  /** What is wrong with the picture or its detector; {@link PictureFault#NONE} if nothing is. */
  public PictureFault fault = PictureFault.NONE;

  /** Empties it. */
  public void clear() {
    count = 0;
    blind = false;
    carried = false;
    fault = PictureFault.NONE;
  }

  /** Adds a box without floor position, pose and track; false if full. */
  public boolean add(float left, float top, float width, float height, float score) {
    if (count == CAPACITY) {
      return false;
    }
    boxes[4 * count] = left;
    boxes[4 * count + 1] = top;
    boxes[4 * count + 2] = width;
    boxes[4 * count + 3] = height;
    scores[count] = score;
    floor[2 * count] = Float.NaN;
    floor[2 * count + 1] = Float.NaN;
    Arrays.fill(joints, POSE * count, POSE * (count + 1), Float.NaN);
    palmWrists[count] = 0;
    tracks[count] = 0;
    Arrays.fill(alikeTracks, ALIKE * count, ALIKE * (count + 1), 0);
    Arrays.fill(alikeScores, ALIKE * count, ALIKE * (count + 1), 0);
    count++;
    return true;
  }

  /** Takes over another's content. */
  public void copyFrom(Detections o) {
    count = o.count;
    blind = o.blind;
    carried = o.carried;
    fault = o.fault;
    System.arraycopy(o.boxes, 0, boxes, 0, 4 * count);
    System.arraycopy(o.scores, 0, scores, 0, count);
    System.arraycopy(o.floor, 0, floor, 0, 2 * count);
    System.arraycopy(o.joints, 0, joints, 0, POSE * count);
    System.arraycopy(o.palmWrists, 0, palmWrists, 0, count);
    System.arraycopy(o.tracks, 0, tracks, 0, count);
    System.arraycopy(o.alikeTracks, 0, alikeTracks, 0, ALIKE * count);
    System.arraycopy(o.alikeScores, 0, alikeScores, 0, ALIKE * count);
  }
}
