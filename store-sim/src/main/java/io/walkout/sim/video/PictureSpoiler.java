package io.walkout.sim.video;

import io.walkout.ingest.video.VideoFileWriter;
import io.walkout.sim.fault.ShopFaults;
import io.walkout.sim.fault.SpoiltPictures.How;
import io.walkout.store.CameraId;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Does to a camera's pictures what its faults say, on their way into the video. One thread. */
final class PictureSpoiler {
  /** Video's black, and a dark cloth lit from behind. */
  private static final int BLACK = 16;

  private static final int[] CLOTH = {52, 60, 74};

  /** A cloth is lighter at one side by so much. */
  private static final double FOLD = 10;

  private final CameraId camera;
  private final ShopFaults faults;
  private final int width;
  private final int height;
  private final ByteBuffer spoilt;

  PictureSpoiler(CameraId camera, ShopFaults faults, int width, int height) {
    this.camera = camera;
    this.faults = faults;
    this.width = width;
    this.height = height;
    spoilt = ByteBuffer.allocateDirect(3 * width * height);
  }

  /** Writes a picture as it comes out of the camera. */
  void write(VideoFileWriter writer, ByteBuffer bgr, double seconds, long captureNanos)
      throws IOException {
    ByteBuffer picture = bgr;
    if (is(How.COVERED, seconds)) {
      picture = cloth();
    } else if (is(How.BLACK, seconds)) {
      picture = black();
    }
    if (is(How.HALVED, seconds)) {
      // H.264 with colour at half the size has even sides only.
      int w = width / 2 & ~1;
      int h = height / 2 & ~1;
      writer.resize(w, h);
      writer.write(part(picture, 0, 2, w, h), captureNanos);
    } else if (is(How.CUT, seconds)) {
      int w = width * 3 / 4 & ~1;
      writer.resize(w, height);
      writer.write(part(picture, (width - w) / 2, 1, w, height), captureNanos);
    } else {
      writer.resize(width, height);
      writer.write(picture, captureNanos);
    }
  }

  private boolean is(How how, double seconds) {
    return faults.isSpoilt(camera, how, seconds);
  }

  private ByteBuffer black() {
    for (int i = 0; i < spoilt.capacity(); i++) {
      spoilt.put(i, (byte) BLACK);
    }
    return spoilt;
  }

  private ByteBuffer cloth() {
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        for (int c = 0; c < 3; c++) {
          spoilt.put(3 * (y * width + x) + c, (byte) (CLOTH[c] + FOLD * x / width));
        }
      }
    }
    return spoilt;
  }

  /** {@code w} by {@code h} means of squares of {@code step} pixels, from a column on. */
  private ByteBuffer part(ByteBuffer from, int left, int step, int w, int h) {
    ByteBuffer to = ByteBuffer.allocateDirect(3 * w * h);
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        for (int c = 0; c < 3; c++) {
          to.put((byte) mean(from, left + x * step, y * step, step, c));
        }
      }
    }
    return to.flip();
  }

  private int mean(ByteBuffer from, int left, int top, int step, int channel) {
    int sum = 0;
    for (int y = top; y < top + step; y++) {
      for (int x = left; x < left + step; x++) {
        sum += from.get(3 * (y * width + x) + channel) & 0xff;
      }
    }
    return sum / (step * step);
  }
}
