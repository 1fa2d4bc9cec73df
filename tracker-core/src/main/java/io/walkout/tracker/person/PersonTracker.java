package io.walkout.tracker.person;

import io.walkout.ingest.ring.StoreEvent;
import io.walkout.store.Store;

/**
 * Who is on the floor: takes events in the order of arrival, decides in the order of capture, up to
 * the watermark, and writes moments ({@link StoreEvent#people}) and comings and goings ({@link
 * StoreEvent#personEvents}) into the slot that made them certain. Deterministic; single-threaded.
 *
 * <p>People come from pictures, by our own tracker, or from another tracker's poses. Once poses
 * have come, they alone tell who is there: another tracker's names stand on its receipts, it
 * usually sees more than we do, and two opinions on one person would make two visits of one. Since
 * poses wait in the same buffer as pictures, a stream of poses that lags by seconds still decides
 * from the first moment, as long as the watermark waits for it.
 */
public final class PersonTracker {
  private final ObservationBuffer buffer;
  private final Departures departures;
  private final PosePeople posed;
  private final PicturePeople pictured;
  private boolean external;
  private long persons;
  private long decidedNanos = Long.MIN_VALUE;
  private long late;
  private long forced;

  /** Makes a tracker for a store's layout. */
  public PersonTracker(Store store, PersonTrackerSettings settings) {
    Doorways doors = new Doorways(store.layout());
    buffer = new ObservationBuffer(settings.bufferedObservations());
    departures = new Departures(store.layout());
    posed = new PosePeople(settings, doors, departures, () -> ++persons);
    pictured = new PicturePeople(store.layout(), settings, doors, departures, () -> ++persons);
  }

  /** Takes the next event of the ring and writes what became certain with it. */
  public void onEvent(StoreEvent e) {
    switch (e.kind) {
      case FRAME, POSES -> take(e);
      case END -> {
        decideUpTo(Long.MAX_VALUE, e);
        if (external) {
          posed.end(e);
        } else {
          pictured.end(e);
        }
        return;
      }
      case DOOR -> {
        if (e.door != null) {
          departures.hear(e.door);
        }
      }
      case PLATES, PRICE, SOURCE_SILENT -> {
        // They only move the watermark.
      }
    }
    decideUpTo(e.watermarkNanos, e);
    pass(e);
  }

  private void take(StoreEvent e) {
    if (e.kind == StoreEvent.Kind.POSES && !external) {
      external = true;
      pictured.end(e);
    }
    if (e.late || e.captureNanos < decidedNanos) {
      late++;
      return;
    }
    if (e.kind == StoreEvent.Kind.FRAME && external) {
      return;
    }
    if (buffer.full()) {
      forced++;
      decideEarliest(e);
    }
    buffer.add(e);
  }

  private void decideUpTo(long watermarkNanos, StoreEvent out) {
    while (buffer.earliestNanos() < watermarkNanos) {
      decideEarliest(out);
    }
  }

  private void decideEarliest(StoreEvent out) {
    ObservationBuffer.Observation o = buffer.take();
    assert o.captureNanos >= decidedNanos : "observations are decided in order of capture";
    decidedNanos = o.captureNanos;
    if (o.poses) {
      posed.observe(o.targets, o.captureNanos, out);
    } else if (!external) {
      pictured.observe(o.camera, o.detections, o.captureNanos, out);
    }
    buffer.recycle(o);
  }

  private void pass(StoreEvent e) {
    if (e.watermarkNanos > decidedNanos && e.watermarkNanos != Long.MAX_VALUE) {
      if (external) {
        posed.pass(e.watermarkNanos, e);
      } else {
        pictured.pass(e.watermarkNanos, e);
      }
    }
  }

  /** Identities given out so far. */
  public long persons() {
    return persons;
  }

  /** Observations that came too late to be used. */
  public long lateObservations() {
    return late;
  }

  /** Observations decided before the watermark because the buffer was full. */
  public long forcedObservations() {
    return forced;
  }

  /**
   * People seen and not followed because the floor was full ({@link
   * io.walkout.store.people.People#CAPACITY}).
   */
  public long beyondCapacity() {
    return posed.beyondCapacity() + pictured.beyondCapacity();
  }
}
