package io.walkout.ingest.video;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGR24;
import static org.bytedeco.ffmpeg.global.avutil.av_free;
import static org.bytedeco.ffmpeg.global.avutil.av_malloc;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BILINEAR;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCachedContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;

import java.nio.ByteBuffer;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.ffmpeg.swscale.SwsFilter;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;

/**
 * Turns decoded pictures of any pixel format into packed BGR of a fixed size, by swscale, straight
 * into the caller's direct buffer. Single-threaded.
 */
final class PicturePacker implements AutoCloseable {
  /**
   * swscale's vector code writes whole groups of this many pixels, so narrower rows would run over
   * into the next row and past the end: those go through a padded buffer.
   */
  private static final int GROUP = 32;

  private final int width;
  private final int height;
  private final PointerPointer<BytePointer> targets = new PointerPointer<>(4);
  private final IntPointer strides = new IntPointer(4);
  private final @Nullable BytePointer padded;
  private final int stride;
  private @Nullable SwsContext scaler;

  PicturePacker(int width, int height) {
    this.width = width;
    this.height = height;
    boolean whole = width % GROUP == 0;
    stride = whole ? 3 * width : 3 * GROUP * (width / GROUP + 2);
    long bytes = (long) stride * height;
    padded = whole ? null : new BytePointer(av_malloc(bytes)).capacity(bytes);
    for (int i = 0; i < 4; i++) {
      targets.put(i, (BytePointer) null);
      strides.put(i, 0);
    }
    strides.put(0, stride);
  }

  /** Whether this is the size of what it makes. */
  boolean makes(int wantedWidth, int wantedHeight) {
    return wantedWidth == width && wantedHeight == height;
  }

  /**
   * Converts a picture.
   *
   * @param picture any size and pixel format
   * @param bgr direct, {@code 3 * width * height} bytes from position 0
   */
  void pack(AVFrame picture, ByteBuffer bgr) {
    SwsContext ready =
        sws_getCachedContext(
            scaler,
            picture.width(),
            picture.height(),
            picture.format(),
            width,
            height,
            AV_PIX_FMT_BGR24,
            SWS_BILINEAR,
            (SwsFilter) null,
            (SwsFilter) null,
            (DoublePointer) null);
    scaler = ready;
    targets.put(0, padded != null ? padded : new BytePointer(bgr.duplicate().rewind()));
    sws_scale(ready, picture.data(), picture.linesize(), 0, picture.height(), targets, strides);
    if (padded != null) {
      ByteBuffer rows = padded.position(0).asBuffer();
      for (int y = 0; y < height; y++) {
        bgr.put(3 * width * y, rows, stride * y, 3 * width);
      }
    }
  }

  @Override
  public void close() {
    sws_freeContext(scaler);
    if (padded != null) {
      av_free(padded);
    }
    targets.close();
    strides.close();
  }
}
