package io.walkout.tracker.shelf;

import io.walkout.store.signal.PlateBlock;
import java.util.Arrays;

/**
 * Sums the samples of one gondola into bins of about 0.1 s: mean and standard deviation per plate.
 * The only code that runs per sample: two fused loops over rows as they lie in the block, in float,
 * relative to the last mean so that 60 kg of goods cost no precision. A NaN sample makes its sum
 * NaN without a branch; such a plate's bin is then summed again, sample by sample.
 */
final class PlateBinner {
  /** What a bin's length is rounded to; shorter bins cost time, longer ones latency. */
  static final long BIN_NANOS = 100_000_000L;

  private final int[] shelfOf;
  private final int[] plateOf;
  private final int[] cellOf;
  private float[] sum = new float[0];
  private float[] squares = new float[0];
  private float[] reference = new float[0];
  private int shelves = -1;
  private int plates = -1;
  private int filled;
  private int binSamples = 1;

  /** Mean of each plate in the last bin, grams; NaN if fewer than half its samples were there. */
  final double[] mean;

  /** Standard deviation of each plate's samples within the last bin, grams. */
  final double[] deviation;

  /** Capture time of the first sample of the bin. */
  long startNanos;

  /** Time at which the bin's last sample ends. */
  long endNanos;

  /**
   * @param shelfOf index of the shelf of each plate, from 0
   * @param plateOf index of each plate on its shelf, from 0
   */
  PlateBinner(int[] shelfOf, int[] plateOf) {
    this.shelfOf = shelfOf;
    this.plateOf = plateOf;
    cellOf = new int[shelfOf.length];
    mean = new double[shelfOf.length];
    deviation = new double[shelfOf.length];
  }

  /** Prepares for a block; after a gap, or if its shape is new, a half-filled bin is dropped. */
  void begin(PlateBlock block, boolean afterGap) {
    int perBin = Math.clamp(Math.round((double) BIN_NANOS / block.periodNanos), 1, 4096);
    if (block.shelves != shelves || block.plates != plates) {
      layOut(block.shelves, block.plates);
    } else if (afterGap || perBin != binSamples) {
      clear();
    }
    binSamples = perBin;
  }

  /**
   * Adds samples from {@code sample} on until a bin is full.
   *
   * @return the sample after the last one added, when a bin was completed and {@link #mean} and its
   *     fellows are set; or -1 when the block is used up
   */
  int fill(PlateBlock block, int sample) {
    int cells = shelves * plates;
    for (int s = sample; s < block.samples; s++) {
      if (filled == 0) {
        startNanos = block.nanosOf(s);
      }
      addRow(block.grams, s * cells, cells);
      if (++filled == binSamples) {
        endNanos = block.nanosOf(s + 1);
        close(block, s + 1 - binSamples);
        return s + 1;
      }
    }
    return -1;
  }

  private void addRow(float[] grams, int offset, int cells) {
    float[] sum = this.sum;
    float[] squares = this.squares;
    float[] reference = this.reference;
    for (int c = 0; c < cells; c++) {
      float d = grams[offset + c] - reference[c];
      sum[c] += d;
      squares[c] += d * d;
    }
  }

  private void close(PlateBlock block, int firstSample) {
    float n = binSamples;
    for (int i = 0; i < cellOf.length; i++) {
      int c = cellOf[i];
      if (c < 0) {
        mean[i] = Double.NaN;
        continue;
      }
      double offset = sum[c] / n;
      double variance = squares[c] / n - offset * offset;
      if (Double.isFinite(variance)) {
        mean[i] = reference[c] + offset;
        deviation[i] = Math.sqrt(Math.max(0, variance));
      } else {
        sumAgain(block, firstSample, i, c);
      }
      if (!Double.isNaN(mean[i])) {
        reference[c] = (float) mean[i];
      }
    }
    clear();
  }

  /** The mean over the finite samples, if the bin lies in this block and half of them are there. */
  private void sumAgain(PlateBlock block, int firstSample, int i, int c) {
    int found = 0;
    double total = 0;
    double totalSquares = 0;
    int cells = shelves * plates;
    for (int s = Math.max(0, firstSample); s < firstSample + binSamples; s++) {
      double d = (double) block.grams[s * cells + c] - reference[c];
      if (Double.isFinite(d)) {
        found++;
        total += d;
        totalSquares += d * d;
      }
    }
    if (2 * found < binSamples || found == 0) {
      mean[i] = Double.NaN;
      return;
    }
    double offset = total / found;
    mean[i] = reference[c] + offset;
    deviation[i] = Math.sqrt(Math.max(0, totalSquares / found - offset * offset));
  }

  private void layOut(int newShelves, int newPlates) {
    shelves = newShelves;
    plates = newPlates;
    int cells = shelves * plates;
    sum = new float[cells];
    squares = new float[cells];
    reference = new float[cells];
    for (int i = 0; i < cellOf.length; i++) {
      boolean there = shelfOf[i] < shelves && plateOf[i] < plates;
      cellOf[i] = there ? shelfOf[i] * plates + plateOf[i] : -1;
    }
    filled = 0;
  }

  private void clear() {
    Arrays.fill(sum, 0);
    Arrays.fill(squares, 0);
    filled = 0;
  }
}
