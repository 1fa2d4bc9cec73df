package io.walkout.ingest.autocheckout;

import java.util.Arrays;

/**
 * Capture times of one stream's documents in the order they were stored: eight bytes for each
 * document of some kilobytes.
 */
final class StoredTimes {
  private long[] nanos = new long[1024];
  private int count;

  /** Adds a time, or {@link Fields#NO_TIME}. */
  void add(long captureNanos) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, 2 * count);
    }
    nanos[count++] = captureNanos;
  }

  int count() {
    return count;
  }

  long nanos(int index) {
    return nanos[index];
  }

  /** Copies the times there are into {@code all} from {@code at}; how many. */
  int copyKnown(long[] all, int at) {
    int known = 0;
    for (int i = 0; i < count; i++) {
      if (nanos[i] != Fields.NO_TIME) {
        all[at + known++] = nanos[i];
      }
    }
    return known;
  }
}
