package io.walkout.node.pipeline;

import com.lmax.disruptor.RingBuffer;
import io.walkout.ingest.ring.EventSource;
import io.walkout.ingest.ring.StoreEvent;
import io.walkout.ingest.ring.Watermark;
import io.walkout.node.report.Progress;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/**
 * Puts the events of all sources on the ring in the order of their arrival, each with the watermark
 * of that moment. The only producer of the ring; one thread. Of two events that arrived at the same
 * nanosecond the source listed first goes first.
 */
final class Feed {
  private final RingBuffer<StoreEvent> ring;
  private final List<EventSource> sources;
  private final Watermark watermark;
  private final Pacing.Clock clock;
  private final Failure failure;
  private final Progress progress;
  private final boolean asRecorded;
  private final boolean[] ended;
  private final long[] endedAfterNanos;
  private final long[] counts = new long[StoreEvent.Kind.values().length];
  private final Map<String, Integer> silent = new TreeMap<>();
  private boolean sawEnd;
  private long first = Long.MAX_VALUE;
  private long last;
  private long late;

  /**
   * A feed of {@code sources} whose watermark counts them in the same order; events that come
   * {@code asRecorded} by a journal keep the watermark and the marks of silence they had.
   */
  Feed(
      RingBuffer<StoreEvent> ring,
      List<EventSource> sources,
      Watermark watermark,
      boolean asRecorded,
      Pacing.Clock clock,
      Failure failure,
      Progress progress) {
    this.ring = ring;
    this.sources = sources;
    this.watermark = watermark;
    this.asRecorded = asRecorded;
    this.clock = clock;
    this.failure = failure;
    this.progress = progress;
    this.ended = new boolean[sources.size()];
    this.endedAfterNanos = new long[sources.size()];
  }

  /**
   * Feeds everything, then the end. Returns when all is on the ring or some stage has failed.
   *
   * @param inputCutOff whether the sources turned out to be cut off; asked when they have been read
   *     to their ends
   */
  void run(BooleanSupplier inputCutOff) throws IOException {
    for (int source = earliest(); source >= 0 && !failure.hasFailed(); source = earliest()) {
      last = sources.get(source).peekArrivalNanos();
      first = Math.min(first, last);
      clock.await(last);
      publish(source);
      progress.reached(last);
      for (int s = asRecorded ? -1 : watermark.newlySilent(); s >= 0; s = watermark.newlySilent()) {
        silent.merge(sources.get(s).name(), 1, Integer::sum);
        publishMark(StoreEvent.Kind.SOURCE_SILENT, s, last, false);
      }
    }
    if (!failure.hasFailed() && !sawEnd) {
      if (!asRecorded) {
        noteWhoEndedBeforeTheOthers();
      }
      // A journal without an end of its own was written by a run that died.
      publishMark(StoreEvent.Kind.END, -1, last, asRecorded || inputCutOff.getAsBoolean());
    }
  }

  /** A stream that ends while others go on has fallen silent, whatever its file says. */
  private void noteWhoEndedBeforeTheOthers() {
    for (int s = 0; s < ended.length; s++) {
      if (ended[s]
          && !sources.get(s).isSparse()
          && endedAfterNanos[s] != 0
          && watermark.isSilence(endedAfterNanos[s], last)) {
        silent.merge(sources.get(s).name(), 1, Integer::sum);
      }
    }
  }

  /** Arrival of the first event; that of the last if there was none. */
  long firstNanos() {
    return Math.min(first, last);
  }

  /** Arrival of the last event; 0 if there was none. */
  long lastNanos() {
    return last;
  }

  /** How often each source went silent while others spoke. */
  Map<String, Integer> silentSources() {
    return silent;
  }

  /** Events fed, by kind, and how many of them came late. */
  Map<String, Long> counts() {
    Map<String, Long> byKind = new LinkedHashMap<>();
    for (StoreEvent.Kind kind : StoreEvent.Kind.values()) {
      byKind.put(kind.name().toLowerCase(Locale.ROOT), counts[kind.ordinal()]);
    }
    byKind.put("late", late);
    return byKind;
  }

  private int earliest() throws IOException {
    int earliest = -1;
    long earliestNanos = EventSource.ENDED;
    for (int s = 0; s < sources.size(); s++) {
      if (ended[s]) {
        continue;
      }
      long nanos = sources.get(s).peekArrivalNanos();
      if (nanos == EventSource.ENDED) {
        ended[s] = true;
        endedAfterNanos[s] = last;
        watermark.release(s);
      } else if (nanos < earliestNanos) {
        earliestNanos = nanos;
        earliest = s;
      }
    }
    return earliest;
  }

  private void publish(int source) throws IOException {
    long sequence = ring.next();
    try {
      StoreEvent event = ring.get(sequence);
      event.reset(StoreEvent.Kind.END);
      sources.get(source).read(event);
      if (!asRecorded) {
        event.source = source;
        watermark.observe(event);
      }
      count(event);
    } catch (Throwable e) {
      failure.set(e); // before the slot is published half filled: no stage will look at it
      throw e;
    } finally {
      ring.publish(sequence);
    }
  }

  private void count(StoreEvent event) {
    counts[event.kind.ordinal()]++;
    late += event.late ? 1 : 0;
    sawEnd |= event.kind == StoreEvent.Kind.END;
  }

  private void publishMark(StoreEvent.Kind kind, int source, long nanos, boolean cutOff) {
    long sequence = ring.next();
    StoreEvent event = ring.get(sequence);
    event.reset(kind);
    event.source = source;
    event.cutOff = cutOff;
    event.captureNanos = nanos;
    event.arrivalNanos = nanos;
    event.watermarkNanos = kind == StoreEvent.Kind.END ? Long.MAX_VALUE : watermark.nanos();
    count(event);
    ring.publish(sequence);
  }
}
