package io.walkout.tracker.person;

import io.walkout.ingest.ring.StoreEvent;
import io.walkout.store.Store;
import io.walkout.store.signal.Detections;
import io.walkout.store.signal.Hindsight;

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
 *
 * <p>Once pictures have brought body joints, moments wait for {@link Hindsight#MOST_LAG_NANOS} more
 * than the watermark, so that poses that were found afterwards, around the stir of a shelf, are
 * known when their moment is decided. Without joints nothing waits longer. How far people are told
 * stands in {@link StoreEvent#peopleSettledNanos}.
 */
public final class PersonTracker {
  private final ObservationBuffer buffer;
  private final Departures departures;
  private final PosePeople posed;
  private final PicturePeople pictured;
  private boolean external;
  private boolean posing;
  private long persons;
  private long decidedNanos = Long.MIN_VALUE;
  private long late;
  private long forced;
  private long laterPoses;
  private long laterPosesUnused;

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
        e.peopleSettledNanos = Long.MAX_VALUE;
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
    long settled = settled(e.watermarkNanos);
    decideUpTo(settled, e);
    pass(settled, e);
    e.peopleSettledNanos = settled;
  }

  /** Up to where nothing can come any more, neither pictures nor poses found in them later. */
  private long settled(long watermarkNanos) {
    boolean waits =
        posing && !external && watermarkNanos > Long.MIN_VALUE + Hindsight.MOST_LAG_NANOS;
    // What was decided before the first joints came stays decided.
    return waits && watermarkNanos != Long.MAX_VALUE
        ? watermarkNanos - Hindsight.MOST_LAG_NANOS
        : watermarkNanos;
  }

  private void take(StoreEvent e) {
    if (e.kind == StoreEvent.Kind.POSES && !external) {
      external = true;
      pictured.end(e);
    }
    if (e.kind == StoreEvent.Kind.FRAME && !external) {
      takeJoints(e);
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

  private void takeJoints(StoreEvent e) {
    posing |= e.hindsight.count > 0 || hasJoints(e.detections);
    if (e.hindsight.count > 0) {
      int used = buffer.addHindsight(e.camera, e.hindsight);
      laterPoses += used;
      laterPosesUnused += e.hindsight.count - used;
    }
  }

  private static boolean hasJoints(Detections d) {
    for (int k = 0; k < d.count * Detections.POSE; k += 3) {
      if (Float.isFinite(d.joints[k])) {
        return true;
      }
    }
    return false;
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

  private void pass(long settledNanos, StoreEvent e) {
    if (settledNanos > decidedNanos && settledNanos != Long.MAX_VALUE) {
      if (external) {
        posed.pass(settledNanos, e);
      } else {
        pictured.pass(settledNanos, e);
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

  /** Poses found afterwards that were known when their moment was decided. */
  public long laterPoses() {
    return laterPoses;
  }

  /** Poses found afterwards whose picture was decided, or lost, before they came. */
  public long laterPosesUnused() {
    return laterPosesUnused;
  }

  /**
   * People seen and not followed because the floor was full ({@link
   * io.walkout.store.people.People#CAPACITY}).
   */
  public long beyondCapacity() {
    return posed.beyondCapacity() + pictured.beyondCapacity();
  }
}
