package io.walkout.cart;

import static io.walkout.cart.Shop.change;
import static io.walkout.cart.ShopVisits.alone;
import static io.walkout.cart.ShopVisits.certainty;
import static io.walkout.cart.ShopVisits.shop;
import static io.walkout.cart.ShopVisits.visit;
import static org.assertj.core.api.Assertions.assertThat;

import io.walkout.store.PersonId;
import io.walkout.store.Policy;
import io.walkout.store.cart.Cart;
import io.walkout.store.people.Joint;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What happens beyond each bound: it is counted, and no guess is charged for it. */
class CartResolverBoundsTest {
  private static final double THRESHOLD = Policy.DEFAULT.reviewBelow().least();

  @Test
  void givenATakeKnownOnlyAfterItsPersonsCartClosed_thenNoBystanderInheritsIt() {
    Visit v =
        visit()
            .enters(1, 0)
            .poses(1, 0, 10.9, 0.55, -0.4, Joint.RIGHT_WRIST, 0.56, -0.05, 0.6)
            .leaves(1, 10.9, 0.1)
            .enters(2, 0)
            .stands(2, 0, 30, 1.0, -0.6)
            .leaves(2, 30, 1)
            .feelsLate(change(2, 10, 10.6, 6, -505), 5)
            .run(40);

    assertThat(v.only().best().person()).isEqualTo(new PersonId(1));
    assertThat(v.cart(1).lines()).isEmpty();
    assertThat(v.cart(2).lines()).isEmpty();
    assertThat(v.resolver.counts())
        .containsEntry("unitsTakenByClosedCarts", 1L)
        .containsEntry("unitsNowhere", 1L);
  }

  @Test
  void givenATakeAsLikelyByOneWhoseCartClosed_thenTheOthersLineIsNotCharged() {
    Visit v =
        visit()
            .enters(1, 0)
            .stands(1, 0, 10.9, 0.3, -0.4)
            .leaves(1, 10.9, 0.1)
            .enters(2, 0)
            .stands(2, 0, 30, 0.8, -0.4)
            .leaves(2, 30, 1)
            .feelsLate(change(2, 10, 10.6, 6, -505), 5)
            .run(40);

    assertThat(v.cart(2).lines()).allMatch(line -> line.certainty() < THRESHOLD);
  }

  @Test
  void givenATakeAfterSomebodyWentOut_thenTheyRaiseNoDoubtAboutWhoIsStillThere() {
    Visit v =
        visit()
            .enters(1, 0)
            .stands(1, 0, 9, 0.3, -0.4)
            .leaves(1, 9, 0.1)
            .enters(2, 0)
            .stands(2, 0, 30, 0.8, -0.4)
            .leaves(2, 30, 1)
            .feels(change(2, 10, 10.6, 6, -505))
            .run(40);

    assertThat(v.holds(2)).isEqualTo("1 x cola");
    assertThat(certainty(v, 2)).isGreaterThan(0.9);
  }

  @Test
  void givenMoreOpenCartsThanAllowed_whenSomebodyHasLeft_thenTheirCartClosesAndNoOther() {
    Visit v =
        new Visit(shop().store(), cartsAtMost(2))
            .enters(1, 0)
            .stands(1, 0, 30, 0.5, -0.4)
            .leaves(1, 30, 1)
            .enters(2, 1)
            .stands(2, 1, 15, 0.6, -2.5)
            .leaves(2, 15, 0)
            .enters(3, 15.2)
            .stands(3, 15.2, 32, 0.6, -3)
            .leaves(3, 32, 1)
            .feels(change(2, 10, 10.6, 6, -505))
            .run(40);

    assertThat(v.cart(2).exitedNanos()).isEqualTo(Shop.at(15));
    assertThat(v.holds(1)).isEqualTo("1 x cola");
    assertThat(certainty(v, 1)).isGreaterThan(0.9);
    assertThat(v.cart(1).exitedNanos()).isEqualTo(Shop.at(30));
    assertThat(v.resolver.counts()).containsEntry("cartsEvicted", 1L);
  }

  @Test
  void givenMoreOpenCartsThanAllowed_whenAllAreInside_thenTheFirstGoesToReviewAtLastSight() {
    Visit v =
        new Visit(shop().store(), cartsAtMost(1))
            .enters(1, 0)
            .stands(1, 0, 30, 0.5, -0.4)
            .leaves(1, 30, 1)
            .enters(2, 15)
            .stands(2, 15, 32, 3, -3)
            .leaves(2, 32, 1)
            .feels(change(2, 10, 10.6, 6, -505))
            .feels(change(2, 20, 20.6, 8, -590))
            .run(40);

    assertThat(v.cart(1).exitedNanos()).isEqualTo(Shop.at(15));
    assertThat(v.holds(1)).isEqualTo("1 x cola");
    assertThat(certainty(v, 1)).isLessThan(THRESHOLD);
    assertThat(v.cart(2).lines()).as("who stands far off inherits nothing").isEmpty();
    assertThat(v.resolver.counts())
        .containsEntry("cartsEvicted", 1L)
        .containsEntry("cartsInterrupted", 1L)
        .containsEntry("unitsTakenByClosedCarts", 1L);
  }

  @Test
  void givenOneWhoLeftAMomentAgo_whenTheirCartIsEvictedBeforeTheShelvesSettle_thenItIsReviewed() {
    Visit v =
        new Visit(shop().store(), cartsAtMost(1))
            .enters(1, 0)
            .stands(1, 0, 15, 0.5, -0.4)
            .leaves(1, 15, 0)
            .enters(2, 15.5)
            .feels(change(2, 10, 10.6, 6, -505))
            .run(40);

    assertThat(v.cart(1).exitedNanos()).isEqualTo(Shop.at(15));
    assertThat(certainty(v, 1)).isLessThan(THRESHOLD);
  }

  @Test
  void givenMoreTakesThanACartHolds_thenFurtherUnitsAreCountedAndInNoCart() {
    Visit v =
        standing(holdingsAtMost(2))
            .feels(change(2, 5, 5.6, 6, -505))
            .feels(change(2, 10, 10.6, 8, -590))
            .feels(change(3, 15, 15.6, 10, -140))
            .run(40);

    assertThat(v.holds(1)).isEqualTo("1 x cola, 1 x juice");
    assertThat(v.resolver.counts())
        .containsEntry("unitsBeyondMaxHoldings", 1L)
        .containsEntry("unitsNowhere", 1L)
        .containsEntry("unitsCarriedOut", 2L);
  }

  @Test
  void givenMoreTakesAndPutBacksOfAProductThanAreKept_thenItsOwnTakeAndTheLatestAreTheEvidence() {
    Visit v = takenAndPutBackOften();
    Cart.Line line = v.cart(1).lines().getFirst();

    assertThat(line.quantity()).isEqualTo(1);
    assertThat(line.evidence()).hasSize(8);
    assertThat(line.evidence().getFirst().assignment().change().endNanos()).isEqualTo(Shop.at(2.6));
    assertThat(line.evidence().getLast().assignment().change().endNanos()).isEqualTo(Shop.at(22.6));
  }

  private static Visit takenAndPutBackOften() {
    Visit v = alone().feels(change(2, 2, 2.6, 6, -505));
    for (int i = 0; i < 5; i++) {
      v.feels(change(2, 4 + 4 * i, 4.6 + 4 * i, 6, -505));
      v.feels(change(2, 6 + 4 * i, 6.6 + 4 * i, 6, 505));
    }
    return v.run(40);
  }

  @Test
  void givenACountReadAgainAtClosing_thenWhatIsCarriedOutIsWhatTheReceiptSays() {
    Visit v =
        alone()
            .feels(change(3, 5, 5.6, 6, -140, 7, -30))
            .feels(change(3, 10, 10.6, 6, -70, 7, -15))
            .feels(change(3, 15, 15.6, 6, -86))
            .feels(change(3, 20, 20.6, 5, -84))
            .run(40);

    assertThat(v.resolver.counts())
        .containsEntry("unitsTaken", 4L)
        .containsEntry("unitsCarriedOut", 5L);
    assertThat(v.holds(1)).isEqualTo("5 x mints");
  }

  @Test
  void givenAVisit_whenCounted_thenEveryCountIsThereInAFixedOrder() {
    assertThat(List.copyOf(alone().run(40).resolver.counts().keySet()))
        .containsExactly(
            "unitsTaken",
            "unitsPutBack",
            "unitsCarriedOut",
            "unitsCarriedOutByStaff",
            "unitsNowhere",
            "unitsTakenUnseen",
            "unitsTakenByClosedCarts",
            "unitsBeyondMaxHoldings",
            "worldsDropped",
            "worldsDroppedMostPerMillion",
            "straysForgotten",
            "cartsEvicted",
            "cartsInterrupted",
            "cartsUnsettled",
            "changesDecidedEarly",
            "changesOutOfTurn",
            "momentsOutOfOrder",
            "momentsThinned",
            "momentsEvictedWithinSpan");
  }

  private static Visit standing(ResolverSettings settings) {
    return new Visit(shop().store(), settings)
        .enters(1, 0)
        .stands(1, 0, 30, 0.5, -0.4)
        .leaves(1, 30, 1);
  }

  private static ResolverSettings cartsAtMost(int carts) {
    return bounded(512, carts);
  }

  private static ResolverSettings holdingsAtMost(int holdings) {
    return bounded(holdings, 512);
  }

  private static ResolverSettings bounded(int holdings, int carts) {
    ResolverSettings s = ResolverSettings.of(Policy.DEFAULT);
    return new ResolverSettings(
        s.reachMarginNanos(),
        s.historyNanos(),
        s.settleNanos(),
        s.exitMarginNanos(),
        s.exitPatienceNanos(),
        s.maxPending(),
        holdings,
        carts,
        s.maxWorlds(),
        s.receiverOwes());
  }
}
