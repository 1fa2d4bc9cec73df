package io.walkout.tracker.detect;

import io.walkout.models.PersonDetector;
import io.walkout.store.Camera;
import io.walkout.store.EventTime;
import io.walkout.store.Layout;
import io.walkout.store.geometry.CameraModel;
import io.walkout.store.signal.Detections;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Finds people without a net: what differs from the empty store, where it has the shape that the
 * camera's calibration gives a person standing somewhere on the floor. A person's visible part is
 * enough; who is explained by a place beyond the floor (behind a window, in a mirror) isn't
 * reported. One instance serves one camera and one thread; pictures come in order.
 *
 * <p>Without {@link #prime} the first picture is taken for the empty store, and people in it are
 * found only after they have moved away.
 */
public final class MotionDetector implements PersonDetector {
  /** More of the picture than this changed at once: the light went, or the camera was covered. */
  private static final double BLIND_SHARE = 0.6;

  /** Brightness against the background beyond which a picture isn't judged. */
  private static final float DARKEST = 0.4f;

  private static final float BRIGHTEST = 2.5f;

  /** A picture that stays so different is the new state of things after this long. */
  private static final long BLIND_NANOS = 2 * EventTime.SECOND;

  /** Learning is slow against this, so it need not be done for every picture. */
  private static final long LEARN_EVERY = 200 * EventTime.MILLI;

  /** Longest time between pictures that learning counts. */
  private static final long LONGEST_STEP = 2 * EventTime.SECOND;

  /** What changed but belongs to nobody may be absorbed once it has been still for this long. */
  private static final long UNEXPLAINED_STILL_NANOS = 3 * EventTime.SECOND;

  /**
   * People sway: a silhouette in which nothing has moved for this long is rather an open door or a
   * trolley, and its score says so. Whoever knows more (a tracker who saw somebody come) decides.
   */
  private static final long MOTIONLESS_NANOS = 3 * EventTime.SECOND;

  private static final float MOTIONLESS_SCORE = 0.5f;

  /**
   * Evidence of one working pixel, in tenths; see {@link SilhouetteSearch}. Grey clothes look like
   * a shadow and a shadow like grey clothes: where a body is, more likely the former, or legs in
   * grey trousers would put people too far off; a shadow alone stays under what a person needs.
   */
  private static final int[] EVIDENCE = {-20, 5, 30};

  /** Evidence of a pixel of the small picture, which has four, per unit of the settings'. */
  private static final int UNIT = 40;

  private final MotionSettings settings;
  private final CameraModel model;
  private final WorkSize size;
  private final int workWidth;
  private final int workHeight;
  private final int smallWidth;
  private final int smallHeight;
  private final PictureReducer reducer;
  private final byte[] bgr;
  private final byte[] classes;
  private final float[] rate;
  private final boolean[] owned;
  private final BackgroundModel background;
  private final PictureSight sight;
  private final StillnessMap stillness;
  private final SilhouetteSearch search;
  private long learntNanos = Long.MIN_VALUE;
  private long firstNanos;
  private long blindSince = Long.MIN_VALUE;
  private boolean primedBefore;

  /**
   * Makes a detector; draws all silhouettes, which takes some 100 ms.
   *
   * @param camera calibrated; its picture size sets what boxes are in
   * @param layout what stands where: the floor bounds who is inside
   * @param settings how it looks
   */
  public MotionDetector(Camera camera, Layout layout, MotionSettings settings) {
    this.settings = settings;
    this.model = camera.model();
    this.size = WorkSize.of(model.widthPixels(), model.heightPixels(), settings.workWidth());
    this.reducer = new PictureReducer(size);
    this.workWidth = size.width();
    this.workHeight = size.height();
    this.smallWidth = workWidth / 2;
    this.smallHeight = workHeight / 2;
    int pixels = size.pixels();
    this.bgr = new byte[3 * pixels];
    this.classes = new byte[pixels];
    this.rate = new float[pixels];
    this.owned = new boolean[smallWidth * smallHeight];
    this.background = new BackgroundModel(pixels);
    this.sight = new PictureSight(3 * pixels);
    this.stillness = new StillnessMap(workWidth, workHeight);
    SilhouetteMap map =
        new SilhouetteMap(model.scaledTo(smallWidth, smallHeight), layout, settings);
    this.search =
        new SilhouetteSearch(
            map.silhouettes(), smallWidth, smallHeight, UNIT * settings.minEvidence());
  }

  /**
   * Says what the empty store looks like; call before the first picture. Does nothing if the primer
   * has too few pictures to tell.
   */
  public void prime(BackgroundPrimer primer) {
    if (primer.prime(background, size)) {
      primedBefore = true;
    }
  }

  @Override
  public void detect(ByteBuffer picture, int width, int height, long captureNanos, Detections out) {
    out.clear();
    reducer.reduce(picture, width, height, bgr);
    if (!sight.sees(bgr, captureNanos)) {
      out.blind = true;
      return;
    }
    if (learntNanos == Long.MIN_VALUE) {
      firstNanos = captureNanos;
      learntNanos = captureNanos;
    }
    long step = captureNanos - learntNanos;
    if (step >= LEARN_EVERY) {
      learntNanos = captureNanos;
    }
    stillness.update(bgr, captureNanos);
    if (!background.primed()) {
      background.prime(bgr, new float[0]);
      out.blind = true;
      return;
    }
    int changed = background.compare(bgr, classes);
    if (blind(changed)) {
      out.blind = true;
      if (step >= LEARN_EVERY) {
        waitOut(captureNanos, Math.min(step, LONGEST_STEP));
      }
      return;
    }
    blindSince = Long.MIN_VALUE;
    gatherEvidence();
    int found = search.search();
    report(found, captureNanos, out);
    if (step >= LEARN_EVERY) {
      learn(captureNanos, Math.min(step, LONGEST_STEP), found);
    }
  }

  private boolean blind(int changed) {
    return changed > BLIND_SHARE * classes.length
        || background.gain() < DARKEST
        || background.gain() > BRIGHTEST;
  }

  private void waitOut(long nanos, long step) {
    if (blindSince == Long.MIN_VALUE) {
      blindSince = nanos;
    } else if (nanos - blindSince > BLIND_NANOS) {
      background.forget(bgr, share(step, EventTime.SECOND));
    }
  }

  private void gatherEvidence() {
    int[] evidence = search.evidence();
    for (int row = 0; row < smallHeight; row++) {
      for (int col = 0; col < smallWidth; col++) {
        int p = 2 * row * workWidth + 2 * col;
        evidence[row * smallWidth + col] =
            EVIDENCE[classes[p]]
                + EVIDENCE[classes[p + 1]]
                + EVIDENCE[classes[p + workWidth]]
                + EVIDENCE[classes[p + workWidth + 1]];
      }
    }
  }

  private void report(int found, long nanos, Detections out) {
    float scaleX = (float) model.widthPixels() / smallWidth;
    float scaleY = (float) model.heightPixels() / smallHeight;
    for (int i = 0; i < found; i++) {
      Silhouette s = search.silhouette(i);
      if (!s.inside()) {
        continue;
      }
      float score = (float) Math.clamp((search.meanEvidence(i) / UNIT + 2) / 5, 0, 1);
      if (nanos - lastMoved(s) > MOTIONLESS_NANOS) {
        score *= MOTIONLESS_SCORE;
      }
      int at = out.count;
      if (out.add(
          s.leftmost() * scaleX,
          s.top() * scaleY,
          (s.rightmost() - s.leftmost()) * scaleX,
          s.left().length * scaleY,
          score)) {
        out.floor[2 * at] = (float) search.x(i);
        out.floor[2 * at + 1] = (float) search.y(i);
      }
    }
  }

  /** When anything in a silhouette last moved. */
  private long lastMoved(Silhouette s) {
    long last = Long.MIN_VALUE;
    for (int row = 0; row < s.left().length; row += 2) {
      for (int col = s.left()[row]; col < s.right()[row]; col += 2) {
        last = Math.max(last, stillness.lastNanos(2 * col, 2 * (s.top() + row)));
      }
    }
    return last;
  }

  private void learn(long nanos, long step, int found) {
    own(found);
    float follow = share(step, settings.adaptNanos());
    float absorb = share(step, settings.absorbNanos());
    // A background guessed from one picture may hold somebody who was standing in it: the hole they
    // leave must close soon, so stillness is believed sooner while the guess is young.
    boolean guessed = !primedBefore && nanos - firstNanos < 2 * settings.stillNanos();
    long still = guessed ? settings.stillNanos() / 6 : settings.stillNanos();
    for (int y = 0; y < workHeight; y++) {
      for (int x = 0; x < workWidth; x++) {
        int p = y * workWidth + x;
        boolean persons = owned[y / 2 * smallWidth + x / 2];
        if (classes[p] == BackgroundModel.SAME) {
          // What looks the same in front of a body is rather of the body's colour.
          rate[p] = persons ? 0 : follow;
          continue;
        }
        long quiet = nanos - stillness.lastNanos(x, y);
        rate[p] = quiet > (persons ? still : UNEXPLAINED_STILL_NANOS) ? absorb : 0;
      }
    }
    background.learn(bgr, rate, follow);
  }

  private void own(int found) {
    Arrays.fill(owned, false);
    for (int i = 0; i < found; i++) {
      Silhouette s = search.silhouette(i);
      for (int row = 0; row < s.left().length; row++) {
        int at = (s.top() + row) * smallWidth;
        Arrays.fill(owned, at + s.left()[row], at + s.right()[row], true);
      }
    }
  }

  private static float share(long step, long timeConstant) {
    return (float) -Math.expm1(-(double) step / timeConstant);
  }

  @Override
  public void close() {
    reducer.close();
  }
}
