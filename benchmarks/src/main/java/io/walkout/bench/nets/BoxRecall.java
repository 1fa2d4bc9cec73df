package io.walkout.bench.nets;

import io.walkout.store.signal.Detections;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Recall and precision of a detector's boxes by score, and average precision: boxes are given to
 * true ones by falling score, each to the one it overlaps most, once, at an intersection over union
 * of a half or more (M. Everingham and others, "The Pascal Visual Object Classes Challenge", 2010;
 * the area under the curve at all points). One thread.
 */
final class BoxRecall {
  private static final double OVERLAP = 0.5;

  private record Hit(float score, boolean right) {}

  private final List<Hit> hits = new ArrayList<>();
  private int people;

  /** Makes one that has judged nothing. */
  BoxRecall() {}

  /** Judges one picture; {@code truth} is left, top, width, height of each person who counts. */
  void judge(Detections found, double[] truth) {
    people += truth.length / 4;
    Integer[] order = new Integer[found.count];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> -found.scores[i]));
    boolean[] taken = new boolean[truth.length / 4];
    for (int i : order) {
      int best = -1;
      double most = OVERLAP;
      for (int t = 0; t < taken.length; t++) {
        double overlap = taken[t] ? 0 : overlap(found.boxes, 4 * i, truth, 4 * t);
        if (overlap >= most) {
          most = overlap;
          best = t;
        }
      }
      if (best >= 0) {
        taken[best] = true;
      }
      hits.add(new Hit(found.scores[i], best >= 0));
    }
  }

  private static double overlap(float[] a, int i, double[] b, int k) {
    double w = Math.min(a[i] + a[i + 2], b[k] + b[k + 2]) - Math.max(a[i], b[k]);
    double h = Math.min(a[i + 1] + a[i + 3], b[k + 1] + b[k + 3]) - Math.max(a[i + 1], b[k + 1]);
    double both = Math.max(0, w) * Math.max(0, h);
    return both / ((double) a[i + 2] * a[i + 3] + b[k + 2] * b[k + 3] - both);
  }

  /** People who were there to be found. */
  int people() {
    return people;
  }

  /** Share of them found by boxes of a score or more; 0 where nobody was. */
  double recall(double score) {
    return people == 0 ? 0 : (double) right(score) / people;
  }

  /** Share of the boxes of a score or more that are right; 1 where there are none. */
  double precision(double score) {
    long boxes = hits.stream().filter(h -> h.score() >= score).count();
    return boxes == 0 ? 1 : (double) right(score) / boxes;
  }

  private long right(double score) {
    return hits.stream().filter(h -> h.score() >= score && h.right()).count();
  }

  /** Area under precision over recall, precision never rising with recall. */
  double averagePrecision() {
    List<Hit> sorted = new ArrayList<>(hits);
    sorted.sort(Comparator.comparingDouble(h -> -h.score()));
    double[] precision = new double[sorted.size()];
    int right = 0;
    for (int i = 0; i < precision.length; i++) {
      right += sorted.get(i).right() ? 1 : 0;
      precision[i] = (double) right / (i + 1);
    }
    double sum = 0;
    double best = 0;
    for (int i = precision.length - 1; i >= 0; i--) {
      best = Math.max(best, precision[i]);
      sum += sorted.get(i).right() ? best : 0;
    }
    return people == 0 ? 0 : sum / people;
  }
}
