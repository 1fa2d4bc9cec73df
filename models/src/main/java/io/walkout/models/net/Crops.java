package io.walkout.models.net;

import io.walkout.store.signal.Detections;

/** Parts of pictures in which a person is. */
final class Crops {
  /** Less of a person than this says nothing of looks. */
  private static final float LEAST_WIDTH = 8;

  private static final float LEAST_HEIGHT = 16;

  /** Share of the box that must lie in the picture. */
  private static final float LEAST_SHARE = 0.4f;

  private Crops() {}

  /**
   * The part of a box that lies in the picture.
   *
   * @param to receives it as where a placement reads from
   * @return false if that is too small, or too little of the box, to tell how somebody looks
   */
  static boolean inside(Detections people, int i, int width, int height, Placement to) {
    float left = Math.max(0, people.boxes[4 * i]);
    float top = Math.max(0, people.boxes[4 * i + 1]);
    float right = Math.min(width, people.boxes[4 * i] + people.boxes[4 * i + 2]);
    float bottom = Math.min(height, people.boxes[4 * i + 1] + people.boxes[4 * i + 3]);
    float seen = (right - left) * (bottom - top);
    float whole = people.boxes[4 * i + 2] * people.boxes[4 * i + 3];
    to.from(left, top, right - left, bottom - top);
    return right - left >= LEAST_WIDTH
        && bottom - top >= LEAST_HEIGHT
        && seen >= LEAST_SHARE * whole;
  }
}
