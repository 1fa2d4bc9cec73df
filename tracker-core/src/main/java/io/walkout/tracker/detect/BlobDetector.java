package io.walkout.tracker.detect;

import io.walkout.models.PersonDetector;
import io.walkout.store.EventTime;
import io.walkout.store.signal.Detections;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Finds people without a net and without a calibration: what differs from the background, split
 * into upright figures whose size is learned from people who walk alone. For cameras that look at
 * people from the side or from a mast; a calibrated one has {@link MotionDetector}. Knows only
 * pictures that have come; the first second of a camera is blind. One instance serves one camera
 * and one thread.
 */
public final class BlobDetector implements PersonDetector {
  /** Widest picture it works on: figures 40 pixels high there have legs. */
  private static final int WORK_WIDTH = 400;

  /** As in {@link MotionDetector}. */
  private static final double BLIND_SHARE = 0.6;

  private static final long LEARN_EVERY = 200 * EventTime.MILLI;
  private static final long LONGEST_STEP = 2 * EventTime.SECOND;
  private static final long UNEXPLAINED_STILL_NANOS = 3 * EventTime.SECOND;
  private static final long MOTIONLESS_NANOS = 5 * EventTime.SECOND;

  /** Who has moved within this is no ghost of a background that was guessed wrong. */
  private static final long LIVELY_NANOS = 2 * EventTime.SECOND;

  private static final float MOTIONLESS_SCORE = 0.6f;

  /** Least mean evidence of a figure; about half of it changed. */
  private static final double LEAST_EVIDENCE = 0.5;

  private static final int CHANGED = 3;
  private static final int SAME = -2;

  /** A figure's thin ends, share of its height. */
  private static final float MOST_BEYOND = 0.25f;

  /** Shapes of blobs that can be one person: width by height, share of the box, least rows. */
  private static final double NARROWEST = 0.2;

  private static final double WIDEST = 0.65;
  private static final double FULLEST = 0.4;
  private static final int LEAST_ROWS = 10;

  private final MotionSettings settings;
  private WorkSize size = new WorkSize(2, 2);
  private PictureReducer reducer = new PictureReducer(size);
  private byte[] bgr = {};
  private byte[] classes = {};
  private boolean[] mask = {};
  private boolean[] closed = {};
  private boolean[] owned = {};
  private boolean[] lively = {};
  private float[] rate = {};
  private int[] evidence = {};
  private BackgroundModel background = new BackgroundModel(4);
  private YoungBackground young = new YoungBackground();
  private StillnessMap stillness = new StillnessMap(2, 2);
  private PictureSight sight = new PictureSight(12);
  private Blobs blobs = new Blobs(2, 2);
  private BlobSearch search = new BlobSearch(2, 2);
  private BlobScale scale = new BlobScale();
  private int lastWidth;
  private int lastHeight;
  private long fittedNanos = Long.MIN_VALUE;
  private long learntNanos = Long.MIN_VALUE;

  /** Has seen nothing yet. */
  public BlobDetector() {
    this(MotionSettings.DEFAULT);
  }

  BlobDetector(MotionSettings settings) {
    this.settings = settings;
  }

  @Override
  public void detect(ByteBuffer picture, int width, int height, long captureNanos, Detections out) {
    out.clear();
    if (width != lastWidth || height != lastHeight) {
      begin(width, height);
    }
    reducer.reduce(picture, width, height, bgr);
    if (!sight.sees(bgr, captureNanos)) {
      out.blind = true;
      return;
    }
    stillness.update(bgr, captureNanos);
    young.update(bgr, captureNanos, background, lively);
    if (!background.primed() || background.compare(bgr, classes) > BLIND_SHARE * classes.length) {
      out.blind = true;
      return;
    }
    clean();
    measure(captureNanos);
    int found = scale.isKnown() ? search.search(evidence, scale, LEAST_EVIDENCE) : 0;
    report(found, (float) width / size.width(), captureNanos, out);
    learn(captureNanos);
  }

  private void begin(int width, int height) {
    lastWidth = width;
    lastHeight = height;
    size = WorkSize.of(width, height, WORK_WIDTH);
    reducer.close();
    reducer = new PictureReducer(size);
    int pixels = size.pixels();
    bgr = new byte[3 * pixels];
    classes = new byte[pixels];
    mask = new boolean[pixels];
    closed = new boolean[pixels];
    owned = new boolean[pixels];
    lively = new boolean[pixels];
    rate = new float[pixels];
    evidence = new int[pixels];
    background = new BackgroundModel(pixels);
    young = new YoungBackground();
    stillness = new StillnessMap(size.width(), size.height());
    sight = new PictureSight(3 * pixels);
    blobs = new Blobs(size.width(), size.height());
    search = new BlobSearch(size.width(), size.height());
    scale = new BlobScale();
  }

  /**
   * Evidence of each pixel, single ones without neighbours left out; and the mask with holes
   * closed.
   */
  private void clean() {
    int w = size.width();
    int h = size.height();
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        int p = y * w + x;
        int about = 0;
        for (int v = Math.max(0, y - 1); v <= Math.min(h - 1, y + 1); v++) {
          for (int u = Math.max(0, x - 1); u <= Math.min(w - 1, x + 1); u++) {
            about += classes[v * w + u] == BackgroundModel.CHANGED ? 1 : 0;
          }
        }
        mask[p] = about >= 4;
        evidence[p] = mask[p] ? CHANGED : classes[p] == BackgroundModel.LIGHT ? 0 : SAME;
      }
    }
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        closed[y * w + x] =
            mask[y * w + x]
                || (y > 0 && y < h - 1 && mask[(y - 1) * w + x] && mask[(y + 1) * w + x])
                || (x > 0 && x < w - 1 && mask[y * w + x - 1] && mask[y * w + x + 1]);
      }
    }
  }

  private void measure(long nanos) {
    if (fittedNanos != Long.MIN_VALUE && nanos - fittedNanos < LEARN_EVERY) {
      return;
    }
    blobs.find(closed);
    for (int b = 0; b < blobs.count; b++) {
      int wide = blobs.right[b] - blobs.left[b];
      int tall = blobs.bottom[b] - blobs.top[b];
      if (tall >= LEAST_ROWS
          && !blobs.touchesEdge(b)
          && wide >= NARROWEST * tall
          && wide <= WIDEST * tall
          && blobs.area[b] >= FULLEST * wide * tall
          && moves(b, nanos)) {
        scale.add(blobs.bottom[b], tall, wide);
      }
    }
    fittedNanos = nanos;
    scale.fit();
  }

  private boolean moves(int b, long nanos) {
    int x = (blobs.left[b] + blobs.right[b]) / 2;
    int y = (blobs.top[b] + blobs.bottom[b]) / 2;
    return nanos - stillness.lastNanos(x, y) < EventTime.SECOND / 2;
  }

  private void report(int found, float zoom, long nanos, Detections out) {
    Arrays.fill(owned, false);
    Arrays.fill(lively, false);
    for (int i = 0; i < found; i++) {
      float score = Math.clamp((search.mean(i) + 2) / 5, 0f, 1f);
      long still = nanos - lastMoved(i);
      if (still > MOTIONLESS_NANOS) {
        score *= MOTIONLESS_SCORE;
      }
      if (still < LIVELY_NANOS) {
        own(i, lively);
      }
      float top = search.box(i, 1);
      float foot = top + search.box(i, 3);
      float up = reach(i, Math.round(top), -1);
      float down = reach(i, Math.round(foot), 1);
      out.add(
          search.box(i, 0) * zoom,
          (top - up) * zoom,
          search.box(i, 2) * zoom,
          (foot - top + up + down) * zoom,
          score);
    }
  }

  /** Rows that a figure goes on beyond its end: feet and hair are thinner than a body is. */
  private int reach(int i, int from, int step) {
    int x0 = Math.clamp((int) (search.box(i, 0) + search.box(i, 2) * 0.1f), 0, size.width());
    int x1 = Math.clamp((int) (search.box(i, 0) + search.box(i, 2) * 0.9f), x0, size.width());
    int most = (int) (MOST_BEYOND * search.box(i, 3));
    int rows = 0;
    while (rows < most && isChanged(step < 0 ? from - 1 - rows : from + rows, x0, x1)) {
      rows++;
    }
    return rows < most ? rows : 0; // what goes on for longer is somebody or something else
  }

  private boolean isChanged(int row, int x0, int x1) {
    for (int x = x0; row >= 0 && row < size.height() && x < x1; x++) {
      if (mask[row * size.width() + x]) {
        return true;
      }
    }
    return false;
  }

  /** When anything in a figure last moved; its pixels are marked as somebody's. */
  private long lastMoved(int i) {
    own(i, owned);
    int x0 = Math.clamp((int) search.box(i, 0), 0, size.width() - 1);
    int x1 = Math.clamp((int) (search.box(i, 0) + search.box(i, 2)), x0, size.width() - 1);
    int y0 = Math.clamp((int) search.box(i, 1), 0, size.height() - 1);
    int y1 = Math.clamp((int) (search.box(i, 1) + search.box(i, 3)), y0, size.height() - 1);
    long last = Long.MIN_VALUE;
    for (int y = y0; y <= y1; y++) {
      for (int x = x0; x <= x1; x++) {
        last = Math.max(last, stillness.lastNanos(x, y));
      }
    }
    return last;
  }

  private void own(int i, boolean[] pixels) {
    int x0 = Math.clamp((int) search.box(i, 0), 0, size.width());
    int x1 = Math.clamp((int) Math.ceil(search.box(i, 0) + search.box(i, 2)), x0, size.width());
    int y0 = Math.clamp((int) search.box(i, 1), 0, size.height());
    int y1 = Math.clamp((int) Math.ceil(search.box(i, 1) + search.box(i, 3)), y0, size.height());
    for (int y = y0; y < y1; y++) {
      Arrays.fill(pixels, y * size.width() + x0, y * size.width() + x1, true);
    }
  }

  private void learn(long nanos) {
    if (learntNanos == Long.MIN_VALUE) {
      learntNanos = nanos;
    }
    long step = nanos - learntNanos;
    if (step < LEARN_EVERY) {
      return;
    }
    learntNanos = nanos;
    float follow = share(Math.min(step, LONGEST_STEP), settings.adaptNanos());
    float absorb = share(Math.min(step, LONGEST_STEP), settings.absorbNanos());
    for (int p = 0; p < classes.length; p++) {
      if (classes[p] == BackgroundModel.SAME) {
        rate[p] = follow;
        continue;
      }
      long quiet = nanos - stillness.lastNanos(p % size.width(), p / size.width());
      rate[p] = quiet > (owned[p] ? settings.stillNanos() : UNEXPLAINED_STILL_NANOS) ? absorb : 0;
    }
    background.learn(bgr, rate, follow);
  }

  private static float share(long step, long timeConstant) {
    return (float) -Math.expm1(-(double) step / timeConstant);
  }

  @Override
  public void close() {
    reducer.close();
  }
}
