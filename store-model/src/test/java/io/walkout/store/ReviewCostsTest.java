package io.walkout.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.walkout.store.ReviewCosts.Cost;
import org.junit.jupiter.api.Test;

/** Where charging costs as much as not charging. */
class ReviewCostsTest {
  @Test
  void givenTheStandard_thenLinesAreChargedFrom08AtAnyPrice() {
    assertThat(ReviewCosts.DEFAULT.threshold(1)).isEqualTo(0.8);
    assertThat(ReviewCosts.DEFAULT.threshold(1_000_000)).isEqualTo(0.8);
    assertThat(Policy.DEFAULT.reviewBelow().of(250)).isEqualTo(0.8);
  }

  @Test
  void givenAThreshold_thenChargingThereCostsAsMuchAsTheCheaperOfReviewAndLettingGo() {
    Cost overcharge = new Cost(3, 200);
    Cost missed = Cost.ofPrice(0.7);
    for (long review : new long[] {10, 40, 120}) {
      ReviewCosts costs = new ReviewCosts(overcharge, missed, new Cost(0, review));
      for (long amount : new long[] {50, 200, 2_000}) {
        double p = costs.threshold(amount);
        double charge = (1 - p) * (3 * amount + 200);
        assertThat(charge).isCloseTo(Math.min((double) review, p * 0.7 * amount), within(1e-9));
      }
    }
  }

  @Test
  void givenAReviewAtAFixedCost_thenDearGoodsNeedMoreCertaintyThanCheapOnes() {
    ReviewCosts costs = new ReviewCosts(Cost.ofPrice(4), Cost.ofPrice(1), new Cost(0, 60));

    assertThat(costs.threshold(75)).isEqualTo(0.8);
    assertThat(costs.threshold(300)).isCloseTo(0.95, within(1e-12));
  }

  @Test
  void givenAnOverchargeThatCostsLittle_thenAGuessIsStillNotCharged() {
    ReviewCosts costs = new ReviewCosts(Cost.ofPrice(0.1), Cost.ofPrice(5), Cost.ofPrice(5));

    assertThat(costs.threshold(100)).isEqualTo(ReviewCosts.LEAST);
  }

  @Test
  void givenAReviewForNothing_thenAllThatIsNotCertainIsLookedAt() {
    ReviewCosts costs = new ReviewCosts(Cost.ofPrice(4), Cost.ofPrice(1), Cost.ofPrice(0));

    assertThat(costs.threshold(100)).isEqualTo(1);
  }

  @Test
  void givenALineThatComesToNothing_thenItHasAThreshold() {
    assertThat(ReviewCosts.DEFAULT.threshold(0)).isEqualTo(0.8);
  }

  @Test
  void givenCostsThatCantBe_thenTheyAreRefused() {
    assertThatThrownBy(() -> Cost.ofPrice(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Cost.ofPrice(1e308)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Cost(Double.NaN, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ReviewCosts(Cost.ofPrice(0), Cost.ofPrice(1), Cost.ofPrice(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("overcharge");
  }
}
