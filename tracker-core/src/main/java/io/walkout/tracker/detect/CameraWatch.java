package io.walkout.tracker.detect;

import io.walkout.models.PersonDetector;
import io.walkout.store.Camera;
import io.walkout.store.EventTime;
import io.walkout.store.signal.Detections;
import io.walkout.store.signal.PictureFault;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Stands between a camera and whatever looks for people in its pictures, and says by name what is
 * wrong with a picture ({@link Detections#fault}). A picture that is black, covered, frozen, out of
 * time or of a wrong shape, and one of a camera that no longer hangs as it was calibrated, is not
 * shown to the detector: there are no boxes then, and {@link Detections#blind} holds, so that
 * nobody is invented and nobody held absent. A detector that throws, or gives numbers that can't
 * be, is such a fault too and takes nothing else down. One instance serves one camera and one
 * thread at a time.
 *
 * <p>Of several faults the first in this order is told: time, shape, black or covered, frozen,
 * moved, the net. Works on a reduced picture, so that its cost hardly depends on the size.
 */
public final class CameraWatch implements PersonDetector {
  /** Pictures are judged at most this wide. */
  private static final int WORK_WIDTH = 320;

  /** How often it is looked whether the camera still hangs as it did. */
  private static final long LOOK_EVERY = EventTime.SECOND / 2;

  /**
   * Texture, but not the reference's, for so long: the camera looks elsewhere altogether. A crowd
   * that hides the whole floor and the shelves passes on sooner.
   */
  private static final long LOST_NANOS = 5 * EventTime.SECOND;

  /** Shapes that differ by less are one: coders want even sides, some whole blocks of 16. */
  private static final double SHAPE_TOLERANCE = 0.03;

  /** A box so many times as large as the picture can't be. */
  private static final float ABSURD_TIMES = 20;

  private final PersonDetector detector;
  private final int cameraWidth;
  private final int cameraHeight;
  private final WorkSize size;
  private final PictureReducer reducer;
  private final byte[] bgr;
  private final float[] grey;
  private final PictureLevels levels = new PictureLevels();
  private final @Nullable SceneWatch scene;
  private PictureLife life;
  private SceneShift shift = SceneShift.NOTHING;
  private PictureFault sceneFault = PictureFault.NONE;
  private long lookedNanos = Long.MIN_VALUE;
  private long lostNanos = Long.MIN_VALUE;
  private final PictureClock clock = new PictureClock();
  private int lastWidth;
  private int lastHeight;
  private boolean resized;
  private final PictureFitter fitter = new PictureFitter();

  /**
   * Watches a camera.
   *
   * @param camera calibrated; pictures of another size but its shape are brought to its size
   * @param detector who looks for people; closed with this
   */
  public CameraWatch(Camera camera, PersonDetector detector) {
    this(
        camera.model().widthPixels(), camera.model().heightPixels(), camera.model().fx(), detector);
  }

  private CameraWatch(int width, int height, double focalPixels, PersonDetector detector) {
    this.detector = detector;
    this.cameraWidth = width;
    this.cameraHeight = height;
    this.size = WorkSize.of(width, height, WORK_WIDTH);
    this.reducer = new PictureReducer(size);
    this.bgr = new byte[3 * size.pixels()];
    this.grey = new float[size.pixels()];
    double scale = (double) width / size.width();
    this.scene = focalPixels > 0 ? new SceneWatch(size, focalPixels / scale, scale) : null;
    this.life = new PictureLife(size);
  }

  /**
   * Watches a camera of which only the pictures' size is known. It may move as it likes: {@link
   * PictureFault#MOVED}, and {@link PictureFault#COVERED} by what has texture, are never said.
   */
  public static CameraWatch uncalibrated(int width, int height, PersonDetector detector) {
    return new CameraWatch(width, height, 0, detector);
  }

  /**
   * Says what the camera saw of the empty store when it was calibrated; call before the first
   * picture. Without it the first seconds are taken for what it should see.
   *
   * @param picture direct, packed BGR from position 0
   * @throws IllegalArgumentException if the picture has another shape than the calibration
   */
  public void refer(ByteBuffer picture, int width, int height) {
    if (!isOfShape(width, height)) {
      throw new IllegalArgumentException(
          "a reference of " + width + "x" + height + " pixels for a camera of " + shape());
    }
    reduce(picture, width, height);
    if (scene != null) {
      scene.refer(grey);
    }
  }

  /** Where the still parts of the picture lay at the last look, twice a second. */
  public SceneShift shift() {
    return shift;
  }

  /** What is wrong with the time of the next picture, of one that comes by no ring. */
  public PictureFault judgeTime(long captureNanos) {
    return clock.judge(captureNanos);
  }

  @Override
  public void detect(ByteBuffer picture, int width, int height, long captureNanos, Detections out) {
    PictureFault time = judgeTime(captureNanos);
    if (time != PictureFault.NONE) {
      blind(out, time);
    } else if (sees(picture, width, height, captureNanos, out)) {
      search(picture, width, height, captureNanos, out);
      mark(out);
    }
  }

  /**
   * Judges a picture whose time is right ({@link io.walkout.ingest.ring.CameraClock}); every such
   * picture of the camera passes here once, in order of capture, whether or not anybody is then
   * looked for in it.
   *
   * @param out emptied; blind and with the fault where there is one that hides everything
   * @return whether the picture may be looked at
   */
  public boolean sees(
      ByteBuffer picture, int width, int height, long captureNanos, Detections out) {
    out.clear();
    resized = lastWidth != 0 && (width != lastWidth || height != lastHeight);
    lastWidth = width;
    lastHeight = height;
    if (!isOfShape(width, height)) {
      blind(out, PictureFault.RESIZED);
      return false;
    }
    if (resized) {
      life = new PictureLife(size);
    }
    reduce(picture, width, height);
    PictureFault fault = judge(captureNanos);
    if (fault != PictureFault.NONE) {
      blind(out, fault);
    }
    return fault == PictureFault.NONE;
  }

  /** Notes in what was found in a picture that it has another size than the one before, if so. */
  public void mark(Detections out) {
    if (resized && out.fault == PictureFault.NONE) {
      out.fault = PictureFault.RESIZED;
    }
  }

  private PictureFault judge(long nanos) {
    PictureFault empty = levels.judge(grey);
    boolean lives = life.lives(bgr, nanos);
    if (empty != PictureFault.NONE) {
      return empty;
    }
    if (!lives) {
      return PictureFault.FROZEN;
    }
    if (scene == null) {
      return PictureFault.NONE;
    }
    if (lookedNanos == Long.MIN_VALUE || nanos - lookedNanos >= LOOK_EVERY) {
      lookedNanos = nanos;
      shift = scene.look(grey, nanos);
      sceneFault = sceneFault(nanos);
    }
    return sceneFault;
  }

  private PictureFault sceneFault(long nanos) {
    if (shift.kind() != SceneShift.Kind.LOST) {
      lostNanos = Long.MIN_VALUE;
    } else if (lostNanos == Long.MIN_VALUE) {
      lostNanos = nanos;
    }
    return switch (shift.kind()) {
      case SAME, UNKNOWN -> PictureFault.NONE;
      case MOVED -> PictureFault.MOVED;
      case COVERED -> PictureFault.COVERED;
      case LOST ->
          // A camera that was moved already and goes on moving has been lost from there.
          sceneFault == PictureFault.MOVED || nanos - lostNanos >= LOST_NANOS
              ? PictureFault.MOVED
              : PictureFault.NONE;
    };
  }

  /** Looks for people in a picture that {@link #sees} has let pass. */
  public void search(ByteBuffer picture, int width, int height, long nanos, Detections out) {
    boolean fits = width == cameraWidth && height == cameraHeight;
    try {
      if (fits) {
        detector.detect(picture, width, height, nanos, out);
      } else {
        ByteBuffer fitted = fitter.fit(picture, width, height, cameraWidth, cameraHeight);
        detector.detect(fitted, cameraWidth, cameraHeight, nanos, out);
      }
    } catch (RuntimeException e) {
      out.fault = PictureFault.NET_FAULT;
    }
    if (out.fault == PictureFault.NET_FAULT || !isPossible(out)) {
      blind(out, PictureFault.NET_FAULT);
    } else if (out.fault != PictureFault.NONE) {
      blind(out, out.fault);
    }
  }

  private boolean isPossible(Detections out) {
    float most = ABSURD_TIMES * Math.max(cameraWidth, cameraHeight);
    for (int i = 0; i < out.count; i++) {
      boolean possible = out.scores[i] >= 0 && out.scores[i] <= 1;
      for (int k = 4 * i; k < 4 * i + 4; k++) {
        possible &= Math.abs(out.boxes[k]) <= most;
      }
      if (!possible || out.boxes[4 * i + 2] <= 0 || out.boxes[4 * i + 3] <= 0) {
        return false;
      }
    }
    return true;
  }

  private static void blind(Detections out, PictureFault fault) {
    out.clear();
    out.blind = true;
    out.fault = fault;
  }

  private boolean isOfShape(int width, int height) {
    double one = (double) width * cameraHeight;
    double other = (double) height * cameraWidth;
    return Math.abs(one - other) <= SHAPE_TOLERANCE * other;
  }

  private String shape() {
    return cameraWidth + "x" + cameraHeight;
  }

  private void reduce(ByteBuffer picture, int width, int height) {
    reducer.reduce(picture, width, height, bgr);
    for (int p = 0; p < grey.length; p++) {
      int i = 3 * p;
      grey[p] = ((bgr[i] & 0xff) + 2 * (bgr[i + 1] & 0xff) + (bgr[i + 2] & 0xff)) / 4f;
    }
  }

  @Override
  public void close() {
    fitter.close();
    reducer.close();
    detector.close();
  }
}
