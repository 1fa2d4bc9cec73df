package io.walkout.tracker.attend;

import io.walkout.store.Camera;
import io.walkout.store.EventTime;
import io.walkout.store.Layout;
import io.walkout.store.geometry.CameraModel;
import io.walkout.store.signal.Detections;
import io.walkout.store.signal.Hindsight;
import io.walkout.tracker.box.BoxTracker;
import io.walkout.tracker.box.BoxTrackerSettings;
import io.walkout.tracker.box.BoxTracks;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Decides for one camera what is worth looking at, and keeps its tracks. For each picture, in
 * order: {@link #wantsSearch}; then {@link #searched} with what a detector found, or {@link
 * #carry}; then, box by box, {@link #wantsPose} and {@link #wantsLook}; then {@link #keep}. One
 * thread.
 */
public final class CameraAttention {
  /** A track seen again after this long may be somebody else: worth a new close look. */
  private static final long GAP_NANOS = 800 * EventTime.MILLI;

  /**
   * Close looks at a new track, and the time between them: a person turns and shows another side.
   */
  private static final int FIRST_LOOKS = 3;

  private static final long BETWEEN_LOOKS = 700 * EventTime.MILLI;

  /** After that, so that a memory which forgets whom it hasn't seen for long keeps them. */
  private static final long LOOK_AGAIN = 15 * EventTime.SECOND;

  /** Smaller boxes show no clothes, pixels of height. */
  private static final float LEAST_LOOK = 32;

  private final AttentionSettings settings;
  private final @Nullable Reach reach;
  private final @Nullable CameraModel model;
  private final int cameraWidth;
  private final int cameraHeight;
  private final LookPlan plan;
  private final ChangeGate gate = new ChangeGate();
  private final BoxTracker tracker;
  private final BoxTracks tracks = new BoxTracks();
  private final TrackMemory memory = new TrackMemory();
  private final BoxFollower follower = new BoxFollower();
  private final Detections last = new Detections();
  private final StirTimes stirs = new StirTimes();
  private final CropRing kept;
  private final AttentionCounts counts = new AttentionCounts();
  private final long[] within = new long[Detections.CAPACITY];
  private final boolean[] posed = new boolean[Detections.CAPACITY];
  private final double[] point = new double[2];
  private long lastNanos = Long.MIN_VALUE;
  private long lastPictureNanos = Long.MIN_VALUE;
  private boolean fits;
  private int posesNow;

  /** Attention to a calibrated camera of a store. */
  public CameraAttention(AttentionSettings settings, Camera camera, Layout layout) {
    this(
        settings,
        camera.model(),
        new Reach(camera, layout, settings.reachMetres()),
        camera.model().widthPixels(),
        camera.model().heightPixels());
  }

  private CameraAttention(
      AttentionSettings settings,
      @Nullable CameraModel model,
      @Nullable Reach reach,
      int width,
      int height) {
    this.settings = settings;
    this.model = model;
    this.reach = reach;
    this.cameraWidth = width;
    this.cameraHeight = height;
    this.plan = new LookPlan(settings);
    this.kept = new CropRing(reach == null ? 0 : settings.keptBytes());
    this.tracker = new BoxTracker(BoxTrackerSettings.DEFAULT, width, height);
  }

  /** Attention to a camera that nothing is known of but its size: nobody is near a shelf. */
  public static CameraAttention uncalibrated(AttentionSettings settings, int width, int height) {
    return new CameraAttention(settings, null, null, width, height);
  }

  /** Whether a detector should search this picture; taken once of each, in order of capture. */
  public boolean wantsSearch(ByteBuffer bgr, int width, int height, long captureNanos) {
    counts.pictures++;
    fits = width == cameraWidth && height == cameraHeight;
    // A picture of a wrong size or time is for the detector's watch to judge.
    boolean searches =
        !fits
            || captureNanos <= lastPictureNanos
            || plan.due(captureNanos, settings.sparing() && gate.differs(bgr, width, height));
    lastPictureNanos = captureNanos;
    counts.searches += searches ? 1 : 0;
    return searches;
  }

  /** Takes what a detector found in this picture, and writes the track of each box into it. */
  public void searched(ByteBuffer bgr, int width, int height, long captureNanos, Detections found) {
    if (!found.blind) {
      tracker.update(captureNanos, found.boxes, found.scores, found.count, tracks);
      for (int t = 0; t < tracks.count; t++) {
        if (tracks.detections[t] >= 0) {
          found.tracks[tracks.detections[t]] = (int) tracks.numbers[t];
        }
      }
      for (int i = 0; i < found.count; i++) {
        if (found.tracks[i] != 0) {
          memory.seen(found.tracks[i], found, i, captureNanos, GAP_NANOS);
        }
      }
    }
    plan.searched(captureNanos, found, memory);
    if (plan.foundNobody() && !found.blind && settings.sparing() && fits) {
      gate.foundEmpty();
    }
    if (settings.sparing() && fits) {
      rememberTracked(found);
      follower.remember(bgr, width, height, last);
    }
    lastNanos = captureNanos;
    ready(found);
  }

  private void rememberTracked(Detections found) {
    last.clear();
    for (int i = 0; i < found.count; i++) {
      if (found.tracks[i] != 0) {
        int at = last.count;
        last.add(
            found.boxes[4 * i],
            found.boxes[4 * i + 1],
            found.boxes[4 * i + 2],
            found.boxes[4 * i + 3],
            found.scores[i]);
        last.tracks[at] = found.tracks[i];
        last.floor[2 * at] = found.floor[2 * i];
        last.floor[2 * at + 1] = found.floor[2 * i + 1];
      }
    }
  }

  /** Fills in the boxes of the last search as they have moved since, instead of a search. */
  public void carry(ByteBuffer bgr, int width, int height, long captureNanos, Detections out) {
    out.clear();
    out.carried = true;
    float seconds = (captureNanos - lastNanos) * 1e-9f;
    for (int i = 0; i < last.count; i++) {
      int k = memory.slot(last.tracks[i]);
      float left = last.boxes[4 * i] + seconds * memory.speedX[k];
      float top = last.boxes[4 * i + 1] + seconds * memory.speedY[k];
      out.add(left, top, last.boxes[4 * i + 2], last.boxes[4 * i + 3], last.scores[i]);
      out.tracks[i] = last.tracks[i];
      if (!follower.follow(bgr, width, height, out.boxes, i)) {
        plan.hurry();
      }
      moveFloor(out, i);
    }
    counts.carriedBoxes += out.count;
    ready(out);
  }

  /** A floor position that the detector knew moves as the box's foot does. */
  private void moveFloor(Detections out, int i) {
    if (Float.isNaN(last.floor[2 * i]) || !foot(last.boxes, i)) {
      return;
    }
    double x = point[0];
    double y = point[1];
    if (foot(out.boxes, i)) {
      out.floor[2 * i] = (float) (last.floor[2 * i] + point[0] - x);
      out.floor[2 * i + 1] = (float) (last.floor[2 * i + 1] + point[1] - y);
    }
  }

  private boolean foot(float[] boxes, int i) {
    double middle = boxes[4 * i] + boxes[4 * i + 2] / 2.0;
    return model != null
        && model.atHeight(middle, (double) boxes[4 * i + 1] + boxes[4 * i + 3], 0, point);
  }

  private void ready(Detections found) {
    posesNow = 0;
    for (int i = 0; i < found.count; i++) {
      within[i] =
          reach == null
              ? 0
              : reach.of(
                  found.boxes[4 * i],
                  found.boxes[4 * i + 1],
                  found.boxes[4 * i + 2],
                  found.boxes[4 * i + 3],
                  found.floor[2 * i],
                  found.floor[2 * i + 1]);
      posed[i] = false;
    }
  }

  /** Whether a pose should be taken of box {@code i} now; whoever asks takes it if so. */
  public boolean wantsPose(long captureNanos, Detections found, int i) {
    if (!fits) {
      return false;
    }
    if (settings.sparing()) {
      if (found.tracks[i] == 0 || within[i] == 0 || posesNow >= settings.posesAtOnce()) {
        return false;
      }
      int k = memory.slot(found.tracks[i]);
      if (captureNanos - memory.posedNanos[k] < settings.poseNanos()
          && !stirs.hold(captureNanos, within[i])) {
        return false;
      }
      memory.posedNanos[k] = captureNanos;
    } else if (found.tracks[i] == 0 && found.scores[i] < LookPlan.HOPEFUL) {
      return false; // what a net doubts is nobody's body
    }
    posesNow++;
    posed[i] = true;
    counts.poses++;
    return true;
  }

  /** Whether box {@code i}'s clothes should be looked at now; whoever asks does so if so. */
  public boolean wantsLook(long captureNanos, Detections found, int i) {
    if (!fits
        || found.tracks[i] == 0
        || found.carried
        || found.boxes[4 * i + 3] < LEAST_LOOK
        || LookPlan.crosses(found, i)) {
      return false;
    }
    int k = memory.slot(found.tracks[i]);
    long since = captureNanos - memory.lookedNanos[k];
    boolean isBack = memory.backNanos[k] > memory.lookedNanos[k];
    if (!isBack && since < (memory.looks[k] < FIRST_LOOKS ? BETWEEN_LOOKS : LOOK_AGAIN)) {
      return false;
    }
    memory.lookedNanos[k] = captureNanos;
    memory.looks[k]++;
    counts.looks++;
    return true;
  }

  /** Keeps the crops of those within reach of a shelf, for poses that are asked for later. */
  public void keep(ByteBuffer bgr, int width, int height, long captureNanos, Detections found) {
    if (!settings.sparing() || !fits) {
      return;
    }
    kept.forgetBefore(captureNanos - Hindsight.MOST_LAG_NANOS);
    for (int i = 0; i < found.count; i++) {
      if (found.tracks[i] != 0
          && within[i] != 0
          && kept.keep(
              bgr,
              width,
              height,
              captureNanos,
              found.tracks[i],
              found.boxes,
              i,
              within[i],
              posed[i])) {
        counts.crops++;
        if (stirs.hold(captureNanos, within[i])) {
          kept.want(captureNanos, captureNanos, within[i]);
        }
      }
    }
    counts.cropsLost = kept.dropped();
  }

  /** A gondola stirred between two moments; does nothing if the camera doesn't see it. */
  public void stirred(int gondola, long fromNanos, long toNanos) {
    long bit = Reach.bit(gondola);
    if (reach != null && (bit & reach.seen()) != 0 && settings.sparing()) {
      long from = fromNanos - settings.beforeNanos();
      long to = toNanos + settings.afterNanos();
      stirs.add(from, to, bit);
      kept.want(from, to, bit);
      counts.stirs++;
    }
  }

  /**
   * A kept crop that a pose is to be taken of with this picture, or -1; at most as many with one
   * picture as the settings say.
   */
  public int nextLater() {
    return posesNow < settings.posesAtOnce() ? kept.nextWanted() : -1;
  }

  /** The pose of a kept crop has been taken. */
  public void laterDone(int crop) {
    kept.done(crop);
    posesNow++;
    counts.laterPoses++;
  }

  /** The camera's tracks at the last search, hidden ones where they are expected. */
  public BoxTracks tracks() {
    return tracks;
  }

  /** The crops. */
  public CropRing kept() {
    return kept;
  }

  /** What was done so far. */
  public AttentionCounts counts() {
    return counts;
  }
}
