package io.walkout.models.net;

import io.walkout.store.signal.Detections;

/** The square around a person, as nets for bodies and hands are trained to see them. */
final class SquareCrop {
  private SquareCrop() {}

  /**
   * Places the square around box {@code i} over a whole input.
   *
   * @param margin the square's side against the box's longer side
   * @param leastHeight boxes lower than this are not looked at
   * @return false if there is nothing to look at: the box is tiny, or its middle outside the
   *     picture
   */
  static boolean place(
      Detections people,
      int i,
      int width,
      int height,
      float margin,
      float leastHeight,
      PictureInput input,
      Placement to) {
    float boxWidth = people.boxes[4 * i + 2];
    float boxHeight = people.boxes[4 * i + 3];
    float x = people.boxes[4 * i] + boxWidth / 2;
    float y = people.boxes[4 * i + 1] + boxHeight / 2;
    boolean readable = width >= Resampler.LEAST_SIDE && height >= Resampler.LEAST_SIDE;
    boolean inside = x > 0 && x < width && y > 0 && y < height;
    if (!readable || !inside || !(boxHeight >= leastHeight && boxWidth > 0)) {
      return false;
    }
    float side = margin * Math.max(boxWidth, boxHeight);
    to.stretch(x - side / 2, y - side / 2, side, side, input.width(), input.height());
    return true;
  }
}
