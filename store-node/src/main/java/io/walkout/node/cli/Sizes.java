package io.walkout.node.cli;

import io.walkout.node.report.UserError;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Options that hold several numbers. */
final class Sizes {
  private static final Pattern SIZE = Pattern.compile("(\\d{1,5})x(\\d{1,5})");

  private Sizes() {}

  /** Two whole numbers as in 7x5. */
  static int[] parse(String option, String text) {
    Matcher m = SIZE.matcher(text);
    if (!m.matches()) {
      throw new UserError(option + ": expected a size such as 7x5, found '" + text + "'");
    }
    return new int[] {Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2))};
  }

  /** As many numbers with commas between as {@code names} says, or fewer down to {@code least}. */
  static double[] numbers(String option, String text, String names, int least) {
    String[] parts = text.split(",", -1);
    int most = names.split(",", -1).length;
    try {
      double[] numbers = Arrays.stream(parts).mapToDouble(p -> number(p.strip())).toArray();
      if (numbers.length >= least && numbers.length <= most) {
        return numbers;
      }
    } catch (NumberFormatException e) {
      // Said below, with what was expected.
    }
    throw new UserError(option + ": expected " + names + ", found '" + text + "'");
  }

  private static double number(String text) {
    double value = Double.parseDouble(text);
    if (!Double.isFinite(value)) {
      throw new NumberFormatException(text);
    }
    return value;
  }
}
