package io.walkout.bench.realism.figure;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was measured on one side: the recording, or one simulation of its store. Figures and curves
 * stand in the order in which they were put; the same code makes both sides, so the order is the
 * same too.
 */
public final class Measured {
  private final Map<Figure, Double> figures = new LinkedHashMap<>();
  private final Map<Figure, Curve> curves = new LinkedHashMap<>();

  /** Nothing yet. */
  public Measured() {}

  /** Notes a figure; NaN says that it could not be measured. */
  public void put(String group, String name, String unit, double value) {
    figures.put(new Figure(group, name, unit), value);
  }

  /** Notes a curve; the unit is that of y. */
  public void put(String group, String name, String unit, Curve curve) {
    curves.put(new Figure(group, name, unit), curve);
  }

  /** Takes in everything of another. */
  public void putAll(Measured other) {
    figures.putAll(other.figures);
    curves.putAll(other.curves);
  }

  /** The figures, in order. */
  public Map<Figure, Double> figures() {
    return new LinkedHashMap<>(figures);
  }

  /** The curves, in order. */
  public Map<Figure, Curve> curves() {
    return new LinkedHashMap<>(curves);
  }
}
