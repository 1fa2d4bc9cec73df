package io.walkout.store.signal;

/**
 * What any detector makes of one picture: boxes with scores, as plain arrays. Reusable;
 * single-threaded. Row {@code i} of {@link #boxes} is left, top, width, height in pixels of the
 * camera's calibrated picture size; boxes may reach beyond the picture. Holds at most {@link
 * #CAPACITY} boxes; more are dropped by {@link #add}, lowest scores being the detector's to choose.
 */
public final class Detections {
  /** Most boxes of one picture; a shop's ceiling camera sees far fewer people. */
  public static final int CAPACITY = 128;

  /** Boxes in use. */
  public int count;

  /** left, top, width, height of box i at 4 i. */
  public final float[] boxes = new float[4 * CAPACITY];

  /** Score of box i, 0..1. */
  public final float[] scores = new float[CAPACITY];

  /** Floor position (x, y metres) of box i at 2 i, where the detector itself knows it; else NaN. */
  public final float[] floor = new float[2 * CAPACITY];

  /**
   * Wrists (u, v pixels, two a person) of box i at 4 i, where the detector knows them; else NaN.
   */
  public final float[] wrists = new float[4 * CAPACITY];

  /**
   * Whether the detector could not judge the picture: black, covered, frozen or lit out of all
   * measure. Then there are no boxes, and nobody may be held absent for that.
   */
  public boolean blind;

  /** Empties it. */
  public void clear() {
    count = 0;
    blind = false;
  }

  /** Adds a box without floor position and wrists; false if full. */
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
    for (int k = 0; k < 4; k++) {
      wrists[4 * count + k] = Float.NaN;
    }
    count++;
    return true;
  }

  /** Takes over another's content. */
  public void copyFrom(Detections o) {
    count = o.count;
    blind = o.blind;
    System.arraycopy(o.boxes, 0, boxes, 0, 4 * count);
    System.arraycopy(o.scores, 0, scores, 0, count);
    System.arraycopy(o.floor, 0, floor, 0, 2 * count);
    System.arraycopy(o.wrists, 0, wrists, 0, 4 * count);
  }
}
