package io.walkout.tracker.attend;

import io.walkout.models.PersonDetector;
import io.walkout.store.signal.Detections;
import java.nio.ByteBuffer;

/**
 * Takes the things away that a net takes for people: a mannequin, a poster, a sign. A box whose
 * pixels are the same as they were ten seconds ago, to within the camera's noise, is none: people
 * breathe and sway. What stands before a known thing looks otherwise and is let through. The scores
 * say nothing here, since a net is often as sure of a mannequin as of anybody. Bounded: {@link
 * #PLACES} things, the one not seen for longest being forgotten. One camera, one thread.
 */
public final class FixtureFilter implements PersonDetector {
  /** Things remembered. */
  static final int PLACES = 64;

  /** As long as nobody stands without the least movement; a sleeping person is lost by this. */
  private static final long STILL_NANOS = 10_000_000_000L;

  /**
   * Time in which a place looked otherwise counts so many times against its being a thing: somebody
   * who passes before it delays that, somebody who sways there never lets it come.
   */
  private static final int UNLIKE = 3;

  /** Boxes that overlap by so much are of one place. */
  private static final float SAME_PLACE = 0.55f;

  private static final int COLUMNS = 12;
  private static final int ROWS = 24;
  private static final int SAMPLES = COLUMNS * ROWS;

  /** Mean difference that noise and compression make: in levels, times the weights of a sample. */
  private static final float NOISE = 4 * 2.5f;

  /** The same as a share of the thing's own contrast. */
  private static final float NOISE_SHARE = 0.1f;

  /** Share of the way that a thing's pixels follow the light. */
  private static final float FOLLOW = 0.05f;

  private final PersonDetector detector;
  private final Detections seen = new Detections();
  private final float[] box = new float[4 * PLACES];
  private final float[] pixels = new float[SAMPLES * PLACES];
  private final long[] sinceNanos = new long[PLACES];
  private final long[] lastNanos = new long[PLACES];
  private final float[] probe = new float[SAMPLES];
  private int places;
  private int width;
  private int height;
  private long dropped;

  /** Filters what a detector finds; closed with it. */
  public FixtureFilter(PersonDetector detector) {
    this.detector = detector;
  }

  @Override
  public void detect(
      ByteBuffer bgr, int pictureWidth, int pictureHeight, long captureNanos, Detections out) {
    detector.detect(bgr, pictureWidth, pictureHeight, captureNanos, out);
    if (pictureWidth != width || pictureHeight != height) {
      width = pictureWidth;
      height = pictureHeight;
      places = 0;
    }
    if (out.blind || out.count == 0) {
      return;
    }
    seen.copyFrom(out);
    out.count = 0;
    for (int i = 0; i < seen.count; i++) {
      if (isThing(bgr, captureNanos, i)) {
        dropped++;
      } else if (out.add(
          seen.boxes[4 * i],
          seen.boxes[4 * i + 1],
          seen.boxes[4 * i + 2],
          seen.boxes[4 * i + 3],
          seen.scores[i])) {
        out.floor[2 * out.count - 2] = seen.floor[2 * i];
        out.floor[2 * out.count - 1] = seen.floor[2 * i + 1];
      }
    }
  }

  private boolean isThing(ByteBuffer bgr, long nanos, int i) {
    int p = placeOf(i);
    if (p < 0) {
      remember(bgr, nanos, i);
      return false;
    }
    PixelGrid.sample(bgr, width, height, box, p, COLUMNS, ROWS, probe, 0);
    boolean known = nanos - sinceNanos[p] >= STILL_NANOS;
    long sinceLook = nanos - lastNanos[p];
    lastNanos[p] = nanos;
    if (!isAlike(p)) {
      sinceNanos[p] += known ? 0 : UNLIKE * sinceLook;
      if (sinceNanos[p] >= nanos) {
        put(p, bgr, nanos, i);
      }
      return false;
    }
    for (int k = 0; k < SAMPLES; k++) {
      pixels[p * SAMPLES + k] += FOLLOW * (probe[k] - pixels[p * SAMPLES + k]);
    }
    return known;
  }

  private int placeOf(int i) {
    int best = -1;
    float most = SAME_PLACE;
    for (int p = 0; p < places; p++) {
      float overlap = overlap(box, p, seen.boxes, i);
      if (overlap >= most) {
        most = overlap;
        best = p;
      }
    }
    return best;
  }

  private boolean isAlike(int p) {
    float off = 0;
    float contrast = 0;
    for (int k = 0; k < SAMPLES; k++) {
      off += Math.abs(probe[k] - pixels[p * SAMPLES + k]);
      contrast += Math.abs(pixels[p * SAMPLES + k]);
    }
    return off <= Math.max(NOISE * SAMPLES, NOISE_SHARE * contrast);
  }

  private void remember(ByteBuffer bgr, long nanos, int i) {
    int p = 0;
    if (places < PLACES) {
      p = places++;
    } else {
      for (int k = 1; k < PLACES; k++) {
        p = lastNanos[k] < lastNanos[p] ? k : p;
      }
    }
    put(p, bgr, nanos, i);
  }

  private void put(int p, ByteBuffer bgr, long nanos, int i) {
    System.arraycopy(seen.boxes, 4 * i, box, 4 * p, 4);
    PixelGrid.sample(bgr, width, height, box, p, COLUMNS, ROWS, pixels, p * SAMPLES);
    sinceNanos[p] = nanos;
    lastNanos[p] = nanos;
  }

  private static float overlap(float[] a, int i, float[] b, int j) {
    float w =
        Math.min(a[4 * i] + a[4 * i + 2], b[4 * j] + b[4 * j + 2]) - Math.max(a[4 * i], b[4 * j]);
    float h =
        Math.min(a[4 * i + 1] + a[4 * i + 3], b[4 * j + 1] + b[4 * j + 3])
            - Math.max(a[4 * i + 1], b[4 * j + 1]);
    if (w <= 0 || h <= 0) {
      return 0;
    }
    return w * h / (a[4 * i + 2] * a[4 * i + 3] + b[4 * j + 2] * b[4 * j + 3] - w * h);
  }

  /** Boxes taken away so far. */
  public long dropped() {
    return dropped;
  }

  @Override
  public void close() {
    detector.close();
  }
}
