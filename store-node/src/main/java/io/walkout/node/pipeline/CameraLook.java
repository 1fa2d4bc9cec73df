package io.walkout.node.pipeline;

import io.walkout.ingest.ring.Frame;
import io.walkout.ingest.ring.StoreEvent;
import io.walkout.models.Embedder;
import io.walkout.models.PersonDetector;
import io.walkout.models.PoseEstimator;
import io.walkout.store.signal.Detections;
import io.walkout.store.signal.Hindsight;
import io.walkout.store.signal.PictureFault;
import io.walkout.tracker.attend.CameraAttention;
import io.walkout.tracker.attend.CropRing;
import io.walkout.tracker.detect.CameraWatch;
import io.walkout.tracker.look.ShelfLookout;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Looks at one camera's pictures as its {@link CameraAttention} says: runs the detector, or has the
 * boxes carried on; takes poses now and of what was kept; looks at clothes. One thread.
 */
final class CameraLook {
  private final PersonDetector detector;
  private final @Nullable CameraWatch watch;
  private final CameraAttention attention;
  private final @Nullable PoseEstimator poses;
  private final @Nullable Embedder embedder;
  private final @Nullable ShelfLookout shelves;
  private final float[] vector;
  private final Detections one = new Detections();
  private ByteBuffer crop = ByteBuffer.allocateDirect(0);

  CameraLook(
      PersonDetector detector,
      CameraAttention attention,
      @Nullable PoseEstimator poses,
      @Nullable Embedder embedder,
      @Nullable ShelfLookout shelves) {
    this.shelves = shelves;
    this.detector = detector;
    this.watch = detector instanceof CameraWatch w ? w : null;
    this.attention = attention;
    this.poses = poses;
    this.embedder = embedder;
    this.vector = new float[embedder == null ? 0 : embedder.length()];
  }

  CameraAttention attention() {
    return attention;
  }

  /** Fills in what the slot of a frame has for detectors; the frame stays the caller's. */
  void look(StoreEvent event, Frame frame) {
    ByteBuffer bgr = frame.pixels();
    int width = frame.width();
    int height = frame.height();
    long nanos = event.captureNanos;
    Detections found = event.detections;
    if (found.blind) {
      return; // its time can't be meant: nobody knows where in the order it belongs
    }
    PictureFault time = found.fault;
    boolean sees = find(bgr, width, height, nanos, found);
    if (found.fault == PictureFault.NONE) {
      found.fault = time; // of a clock that was set, and whose times were mended
    }
    if (!sees) {
      if (shelves != null) {
        shelves.blind(found.fault);
      }
      return;
    }
    if (shelves != null) {
      shelves.look(bgr, width, height, nanos, found, event.shelfLooks);
    }
    if (poses != null) {
      for (int i = 0; i < found.count; i++) {
        if (attention.wantsPose(nanos, found, i)) {
          poses.estimate(bgr, width, height, found, i);
        }
      }
      attention.keep(bgr, width, height, nanos, found);
      lookBack(poses, event.hindsight);
    }
    if (embedder != null) {
      lookAtClothes(embedder, event, bgr, width, height);
    }
  }

  /**
   * Boxes of this picture, searched or carried on; false if it hides everything. The watch sees
   * every picture, also those that are not searched: a camera that has frozen on an empty floor
   * would else never be noticed.
   */
  private boolean find(ByteBuffer bgr, int width, int height, long nanos, Detections found) {
    if (watch != null && !watch.sees(bgr, width, height, nanos, found)) {
      if (found.fault != PictureFault.RESIZED) {
        attention.wantsSearch(bgr, width, height, nanos);
        attention.searched(bgr, width, height, nanos, found);
      }
      return false;
    }
    if (attention.wantsSearch(bgr, width, height, nanos)) {
      if (watch != null) {
        watch.search(bgr, width, height, nanos, found);
      } else {
        detector.detect(bgr, width, height, nanos, found);
      }
      attention.searched(bgr, width, height, nanos, found);
    } else {
      attention.carry(bgr, width, height, nanos, found);
    }
    if (watch != null) {
      watch.mark(found);
    }
    return true;
  }

  private void lookAtClothes(Embedder by, StoreEvent event, ByteBuffer bgr, int width, int height) {
    Detections found = event.detections;
    for (int i = 0; i < found.count; i++) {
      if (attention.wantsLook(event.captureNanos, found, i)
          && by.embed(bgr, width, height, found, i, vector)) {
        event.looks.add(i, vector);
      }
    }
  }

  private void lookBack(PoseEstimator by, Hindsight hindsight) {
    CropRing kept = attention.kept();
    for (int k = attention.nextLater(); k >= 0; k = attention.nextLater()) {
      int row =
          hindsight.add(
              kept.nanos(k),
              kept.track(k),
              kept.box(k, 0),
              kept.box(k, 1),
              kept.box(k, 2),
              kept.box(k, 3));
      if (row < 0) {
        return; // the next picture's slot takes the rest
      }
      poseOfCrop(by, kept, k, hindsight.joints, row * Detections.POSE);
      hindsight.palmWrists[row] = one.palmWrists[0];
      attention.laterDone(k);
    }
  }

  private void poseOfCrop(PoseEstimator by, CropRing kept, int k, float[] joints, int at) {
    int width = kept.cropWidth(k);
    int height = kept.cropHeight(k);
    if (crop.capacity() < 3 * width * height) {
      crop = ByteBuffer.allocateDirect(3 * width * height);
    }
    kept.read(k, crop);
    int left = kept.cropLeft(k);
    int top = kept.cropTop(k);
    one.clear();
    one.add(kept.box(k, 0) - left, kept.box(k, 1) - top, kept.box(k, 2), kept.box(k, 3), 1);
    by.estimate(crop, width, height, one, 0);
    for (int j = 0; j < Detections.POSE; j += 3) {
      joints[at + j] = one.joints[j] + left;
      joints[at + j + 1] = one.joints[j + 1] + top;
      joints[at + j + 2] = one.joints[j + 2];
    }
  }
}
