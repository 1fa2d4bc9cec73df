package io.walkout.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Money is whole minor units of one currency. */
class MoneyTest {
  private static final Currency EUR = Currency.getInstance("EUR");

  @ParameterizedTest(name = "{0} {1} is {2} minor units")
  @CsvSource({
    "1.99, EUR, 199, 1.99",
    "-0.01, EUR, -1, -0.01",
    "5, EUR, 500, 5.00",
    "5.10, USD, 510, 5.10",
    "500, JPY, 500, 500",
    "1.234, KWD, 1234, 1.234",
    "1.9900, EUR, 199, 1.99",
  })
  void readsAndWritesMajorUnits(String major, String currency, long minor, String written) {
    Money money = Money.ofMajor(new BigDecimal(major), Currency.getInstance(currency));

    assertThat(money.minor()).isEqualTo(minor);
    assertThat(money.major()).isEqualTo(written);
    assertThat(money).hasToString(written + " " + currency);
  }

  @ParameterizedTest
  @CsvSource({"1.999, EUR", "0.5, JPY", "100000000000000000000, EUR"})
  void refusesWhatTheCurrencyCanNotHold(String major, String currency) {
    assertThatThrownBy(() -> Money.ofMajor(new BigDecimal(major), Currency.getInstance(currency)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(major + " is no amount of " + currency);
  }

  @Test
  void addsAndMultipliesWithoutRounding() {
    Money price = new Money(199, EUR);
    assertThat(price.times(3).plus(new Money(-97, EUR))).isEqualTo(new Money(500, EUR));
  }

  @Test
  void neverMixesCurrenciesOrOverflows() {
    Money price = new Money(Long.MAX_VALUE, EUR);
    Money yen = new Money(1, Currency.getInstance("JPY"));

    assertThatThrownBy(() -> price.plus(yen)).hasMessage("can't add JPY to EUR");
    assertThatThrownBy(() -> price.plus(new Money(1, EUR))).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> price.times(2)).isInstanceOf(ArithmeticException.class);
  }
}
