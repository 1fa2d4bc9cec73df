package io.walkout.tracker.detect;

import io.walkout.ingest.video.VideoException;
import io.walkout.ingest.video.VideoSampler;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.opencv.core.Mat;

/**
 * Learns what a camera sees when nobody is there from pictures spread over a recording: the median
 * of each pixel, with its usual deviation as noise. A store that runs all day knows this already; a
 * recording may begin with somebody in it. Right wherever a pixel shows the empty store in more
 * than half of the pictures. Deterministic; single-threaded.
 */
public final class BackgroundPrimer {
  /** Pictures kept; further ones are refused. */
  public static final int MAX_PICTURES = 64;

  /**
   * The deviation that this share of the pictures don't exceed tells the noise, so that somebody
   * who stands in a third of the pictures doesn't count as noise; of a normal distribution it lies
   * at 0.385 standard deviations, but the largest of three channels at 0.9.
   */
  private static final double QUANTILE = 0.3;

  private static final float QUANTILE_SIGMAS = 0.9f;

  private final List<Picture> pictures = new ArrayList<>();

  private record Picture(byte[] bgr, int width, int height) {}

  /** Takes a picture: direct buffer of packed BGR. False, and not taken, beyond the bound. */
  public boolean add(ByteBuffer bgr, int width, int height) {
    if (pictures.size() == MAX_PICTURES) {
      return false;
    }
    byte[] copy = new byte[3 * width * height];
    bgr.get(0, copy);
    return pictures.add(new Picture(copy, width, height));
  }

  /**
   * A primer from pictures spread over a video file.
   *
   * @param samples how many pictures; about 40 is plenty
   * @throws VideoException if the file can't be read as video
   */
  public static BackgroundPrimer ofVideo(Path file, int samples) throws VideoException {
    BackgroundPrimer primer = new BackgroundPrimer();
    VideoSampler.sample(file, Math.min(samples, MAX_PICTURES), primer::add);
    return primer;
  }

  /** Primes a model for pictures of a size; false if there are too few pictures to tell. */
  boolean prime(BackgroundModel model, int width, int height) {
    if (pictures.size() < 3) {
      return false;
    }
    OpenCvNatives.load();
    byte[][] reduced = new byte[pictures.size()][3 * width * height];
    Mat scratch = new Mat();
    for (int i = 0; i < reduced.length; i++) {
      Picture p = pictures.get(i);
      ByteBuffer direct = ByteBuffer.allocateDirect(p.bgr().length).put(p.bgr()).rewind();
      MotionDetector.reduce(direct, p.width(), p.height(), width, height, scratch, reduced[i]);
    }
    scratch.release();
    byte[] median = new byte[3 * width * height];
    int[] values = new int[reduced.length];
    for (int k = 0; k < median.length; k++) {
      for (int i = 0; i < values.length; i++) {
        values[i] = reduced[i][k] & 0xff;
      }
      Arrays.sort(values);
      median[k] = (byte) values[values.length / 2];
    }
    model.prime(median, noise(reduced, median));
    return true;
  }

  private static float[] noise(byte[][] reduced, byte[] median) {
    float[] noise = new float[median.length / 3];
    int[] deviations = new int[reduced.length];
    for (int p = 0; p < noise.length; p++) {
      for (int i = 0; i < deviations.length; i++) {
        int most = 0;
        for (int k = 3 * p; k < 3 * p + 3; k++) {
          most = Math.max(most, Math.abs((reduced[i][k] & 0xff) - (median[k] & 0xff)));
        }
        deviations[i] = most;
      }
      Arrays.sort(deviations);
      noise[p] = deviations[(int) (QUANTILE * deviations.length)] / QUANTILE_SIGMAS;
    }
    return noise;
  }
}
