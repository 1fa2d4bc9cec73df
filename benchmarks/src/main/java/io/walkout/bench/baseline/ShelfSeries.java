package io.walkout.bench.baseline;

import io.walkout.store.PlateId;
import io.walkout.store.Shelf;
import io.walkout.store.shelf.ShelfChange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the events of one shelf, as the contest's winner is described to: the standard deviation of
 * the shelf's sum over the last 60 samples is above 20 g for at least 30 samples. Presses and
 * passing feet that end where they began are events too, of no mass.
 *
 * <p>The description leaves open what the mass before and after is; here the mean of 60 samples
 * that lie clear of the event: a window that ended half a window before the deviation rose, and one
 * that ends half a window after it fell (the trailing windows at the crossings themselves hold up
 * to a sixth of the step, which cost the method some of its small goods). If it rises again before
 * that, the level between the two is that of the last 60 samples.
 *
 * <p>A plate without a sample keeps its last one; before its first it weighs nothing. Memory is
 * fixed. Single-threaded.
 */
public final class ShelfSeries {
  /** Samples over which the deviation is taken; from the published description. */
  static final int WINDOW = 60;

  /** From the published description. */
  static final double THRESHOLD_GRAMS = 20;

  /** Samples for which the deviation has to stay above; from the published description. */
  static final int LEAST_SAMPLES = 30;

  /** Each of the two Gaussians' sigma; from the published description. */
  static final double SIGMA_GRAMS = 10;

  /** How far the levels' windows keep from the event; chosen: half a window. */
  private static final int CLEAR = WINDOW / 2;

  private static final int KEPT = WINDOW + CLEAR;

  private final Shelf shelf;
  private final float[][] kept;
  private final double[] sums = new double[KEPT];
  private final float[] last;
  private final double[] before;
  private long seen;
  private boolean moving;
  private int above;
  private long startNanos;

  /** Samples since an event's deviation fell, while its level is waited for; -1 for none. */
  private int quiet = -1;

  private long endNanos;

  /** Watches a shelf. */
  public ShelfSeries(Shelf shelf) {
    this.shelf = shelf;
    int plates = shelf.plates().size();
    kept = new float[KEPT][plates];
    last = new float[plates];
    before = new double[plates];
  }

  /** The plates, in the order of {@link #sample}'s array. */
  public Shelf shelf() {
    return shelf;
  }

  /**
   * Takes in one sample of every plate.
   *
   * @param grams in the order of the shelf's plates; NaN where there is none
   * @return an event that became certain with it, or null
   */
  public @Nullable ShelfChange sample(float[] grams, long nanos) {
    int at = (int) (seen++ % KEPT);
    sums[at] = 0;
    for (int p = 0; p < last.length; p++) {
      last[p] = Float.isNaN(grams[p]) ? last[p] : grams[p];
      kept[at][p] = last[p];
      sums[at] += last[p];
    }
    if (seen < KEPT) {
      return null;
    }
    boolean isAbove = deviation() > THRESHOLD_GRAMS;
    ShelfChange found = null;
    if (isAbove && !moving) {
      if (quiet >= 0) {
        double[] between = mean(1);
        found = change(between);
        System.arraycopy(between, 0, before, 0, before.length);
      } else {
        System.arraycopy(mean(CLEAR), 0, before, 0, before.length);
      }
      moving = true;
      above = 0;
      startNanos = nanos;
    }
    if (isAbove) {
      above++;
    } else if (moving) {
      moving = false;
      quiet = above >= LEAST_SAMPLES ? 0 : -1;
      endNanos = nanos;
    } else if (quiet >= 0 && ++quiet == CLEAR) {
      found = change(mean(0));
    }
    return found;
  }

  /** The event that the end of the recording cut short of its level, or null. */
  public @Nullable ShelfChange end() {
    return quiet >= 0 ? change(mean(0)) : null;
  }

  private ShelfChange change(double[] after) {
    quiet = -1;
    List<ShelfChange.PlateDelta> plates = new ArrayList<>();
    double delta = 0;
    for (int p = 0; p < after.length; p++) {
      PlateId id = shelf.plates().get(p).id();
      plates.add(new ShelfChange.PlateDelta(id, after[p] - before[p], SIGMA_GRAMS));
      delta += after[p] - before[p];
    }
    return new ShelfChange(shelf.id(), startNanos, endNanos, delta, SIGMA_GRAMS, plates);
  }

  /** Standard deviation of the shelf's sum over the last {@link #WINDOW} samples. */
  private double deviation() {
    double mean = 0;
    for (int i = 0; i < WINDOW; i++) {
      mean += sums[at(i)] / WINDOW;
    }
    double squares = 0;
    for (int i = 0; i < WINDOW; i++) {
      double apart = sums[at(i)] - mean;
      squares += apart * apart;
    }
    return Math.sqrt(squares / WINDOW);
  }

  /** Each plate's mean over a window that ended so many samples ago. */
  private double[] mean(int samplesAgo) {
    double[] mean = new double[last.length];
    for (int i = samplesAgo; i < samplesAgo + WINDOW; i++) {
      float[] row = kept[at(i)];
      for (int p = 0; p < mean.length; p++) {
        mean[p] += row[p] / WINDOW;
      }
    }
    return mean;
  }

  private int at(int samplesAgo) {
    return (int) ((seen - 1 - samplesAgo) % KEPT);
  }
}
