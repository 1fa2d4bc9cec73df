package io.walkout.ingest.ring;

import io.walkout.store.Policy;
import java.util.Arrays;

/**
 * How far event time has come: no event captured before the watermark will come any more, but for
 * late ones. It is the least of what the streams have reached, each gondola's plates being a stream
 * of its own; a stream that has been silent for the policy's time, or has ended, no longer counts,
 * and no stream holds the others back for longer than the policy's lateness. Computed from capture
 * and arrival times alone (cf. the low watermark of Akidau et al., MillWheel, 2013), so that a
 * replay computes the same. One thread.
 */
public final class Watermark {
  /**
   * Streams one source can have: gondolas 0 (none) to 63; what is numbered higher shares the last.
   */
  private static final int STREAMS_PER_SOURCE = 64;

  private static final long UNSEEN = Long.MIN_VALUE;

  private final Policy policy;
  private final long[] reachedNanos;
  private final long[] lastArrivalNanos;
  private final boolean[] silent;
  private final boolean[] released;
  private final int sources;
  private long firstArrivalNanos = Long.MAX_VALUE;
  private long latestArrivalNanos = Long.MIN_VALUE;
  private long watermarkNanos = Long.MIN_VALUE;
  private long lateEvents;

  /** Starts with nothing seen of {@code sources} sources. */
  public Watermark(int sources, Policy policy) {
    this.sources = sources;
    this.policy = policy;
    this.reachedNanos = new long[sources * STREAMS_PER_SOURCE];
    this.lastArrivalNanos = new long[sources * STREAMS_PER_SOURCE];
    this.silent = new boolean[sources];
    this.released = new boolean[sources];
    Arrays.fill(reachedNanos, UNSEEN);
  }

  /** Takes note of an event and writes its {@code watermarkNanos} and {@code late}. */
  public void observe(StoreEvent event) {
    firstArrivalNanos = Math.min(firstArrivalNanos, event.arrivalNanos);
    latestArrivalNanos = Math.max(latestArrivalNanos, event.arrivalNanos);
    int gondola = event.kind == StoreEvent.Kind.PLATES ? event.plates.gondola : 0;
    int stream = event.source * STREAMS_PER_SOURCE + Math.min(gondola, STREAMS_PER_SOURCE - 1);
    // A clock that runs ahead must not make everybody else late: nothing is captured after it
    // arrives.
    long captureNanos = Math.min(event.captureNanos, event.arrivalNanos);
    reachedNanos[stream] = Math.max(reachedNanos[stream], captureNanos);
    lastArrivalNanos[stream] = event.arrivalNanos;
    silent[event.source] = false;
    event.late = event.captureNanos < watermarkNanos;
    if (event.late) {
      lateEvents++;
    }
    watermarkNanos =
        Math.max(
            watermarkNanos,
            Math.max(leastReached(), latestArrivalNanos - policy.maxLatenessNanos()));
    event.watermarkNanos = watermarkNanos;
  }

  /** A source stops counting: it has ended, or speaks only when something happens, as doors do. */
  public void release(int source) {
    released[source] = true;
  }

  /**
   * A source that has just become silent, by the arrival time of what came last from anywhere:
   * reported once, until it speaks again.
   *
   * @return its index, or -1
   */
  public int newlySilent() {
    for (int s = 0; s < sources; s++) {
      if (!silent[s]
          && !released[s]
          && latestArrivalNanos - lastArrivalOf(s) > policy.silentAfterNanos()) {
        silent[s] = true;
        return s;
      }
    }
    return -1;
  }

  /** Whether nothing from one arrival to another is what the policy calls silence. */
  public boolean isSilence(long fromNanos, long toNanos) {
    return toNanos - fromNanos > policy.silentAfterNanos();
  }

  /** Where event time has come to. */
  public long nanos() {
    return watermarkNanos;
  }

  /** Events that came after a watermark beyond their capture time. */
  public long lateEvents() {
    return lateEvents;
  }

  private long lastArrivalOf(int source) {
    long last = firstArrivalNanos;
    for (int k = source * STREAMS_PER_SOURCE; k < (source + 1) * STREAMS_PER_SOURCE; k++) {
      if (reachedNanos[k] != UNSEEN) {
        last = Math.max(last, lastArrivalNanos[k]);
      }
    }
    return last;
  }

  private long leastReached() {
    long least = Long.MAX_VALUE;
    for (int s = 0; s < sources; s++) {
      if (released[s]) {
        continue;
      }
      boolean seen = false;
      for (int k = s * STREAMS_PER_SOURCE; k < (s + 1) * STREAMS_PER_SOURCE; k++) {
        if (reachedNanos[k] != UNSEEN) {
          seen = true;
          if (latestArrivalNanos - lastArrivalNanos[k] <= policy.silentAfterNanos()) {
            least = Math.min(least, reachedNanos[k]);
          }
        }
      }
      if (!seen && latestArrivalNanos - firstArrivalNanos <= policy.silentAfterNanos()) {
        return Long.MIN_VALUE;
      }
    }
    return least == Long.MAX_VALUE ? watermarkNanos : least;
  }
}
