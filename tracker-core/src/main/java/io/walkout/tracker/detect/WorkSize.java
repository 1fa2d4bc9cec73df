package io.walkout.tracker.detect;

import io.walkout.store.geometry.CameraModel;

/**
 * Size of the reduced pictures that a camera's background is kept in: even, so that it halves.
 *
 * @param width pixels per row
 * @param height rows
 */
record WorkSize(int width, int height) {
  /** The calibrated size, reduced by the least whole factor that makes it narrow enough. */
  static WorkSize of(CameraModel model, MotionSettings settings) {
    int factor = Math.ceilDiv(model.widthPixels(), settings.workWidth());
    return new WorkSize(
        Math.max(2, model.widthPixels() / factor) & ~1,
        Math.max(2, model.heightPixels() / factor) & ~1);
  }

  int pixels() {
    return width * height;
  }
}
