package io.walkout.tracker.shelf;

/**
 * Which gondolas fell silent while time went on. Where all stop together and go on together, as
 * overnight, none counts.
 */
final class Silences {
  private final GondolaTrack[] gondolas;
  private final boolean[] wasSilent;
  private final long silentAfterNanos;
  private long nowNanos = Long.MIN_VALUE;
  private long resumedNanos;

  Silences(GondolaTrack[] gondolas, long silentAfterNanos) {
    this.gondolas = gondolas;
    this.silentAfterNanos = silentAfterNanos;
    wasSilent = new boolean[gondolas.length];
  }

  /**
   * The newest that any gondola or the watermark has reached; {@code Long.MIN_VALUE} if nothing.
   */
  void timeIs(long nanos) {
    if (nanos <= nowNanos) {
      return;
    }
    if (nowNanos == Long.MIN_VALUE || nanos - nowNanos > silentAfterNanos) {
      resumedNanos = nanos;
    }
    nowNanos = nanos;
    for (int i = 0; i < gondolas.length; i++) {
      GondolaTrack gondola = gondolas[i];
      if (gondola.started()) {
        wasSilent[i] |= isSilent(i);
      }
    }
  }

  /** Whether a gondola that had spoken is silent now. */
  boolean isSilent(int i) {
    return gondolas[i].started()
        && nowNanos - Math.max(gondolas[i].endNanos(), resumedNanos) > silentAfterNanos;
  }

  /** Gondolas that were silent at some time. */
  long silent() {
    long count = 0;
    for (boolean was : wasSilent) {
      count += was ? 1 : 0;
    }
    return count;
  }

  /** Gondolas of which no block ever came. */
  long neverSeen() {
    long count = 0;
    for (GondolaTrack gondola : gondolas) {
      count += gondola.heard() ? 0 : 1;
    }
    return count;
  }
}
