package io.walkout.sim.fault;

import java.math.BigDecimal;
import java.util.List;

/**
 * One parameter of a fault.
 *
 * @param name as it is written
 * @param kind what its value is
 * @param low least value of a number
 * @param high greatest value of a number
 * @param unit unit of a number, or empty
 * @param words the values of a {@link Kind#WORD}
 * @param standard what holds where it is not given, in words
 * @param meaning one line for people
 */
public record Parameter(
    String name,
    Kind kind,
    double low,
    double high,
    String unit,
    List<String> words,
    String standard,
    String meaning) {
  /** What a parameter's value is. */
  public enum Kind {
    /** A number with a unit. */
    NUMBER,
    /** A whole number. */
    WHOLE,
    /** A share: 0 to 1, or 0% to 100%. */
    SHARE,
    /** One of some words. */
    WORD,
    /** The name of something in the shop; checked once the shop is known. */
    NAME
  }

  /** Copies the list. */
  public Parameter {
    words = List.copyOf(words);
  }

  static Parameter number(
      String name, double low, double high, String unit, String standard, String meaning) {
    return new Parameter(name, Kind.NUMBER, low, high, unit, List.of(), standard, meaning);
  }

  static Parameter whole(String name, int low, int high, String standard, String meaning) {
    return new Parameter(name, Kind.WHOLE, low, high, "", List.of(), standard, meaning);
  }

  static Parameter share(String name, String standard, String meaning) {
    return new Parameter(name, Kind.SHARE, 0, 1, "", List.of(), standard, meaning);
  }

  static Parameter word(String name, List<String> words, String standard, String meaning) {
    return new Parameter(name, Kind.WORD, 0, 0, "", words, standard, meaning);
  }

  static Parameter name(String name, String standard, String meaning) {
    return new Parameter(name, Kind.NAME, 0, 0, "", List.of(), standard, meaning);
  }

  /** What it takes, in words: "-1000 to 1000 g/min". */
  public String range() {
    return switch (kind) {
      case NUMBER -> text(low) + " to " + text(high) + (unit.isEmpty() ? "" : " " + unit);
      case WHOLE -> "a whole number from " + text(low) + " to " + text(high);
      case SHARE -> "a share from 0 to 1, or from 0% to 100%";
      case WORD -> String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.getLast();
      case NAME -> "a name";
    };
  }

  /** Whether a value can be meant for this parameter. */
  boolean takes(String value) {
    return switch (kind) {
      case NAME -> !value.isBlank();
      case WORD -> words.contains(value);
      case NUMBER, SHARE, WHOLE -> {
        double number = number(value);
        yield number >= low
            && number <= high
            && (kind != Kind.WHOLE || number == Math.rint(number));
      }
    };
  }

  /** The number that a value says, NaN if it says none. */
  double number(String value) {
    boolean percent = kind == Kind.SHARE && value.endsWith("%");
    try {
      double number =
          new BigDecimal((percent ? value.substring(0, value.length() - 1) : value).strip())
              .doubleValue();
      return percent ? number / 100 : number;
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /** A number as people write it: 40 and not 40.0. */
  static String text(double number) {
    BigDecimal exact = BigDecimal.valueOf(number).stripTrailingZeros();
    return exact.signum() == 0 ? "0" : exact.toPlainString();
  }
}
