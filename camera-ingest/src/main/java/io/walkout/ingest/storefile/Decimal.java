package io.walkout.ingest.storefile;

import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Numbers as a store's files spell them. */
final class Decimal {
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");

  private Decimal() {}

  /** The number, or empty if the text is none or none that is finite. */
  static OptionalDouble parse(String text) {
    if (text.length() > 400 || !NUMBER.matcher(text).matches()) {
      return OptionalDouble.empty();
    }
    double value = Double.parseDouble(text);
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }

  /** The shortest spelling that {@link #parse} reads back to the same bits. Finite numbers only. */
  static String print(double value) {
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    return whole && Double.compare(value, -0.0) != 0
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  /** Several numbers with something between them. */
  static String join(String between, double... values) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < values.length; i++) {
      out.append(i == 0 ? "" : between).append(print(values[i]));
    }
    return out.toString();
  }
}
