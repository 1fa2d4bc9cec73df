package io.walkout.node.pipeline;

import io.walkout.ingest.journal.Journal;
import io.walkout.ingest.journal.JournalSource;
import io.walkout.ingest.ring.EventSource;
import io.walkout.ingest.ring.StoreEvent;
import io.walkout.store.EventTime;
import io.walkout.store.Layout;
import io.walkout.store.geometry.CameraModel;
import io.walkout.store.geometry.Vec3;
import io.walkout.store.signal.Detections;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How well cameras agree about wrists without a truth: by how much the lines on which two cameras
 * saw the same wrist of a lone man at one moment miss each other. A wrist that is none makes a line
 * that goes nowhere near the other.
 */
final class WristLines {
  /** Pictures of cameras whose moments differ by less show the same hand. */
  private static final long SAME = 40 * EventTime.MILLI;

  private static final float LEAST_SCORE = 0.2f;
  private static final int LEFT_WRIST = 9;

  private record Seen(int camera, long nanos, int side, Vec3 from, Vec3 along) {}

  private final List<Seen> wrists = new ArrayList<>();
  private int fromPalms;

  private WristLines() {}

  /** Reads the wrists of tracked bodies out of a run's journal, those found later among them. */
  static WristLines of(Path out) throws IOException {
    WristLines lines = new WristLines();
    Journal journal = Journal.open(out.resolve("journal"));
    Layout layout = journal.store().layout();
    StoreEvent slot = new StoreEvent();
    try (JournalSource events = journal.events()) {
      while (events.peekArrivalNanos() != EventSource.ENDED) {
        slot.reset(StoreEvent.Kind.END);
        events.read(slot);
        if (slot.kind == StoreEvent.Kind.FRAME) {
          CameraModel model = layout.cameras().get(slot.camera).model();
          Detections now = slot.detections;
          for (int i = 0; i < now.count; i++) {
            if (now.tracks[i] != 0) {
              lines.add(slot.camera, model, slot.captureNanos, now.joints, i, now.palmWrists[i]);
            }
          }
          for (int i = 0; i < slot.hindsight.count; i++) {
            lines.add(
                slot.camera,
                model,
                slot.hindsight.captureNanos[i],
                slot.hindsight.joints,
                i,
                slot.hindsight.palmWrists[i]);
          }
        }
      }
    }
    return lines;
  }

  private void add(int camera, CameraModel model, long nanos, float[] joints, int row, int palms) {
    for (int side = 0; side < 2; side++) {
      int at = row * Detections.POSE + 3 * (LEFT_WRIST + side);
      if (joints[at + 2] >= LEAST_SCORE && Float.isFinite(joints[at] + joints[at + 1])) {
        Vec3 along = model.ray(joints[at], joints[at + 1]);
        wrists.add(new Seen(camera, nanos, side, model.position(), along));
        fromPalms += palms >> side & 1;
      }
    }
  }

  /** Metres by which the lines of each pair miss each other, rising. */
  double[] gaps() {
    List<Double> gaps = new ArrayList<>();
    for (Seen a : wrists) {
      for (Seen b : wrists) {
        if (a.camera < b.camera && a.side == b.side && Math.abs(a.nanos - b.nanos) <= SAME) {
          gaps.add(gap(a, b));
        }
      }
    }
    return gaps.stream().mapToDouble(g -> g).sorted().toArray();
  }

  private static double gap(Seen a, Seen b) {
    double x = a.along.y() * b.along.z() - a.along.z() * b.along.y();
    double y = a.along.z() * b.along.x() - a.along.x() * b.along.z();
    double z = a.along.x() * b.along.y() - a.along.y() * b.along.x();
    double between =
        (b.from.x() - a.from.x()) * x
            + (b.from.y() - a.from.y()) * y
            + (b.from.z() - a.from.z()) * z;
    return Math.abs(between) / Math.max(1e-6, Math.sqrt(x * x + y * y + z * z));
  }

  @Override
  public String toString() {
    double[] gaps = gaps();
    long near = Arrays.stream(gaps).filter(g -> g < 0.1).count();
    return "%d wrists, %d with a palm's help; %d pairs of lines, %d within 0.1 m, median %.3f m"
        .formatted(
            wrists.size(),
            fromPalms,
            gaps.length,
            near,
            gaps.length == 0 ? Double.NaN : gaps[gaps.length / 2]);
  }
}
