package io.walkout.bench.realism.pictures;

import io.walkout.ingest.ring.EventSource;
import io.walkout.ingest.ring.Frame;
import io.walkout.ingest.ring.FramePool;
import io.walkout.ingest.ring.StoreEvent;
import io.walkout.ingest.video.VideoFileSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The decoded pictures of one camera in memory: luminance of every picture, colours too. At most
 * {@link #MOST_PICTURES} are kept, the rest of the file is not looked at: 600 of 640x360 take 550
 * MB.
 *
 * @param width pixels per row
 * @param height rows
 * @param captureNanos when each was taken
 * @param bgr each picture's pixels, three bytes a pixel. Not copied
 * @param bitsPerPicture size of the file over its pictures
 */
public record Clip(
    int width, int height, long[] captureNanos, List<byte[]> bgr, double bitsPerPicture) {
  /** A minute of ten pictures a second; more would not fit beside another clip. */
  public static final int MOST_PICTURES = 600;

  /**
   * Reads a video file.
   *
   * @param file any video
   * @param captureNanos when its pictures were taken
   */
  public static Clip read(Path file, long[] captureNanos) throws IOException {
    List<byte[]> pictures = new ArrayList<>();
    long[] times = new long[Math.min(MOST_PICTURES, captureNanos.length)];
    int width = 0;
    int height = 0;
    StoreEvent slot = new StoreEvent();
    try (VideoFileSource source =
        new VideoFileSource(file.toString(), 0, file, captureNanos, new FramePool(1))) {
      while (pictures.size() < times.length && source.peekArrivalNanos() != EventSource.ENDED) {
        source.read(slot);
        Frame frame = Objects.requireNonNull(slot.frame);
        width = frame.width();
        height = frame.height();
        byte[] pixels = new byte[3 * width * height];
        ByteBuffer from = frame.pixels().duplicate();
        from.position(0).get(pixels);
        times[pictures.size()] = slot.captureNanos;
        pictures.add(pixels);
        frame.release();
        slot.frame = null;
      }
    }
    return new Clip(
        width,
        height,
        java.util.Arrays.copyOf(times, pictures.size()),
        pictures,
        8.0 * Files.size(file) / Math.max(1, captureNanos.length));
  }

  /** Number of pictures. */
  public int size() {
    return bgr.size();
  }

  /** Luminance of one pixel of a picture, 0 to 255 (ITU-R BT.601 weights). */
  public static int luma(byte[] bgr, int pixel) {
    int i = 3 * pixel;
    return (114 * (bgr[i] & 0xff) + 587 * (bgr[i + 1] & 0xff) + 299 * (bgr[i + 2] & 0xff) + 500)
        / 1000;
  }

  /** Luminance of a picture, one byte a pixel. */
  public byte[] luma(int picture) {
    byte[] pixels = bgr.get(picture);
    byte[] luma = new byte[width * height];
    for (int i = 0; i < luma.length; i++) {
      luma[i] = (byte) luma(pixels, i);
    }
    return luma;
  }

  /** The picture taken nearest to a moment. */
  public int nearest(long nanos) {
    int best = 0;
    for (int i = 1; i < captureNanos.length; i++) {
      if (Math.abs(captureNanos[i] - nanos) < Math.abs(captureNanos[best] - nanos)) {
        best = i;
      }
    }
    return best;
  }
}
