package io.walkout.cart;

import static io.walkout.cart.Shop.change;
import static io.walkout.cart.ShopVisits.alone;
import static io.walkout.cart.ShopVisits.certainty;
import static io.walkout.cart.ShopVisits.shop;
import static io.walkout.cart.ShopVisits.visit;
import static org.assertj.core.api.Assertions.assertThat;

import io.walkout.store.PlateId;
import io.walkout.store.people.Joint;
import org.junit.jupiter.api.Test;

/** What a failing sensor loses may be lost to review, and is not charged. */
class WhatIsLostGoesToReviewTest {
  @Test
  void givenAKnownExitAndSomebodyWhoWasNotSeenToGo_thenNothingOfTheirsIsCharged() {
    Visit v = lost(shop().withExit());

    assertThat(v.holds(1)).isEqualTo("1 x cola");
    assertThat(certainty(v, 1)).isLessThan(shop().store().policy().reviewBelow().least());
  }

  @Test
  void givenNoExitIsKnown_thenToBeLostFromSightIsToLeave() {
    Visit v = lost(shop());

    assertThat(v.holds(1)).isEqualTo("1 x cola");
    assertThat(certainty(v, 1)).isGreaterThan(0.9);
  }

  @Test
  void givenAReachToADeadPlateAfterTheTake_thenItMayHaveBeenPutBackThere() {
    Visit v = reaching(20).loses(new PlateId(1, 1, 2), 5);
    v.feels(change(2, 10, 10.6, 5, -180.0, 6, -350)).run(40);

    assertThat(v.holds(1)).isEqualTo("1 x cola");
    assertThat(certainty(v, 1)).isBetween(0.6, 0.75);
    assertThat(v.cart(1).lines().getFirst().alternatives().getFirst().product()).isNull();
  }

  @Test
  void givenAReachToADeadPlateBeforeTheTake_thenTheLineIsAsSureAsEver() {
    Visit v = reaching(7).loses(new PlateId(1, 1, 2), 5);
    v.feels(change(2, 10, 10.6, 5, -180.0, 6, -350)).run(40);

    assertThat(certainty(v, 1)).isGreaterThan(0.9);
  }

  @Test
  void givenAReachToASoundPlate_thenTheLineIsAsSureAsEver() {
    Visit v = reaching(20);
    v.feels(change(2, 10, 10.6, 5, -180.0, 6, -350)).run(40);

    assertThat(certainty(v, 1)).isGreaterThan(0.9);
  }

  @Test
  void givenALoadPlainlyOffItsListedMass_thenItMayBeOtherGoods() {
    Visit heavy = alone().feels(change(2, 10, 10.6, 5, -230.0, 6, -420)).run(40);

    assertThat(heavy.holds(1)).isEqualTo("1 x cola");
    assertThat(certainty(heavy, 1)).isLessThan(0.7);
  }

  /** One who takes a bottle of cola and is then lost from sight. */
  private static Visit lost(Shop shop) {
    return new Visit(shop.store())
        .enters(1, 0)
        .stands(1, 0, 30, 0.6, -0.4)
        .isLost(1, 30, 1)
        .feels(change(2, 10, 10.6, 5, -180.0, 6, -350))
        .run(40);
  }

  /** One who stands there for half a minute, and whose hand is at plate 1/1/2 at a time. */
  private static Visit reaching(double seconds) {
    return visit()
        .enters(1, 0)
        .stands(1, 0, seconds - 0.05, 0.6, -0.4)
        .poses(1, seconds, seconds + 0.6, 0.2, -0.4, Joint.LEFT_WRIST, 0.15, 0.1, 0.35)
        .stands(1, seconds + 0.65, 30, 0.6, -0.4)
        .leaves(1, 30, 1);
  }
}
