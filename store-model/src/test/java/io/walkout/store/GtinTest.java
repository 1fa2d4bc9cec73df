package io.walkout.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A code's kind is told from its length and its check digit. */
class GtinTest {
  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "4006381333931, GTIN", // GTIN-13
    "036000291452, GTIN", // GTIN-12
    "96385074, GTIN", // GTIN-8
    "10614141000415, GTIN", // GTIN-14
    "36000291452, LOST_LEADING_ZEROS",
    "4006381333932, WRONG_CHECK_DIGIT",
    "036000291453, WRONG_CHECK_DIGIT",
    "04252614, UPC_E", // stands for 042100005264
    "04252615, WRONG_CHECK_DIGIT",
    "123456, IN_STORE", // six digits carry no check digit
    "INT-0001, IN_STORE",
    "400638133393X, IN_STORE",
    "400638133393100, IN_STORE", // too long
    "'', IN_STORE",
    "7, IN_STORE",
    "\u0664\u0660\u0660\u0666\u0663\u0668\u0661\u0663\u0663\u0663\u0669\u0663\u0661, IN_STORE",
  })
  void tellsTheKind(String code, Gtin.Kind kind) {
    assertThat(Gtin.kindOf(code)).isEqualTo(kind);
  }

  @Test
  void anyOneWrongDigitIsNoticed() {
    Random random = new Random(11);
    for (int round = 0; round < 500; round++) {
      String good = withCheckDigit(random);
      int at = random.nextInt(13);
      char wrong = (char) ('0' + (good.charAt(at) - '0' + 1 + random.nextInt(9)) % 10);
      String bad = good.substring(0, at) + wrong + good.substring(at + 1);

      assertThat(Gtin.kindOf(good)).as("seed 11: %s", good).isEqualTo(Gtin.Kind.GTIN);
      assertThat(Gtin.kindOf(bad)).as("seed 11: %s", bad).isEqualTo(Gtin.Kind.WRONG_CHECK_DIGIT);
    }
  }

  @Test
  void leadingZerosDoNotChangeTheCheckDigit() {
    Random random = new Random(12);
    for (int round = 0; round < 200; round++) {
      String good = withCheckDigit(random);
      assertThat(Gtin.hasRightCheckDigit("0" + good)).as("seed 12: %s", good).isTrue();
    }
  }

  private static String withCheckDigit(Random random) {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      body.append(random.nextInt(10));
    }
    for (int check = 0; check < 10; check++) {
      if (Gtin.hasRightCheckDigit(body + Integer.toString(check))) {
        return body + Integer.toString(check);
      }
    }
    throw new AssertionError("no check digit fits " + body);
  }
}
