package io.walkout.ingest.autocheckout;

import io.walkout.store.EventTime;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which documents of one stream have a time that can be meant, and their order by that time.
 *
 * <p>The rule: a document is left out if it has no time; if its time lies more than a day from the
 * median of the whole case; if it jumps, that is, if it is not part of the longest run of documents
 * whose times never go back (in the order they were stored) and lies more than two seconds outside
 * of its neighbours in that run; if its time is exactly that of a document kept already; or if it
 * is one of fewer than five that stand alone, more than ten minutes before the first or after the
 * last of the others. So one wrong clock reading costs one document, whichever way it jumps.
 */
final class KeptDocuments {
  /** Recordings are days, not weeks. */
  private static final long FAR = 24 * 3600 * EventTime.SECOND;

  /** Documents stored by several writers overtake each other by less than this; chosen. */
  private static final long DISORDER = 2 * EventTime.SECOND;

  private static final long ALONE_GAP = 600 * EventTime.SECOND;
  private static final int ALONE_COUNT = 5;

  private final int[] rank;
  private final int keptCount;
  private final Map<String, Long> leftOut = new LinkedHashMap<>();

  private KeptDocuments(StoredTimes times, long medianNanos) {
    int n = times.count();
    rank = new int[n];
    Arrays.fill(rank, -1);
    BitSet candidates = new BitSet(n);
    for (int i = 0; i < n; i++) {
      long t = times.nanos(i);
      if (t == Fields.NO_TIME) {
        leaveOut("documents without a time", 1);
      } else if (Math.abs(t - medianNanos) > FAR) {
        leaveOut("documents with a time more than a day away", 1);
      } else {
        candidates.set(i);
      }
    }
    BitSet run = longestRun(times, candidates);
    BitSet kept = withSlightDisorder(times, candidates, run);
    leaveOut("documents whose time jumps", candidates.cardinality() - kept.cardinality());
    keptCount = order(times, kept);
  }

  /** Judges a stream. */
  static KeptDocuments of(StoredTimes times, long medianNanos) {
    return new KeptDocuments(times, medianNanos);
  }

  /** Place of a document among those kept, by time, from 0; -1 if it is left out. */
  int rank(int document) {
    return rank[document];
  }

  int count() {
    return keptCount;
  }

  /** How many were left out, by reason. */
  Map<String, Long> leftOut() {
    return leftOut;
  }

  private void leaveOut(String why, long howMany) {
    if (howMany > 0) {
      leftOut.merge(why, howMany, Long::sum);
    }
  }

  /**
   * Longest subsequence that never decreases, by patience sorting (C. Schensted, Longest increasing
   * and decreasing subsequences, 1961): n log n.
   */
  private static BitSet longestRun(StoredTimes times, BitSet candidates) {
    int n = times.count();
    int[] lastOfLength = new int[n];
    int[] before = new int[n];
    int longest = 0;
    for (int i = candidates.nextSetBit(0); i >= 0; i = candidates.nextSetBit(i + 1)) {
      int low = 0;
      int high = longest;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (times.nanos(lastOfLength[middle]) <= times.nanos(i)) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      before[i] = low == 0 ? -1 : lastOfLength[low - 1];
      lastOfLength[low] = i;
      longest = Math.max(longest, low + 1);
    }
    BitSet run = new BitSet(n);
    for (int i = longest == 0 ? -1 : lastOfLength[longest - 1]; i >= 0; i = before[i]) {
      run.set(i);
    }
    return run;
  }

  private static BitSet withSlightDisorder(StoredTimes times, BitSet candidates, BitSet run) {
    BitSet kept = (BitSet) run.clone();
    for (int i = candidates.nextSetBit(0); i >= 0; i = candidates.nextSetBit(i + 1)) {
      int previous = run.previousSetBit(i);
      int next = run.nextSetBit(i);
      long t = times.nanos(i);
      if ((previous < 0 || t >= times.nanos(previous) - DISORDER)
          && (next < 0 || t <= times.nanos(next) + DISORDER)) {
        kept.set(i);
      }
    }
    return kept;
  }

  private int order(StoredTimes times, BitSet kept) {
    long[][] byTime = new long[kept.cardinality()][];
    int count = 0;
    for (int i = kept.nextSetBit(0); i >= 0; i = kept.nextSetBit(i + 1)) {
      byTime[count++] = new long[] {times.nanos(i), i};
    }
    Arrays.sort(
        byTime, (a, b) -> a[0] != b[0] ? Long.compare(a[0], b[0]) : Long.compare(a[1], b[1]));
    int from = firstOfTheMany(byTime);
    int to = lastOfTheMany(byTime);
    leaveOut("documents that stand alone", from + (count - to));
    int next = 0;
    for (int k = from; k < to; k++) {
      if (k > from && byTime[k][0] == byTime[k - 1][0]) {
        leaveOut("documents with a repeated time", 1);
      } else {
        rank[(int) byTime[k][1]] = next++;
      }
    }
    return next;
  }

  private static int firstOfTheMany(long[][] byTime) {
    int from = 0;
    for (int k = 1; k < ALONE_COUNT && k + ALONE_COUNT <= byTime.length; k++) {
      from = byTime[k][0] - byTime[k - 1][0] > ALONE_GAP ? k : from;
    }
    return from;
  }

  private static int lastOfTheMany(long[][] byTime) {
    int to = byTime.length;
    for (int k = 1; k < ALONE_COUNT && k + ALONE_COUNT <= byTime.length; k++) {
      int i = byTime.length - k;
      to = byTime[i][0] - byTime[i - 1][0] > ALONE_GAP ? i : to;
    }
    return to;
  }
}
