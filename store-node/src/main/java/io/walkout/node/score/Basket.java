package io.walkout.node.score;

import java.util.Map;
import java.util.TreeMap;

/** A multiset of barcodes. Mutable; one thread. */
final class Basket {
  private final Map<String, Integer> quantities = new TreeMap<>();

  void add(String barcode, int quantity) {
    quantities.merge(barcode, quantity, Math::addExact);
  }

  void addAll(Basket other) {
    other.quantities.forEach(this::add);
  }

  int size() {
    return quantities.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Units that both hold: the sum over barcodes of the lesser quantity. */
  int common(Basket other) {
    return quantities.entrySet().stream()
        .mapToInt(e -> Math.min(e.getValue(), other.quantities.getOrDefault(e.getKey(), 0)))
        .sum();
  }

  /** What this holds and the other does not. */
  Map<String, Integer> without(Basket other) {
    Map<String, Integer> rest = new TreeMap<>();
    quantities.forEach(
        (barcode, q) -> {
          int more = q - other.quantities.getOrDefault(barcode, 0);
          if (more > 0) {
            rest.put(barcode, more);
          }
        });
    return rest;
  }

  Map<String, Integer> quantities() {
    return quantities;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Basket other && quantities.equals(other.quantities);
  }

  @Override
  public int hashCode() {
    return quantities.hashCode();
  }

  /** F1 of {@code 2 tp / (predicted + true)}; two empty baskets agree. */
  static double f1(int truePositives, int predicted, int truth) {
    return predicted + truth == 0 ? 1 : 2.0 * truePositives / (predicted + truth);
  }
}
