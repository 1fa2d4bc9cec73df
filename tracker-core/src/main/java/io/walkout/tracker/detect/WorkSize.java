package io.walkout.tracker.detect;

/**
 * Size of the reduced pictures that a camera's background is kept in: even, so that it halves.
 *
 * @param width pixels per row
 * @param height rows
 */
record WorkSize(int width, int height) {
  /** A picture's size, reduced by the least whole factor that makes it narrow enough. */
  static WorkSize of(int pictureWidth, int pictureHeight, int mostWidth) {
    int factor = Math.ceilDiv(pictureWidth, mostWidth);
    return new WorkSize(
        Math.max(2, pictureWidth / factor) & ~1, Math.max(2, pictureHeight / factor) & ~1);
  }

  int pixels() {
    return width * height;
  }
}
