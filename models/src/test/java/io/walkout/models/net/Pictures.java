package io.walkout.models.net;

import java.nio.ByteBuffer;

/** Pictures of one colour. */
final class Pictures {
  private Pictures() {}

  static ByteBuffer black(int width, int height) {
    return of(width, height, 0);
  }

  static ByteBuffer white(int width, int height) {
    return of(width, height, 255);
  }

  private static ByteBuffer of(int width, int height, int level) {
    ByteBuffer bgr = ByteBuffer.allocateDirect(3 * width * height);
    for (int i = 0; i < bgr.capacity(); i++) {
      bgr.put(i, (byte) level);
    }
    return bgr;
  }
}
