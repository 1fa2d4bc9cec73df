package io.walkout.billing;

import static io.walkout.billing.TestStore.EUR;
import static io.walkout.billing.TestStore.NUTS;
import static io.walkout.billing.TestStore.UNPRICED;
import static io.walkout.billing.TestStore.at;
import static io.walkout.billing.TestStore.eur;
import static io.walkout.billing.TestStore.price;
import static io.walkout.billing.TestStore.store;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a product cost when, in event time. */
class PriceHistoryTest {
  private final PriceHistory history = new PriceHistory(store().catalogue(), EUR);

  private long lowest(double from, double to) {
    return Objects.requireNonNull(history.lowest(NUTS, at(from), at(to)).price()).minor();
  }

  @Test
  void givenNoChange_whenAsked_thenTheCatalogueHolds() {
    assertThat(lowest(0, 0)).isEqualTo(199);
  }

  @Test
  void givenAChange_whenAskedAtItsMoment_thenItHoldsAlready() {
    history.add(price(NUTS, 10, 300));
    assertThat(lowest(9.9, 9.9)).isEqualTo(199);
    assertThat(lowest(10, 10)).isEqualTo(300);
    assertThat(lowest(9.9, 10)).as("within a span the lowest").isEqualTo(199);
  }

  @Test
  void givenTwoChangesAtOneMoment_whenAsked_thenTheLowerHolds() {
    history.add(price(NUTS, 10, 300));
    history.add(price(NUTS, 10, 250));
    history.add(price(NUTS, 10, 280));
    assertThat(lowest(11, 11)).isEqualTo(250);
  }

  @Test
  void givenAProductWithoutPrice_whenItGetsOne_thenItHasItFromThenOn() {
    history.add(price(UNPRICED, 10, 50));
    assertThat(history.lowest(UNPRICED, at(9), at(9)).price()).isNull();
    assertThat(history.lowest(UNPRICED, at(11), at(11)).price()).isEqualTo(eur(50));
  }

  @Test
  void givenChangesInAnyOrder_whenAsked_thenTheAnswerIsTheSame() {
    long seed = 7;
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    List<Long> prices = new ArrayList<>();
    for (long i = 0; i < 50; i++) {
      prices.add(100 + i);
    }
    List<Long> shuffled = new ArrayList<>(prices);
    Collections.shuffle(shuffled, random);
    // The price is 100 + t from second t on, whatever the order it was told in.
    shuffled.forEach(p -> history.add(price(NUTS, (double) p - 100, p)));
    for (int t = 0; t < 50; t++) {
      assertThat(lowest(t + 0.5, t + 0.5)).isEqualTo(100 + t);
    }
  }

  @Test
  void givenMoreChangesThanAreKept_whenAskedForTheForgotten_thenItIsNeverAboveWhatItWas() {
    int changes = PriceHistory.CHANGES_KEPT + 10;
    for (int i = 1; i <= changes; i++) {
      history.add(price(NUTS, i, 200 + i % 5));
    }
    assertThat(lowest(3, 3)).isLessThanOrEqualTo(200 + 3);
    assertThat(lowest(changes, changes)).isEqualTo(200 + changes % 5);
  }
}
