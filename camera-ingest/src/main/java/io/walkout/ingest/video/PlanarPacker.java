package io.walkout.ingest.video;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGR24;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BILINEAR;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;

import java.nio.ByteBuffer;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.ffmpeg.swscale.SwsFilter;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * Turns packed BGR into the planes that an encoder takes (YUV 4:2:0, BT.601, limited range), by
 * swscale, straight from the caller's direct buffer. Single-threaded.
 */
final class PlanarPacker implements AutoCloseable {
  private final int height;
  private final PointerPointer<BytePointer> sources = new PointerPointer<>(4);
  private final IntPointer strides = new IntPointer(4);
  private final SwsContext converter;

  PlanarPacker(int width, int height) {
    this.height = height;
    converter =
        sws_getContext(
            width,
            height,
            AV_PIX_FMT_BGR24,
            width,
            height,
            AV_PIX_FMT_YUV420P,
            SWS_BILINEAR,
            (SwsFilter) null,
            (SwsFilter) null,
            (DoublePointer) null);
    for (int i = 0; i < 4; i++) {
      sources.put(i, (BytePointer) null);
      strides.put(i, 0);
    }
    strides.put(0, 3 * width);
  }

  /**
   * Converts a picture.
   *
   * @param bgr direct, {@code 3 * width * height} bytes from position 0
   * @param planes a writable picture of the same size
   */
  void pack(ByteBuffer bgr, AVFrame planes) {
    sources.put(0, new BytePointer(bgr.duplicate().rewind()));
    sws_scale(converter, sources, strides, 0, height, planes.data(), planes.linesize());
  }

  @Override
  public void close() {
    sws_freeContext(converter);
    sources.close();
    strides.close();
  }
}
