package io.walkout.models.net;

import java.nio.ByteBuffer;
import java.util.SplittableRandom;

/** Pictures that show nothing, for trying nets. The same each time. */
final class BlankPictures {
  private static final byte GREY = 114;
  private static final long SEED = 4;

  private BlankPictures() {}

  /** One even grey. */
  static ByteBuffer grey(int width, int height) {
    ByteBuffer bgr = ByteBuffer.allocateDirect(3 * width * height);
    for (int i = 0; i < bgr.capacity(); i++) {
      bgr.put(i, GREY);
    }
    return bgr;
  }

  /** Every colour of every pixel by chance. */
  static ByteBuffer noise(int width, int height) {
    ByteBuffer bgr = ByteBuffer.allocateDirect(3 * width * height);
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < bgr.capacity(); i++) {
      bgr.put(i, (byte) random.nextInt());
    }
    return bgr;
  }
}
