package io.walkout.tracker.detect;

import io.walkout.store.EventTime;
import java.util.Arrays;

/**
 * Whether pictures still come from a sensor. A sensor's noise makes something new of every tile, at
 * the latest with the coder's next key picture; a frozen camera shows what it has shown before, to
 * the bit, also when its coder goes on making key pictures of the frozen picture (then the same few
 * pictures alternate) and when a clock drawn into a corner goes on. A tile is new if it is none of
 * the last few it has been. Single-threaded.
 */
final class PictureLife {
  /** Tiles across and down. */
  private static final int ACROSS = 16;

  private static final int DOWN = 9;

  /** Contents remembered of each tile: all that a coder makes of one picture over and over. */
  private static final int REMEMBERED = 24;

  /** New tiles that are life; a clock in a corner has fewer. */
  private static final int LIVELY_TILES = ACROSS * DOWN / 25;

  /** Without life for so long it is frozen; ordinary coders make a key picture within two. */
  private static final long FROZEN_NANOS = 2 * EventTime.SECOND;

  /** At most, however still this camera has been; beyond the groups of any coder. */
  private static final long LONGEST_NANOS = 30 * EventTime.SECOND;

  /** Pictures that must have come meanwhile. */
  private static final int LEAST_PICTURES = 5;

  /** Mean difference of a picture that is the one before but for noise, levels. */
  private static final double SAME_LEVELS = 3;

  private final int width;
  private final int height;
  private final long[] contents = new long[ACROSS * DOWN * REMEMBERED];
  private final long[] newNanos = new long[ACROSS * DOWN];
  private final byte[] before;
  private final byte[] next = new byte[ACROSS * DOWN];
  private long lifeNanos = Long.MIN_VALUE;
  private long patienceNanos = FROZEN_NANOS;
  private int pictures;

  PictureLife(WorkSize size) {
    width = size.width();
    height = size.height();
    before = new byte[3 * size.pixels()];
    Arrays.fill(newNanos, Long.MIN_VALUE);
  }

  /** Takes the next picture, packed BGR of the working size; whether it is alive. */
  boolean lives(byte[] bgr, long nanos) {
    int fresh = 0;
    int recent = 0;
    for (int t = 0; t < ACROSS * DOWN; t++) {
      long content = content(bgr, t);
      if (isNew(t, content)) {
        contents[t * REMEMBERED + next[t]] = content;
        next[t] = (byte) ((next[t] + 1) % REMEMBERED);
        newNanos[t] = nanos;
        fresh++;
      }
      recent += newNanos[t] != Long.MIN_VALUE && nanos - newNanos[t] < FROZEN_NANOS ? 1 : 0;
    }
    pictures++;
    if (fresh >= LIVELY_TILES || (fresh > 0 && recent >= 2 * LIVELY_TILES)) {
      if (lifeNanos != Long.MIN_VALUE) {
        learn(bgr, nanos - lifeNanos);
      }
      lifeNanos = nanos;
      pictures = 0;
      System.arraycopy(bgr, 0, before, 0, before.length);
      return true;
    }
    return nanos - lifeNanos < patienceNanos || pictures < LEAST_PICTURES;
  }

  /** A stillness that ended without a jump was the coder's, and is believed next time. */
  private void learn(byte[] bgr, long stillNanos) {
    if (2 * stillNanos <= patienceNanos || stillNanos > LONGEST_NANOS) {
      return;
    }
    long sum = 0;
    for (int i = 0; i < bgr.length; i++) {
      sum += Math.abs((bgr[i] & 0xff) - (before[i] & 0xff));
    }
    if (sum <= SAME_LEVELS * bgr.length) {
      patienceNanos = Math.clamp(2 * stillNanos, FROZEN_NANOS, LONGEST_NANOS);
    }
  }

  private boolean isNew(int tile, long content) {
    for (int k = tile * REMEMBERED; k < (tile + 1) * REMEMBERED; k++) {
      if (contents[k] == content) {
        return false;
      }
    }
    return true;
  }

  /** A number that differs wherever the tile does, but for one chance in 2^64. */
  private long content(byte[] bgr, int tile) {
    int left = tile % ACROSS * width / ACROSS;
    int right = (tile % ACROSS + 1) * width / ACROSS;
    int top = tile / ACROSS * height / DOWN;
    int bottom = (tile / ACROSS + 1) * height / DOWN;
    long hash = 0xcbf29ce484222325L; // FNV-1a, 64 bits (G. Fowler, L. C. Noll, K.-P. Vo, 1991)
    for (int y = top; y < bottom; y++) {
      for (int i = 3 * (y * width + left); i < 3 * (y * width + right); i++) {
        hash = (hash ^ (bgr[i] & 0xff)) * 0x100000001b3L;
      }
    }
    return hash;
  }
}
