package io.walkout.node.pipeline;

import io.walkout.ingest.ring.Frame;
import io.walkout.ingest.ring.StoreEvent;
import io.walkout.models.PersonDetector;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds people in the pictures of this worker's share of the cameras. Cameras are shared out by
 * index, so that each detector sees its camera's pictures once and in order, however many workers
 * there are.
 */
final class DetectWork implements Stage.Work {
  private final Map<Integer, PersonDetector> detectors;
  private final int worker;
  private final int workers;

  /** One of {@code workers}, taking every camera whose index leaves {@code worker}. */
  DetectWork(Map<Integer, PersonDetector> detectors, int worker, int workers) {
    this.detectors = detectors;
    this.worker = worker;
    this.workers = workers;
  }

  @Override
  public void on(StoreEvent event) {
    Frame frame = mine(event);
    if (frame == null) {
      return;
    }
    try {
      Objects.requireNonNull(detectors.get(event.camera))
          .detect(
              frame.pixels(), frame.width(), frame.height(), event.captureNanos, event.detections);
    } finally {
      event.frame = null;
      frame.release();
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

  /**
   * The picture, if this worker has to look at it; a journal holds what was found in a picture, not
   * the picture.
   */
  private @Nullable Frame mine(StoreEvent event) {
    boolean mine = event.kind == StoreEvent.Kind.FRAME && event.camera % workers == worker;
    return mine ? event.frame : null;
  }
}
