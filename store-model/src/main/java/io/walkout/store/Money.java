package io.walkout.store;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An amount in the minor units of its currency (ISO 4217): 199 in USD is 1.99 dollars. Never
 * floating point.
 *
 * @param minor the amount in minor units; negative for a credit
 * @param currency the currency
 */
public record Money(long minor, Currency currency) {
  /**
   * Reads a decimal amount in major units ("1.99"). Throws {@link IllegalArgumentException} if it
   * has too many decimals.
   */
  public static Money ofMajor(BigDecimal major, Currency currency) {
    try {
      return new Money(
          major
              .movePointRight(currency.getDefaultFractionDigits())
              .setScale(0, RoundingMode.UNNECESSARY)
              .longValueExact(),
          currency);
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          major
              + " is no amount of "
              + currency
              + ", which has "
              + currency.getDefaultFractionDigits()
              + " decimals",
          e);
    }
  }

  /** Sum of two amounts of one currency. Throws {@link ArithmeticException} on overflow. */
  public Money plus(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException("can't add " + other.currency + " to " + currency);
    }
    return new Money(Math.addExact(minor, other.minor), currency);
  }

  /** This amount {@code quantity} times. Throws {@link ArithmeticException} on overflow. */
  public Money times(int quantity) {
    return new Money(Math.multiplyExact(minor, (long) quantity), currency);
  }

  /** The amount in major units, as "1.99". */
  public String major() {
    return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits()).toPlainString();
  }

  @Override
  public String toString() {
    return major() + " " + currency.getCurrencyCode();
  }
}
