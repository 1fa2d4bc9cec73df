package io.walkout.cart.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.walkout.store.Catalogue;
import io.walkout.store.Product;
import io.walkout.store.ProductCode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MassEvidenceTest {
  private static Product product(String code, double grams) {
    return new Product(new ProductCode(code), code, grams, null);
  }

  private static final Product COLA = product("cola", 500);
  private static final Product MYSTERY = product("mystery", Double.NaN);

  private final MassEvidence mass = new MassEvidence(new Catalogue(List.of(COLA, MYSTERY)));

  @Test
  void givenAUnitFivePercentOff_thenItFitsAlmostAsWellAsOneOnTheMark() {
    double on = mass.density(COLA, 1, 500, 1);

    assertThat(mass.density(COLA, 1, 525, 1)).isBetween(0.3 * on, on);
    assertThat(mass.density(COLA, 1, 700, 1)).isLessThan(0.02 * on);
    assertThat(mass.density(COLA, 2, 1010, 1)).isGreaterThan(50 * mass.density(COLA, 1, 1010, 1));
  }

  @Test
  void givenTheDensityOverAllLoads_thenItSumsToOne() {
    double sum = 0;
    for (double grams = 0.5; grams < 30_000; grams *= 1.002) {
      sum += mass.density(COLA, 2, grams, 0.01 * grams) * grams * 0.002;
    }

    assertThat(sum).isBetween(0.98, 1.02);
  }

  @Test
  void givenConfidentTakes_thenTheMassIsLearnedAndCountsFollowIt() {
    double before = mass.countPosterior(MYSTERY, 240, 1)[2];
    mass.learn(MYSTERY.code(), 240, 1, 0.95);
    mass.learn(MYSTERY.code(), 121, 1, 0.95);
    mass.learn(MYSTERY.code(), 119, 1, 0.95);

    assertThat(before).isLessThan(0.3);
    assertThat(mass.expectedGrams(MYSTERY)).isBetween(117.0, 123.0);
    assertThat(mass.countPosterior(MYSTERY, 240, 1)[2]).isGreaterThan(0.9);
  }

  @Test
  void givenAnUnsureTake_thenNothingIsLearned() {
    mass.learn(COLA.code(), 900, 1, 0.5);

    assertThat(mass.expectedGrams(COLA)).isEqualTo(500);
  }

  @Test
  void givenACatalogueThatIsWrongByOneFactorEverywhere_thenTheNextProductIsReadWithIt() {
    List<Product> all = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      all.add(product("p" + i, 300 + 170 * i));
    }
    MassEvidence store = new MassEvidence(new Catalogue(all));
    double before = store.density(all.get(5), 1, 0.3 * 1150, 1);
    for (int i = 0; i < 5; i++) {
      store.learn(all.get(i).code(), 0.3 * (300 + 170 * i), 1, 1);
    }

    assertThat(store.density(all.get(5), 1, 0.3 * 1150, 1)).isGreaterThan(5 * before);
  }

  @Test
  void givenAThingWeighedBefore_thenItFitsWithinTwoPercent() {
    double same = MassEvidence.densityOfWeighed(562, 2, 1, 565, 2);

    assertThat(MassEvidence.densityOfWeighed(562, 2, 1, 620, 2)).isLessThan(0.1 * same);
    assertThat(MassEvidence.densityOfWeighed(562, 2, 2, 1120, 2)).isGreaterThan(0.3 * same);
  }
}
