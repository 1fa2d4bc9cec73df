package io.walkout.cart.evidence;

import io.walkout.store.people.People;

/**
 * Who was where during the last while, in event time. Bounded twice: moments older than the span
 * are dropped, and so is the oldest when all slots are full; slots are made as they are needed and
 * then used again. Single-threaded.
 */
public final class PeopleHistory {
  /** Most moments kept: 30 s at 60 a second. */
  public static final int CAPACITY = 2048;

  /** Moments closer than this to the one before say nothing new about a hand (10 m/s: 4 cm). */
  private static final long LEAST_STEP_NANOS = 4_000_000;

  private final long spanNanos;
  private final People[] slots = new People[CAPACITY];
  private int first;
  private int count;
  private long skipped;

  /** Keeps moments for {@code spanNanos} of event time. */
  public PeopleHistory(long spanNanos) {
    this.spanNanos = spanNanos;
  }

  /**
   * Copies a moment. One that is not at least 4 ms later than the last is skipped and counted, as
   * the tracker gives moments in order.
   */
  public void add(People moment) {
    if (count > 0 && moment.captureNanos - nanos(count - 1) < LEAST_STEP_NANOS) {
      skipped++;
      return;
    }
    while (count > 0 && (count == CAPACITY || moment.captureNanos - nanos(0) > spanNanos)) {
      first = (first + 1) % CAPACITY;
      count--;
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

  /** Moments kept. */
  public int count() {
    return count;
  }

  /** Moments skipped since the start. */
  public long skipped() {
    return skipped;
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

  private long nanos(int i) {
    return moment(i).captureNanos;
  }
}
