package io.walkout.bench.nets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How well an embedder's vectors tell a person from another: distances (1 minus the cosine) of all
 * pairs of looks that lie some pictures apart, of the same person and of two. One thread.
 */
final class LookPairs {
  private record Look(int frame, int person, float[] vector) {}

  private final List<Look> looks = new ArrayList<>();
  private final int apart;

  /** Pairs at least so many pictures apart, for the next picture's look is nearly the same. */
  LookPairs(int apart) {
    this.apart = apart;
  }

  /** Adds a look; the vector, of unit length, is copied. */
  void add(int frame, int person, float[] vector) {
    looks.add(new Look(frame, person, vector.clone()));
  }

  /** Looks so far. */
  int looks() {
    return looks.size();
  }

  /** Distances of all pairs of the same person, or of two, rising. */
  double[] distances(boolean same) {
    List<Double> found = new ArrayList<>();
    for (int i = 0; i < looks.size(); i++) {
      for (int k = i + 1; k < looks.size(); k++) {
        Look a = looks.get(i);
        Look b = looks.get(k);
        if (Math.abs(a.frame() - b.frame()) >= apart && (a.person() == b.person()) == same) {
          found.add(distance(a.vector(), b.vector()));
        }
      }
    }
    return found.stream().mapToDouble(d -> d).sorted().toArray();
  }

  private static double distance(float[] a, float[] b) {
    double dot = 0;
    for (int i = 0; i < a.length; i++) {
      dot += (double) a[i] * b[i];
    }
    return 1 - dot;
  }

  /** Chance that two looks of one person are nearer than two of different ones; NaN without. */
  static double auc(double[] same, double[] other) {
    double sum = 0;
    for (double d : same) {
      int below = Arrays.binarySearch(other, d);
      int from = below < 0 ? -below - 1 : below;
      int to = from;
      while (from > 0 && other[from - 1] == d) {
        from--;
      }
      while (to < other.length && other[to] == d) {
        to++;
      }
      sum += other.length - to + (to - from) / 2.0;
    }
    return sum / ((double) same.length * other.length);
  }

  /** The value that a share of sorted ones lies under; NaN of none. */
  static double quantile(double[] sorted, double share) {
    return sorted.length == 0 ? Double.NaN : sorted[(int) (share * (sorted.length - 1))];
  }
}
