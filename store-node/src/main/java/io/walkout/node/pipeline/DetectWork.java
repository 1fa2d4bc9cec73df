package io.walkout.node.pipeline;

import io.walkout.ingest.ring.Frame;
import io.walkout.ingest.ring.StoreEvent;
import io.walkout.models.Embedder;
import io.walkout.models.HandDetector;
import io.walkout.models.PersonDetector;
import io.walkout.models.PoseEstimator;
import io.walkout.store.Layout;
import io.walkout.store.signal.PlateBlock;
import io.walkout.tracker.attend.AttentionCounts;
import io.walkout.tracker.attend.AttentionSettings;
import io.walkout.tracker.attend.CameraAttention;
import io.walkout.tracker.attend.PosesWithPalms;
import io.walkout.tracker.attend.StirWatch;
import io.walkout.tracker.look.ShelfLookout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the pictures of this worker's share of the cameras. Cameras are shared out by index, so
 * that each is looked at by one thread, in order, however many workers there are. Every worker sees
 * the shelves' readings too, and goes back in the pictures of its own cameras when a shelf stirs;
 * what it finds there stands in the slot of the same camera's next picture, since a slot of plates
 * belongs to all workers at once.
 */
final class DetectWork implements Stage.Work {
  private final SortedMap<Integer, CameraLook> looks = new TreeMap<>();
  private final List<PosesWithPalms> withPalms = new ArrayList<>();
  private final StirWatch stirs = new StirWatch();
  private final int worker;
  private final int workers;

  /** One of {@code workers}, taking every camera whose index leaves {@code worker}. */
  DetectWork(Sight sight, Layout layout, int worker, int workers) {
    this.worker = worker;
    this.workers = workers;
    PoseEstimator poses = sight.poses().isEmpty() ? null : sight.poses().get(worker);
    Embedder embedder = sight.embedders().isEmpty() ? null : sight.embedders().get(worker);
    for (Map.Entry<Integer, PersonDetector> camera : sight.detectors().entrySet()) {
      int index = camera.getKey();
      if (index % workers == worker) {
        CameraAttention attention =
            new CameraAttention(
                sight.attention().getOrDefault(index, AttentionSettings.DEFAULT),
                layout.cameras().get(index),
                layout);
        PoseEstimator by = poses == null ? null : poses(sight, index, poses);
        ShelfLookout shelves =
            sight.shelfLooks() ? new ShelfLookout(layout.cameras().get(index), layout) : null;
        looks.put(index, new CameraLook(camera.getValue(), attention, by, embedder, shelves));
      }
    }
  }

  /** A camera's poses, with palms where that is chosen. */
  private PoseEstimator poses(Sight sight, int camera, PoseEstimator poses) {
    if (sight.palms().isEmpty() || !sight.palmCameras().contains(camera)) {
      return poses;
    }
    HandDetector palms = sight.palms().get(worker);
    PosesWithPalms both = new PosesWithPalms(poses, palms);
    withPalms.add(both);
    return both;
  }

  @Override
  public void on(StoreEvent event) {
    if (event.kind == StoreEvent.Kind.PLATES) {
      feel(event.plates);
      return;
    }
    Frame frame = mine(event);
    if (frame == null) {
      return;
    }
    try {
      Objects.requireNonNull(looks.get(event.camera)).look(event, frame);
    } finally {
      event.frame = null;
      frame.release();
    }
  }

  private void feel(PlateBlock block) {
    if (!looks.isEmpty() && stirs.stirs(block)) {
      long to = block.nanosOf(Math.max(0, block.samples - 1));
      looks.values().forEach(l -> l.attention().stirred(block.gondola, block.firstNanos, to));
    }
  }

  /** A feed that waits for a free frame must not wait for ever. */
  @Override
  public void afterFailure(StoreEvent event) {
    Frame frame = mine(event);
    if (frame != null) {
      event.frame = null;
      frame.release();
    }
  }

  /** Adds what was done for this worker's cameras; call once the run is over. */
  void addCounts(AttentionCounts sum) {
    looks.values().forEach(look -> sum.add(look.attention().counts()));
    withPalms.forEach(poses -> poses.addCounts(sum));
  }

  /**
   * The picture, if this worker has to look at it; a journal holds what was found in a picture, not
   * the picture.
   */
  private @Nullable Frame mine(StoreEvent event) {
    boolean mine = event.kind == StoreEvent.Kind.FRAME && event.camera % workers == worker;
    return mine ? event.frame : null;
  }
}
