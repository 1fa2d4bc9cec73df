package io.walkout.tracker.shelf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What came of many simulated actions. */
final class Tallied {
  int actions;
  int found;
  int extra;
  final List<Double> errors = new ArrayList<>();
  final List<Double> sigmas = new ArrayList<>();
  final List<Double> starts = new ArrayList<>();
  final List<Double> ends = new ArrayList<>();
  final List<Double> latencies = new ArrayList<>();
  double plateHours;

  void add(Tallied o) {
    actions += o.actions;
    found += o.found;
    extra += o.extra;
    errors.addAll(o.errors);
    sigmas.addAll(o.sigmas);
    starts.addAll(o.starts);
    ends.addAll(o.ends);
    latencies.addAll(o.latencies);
    plateHours += o.plateHours;
  }

  static double mean(List<Double> values) {
    return values.stream().mapToDouble(v -> v).average().orElse(Double.NaN);
  }

  static double deviation(List<Double> values) {
    double m = mean(values);
    return Math.sqrt(
        values.stream().mapToDouble(v -> (v - m) * (v - m)).average().orElse(Double.NaN));
  }

  static double quantile(List<Double> values, double q) {
    double[] sorted = values.stream().mapToDouble(v -> v).toArray();
    Arrays.sort(sorted);
    return sorted.length == 0 ? Double.NaN : sorted[(int) (q * (sorted.length - 1))];
  }
}
