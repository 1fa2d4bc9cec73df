package io.walkout.tracker.shelf;

import io.walkout.store.signal.PlateBlock;
import org.jspecify.annotations.Nullable;

/**
 * The blocks of one gondola in the order of their times. A block that carries on is taken at once
 * and never copied. One that comes too early waits, in a copy, for what is missing before it: until
 * that has come, three blocks wait, or event time has passed by as much.
 *
 * <p>A single block years ahead must not lock out all that follow: a first block, and one that
 * jumps ahead by more than the policy's silence, waits until another carries on from it, and is
 * dropped if instead the old time goes on. Allocates only when blocks change their shape.
 */
final class BlockOrder {
  /**
   * Blocks that may wait: 0.6 s of the usual ones; documents of a real store overtook one another.
   */
  static final int MOST_WAITING = 3;

  private final Tally tally;
  private final BlockClock clock;
  private final PlateBlock[] waiting = new PlateBlock[MOST_WAITING + 1];
  private final long[] numbers = new long[MOST_WAITING + 1];
  private int count;
  private long newestNumber;
  private long takenNumber;
  private boolean afterGap;
  private long gapNanos;

  /**
   * @param valuesPerBlock room to begin with in the copies
   */
  BlockOrder(long longestGapNanos, int valuesPerBlock, Tally tally) {
    clock = new BlockClock(longestGapNanos);
    this.tally = tally;
    for (int i = 0; i < waiting.length; i++) {
      waiting[i] = new PlateBlock(valuesPerBlock);
    }
  }

  /** Whether any block was taken. */
  boolean started() {
    return clock.started();
  }

  /** End of the last block taken; 0 before. */
  long endNanos() {
    return clock.endNanos();
  }

  /** Whether more than a bin is missing before the block that was taken last. */
  boolean afterGap() {
    return afterGap;
  }

  /** How much is missing before the block that was taken last, if a gap; else 0. */
  long gapNanos() {
    return gapNanos;
  }

  /**
   * Takes in a new block.
   *
   * @return whether it is to be used now; if not, it was copied to wait, or dropped and counted
   */
  boolean offer(PlateBlock block) {
    newestNumber++;
    switch (clock.place(block.firstNanos, length(block))) {
      case BACK -> tally.blocksBack++;
      case NEXT -> {
        take(block, newestNumber);
        return true;
      }
      case AHEAD, FAR -> keep(block);
    }
    return false;
  }

  /** The next waiting block whose turn has come, or null; valid until the next offer. */
  @Nullable PlateBlock next(long watermarkNanos, boolean last) {
    while (count > 0) {
      PlateBlock head = waiting[0];
      switch (clock.place(head.firstNanos, length(head))) {
        case BACK -> {
          remove(0);
          tally.blocksBack++;
        }
        case NEXT -> {
          return takeHead();
        }
        case AHEAD -> {
          return last || count > MOST_WAITING || passed(head, watermarkNanos) ? takeHead() : null;
        }
        case FAR -> {
          int proven = firstProven();
          if (proven == 0) {
            return takeHead();
          }
          if (proven < 0 && !last && count <= MOST_WAITING) {
            return null;
          }
          remove(proven > 0 || last ? 0 : longestWaiting());
          tally.blocksHeld++;
        }
      }
    }
    return null;
  }

  private static boolean passed(PlateBlock block, long watermarkNanos) {
    return watermarkNanos > block.firstNanos
        && watermarkNanos - block.firstNanos > MOST_WAITING * length(block);
  }

  private PlateBlock takeHead() {
    long number = numbers[0];
    PlateBlock block = remove(0);
    take(block, number);
    return block;
  }

  private void take(PlateBlock block, long number) {
    boolean first = !clock.started();
    long missing = block.firstNanos - clock.endNanos();
    afterGap = clock.take(block.firstNanos, length(block));
    gapNanos = afterGap && !first ? missing : 0;
    tally.gaps += gapNanos > 0 ? 1 : 0;
    tally.blocksReordered += number < takenNumber ? 1 : 0;
    takenNumber = number;
    for (int i = count - 1; i >= 0; i--) {
      dropIfLoneAndFar(i);
    }
  }

  /** The old time goes on: what lies far ahead without a neighbour has no true clock. */
  private void dropIfLoneAndFar(int i) {
    boolean far = clock.place(waiting[i].firstNanos, length(waiting[i])) == BlockClock.Place.FAR;
    if (far && !provesNext(i - 1) && !provesNext(i)) {
      remove(i);
      tally.blocksHeld++;
    }
  }

  private boolean provesNext(int i) {
    if (i < 0 || i + 1 >= count) {
      return false;
    }
    PlateBlock next = waiting[i + 1];
    return BlockClock.proves(end(waiting[i]), next.firstNanos, length(next));
  }

  private int firstProven() {
    for (int i = 0; i + 1 < count; i++) {
      if (provesNext(i)) {
        return i;
      }
    }
    return -1;
  }

  private int longestWaiting() {
    int longest = 0;
    for (int i = 1; i < count; i++) {
      longest = numbers[i] < numbers[longest] ? i : longest;
    }
    return longest;
  }

  private void keep(PlateBlock block) {
    int at = count;
    while (at > 0 && waiting[at - 1].firstNanos >= block.firstNanos) {
      at--;
    }
    if (at < count && waiting[at].firstNanos == block.firstNanos) {
      tally.blocksBack++;
      return;
    }
    PlateBlock copy = waiting[count];
    System.arraycopy(waiting, at, waiting, at + 1, count - at);
    System.arraycopy(numbers, at, numbers, at + 1, count - at);
    copy.copyFrom(block);
    waiting[at] = copy;
    numbers[at] = newestNumber;
    count++;
  }

  /** Takes one out of the queue; its array is used again by the next block that waits. */
  private PlateBlock remove(int at) {
    PlateBlock block = waiting[at];
    count--;
    System.arraycopy(waiting, at + 1, waiting, at, count - at);
    System.arraycopy(numbers, at + 1, numbers, at, count - at);
    waiting[count] = block;
    return block;
  }

  private static long length(PlateBlock block) {
    return block.samples * block.periodNanos;
  }

  private static long end(PlateBlock block) {
    return block.firstNanos + length(block);
  }
}
