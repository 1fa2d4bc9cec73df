package io.walkout.tracker.floor;

import java.util.Arrays;

/**
 * Pairs people and boxes of all pictures of a moment at once: each person's likeliest explanations
 * ({@link Beam}) compete for the boxes, which get prices where two want the same (Lagrangian
 * relaxation; cf. A. Poore, N. Rijavec, 1993, for the multidimensional assignment problem). What
 * comes out is a start for the pairing camera by camera, which alone would stay where the first
 * picture led it.
 */
final class JointPairing {
  /** Rounds of prices; most moments need none. */
  private static final int ROUNDS = 12;

  /** Price step of the first round (log), falling from round to round. */
  private static final double STEP = 2;

  /** An explanation by so much likelier than the next one is not looked at again (log). */
  private static final double SURE = 6;

  private final FloorTracks tracks;
  private final Sightlines sightlines;
  private final Beam beam;
  private final int width;
  private final int views = Sightlines.MOST;
  private final int[] rowViews;
  private final int[] rowView;
  private final boolean[] sure;
  private final int[] found;
  private final double[] score;
  private final int[] box;
  private final double[] gain;
  private final double[][] price;
  private final int[][] uses;
  private final int[][] owner;
  private final int[] choice;
  private final int[] bestBoxes;
  private final int[] boxes;
  private final int[] sequence;
  private final int[] merged;
  private final double[] worth;

  JointPairing(FloorTracks tracks, Sightlines sightlines, int width, int cameras, int mostBoxes) {
    this.tracks = tracks;
    this.sightlines = sightlines;
    this.width = width;
    beam = new Beam(width, views);
    int n = tracks.capacity;
    sure = new boolean[n];
    rowViews = new int[n];
    rowView = new int[n * views];
    found = new int[n];
    score = new double[n * width];
    box = new int[n * width * views];
    gain = new double[n * width * views];
    price = new double[cameras][mostBoxes];
    uses = new int[cameras][mostBoxes];
    owner = new int[cameras][mostBoxes];
    choice = new int[n];
    boxes = new int[n * views];
    bestBoxes = new int[n * views];
    sequence = new int[n];
    merged = new int[n];
    worth = new double[n];
  }

  /** Pairs the slots given; afterwards each camera's {@code boxOf} says how. */
  void pair(CameraEvidence[] open, int opened, int[] slots, int n) {
    for (int i = 0; i < n; i++) {
      explain(open, slots[i], i);
    }
    for (int v = 0; v < opened; v++) {
      Arrays.fill(price[v], 0, open[v].count(), 0);
    }
    double best = Double.NEGATIVE_INFINITY;
    for (int round = 0; round < ROUNDS; round++) {
      boolean contested = choose(open, opened, n);
      double total = settle(open, opened, n);
      if (total > best) {
        best = total;
        System.arraycopy(boxes, 0, bestBoxes, 0, n * views);
      }
      if (!contested) {
        break;
      }
      reprice(open, opened, STEP / (1 + round));
    }
    for (int i = 0; i < n; i++) {
      sure[slots[i]] = isSure(i);
      for (int m = 0; m < rowViews[i]; m++) {
        int b = bestBoxes[i * views + m];
        if (b >= 0) {
          CameraEvidence c = open[rowView[i * views + m]];
          c.boxOf[slots[i]] = b;
          c.slotOf[b] = slots[i];
        }
      }
    }
  }

  /** Whether a slot just paired got its best explanation, and no other came near. */
  boolean sure(int slot) {
    return sure[slot];
  }

  private boolean isSure(int i) {
    if (found[i] > 1 && score[i * width + 1] > score[i * width] - SURE) {
      return false;
    }
    for (int m = 0; m < rowViews[i]; m++) {
      if (box[i * width * views + m] != bestBoxes[i * views + m]) {
        return false;
      }
    }
    return true;
  }

  /** Finds a person's explanations, the clearest pictures first. */
  private void explain(CameraEvidence[] open, int slot, int row) {
    int used = 0;
    int at = row * views;
    for (int m = 0; m < sightlines.count(slot); m++) {
      int v = sightlines.view(slot, m);
      double chance = open[v].chance(slot);
      if (chance < 0.01) {
        continue;
      }
      int k = used++;
      while (k > 0 && open[rowView[at + k - 1]].chance(slot) < chance) {
        rowView[at + k] = rowView[at + k - 1];
        k--;
      }
      rowView[at + k] = v;
    }
    rowViews[row] = used;
    beam.start(
        tracks.state, PersonFilter.STATE * slot, tracks.covariance, PersonFilter.COVARIANCE * slot);
    for (int k = 0; k < used; k++) {
      beam.ask(open[rowView[at + k]], k, slot);
    }
    found[row] = beam.count;
    System.arraycopy(beam.score, 0, score, row * width, beam.count);
    System.arraycopy(beam.box, 0, box, row * width * views, beam.count * views);
    System.arraycopy(beam.gain, 0, gain, row * width * views, beam.count * views);
  }

  /** Everybody takes the best explanation at today's prices; whether two want one box. */
  private boolean choose(CameraEvidence[] open, int opened, int n) {
    for (int v = 0; v < opened; v++) {
      Arrays.fill(uses[v], 0, open[v].count(), 0);
    }
    boolean contested = false;
    for (int i = 0; i < n; i++) {
      double most = Double.NEGATIVE_INFINITY;
      for (int k = 0; k < found[i]; k++) {
        int at = (i * width + k) * views;
        double value = score[i * width + k];
        for (int m = 0; m < rowViews[i]; m++) {
          if (box[at + m] >= 0) {
            value -= price[rowView[i * views + m]][box[at + m]];
          }
        }
        if (value > most) {
          most = value;
          choice[i] = k;
        }
      }
      worth[i] = most;
      int at = (i * width + choice[i]) * views;
      for (int m = 0; m < rowViews[i]; m++) {
        if (box[at + m] >= 0) {
          contested |= ++uses[rowView[i * views + m]][box[at + m]] > 1;
        }
      }
    }
    return contested;
  }

  private void reprice(CameraEvidence[] open, int opened, double step) {
    for (int v = 0; v < opened; v++) {
      for (int b = 0; b < open[v].count(); b++) {
        price[v][b] = Math.max(0, price[v][b] + step * (uses[v][b] - 1));
      }
    }
  }

  /**
   * Makes choices that fit together: each in turn, the surest first, takes the explanation that is
   * best with the boxes that are left, boxes taken counting as none.
   */
  private double settle(CameraEvidence[] open, int opened, int n) {
    for (int v = 0; v < opened; v++) {
      Arrays.fill(owner[v], 0, open[v].count(), -1);
    }
    sortSurestFirst(n);
    double total = 0;
    for (int place = 0; place < n; place++) {
      int i = sequence[place];
      double most = Double.NEGATIVE_INFINITY;
      int pick = 0;
      double mostPriced = Double.NEGATIVE_INFINITY;
      for (int k = 0; k < found[i]; k++) {
        int at = (i * width + k) * views;
        double value = score[i * width + k];
        double priced = value;
        for (int m = 0; m < rowViews[i]; m++) {
          int b = box[at + m];
          int v = rowView[i * views + m];
          if (b >= 0 && owner[v][b] >= 0) {
            value -= gain[at + m];
            priced -= gain[at + m];
          } else if (b >= 0) {
            priced -= price[v][b];
          }
        }
        if (priced > mostPriced) {
          mostPriced = priced;
          most = value;
          pick = k;
        }
      }
      total += most;
      int at = (i * width + pick) * views;
      for (int m = 0; m < rowViews[i]; m++) {
        int b = box[at + m];
        int v = rowView[i * views + m];
        boolean mine = b >= 0 && owner[v][b] < 0;
        boxes[i * views + m] = mine ? b : -1;
        if (mine) {
          owner[v][b] = i;
        }
      }
    }
    return total;
  }

  /** Merge sort, bottom up: the rows by their worth, in their own order where that is the same. */
  private void sortSurestFirst(int n) {
    for (int i = 0; i < n; i++) {
      sequence[i] = i;
    }
    for (int run = 1; run < n; run *= 2) {
      for (int from = 0; from + run < n; from += 2 * run) {
        merge(from, from + run, Math.min(from + 2 * run, n));
      }
    }
  }

  private void merge(int from, int middle, int to) {
    System.arraycopy(sequence, from, merged, from, middle - from);
    int left = from;
    int right = middle;
    for (int at = from; left < middle; at++) {
      boolean later = right < to && worth[sequence[right]] > worth[merged[left]];
      sequence[at] = later ? sequence[right++] : merged[left++];
    }
  }
}
