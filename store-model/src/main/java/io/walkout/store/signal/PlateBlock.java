package io.walkout.store.signal;

import java.util.Arrays;

/**
 * Samples of all plates of one gondola over a short stretch of time. Reusable; single-threaded. The
 * samples lie in {@link #grams} as [sample][shelf][plate], C order, shelf and plate counted from 0
 * here (address 1 is index 0); NaN where there is no plate or no sample.
 */
public final class PlateBlock {
  /** Number of the gondola, from 1. */
  public int gondola;

  /** Number of samples of each plate. */
  public int samples;

  /** Number of shelves. */
  public int shelves;

  /** Plates per shelf. */
  public int plates;

  /** Capture time of sample 0. */
  public long firstNanos;

  /** Time from one sample to the next. */
  public long periodNanos;

  /** Grams, untared; may be longer than needed. */
  public float[] grams;

  /** Makes an empty block with room for {@code capacity} values. */
  public PlateBlock(int capacity) {
    grams = new float[capacity];
  }

  /** Sets the shape, growing the array if it is too short. Values are undefined afterwards. */
  public void shape(int gondola, int samples, int shelves, int plates) {
    this.gondola = gondola;
    this.samples = samples;
    this.shelves = shelves;
    this.plates = plates;
    int needed = Math.multiplyExact(samples, Math.multiplyExact(shelves, plates));
    if (grams.length < needed) {
      grams = new float[needed];
    }
  }

  /** Position of a sample in {@link #grams}; shelf and plate from 0. */
  public int index(int sample, int shelf, int plate) {
    return (sample * shelves + shelf) * plates + plate;
  }

  /** Number of values in use. */
  public int length() {
    return samples * shelves * plates;
  }

  /** Capture time of a sample. */
  public long nanosOf(int sample) {
    return firstNanos + sample * periodNanos;
  }

  /** Takes over another block's content. */
  public void copyFrom(PlateBlock other) {
    shape(other.gondola, other.samples, other.shelves, other.plates);
    firstNanos = other.firstNanos;
    periodNanos = other.periodNanos;
    System.arraycopy(other.grams, 0, grams, 0, other.length());
  }

  @Override
  public String toString() {
    return "PlateBlock[gondola="
        + gondola
        + ", "
        + samples
        + "x"
        + shelves
        + "x"
        + plates
        + ", first="
        + firstNanos
        + ", "
        + Arrays.hashCode(grams)
        + "]";
  }
}
