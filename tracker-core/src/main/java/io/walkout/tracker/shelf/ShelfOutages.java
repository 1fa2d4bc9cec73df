package io.walkout.tracker.shelf;

import io.walkout.ingest.ring.StoreEvent;
import io.walkout.store.Store;
import java.util.Arrays;

/**
 * When each gondola's plates said nothing for longer than the policy allows, so that a decision
 * knows how much it did not see. A gondola that has not spoken at all is not out but absent:
 * nothing was ever taken from it. One thread.
 */
public final class ShelfOutages {
  /** Gondolas told apart; what is numbered higher is not watched. */
  private static final int GONDOLAS = 256;

  /** Outages remembered of one gondola; of more, the two oldest count as one long one. */
  private static final int OUTAGES = 64;

  private final long silentAfterNanos;
  private final long[] heardNanos = new long[GONDOLAS];
  private final long[][] from = new long[GONDOLAS][];
  private final long[][] to = new long[GONDOLAS][];
  private final int[] count = new int[GONDOLAS];
  private long latestNanos = Long.MIN_VALUE;

  /** Watches the gondolas of a store. */
  public ShelfOutages(Store store) {
    silentAfterNanos = store.policy().silentAfterNanos();
    Arrays.fill(heardNanos, Long.MIN_VALUE);
  }

  /** Takes note of a plate block, and of how far event time has come by any event. */
  public void observe(StoreEvent event) {
    latestNanos = Math.max(latestNanos, Math.min(event.captureNanos, event.arrivalNanos));
    if (event.kind != StoreEvent.Kind.PLATES
        || event.plates.gondola >= GONDOLAS
        || event.plates.gondola < 0) {
      return;
    }
    int g = event.plates.gondola;
    long begin = event.captureNanos;
    if (heardNanos[g] != Long.MIN_VALUE && begin - heardNanos[g] > silentAfterNanos) {
      note(g, heardNanos[g], begin);
    }
    heardNanos[g] =
        Math.max(heardNanos[g], begin + event.plates.samples * event.plates.periodNanos);
  }

  private void note(int g, long begin, long end) {
    if (count[g] == 0) {
      from[g] = new long[OUTAGES];
      to[g] = new long[OUTAGES];
    }
    if (count[g] == OUTAGES) {
      from[g][1] = from[g][0];
      System.arraycopy(from[g], 1, from[g], 0, OUTAGES - 1);
      System.arraycopy(to[g], 1, to[g], 0, OUTAGES - 1);
      count[g]--;
    }
    from[g][count[g]] = begin;
    to[g][count[g]] = end;
    count[g]++;
  }

  /**
   * Whether a gondola that had spoken was silent for longer than the policy allows at some time
   * between two moments. A silence that still lasts counts from its beginning.
   */
  public boolean wasOut(int gondola, long fromNanos, long toNanos) {
    if (gondola < 0 || gondola >= GONDOLAS || heardNanos[gondola] == Long.MIN_VALUE) {
      return false;
    }
    if (heardNanos[gondola] < toNanos && latestNanos - heardNanos[gondola] > silentAfterNanos) {
      return true;
    }
    for (int i = 0; i < count[gondola]; i++) {
      if (from[gondola][i] < toNanos && to[gondola][i] > fromNanos) {
        return true;
      }
    }
    return false;
  }
}
