package io.walkout.node.pipeline;

import io.walkout.ingest.ring.StoreEvent;
import io.walkout.node.report.EventLog;
import io.walkout.store.Camera;
import io.walkout.store.EventTime;
import io.walkout.store.Layout;
import io.walkout.store.signal.PictureFault;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was wrong with each camera's pictures: an event in the log for each change of state, and a
 * count for each fault at the end. A camera is well again once it has been so for a second, so that
 * one that fails every other picture doesn't fill the log. One thread.
 */
final class CameraFaults {
  private static final long WELL_NANOS = EventTime.SECOND;

  /** How often a fault was seen of a camera, and when. */
  private static final class Tally {
    private long frames;
    private long fromNanos = Long.MAX_VALUE;
    private long toNanos = Long.MIN_VALUE;
  }

  private final Camera[] cameras;
  private final PictureFault[] state;
  private final long[] lastNanos;
  private final Map<String, Map<PictureFault, Tally>> tallies = new LinkedHashMap<>();

  CameraFaults(Layout layout) {
    cameras = layout.cameras().toArray(Camera[]::new);
    state = new PictureFault[cameras.length];
    Arrays.fill(state, PictureFault.NONE);
    lastNanos = new long[cameras.length];
  }

  /** Takes note of a picture, if the event is one. */
  void observe(StoreEvent event, EventLog log) throws IOException {
    if (event.kind != StoreEvent.Kind.FRAME || event.camera < 0 || event.camera >= state.length) {
      return;
    }
    int camera = event.camera;
    String name = cameras[camera].id().value();
    PictureFault fault = event.detections.fault;
    if (fault == PictureFault.NONE) {
      if (state[camera] != PictureFault.NONE
          && event.captureNanos - lastNanos[camera] >= WELL_NANOS) {
        state[camera] = PictureFault.NONE;
        log.cameraFault(name, fault.name(), event.captureNanos);
      }
      return;
    }
    if (fault != PictureFault.TIME_JUMPED) { // when that was, nobody knows
      lastNanos[camera] = Math.max(lastNanos[camera], event.captureNanos);
    }
    Tally tally =
        tallies
            .computeIfAbsent(name, n -> new EnumMap<>(PictureFault.class))
            .computeIfAbsent(fault, f -> new Tally());
    tally.frames++;
    tally.fromNanos = Math.min(tally.fromNanos, event.captureNanos);
    tally.toNanos = Math.max(tally.toNanos, event.captureNanos);
    if (state[camera] != fault) {
      state[camera] = fault;
      log.cameraFault(name, fault.name(), event.captureNanos);
    }
  }

  /** By camera and fault: frames, and the first and last of them. Empty where all was well. */
  Map<String, Object> counts() {
    Map<String, Object> counts = new LinkedHashMap<>();
    for (Camera camera : cameras) {
      Map<PictureFault, Tally> of = tallies.get(camera.id().value());
      if (of != null) {
        Map<String, Object> faults = new LinkedHashMap<>();
        of.forEach(
            (fault, tally) -> {
              Map<String, Object> row = new LinkedHashMap<>();
              row.put("frames", tally.frames);
              row.put("from", EventTime.iso(tally.fromNanos));
              row.put("to", EventTime.iso(tally.toNanos));
              faults.put(fault.name(), row);
            });
        counts.put(camera.id().value(), faults);
      }
    }
    return counts;
  }
}
