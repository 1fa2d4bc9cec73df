package io.walkout.ingest.ring;

import java.nio.ByteBuffer;

/**
 * A picture in a pooled direct buffer: BGR, 8 bits, rows packed without gaps. Belongs to whoever
 * holds it until {@link #release}.
 */
public final class Frame {
  private final FramePool pool;
  private final ByteBuffer pixels;
  private int width;
  private int height;

  Frame(FramePool pool, int capacityBytes) {
    this.pool = pool;
    this.pixels = ByteBuffer.allocateDirect(capacityBytes);
  }

  /**
   * The pixels: {@code 3 * width * height} bytes from position 0. Direct; its address may be
   * wrapped without a copy.
   */
  public ByteBuffer pixels() {
    return pixels;
  }

  /** Pixels per row. */
  public int width() {
    return width;
  }

  /** Rows. */
  public int height() {
    return height;
  }

  /**
   * Says how large the picture in the buffer is. Throws {@link IllegalArgumentException} if it
   * doesn't fit.
   */
  public void size(int newWidth, int newHeight) {
    int bytes = 3 * newWidth * newHeight;
    if (bytes > pixels.capacity()) {
      throw new IllegalArgumentException(
          newWidth + "x" + newHeight + " does not fit " + pixels.capacity() + " bytes");
    }
    width = newWidth;
    height = newHeight;
    pixels.clear().limit(bytes);
  }

  /** Gives the buffer back to its pool. The frame must not be used afterwards. */
  public void release() {
    pool.giveBack(this);
  }

  int capacity() {
    return pixels.capacity();
  }
}
