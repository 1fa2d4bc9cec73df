package io.walkout.store;

/**
 * Global Trade Item Numbers: their lengths and check digit (GS1 General Specifications, section
 * 7.9). Walkout keeps every code as the catalogue spells it; this class only says what kind of code
 * it is, so that odd ones can be reported.
 */
public final class Gtin {
  private Gtin() {}

  /** What a catalogue's code turns out to be. */
  public enum Kind {
    /** A GTIN of 8, 12, 13 or 14 digits with the right check digit. */
    GTIN,
    /** Fewer digits than a GTIN, but the right check digit once leading zeros are restored. */
    LOST_LEADING_ZEROS,
    /** A zero-suppressed UPC-E code with the right check digit. */
    UPC_E,
    /** As long as a GTIN, with a wrong check digit. */
    WRONG_CHECK_DIGIT,
    /** Anything else: the store's own code. */
    IN_STORE
  }

  /** Says what {@code code} is. Never throws. */
  public static Kind kindOf(String code) {
    int n = code.length();
    if (n == 0 || !code.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Kind.IN_STORE;
    }
    boolean checks = hasRightCheckDigit(code);
    if (n == 8 && checks) {
      return Kind.GTIN;
    }
    if ((n == 8 || n == 6) && isUpcE(code)) {
      return Kind.UPC_E;
    }
    if (n == 8 || n == 12 || n == 13 || n == 14) {
      return checks ? Kind.GTIN : Kind.WRONG_CHECK_DIGIT;
    }
    return n >= 7 && n < 14 && checks ? Kind.LOST_LEADING_ZEROS : Kind.IN_STORE;
  }

  /**
   * Whether the last digit of {@code digits} is the modulo-10 check digit of those before it.
   * Digits only.
   */
  public static boolean hasRightCheckDigit(String digits) {
    int sum = 0;
    for (int i = digits.length() - 2, weight = 3; i >= 0; i--, weight = 4 - weight) {
      sum += weight * (digits.charAt(i) - '0');
    }
    return (10 - sum % 10) % 10 == digits.charAt(digits.length() - 1) - '0';
  }

  /**
   * Expands UPC-E (six digits have no check digit of their own and are never claimed) and verifies
   * it.
   */
  private static boolean isUpcE(String code) {
    if (code.length() != 8 || code.charAt(0) > '1') {
      return false;
    }
    String d = code.substring(1, 7);
    char last = d.charAt(5);
    String body =
        switch (last) {
          case '0', '1', '2' -> d.substring(0, 2) + last + "0000" + d.substring(2, 5);
          case '3' -> d.substring(0, 3) + "00000" + d.substring(3, 5);
          case '4' -> d.substring(0, 4) + "00000" + d.charAt(4);
          default -> d.substring(0, 5) + "0000" + last;
        };
    return hasRightCheckDigit(code.charAt(0) + body + code.charAt(7));
  }
}
