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

  private final FloorTracks tracks;
  private final Beam beam;
  private final int width;
  private final int views;
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
  private final double[] worth;
  private final int[] order;

  JointPairing(FloorTracks tracks, int width, int views, int mostBoxes) {
    this.tracks = tracks;
    this.width = width;
    this.views = views;
    beam = new Beam(width, views);
    int n = tracks.capacity;
    found = new int[n];
    score = new double[n * width];
    box = new int[n * width * views];
    gain = new double[n * width * views];
    price = new double[views][mostBoxes];
    uses = new int[views][mostBoxes];
    owner = new int[views][mostBoxes];
    choice = new int[n];
    boxes = new int[n * views];
    bestBoxes = new int[n * views];
    sequence = new int[n];
    worth = new double[n];
    order = new int[views];
  }

  /** Pairs the slots given; afterwards each camera's {@code boxOf} says how. */
  void pair(CameraEvidence[] open, int opened, int[] slots, int n) {
    for (int i = 0; i < n; i++) {
      explain(open, opened, slots[i], i);
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
      for (int v = 0; v < opened; v++) {
        int b = bestBoxes[i * views + v];
        if (b >= 0) {
          open[v].boxOf[slots[i]] = b;
          open[v].slotOf[b] = slots[i];
        }
      }
    }
  }

  /** Finds a person's explanations, the clearest pictures first. */
  private void explain(CameraEvidence[] open, int opened, int slot, int row) {
    int used = 0;
    for (int v = 0; v < opened; v++) {
      double chance = open[v].chance(slot);
      if (chance < 0.01) {
        continue;
      }
      int k = used++;
      while (k > 0 && open[order[k - 1]].chance(slot) < chance) {
        order[k] = order[k - 1];
        k--;
      }
      order[k] = v;
    }
    beam.start(
        tracks.state, PersonFilter.STATE * slot, tracks.covariance, PersonFilter.COVARIANCE * slot);
    for (int k = 0; k < used; k++) {
      beam.ask(open[order[k]], order[k], slot);
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
        for (int v = 0; v < opened; v++) {
          if (box[at + v] >= 0) {
            value -= price[v][box[at + v]];
          }
        }
        if (value > most) {
          most = value;
          choice[i] = k;
        }
      }
      worth[i] = most;
      int at = (i * width + choice[i]) * views;
      for (int v = 0; v < opened; v++) {
        if (box[at + v] >= 0) {
          contested |= ++uses[v][box[at + v]] > 1;
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
    for (int i = 0; i < n; i++) {
      int k = i;
      while (k > 0 && worth[sequence[k - 1]] < worth[i]) {
        sequence[k] = sequence[k - 1];
        k--;
      }
      sequence[k] = i;
    }
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
        for (int v = 0; v < opened; v++) {
          int b = box[at + v];
          if (b >= 0 && owner[v][b] >= 0) {
            value -= gain[at + v];
            priced -= gain[at + v];
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
      for (int v = 0; v < opened; v++) {
        int b = box[at + v];
        boolean mine = b >= 0 && owner[v][b] < 0;
        boxes[i * views + v] = mine ? b : -1;
        if (mine) {
          owner[v][b] = i;
        }
      }
    }
    return total;
  }
}
