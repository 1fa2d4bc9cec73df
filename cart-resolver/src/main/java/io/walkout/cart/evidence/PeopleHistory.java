package io.walkout.cart.evidence;

import io.walkout.store.people.People;
import java.util.Map;

/**
 * Who was where during the last while, in event time. Of a stream with more moments than are needed
 * only the first of each step is kept, and the step is such that the slots always cover the whole
 * span, however many cameras there are. Slots are made as they are needed and then used again.
 * Single-threaded.
 */
public final class PeopleHistory {
  /** Most moments kept: 34 s at 30 a second, 20 MB (a {@link People} has 19 KB). */
  public static final int CAPACITY = 1024;

  /** Moments closer than this say nothing new about a hand (10 m/s: 4 cm). */
  private static final long LEAST_STEP_NANOS = 4_000_000;

  /**
   * Moments further apart than this could miss a reach (a hand is at a shelf for some 0.3 s), so a
   * span beyond {@link #CAPACITY} of these, 102 s, is cut short instead. Chosen.
   */
  private static final long MOST_STEP_NANOS = 100_000_000;

  private final long spanNanos;
  private final long stepNanos;
  private final People[] slots = new People[CAPACITY];
  private int first;
  private int count;
  private long outOfOrder;
  private long thinned;
  private long evicted;

  /** Keeps moments for {@code spanNanos} of event time. */
  public PeopleHistory(long spanNanos) {
    this.spanNanos = spanNanos;
    // The span touches at most two steps more than fit into it whole.
    stepNanos = Math.clamp(spanNanos / (CAPACITY - 2) + 1, LEAST_STEP_NANOS, MOST_STEP_NANOS);
  }

  /**
   * Copies a moment. One that is not later than the last is skipped, and so is one in the same step
   * of the clock as the last: both are counted.
   */
  public void add(People moment) {
    long nanos = moment.captureNanos;
    if (count > 0 && nanos <= nanos(count - 1)) {
      outOfOrder++;
      return;
    }
    if (count > 0
        && Math.floorDiv(nanos, stepNanos) == Math.floorDiv(nanos(count - 1), stepNanos)) {
      thinned++;
      return;
    }
    while (count > 0 && nanos - nanos(0) > spanNanos) {
      forgetOldest();
    }
    if (count == CAPACITY) {
      evicted++;
      forgetOldest();
    }
    int slot = (first + count) % CAPACITY;
    People people = slots[slot];
    if (people == null) {
      people = new People();
      slots[slot] = people;
    }
    people.copyFrom(moment);
    count++;
  }

  private void forgetOldest() {
    first = (first + 1) % CAPACITY;
    count--;
  }

  /** Moments kept. */
  public int count() {
    return count;
  }

  /** Moments skipped since the start, for whatever reason. */
  public long skipped() {
    return outOfOrder + thinned;
  }

  /** Writes what was counted, under names of the summary. */
  public void countInto(Map<String, Long> counts) {
    counts.put("momentsOutOfOrder", outOfOrder);
    counts.put("momentsThinned", thinned);
    counts.put("momentsEvictedWithinSpan", evicted);
  }

  /** Moment {@code i}, the oldest first. Valid until the next {@link #add}. */
  public People moment(int i) {
    People people = slots[(first + i) % CAPACITY];
    if (i < 0 || i >= count || people == null) {
      throw new IndexOutOfBoundsException("no moment " + i + " of " + count);
    }
    return people;
  }

  /** Index of the first moment at or after {@code nanos}; {@link #count} if there is none. */
  public int from(long nanos) {
    int low = 0;
    int high = count;
    while (low < high) {
      int mid = (low + high) >>> 1;
      if (nanos(mid) < nanos) {
        low = mid + 1;
      } else {
        high = mid;
      }
    }
    return low;
  }

  /** When somebody was last there, of the moments kept; {@link Long#MIN_VALUE} if in none. */
  public long lastSeenNanos(long person) {
    for (int m = count - 1; m >= 0; m--) {
      if (moment(m).indexOf(person) >= 0) {
        return nanos(m);
      }
    }
    return Long.MIN_VALUE;
  }

  private long nanos(int i) {
    return moment(i).captureNanos;
  }
}
