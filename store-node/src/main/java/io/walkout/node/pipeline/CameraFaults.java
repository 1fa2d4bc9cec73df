package io.walkout.node.pipeline;

import io.walkout.ingest.ring.StoreEvent;
import io.walkout.node.report.EventLog;
import io.walkout.store.EventTime;
import io.walkout.store.Layout;
import io.walkout.store.signal.PictureFault;
import java.io.IOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was wrong with each camera's pictures: an event in the log for each change of state, and a
 * count for each fault at the end. A camera is well again once it has been so for a second, so that
 * one that fails every other picture doesn't fill the log; nor does one that goes from one fault to
 * another and back: beyond {@value #MOST_EVENTS} events of a camera in a minute, changes are
 * counted, and the next event that may be written tells the state of then, with their number. One
 * thread.
 */
final class CameraFaults {
  /** Events of one camera in a minute: three faults that come and go. Chosen. */
  static final int MOST_EVENTS = 6;

  private static final long WELL_NANOS = EventTime.SECOND;

  private static final long MINUTE_NANOS = 60 * EventTime.SECOND;

  /** How often a fault was seen of a camera, how often it began, and when. */
  private static final class Tally {
    private long frames;
    private long times;
    private long fromNanos = Long.MAX_VALUE;
    private long toNanos = Long.MIN_VALUE;
  }

  /** How one camera is, and what the log knows of it. */
  private static final class State {
    private final String camera;
    private final Map<PictureFault, Tally> tallies = new EnumMap<>(PictureFault.class);
    private PictureFault now = PictureFault.NONE;
    private PictureFault told = PictureFault.NONE;
    private long lastNanos;
    private long minuteNanos = Long.MIN_VALUE;
    private int eventsInMinute;
    private long changesNotTold;

    State(String camera) {
      this.camera = camera;
    }

    void change(PictureFault to) {
      now = to;
      changesNotTold++;
    }

    Tally tally(PictureFault fault) {
      return tallies.computeIfAbsent(fault, f -> new Tally());
    }

    /** Whether there is something to tell that the minute has room for. */
    boolean mayTell(long nanos) {
      if (now == told) {
        return false;
      }
      if (minuteNanos == Long.MIN_VALUE || nanos - minuteNanos >= MINUTE_NANOS) {
        minuteNanos = nanos;
        eventsInMinute = 0;
      }
      return eventsInMinute < MOST_EVENTS;
    }

    void tell(EventLog log, long nanos) throws IOException {
      log.cameraFault(camera, now.name(), changesNotTold - 1, nanos);
      eventsInMinute++;
      changesNotTold = 0;
      told = now;
    }
  }

  private final State[] cameras;

  CameraFaults(Layout layout) {
    cameras = layout.cameras().stream().map(c -> new State(c.id().value())).toArray(State[]::new);
  }

  /** Takes note of a picture, if the event is one. */
  void observe(StoreEvent event, EventLog log) throws IOException {
    if (event.kind != StoreEvent.Kind.FRAME || event.camera < 0 || event.camera >= cameras.length) {
      return;
    }
    State camera = cameras[event.camera];
    PictureFault fault = event.detections.fault;
    long nanos = event.captureNanos;
    if (fault != PictureFault.NONE) {
      camera.lastNanos = Math.max(camera.lastNanos, nanos);
      Tally tally = camera.tally(fault);
      tally.frames++;
      tally.times += camera.now == fault ? 0 : 1;
      tally.fromNanos = Math.min(tally.fromNanos, nanos);
      tally.toNanos = Math.max(tally.toNanos, nanos);
    }
    boolean isWell = fault == PictureFault.NONE && nanos - camera.lastNanos >= WELL_NANOS;
    if (camera.now != fault && (fault != PictureFault.NONE || isWell)) {
      camera.change(fault);
    }
    if (camera.mayTell(nanos)) {
      camera.tell(log, nanos);
    }
  }

  /**
   * By camera and fault: frames, how many times it began, and the first and last of them. Empty
   * where all was well.
   */
  Map<String, Object> counts() {
    Map<String, Object> counts = new LinkedHashMap<>();
    for (State camera : cameras) {
      Map<String, Object> faults = new LinkedHashMap<>();
      camera.tallies.forEach(
          (fault, tally) -> {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("frames", tally.frames);
            row.put("times", tally.times);
            row.put("from", EventTime.iso(tally.fromNanos));
            row.put("to", EventTime.iso(tally.toNanos));
            faults.put(fault.name(), row);
          });
      if (!faults.isEmpty()) {
        counts.put(camera.camera, faults);
      }
    }
    return counts;
  }
}
