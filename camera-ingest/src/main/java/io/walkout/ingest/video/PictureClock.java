package io.walkout.ingest.video;

import java.util.Arrays;

/**
 * Tells which picture of a file a decoded one is, counting the damaged ones that never came out of
 * the decoder, so that one bad packet doesn't shift the capture times of all pictures after it. A
 * decoder gives pictures in order of presentation, after all packets with an earlier time went in:
 * the picture's place is the number of packets with earlier times. Single-threaded.
 */
final class PictureClock {
  /**
   * Times remembered of packets whose pictures are still to come. H.264 and H.265 reorder at most
   * 16 pictures; beyond the bound the oldest are taken as lost.
   */
  private static final int BOUND = 64;

  private final long[] waiting = new long[BOUND];
  private int count;
  private long passed;

  /** A packet goes into the decoder. */
  void packet(long presentationTime) {
    if (count == BOUND) {
      drop(1);
    }
    int at = Arrays.binarySearch(waiting, 0, count, presentationTime);
    int place = at < 0 ? -at - 1 : at;
    System.arraycopy(waiting, place, waiting, place + 1, count - place);
    waiting[place] = presentationTime;
    count++;
  }

  /**
   * A picture comes out; its place in the file, from 0. One with an unknown time takes the next.
   */
  long picture(long presentationTime) {
    int upTo = 0;
    while (upTo < count && waiting[upTo] < presentationTime) {
      upTo++;
    }
    boolean known = upTo < count && waiting[upTo] == presentationTime;
    drop(known ? upTo + 1 : Math.min(1, count));
    return passed - 1;
  }

  private void drop(int n) {
    System.arraycopy(waiting, n, waiting, 0, count - n);
    count -= n;
    passed += Math.max(n, 1);
  }
}
