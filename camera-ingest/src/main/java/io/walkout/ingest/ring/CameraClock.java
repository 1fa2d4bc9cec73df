package io.walkout.ingest.ring;

import io.walkout.store.EventTime;
import io.walkout.store.signal.PictureFault;
import java.util.Arrays;

/**
 * Judges the capture times of one camera's pictures before they come on the ring, by the lag
 * between each and its arrival. A sound clock's pictures come in order and no sooner than they ever
 * did; a late one only lags more. A time that is not after the last good one is {@link
 * PictureFault#TIME_REPEATED}; one that leaps ahead of its arrival is {@link
 * PictureFault#TIME_JUMPED}. Such a picture is not {@link #usable()}, and {@link #nanos()} is then
 * where it can't be later: one wrong time carries neither the watermark nor the next picture's
 * judgement ahead.
 *
 * <p>Where {@value #BELIEVED} pictures running bear a new time out, the clock was set, for good:
 * from then on its times are taken with the offset that brings them back to the usual lag, usable
 * and marked {@code TIME_JUMPED}, until the clock is mended. The offset is as good as the median of
 * {@value #BELIEVED} lags. Reads no clock of its own; one thread; no allocation after the start.
 */
public final class CameraClock {
  /** Pictures that must agree on a new time; they are lost. */
  public static final int BELIEVED = 5;

  /**
   * And so many usual steps must pass while they arrive: a camera that sends its last seconds again
   * after a reconnection sends them in a burst.
   */
  private static final int STEPS_IN_PROOF = 3;

  /**
   * Less than so many usual steps is no leap: a picture or two are left out often. Jitter of
   * arrivals is of that order too.
   */
  private static final int STEPS_IN_LEAP = 3;

  /**
   * Nor is less than this, for cameras of many pictures a second. Chosen: a usual jitter buffer.
   */
  private static final long LEAST_LEAP_NANOS = EventTime.SECOND / 4;

  /** Good pictures of which lags are remembered: some seconds. */
  private static final int REMEMBERED = 64;

  /** An offset can be told against so many lags; of a younger camera the new time is believed. */
  private static final int SETTLED = 15;

  /** Steps whose median is the usual one. */
  private static final int STEPS = 15;

  /** What differs by more differs by this: differences of any 64 bits stay in range. */
  private static final long MOST_NANOS = 1L << 60;

  private final long[] lags = new long[REMEMBERED];
  private final long[] steps = new long[STEPS];
  private final long[] run = new long[BELIEVED];
  private final long[] sorted = new long[REMEMBERED];
  private long good;
  private long pictures;
  private long stepsSeen;
  private long offset;
  private int running;
  private long runStarted;
  private long runStated;
  private long nanos = Long.MIN_VALUE;
  private boolean usable;

  /** Takes the next picture's times; what is wrong with its capture time. */
  public PictureFault judge(long captureNanos, long arrivalNanos) {
    long statedLag = difference(arrivalNanos, captureNanos);
    long time = arrivalNanos - statedLag + offset;
    if (pictures == 0) {
      return accept(time, arrivalNanos);
    }
    boolean back = time <= good;
    long tolerance = tolerance();
    boolean ahead =
        difference(time, good) > tolerance && difference(arrivalNanos, time) < least() - tolerance;
    if (!back && !ahead) {
      addStep(difference(time, good));
      return accept(time, arrivalNanos);
    }
    if (isProven(captureNanos, statedLag, arrivalNanos, tolerance)) {
      return follow(captureNanos, arrivalNanos, tolerance);
    }
    usable = false;
    nanos = Math.max(good + 1, arrivalNanos - most());
    return back ? PictureFault.TIME_REPEATED : PictureFault.TIME_JUMPED;
  }

  /** Whether the last picture's time is known, if need be by an offset. */
  public boolean usable() {
    return usable;
  }

  /** When the last picture was captured: as stated, mended, or no later than it can have been. */
  public long nanos() {
    return nanos;
  }

  /** What is added to the times that the camera states; 0 while its clock is as it was. */
  public long offsetNanos() {
    return offset;
  }

  private PictureFault accept(long time, long arrivalNanos) {
    lags[(int) (pictures++ % REMEMBERED)] = difference(arrivalNanos, time);
    running = 0;
    good = time;
    nanos = time;
    usable = true;
    return offset == 0 ? PictureFault.NONE : PictureFault.TIME_JUMPED;
  }

  private boolean isProven(long stated, long lag, long arrivalNanos, long tolerance) {
    boolean goesOn =
        running > 0 && stated > runStated && Math.abs(difference(lag, run[0])) <= tolerance;
    if (!goesOn) {
      running = 0;
      runStarted = arrivalNanos;
    }
    runStated = stated;
    if (running < BELIEVED) {
      run[running++] = lag;
    }
    return running == BELIEVED && arrivalNanos - runStarted >= STEPS_IN_PROOF * usualStep();
  }

  private PictureFault follow(long captureNanos, long arrivalNanos, long tolerance) {
    if (pictures < SETTLED) {
      pictures = 0; // the first ones may as well have been the wrong ones
      stepsSeen = 0;
      offset = 0;
      return accept(captureNanos, arrivalNanos);
    }
    long moved = difference(median(run, BELIEVED), median(lags, known()));
    offset = Math.abs(moved) <= tolerance ? 0 : moved;
    return accept(Math.max(good + 1, captureNanos + offset), arrivalNanos);
  }

  private void addStep(long step) {
    steps[(int) (stepsSeen++ % STEPS)] = step;
  }

  private long tolerance() {
    return Math.max(LEAST_LEAP_NANOS, STEPS_IN_LEAP * usualStep());
  }

  private long usualStep() {
    return stepsSeen == 0 ? 0 : median(steps, (int) Math.min(stepsSeen, STEPS));
  }

  private int known() {
    return (int) Math.min(pictures, REMEMBERED);
  }

  private long median(long[] of, int count) {
    System.arraycopy(of, 0, sorted, 0, count);
    Arrays.sort(sorted, 0, count);
    return sorted[count / 2];
  }

  private long least() {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < known(); i++) {
      least = Math.min(least, lags[i]);
    }
    return least;
  }

  private long most() {
    long most = Long.MIN_VALUE;
    for (int i = 0; i < known(); i++) {
      most = Math.max(most, lags[i]);
    }
    return most;
  }

  private static long difference(long a, long b) {
    long d = a - b;
    boolean overflows = ((a ^ b) & (a ^ d)) < 0;
    return Math.clamp(
        overflows ? (a < b ? Long.MIN_VALUE : Long.MAX_VALUE) : d, -MOST_NANOS, MOST_NANOS);
  }
}
