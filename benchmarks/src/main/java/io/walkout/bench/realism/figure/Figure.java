package io.walkout.bench.realism.figure;

/**
 * The name of something measured on both sides.
 *
 * @param group what it belongs to: a heading of the report
 * @param name what was measured
 * @param unit its unit; empty for plain numbers
 */
public record Figure(String group, String name, String unit) {
  @Override
  public String toString() {
    return group + ": " + name + (unit.isEmpty() ? "" : " (" + unit + ")");
  }
}
