package io.walkout.node.floor;

import io.walkout.ingest.mot.MotDetections;
import io.walkout.ingest.mot.SequenceBoxes;
import io.walkout.ingest.mot.SequenceCamera;
import io.walkout.ingest.mot.SequenceFolder;
import io.walkout.node.report.UserError;
import io.walkout.store.geometry.FloorPolygon;
import io.walkout.tracker.floor.FloorCamera;
import io.walkout.tracker.floor.FloorPeople;
import io.walkout.tracker.floor.FloorSight;
import io.walkout.tracker.floor.FloorTracker;
import io.walkout.tracker.floor.FloorTrackerSettings;
import io.walkout.tracker.floor.FloorView;
import io.walkout.tracker.floor.ProjectiveCamera;
import io.walkout.tracker.floor.TsaiCamera;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The floor tracker over a sequence's boxes, frame by frame as they would have come: what is said
 * of a frame is what was known at it. Single-threaded.
 */
public final class FloorRun {
  /** People followed at one time: more than any floor of a few cameras holds. */
  private static final int PEOPLE = 512;

  /** How long the warming-up lasts: the compiler has seen it all by then. */
  private static final long WARM_NANOS = 3_000_000_000L;

  private final SequenceFolder sequence;
  private final List<SequenceBoxes> boxes;
  private final List<FloorCamera> cameras = new ArrayList<>();
  private final FloorView[] views;
  private float[] lent = new float[0];
  private float[] lentScores = new float[0];
  private int frames;
  private long people;
  private long rows;
  private long spentNanos;

  /** Takes one person's place. */
  @FunctionalInterface
  public interface Place {
    /** Person {@code number} was at x, y in metres at a frame, which counts from 1. */
    void at(int frame, long number, double x, double y) throws IOException;
  }

  /**
   * A run over the boxes of each camera of a sequence, in the sequence's order of cameras.
   *
   * @throws UserError naming file and camera, if a calibration can't be a camera's
   */
  public FloorRun(SequenceFolder sequence, List<SequenceBoxes> boxes) {
    this.sequence = sequence;
    this.boxes = List.copyOf(boxes);
    views = new FloorView[boxes.size()];
    for (int c = 0; c < views.length; c++) {
      SequenceCamera known = sequence.cameras().get(c);
      try {
        cameras.add(camera(known));
      } catch (IllegalArgumentException e) {
        throw new UserError(
            sequence.calibration() + ": camera '" + known.name() + "': " + e.getMessage(), e);
      }
      SequenceBoxes b = boxes.get(c);
      views[c] = new FloorView(Math.max(1, b.boxes().mostInAFrame()), vectorLength());
    }
  }

  /** Vectors are used where every camera has them, in one length. */
  private int vectorLength() {
    int length = boxes.get(0).vectorLength();
    return boxes.stream().allMatch(b -> b.vectorLength() == length) ? length : 0;
  }

  /** A sequence's camera as the floor tracker wants it. */
  public static FloorCamera camera(SequenceCamera c) {
    return switch (c.lens()) {
      case SequenceCamera.Projective p ->
          new ProjectiveCamera(c.widthPixels(), c.heightPixels(), p.rows());
      case SequenceCamera.Tsai t ->
          new TsaiCamera(c.widthPixels(), c.heightPixels(), t.sensor(), t.lens(), t.place());
    };
  }

  private FloorTracker tracker() {
    double[] a = sequence.area();
    FloorPolygon area = a.length == 0 ? null : FloorPolygon.rectangle(a[0], a[1], a[2], a[3]);
    int most = 1;
    for (FloorView v : views) {
      most = Math.max(most, v.capacity);
    }
    return new FloorTracker(
        cameras, area, FloorSight.OPEN, FloorTrackerSettings.of(PEOPLE, most, vectorLength()));
  }

  /**
   * Goes through frames again and again for a while, to no effect but that the machine code is
   * there when the speed is taken.
   */
  public void warmUp() throws IOException {
    long begun = System.nanoTime();
    while (System.nanoTime() - begun < WARM_NANOS) {
      through((frame, number, x, y) -> {}, begun + WARM_NANOS);
    }
  }

  /** Goes through all frames. */
  public void each(Place place) throws IOException {
    through(place, Long.MAX_VALUE);
  }

  private void through(Place place, long untilNanos) throws IOException {
    FloorTracker tracker = tracker();
    frames = 0;
    rows = 0;
    people = 0;
    spentNanos = 0;
    for (int frame = 1; frame <= sequence.frames() && System.nanoTime() < untilNanos; frame++) {
      for (int c = 0; c < views.length; c++) {
        fill(views[c], c, frame);
      }
      long captureNanos = Math.round((frame - 1) * 1e9 / sequence.fps());
      long begun = System.nanoTime();
      FloorPeople found = tracker.update(captureNanos, views, views.length);
      spentNanos += System.nanoTime() - begun;
      frames++;
      for (int i = 0; i < found.count; i++) {
        place.at(frame, found.numbers[i], found.x[i], found.y[i]);
        people = Math.max(people, found.numbers[i]);
        rows++;
      }
    }
  }

  private void fill(FloorView view, int c, int frame) {
    SequenceBoxes from = boxes.get(c);
    MotDetections found = from.boxes();
    if (lentScores.length < view.capacity) {
      lent = new float[4 * view.capacity];
      lentScores = new float[view.capacity];
    }
    view.clear(c);
    int n = found.copy(frame, lent, lentScores);
    for (int i = 0; i < n; i++) {
      view.add(lent[4 * i], lent[4 * i + 1], lent[4 * i + 2], lent[4 * i + 3], lentScores[i]);
      if (view.vectorLength > 0) {
        from.vector(frame, i, view.vectors, view.vectorLength * i);
      }
    }
  }

  /** Frames gone through. */
  public int frames() {
    return frames;
  }

  /** Identities given. */
  public long people() {
    return people;
  }

  /** Places told. */
  public long rows() {
    return rows;
  }

  /** Frames of all cameras a second, of the time spent in the tracker alone. */
  public double framesPerSecond() {
    return frames * 1e9 / Math.max(1, spentNanos);
  }
}
