package io.walkout.tracker.detect;

import io.walkout.ingest.video.VideoException;
import io.walkout.ingest.video.VideoSampler;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Learns what a camera sees when nobody is there from pictures spread over a recording: for each
 * pixel the colour that comes back ({@link PixelPast}), with its usual deviation as noise. A store
 * that runs all day knows this already; a recording may begin with somebody in it, and somebody may
 * stand at one place for most of it. Right wherever a pixel shows the empty store in a tenth of the
 * pictures, some of them before and some after anything else that stayed. Deterministic;
 * single-threaded.
 */
public final class BackgroundPrimer {
  /** Pictures kept, reduced; further ones are refused. */
  public static final int MAX_PICTURES = 64;

  /** Fewer pictures have no median worth the name. */
  private static final int MIN_PICTURES = 3;

  private final byte[][] pictures = new byte[MAX_PICTURES][];
  private WorkSize size = new WorkSize(2, 2);
  private int count;

  /**
   * Takes a picture: direct buffer of packed BGR. False, and not taken, beyond the bound.
   *
   * @throws IllegalArgumentException if it is not of the size of those before
   */
  public boolean add(ByteBuffer bgr, int width, int height) {
    if (count == MAX_PICTURES) {
      return false;
    }
    WorkSize reduced = WorkSize.of(width, height, MotionSettings.DEFAULT.workWidth());
    if (count > 0 && !reduced.equals(size)) {
      throw new IllegalArgumentException(
          "a camera's pictures are of one size; found " + width + "x" + height + " among others");
    }
    size = reduced;
    pictures[count++] = resized(bgr, width, height, reduced);
    return true;
  }

  private static byte[] resized(ByteBuffer bgr, int width, int height, WorkSize to) {
    byte[] pixels = new byte[3 * to.pixels()];
    try (PictureReducer reducer = new PictureReducer(to)) {
      reducer.reduce(bgr, width, height, pixels);
    }
    return pixels;
  }

  /**
   * A primer from pictures spread over a video file.
   *
   * @param samples how many; about 40 is plenty
   * @throws VideoException if the file can't be read as video
   */
  public static BackgroundPrimer ofVideo(Path file, int samples) throws VideoException {
    BackgroundPrimer primer = new BackgroundPrimer();
    VideoSampler.sample(file, Math.min(samples, MAX_PICTURES), primer::add);
    return primer;
  }

  /** Primes a model for pictures of a size; false if there are too few pictures to tell. */
  boolean prime(BackgroundModel model, WorkSize wanted) {
    if (count < MIN_PICTURES) {
      return false;
    }
    if (!size.equals(wanted)) {
      for (int i = 0; i < count; i++) {
        ByteBuffer direct = ByteBuffer.allocateDirect(pictures[i].length).put(pictures[i]).flip();
        pictures[i] = resized(direct, size.width(), size.height(), wanted);
      }
      size = wanted;
    }
    byte[] empty = median();
    float[] noise = new float[size.pixels()];
    int[] deviations = new int[count];
    PixelPast past = new PixelPast();
    for (int p = 0; p < noise.length; p++) {
      past.clear();
      for (int i = 0; i < count; i++) {
        byte[] picture = pictures[i];
        past.add(i, picture[3 * p] & 0xff, picture[3 * p + 1] & 0xff, picture[3 * p + 2] & 0xff);
      }
      int colour = past.empty(count);
      int among = count;
      if (colour >= 0) {
        for (int c = 0; c < 3; c++) {
          empty[3 * p + c] = (byte) Math.round(past.mean(colour, c));
        }
        among -= past.mostOfAnother(colour);
      }
      noise[p] = noise(p, empty, among, deviations);
    }
    model.prime(empty, noise);
    return true;
  }

  private byte[] median() {
    byte[] median = new byte[3 * size.pixels()];
    int[] values = new int[count];
    for (int k = 0; k < median.length; k++) {
      for (int i = 0; i < count; i++) {
        values[i] = pictures[i][k] & 0xff;
      }
      Arrays.sort(values);
      median[k] = (byte) values[count / 2];
    }
    return median;
  }

  /**
   * Noise of a pixel of the empty store, told from the pictures nearest to it, so that those who
   * pass by don't count as noise; pictures of the one thing that hid the store the longest are left
   * out of the share.
   */
  private float noise(int p, byte[] empty, int among, int[] deviations) {
    for (int i = 0; i < count; i++) {
      int most = 0;
      for (int k = 3 * p; k < 3 * p + 3; k++) {
        most = Math.max(most, Math.abs((pictures[i][k] & 0xff) - (empty[k] & 0xff)));
      }
      deviations[i] = most;
    }
    Arrays.sort(deviations);
    return deviations[(int) (BackgroundModel.QUIET_SHARE * among)] / BackgroundModel.QUIET_SIGMAS;
  }
}
