package io.walkout.cart;

import static io.walkout.cart.Shop.change;
import static io.walkout.cart.ShopVisits.alone;
import static io.walkout.cart.ShopVisits.certainty;
import static io.walkout.cart.ShopVisits.shop;
import static org.assertj.core.api.Assertions.assertThat;

import io.walkout.store.PersonId;
import io.walkout.store.Policy;
import io.walkout.store.ProductCode;
import io.walkout.store.cart.Assignment.Kind;
import io.walkout.store.cart.Cart;
import io.walkout.store.cart.CartEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was taken, and what became of it. */
class CartResolverTest {
  @Test
  void givenOneTakeOfABottleFivePercentHeavy_thenItIsInTheCartWithCertainty() {
    Visit v = alone().feels(change(2, 10, 10.6, 5, -180.0, 6, -350)).run(40);

    assertThat(v.holds(1)).isEqualTo("1 x cola");
    assertThat(certainty(v, 1)).isGreaterThan(0.9);
    assertThat(v.cart(1).targetId()).isEqualTo("t1");
    assertThat(v.cart(1).lines().getFirst().evidence()).hasSize(1);
  }

  @Test
  void givenABottleOnOnePlateBesideHeavierNeighbours_thenMassAndPlaceTellItApart() {
    Visit v = alone().feels(change(2, 10, 10.6, 6, -532)).run(40);

    assertThat(v.holds(1)).isEqualTo("1 x cola");
    assertThat(certainty(v, 1)).isGreaterThan(0.9);
  }

  @Test
  void givenFlavoursOfOneMass_thenThePlaceTellsThemApartThoughItsLoadLeaks() {
    Visit v = alone().feels(change(1, 10, 10.6, 3, -22, 4, -61, 5, -27)).run(40);

    assertThat(v.holds(1)).isEqualTo("1 x hot");
    assertThat(certainty(v, 1)).isGreaterThan(0.9);
  }

  @Test
  void givenALoadAstrideOfTwoFlavours_thenCertaintyIsLowAndTheOtherIsTheAlternative() {
    Visit v = alone().feels(change(1, 10, 10.6, 3, -56, 4, -56)).run(40);

    Cart.Line line = v.cart(1).lines().getFirst();
    assertThat(line.certainty()).isBetween(0.3, 0.7);
    assertThat(Arrays.asList(line.product(), line.alternatives().getFirst().product()))
        .containsExactlyInAnyOrder(new ProductCode("mild"), new ProductCode("hot"));
  }

  @Test
  void givenTwoUnitsAtOnce_thenTheLineHasTwo() {
    Visit v = alone().feels(change(2, 10, 10.8, 5, -510, 6, -495)).run(40);

    assertThat(v.holds(1)).isEqualTo("2 x cola");
    assertThat(certainty(v, 1)).isGreaterThan(0.85);
  }

  @Test
  void givenTwoProductsAtOnceFromOneShelf_thenBothAreInTheCart() {
    Visit v = alone().feels(change(2, 10, 10.8, 1, -300, 2, -410, 8, -580)).run(40);

    assertThat(v.holds(1)).isEqualTo("1 x still, 1 x juice");
    assertThat(v.assignments()).hasSize(2);
  }

  @Test
  void givenACatalogueMassWrongByAFactorOfTen_thenThePlaceDecidesAndAPersonLooks() {
    Shop shop =
        new Shop(4).with("a", 45, 1, 1, 4).with("b", 50.5, 1, 5, 8).with("c", 700, 1, 9, 12);
    Visit v =
        new Visit(shop.store())
            .enters(1, 0)
            .stands(1, 0, 30, 0.6, -0.4)
            .leaves(1, 30, 1)
            .feels(change(1, 10, 10.6, 6, -510))
            .run(40);

    assertThat(v.holds(1)).isEqualTo("1 x b"); // or other goods stand there: see Misfit
    assertThat(certainty(v, 1)).isBetween(0.4, 0.6);
  }

  @Test
  void givenAMissingMass_thenThePlaceDecides() {
    Visit v = alone().feels(change(3, 10, 10.6, 6, -70, 7, -15)).run(40);

    assertThat(v.holds(1)).isEqualTo("1 x mints");
    assertThat(certainty(v, 1)).isGreaterThan(0.75);
  }

  @Test
  void givenAMassUnknownAtFirst_whenLaterTakesTeachIt_thenEarlierCountsAreReadAgain() {
    Visit v =
        alone()
            .feels(change(3, 5, 5.6, 6, -140, 7, -30))
            .feels(change(3, 10, 10.6, 6, -70, 7, -15))
            .feels(change(3, 15, 15.6, 6, -86))
            .feels(change(3, 20, 20.6, 5, -84))
            .run(40);

    assertThat(v.holds(1)).isEqualTo("5 x mints");
  }

  @Test
  void givenAPutBackAtItsPlace_thenTheLineIsGone() {
    Visit v =
        alone()
            .feels(change(2, 10, 10.6, 5, -180, 6, -350))
            .feels(change(2, 20, 20.6, 5, 330, 6, 195))
            .run(40);

    assertThat(v.cart(1).lines()).isEmpty();
    assertThat(v.assignments().get(1).best().kind()).isEqualTo(Kind.PUT_BACK);
  }

  @Test
  void givenTwoTakenOneByOneAndOnePutBack_thenOneIsLeft() {
    Visit v =
        alone()
            .feels(change(2, 5, 5.6, 5, -180, 6, -350))
            .feels(change(2, 10, 10.6, 5, -500, 6, -20))
            .feels(change(2, 20, 20.6, 5, 330, 6, 195))
            .run(40);

    assertThat(v.holds(1)).isEqualTo("1 x cola");
    assertThat(v.cart(1).lines().getFirst().evidence())
        .as("which of the two went back can't be known: all three acts are shown")
        .hasSize(3);
  }

  @Test
  void givenALeanThatLeavesAFewGrams_thenNothingWasTaken() {
    Visit v = alone().feels(change(1, 10, 10.6, 4, -4.5, 5, -3)).run(40);

    assertThat(v.only().best().kind()).isEqualTo(Kind.NOTHING);
    assertThat(v.cart(1).lines()).isEmpty();
  }

  @Test
  void givenFillingUpByOneWhoHoldsNothing_thenNoCartChanges() {
    Visit v = alone().feels(change(2, 10, 10.6, 5, 500)).run(40);

    assertThat(v.only().best().kind()).isEqualTo(Kind.PUT_BACK);
    assertThat(v.only().best().product()).isEqualTo(new ProductCode("cola"));
    assertThat(v.cart(1).lines()).isEmpty();
  }

  @Test
  void givenABagLeftOnAShelfAndTakenAway_thenNothingWasTaken() {
    Visit v =
        alone()
            .feels(change(3, 10, 10.6, 2, 900, 3, 1100, 4, 300))
            .feels(change(2, 15, 15.6, 6, -505))
            .feels(change(3, 20, 20.6, 2, -910, 3, -1085, 4, -308))
            .run(40);

    assertThat(v.holds(1)).isEqualTo("1 x cola");
    assertThat(v.assignments())
        .extracting(a -> a.best().kind())
        .containsExactly(Kind.NOTHING, Kind.TAKE, Kind.NOTHING);
  }

  @Test
  void givenAChangeOnAShelfTheLayoutLacks_thenItIsExplainedWithoutAPerson() {
    Visit v = alone().feels(change(9, 10, 10.6, 6, -505)).run(40);

    assertThat(v.only().best().person()).isNull();
    assertThat(v.cart(1).lines()).isEmpty();
  }

  @Test
  void givenTheSameInputTwice_thenTheEventsAreEqual() {
    assertThat(busy().events).isEqualTo(busy().events);
  }

  private static Visit busy() {
    return alone()
        .enters(2, 3)
        .stands(2, 3, 28, 0.9, -0.5)
        .leaves(2, 28, 2.4)
        .feels(change(2, 10, 10.6, 6, -505))
        .feels(change(2, 10.1, 10.7, 8, -590))
        .feels(change(1, 12, 12.5, 3, -56, 4, -56))
        .feels(change(1, 18, 18.5, 3, 56, 4, 55))
        .run(40);
  }

  @Test
  void givenATakeInAVisit_whenItIsStillGoingOn_thenTheAssignmentIsAnnouncedAndNoCartYet() {
    Visit v = alone().feels(change(2, 10, 10.6, 6, -505)).runTo(20);

    assertThat(v.events).hasSize(1);
    assertThat(v.only().best().person()).isEqualTo(new PersonId(1));
  }

  @Test
  void givenAnEchoOnThePlateBeside_thenItIsNoTakeOfItsOwn() {
    Visit v =
        alone()
            .feels(change(2, 10, 10.6, 6, -500))
            .feels(change(2, 10.05, 10.7, 7, -21))
            .feels(change(2, 9.95, 10.5, 5, -18))
            .run(40);

    assertThat(v.holds(1)).isEqualTo("1 x cola");
    assertThat(v.assignments()).hasSize(1);
    assertThat(v.only().change().deltaGrams()).isEqualTo(-539);
  }

  @Test
  void givenMoreChangesWaitingThanAllowed_thenTheEarliestIsDecidedAndNoneIsLost() {
    ResolverSettings few =
        new ResolverSettings(300_000_000L, 30_000_000_000L, 0, 0, 0, 2, 8, 8, 64, true);
    CartResolver resolver = new CartResolver(shop().store(), few);
    for (int i = 0; i < 5; i++) {
      resolver.change(change(2, 10 + i, 10.4 + i, 6, -505));
    }
    List<CartEvent> events = new ArrayList<>();
    resolver.advance(Shop.at(0), Shop.at(0), events::add);

    assertThat(events).hasSize(3);
    resolver.end(events::add);
    assertThat(events).hasSize(5);
    assertThat(resolver.unitsNowhere()).isEqualTo(5);
  }

  @Test
  void givenAChangeThatEndedAfterOneNotYetSettled_thenItWaitsItsTurn() {
    CartResolver resolver = new CartResolver(shop().store(), ResolverSettings.of(Policy.DEFAULT));
    List<CartEvent> events = new ArrayList<>();
    resolver.change(change(2, 10, 10.6, 6, -505));

    resolver.advance(Shop.at(12), Shop.at(10.2), events::add);
    assertThat(events).isEmpty();
    resolver.advance(Shop.at(12), Shop.at(10.7), events::add);
    assertThat(events).hasSize(1);
  }

  @Test
  void givenACatalogueThatListsHalfOfEverything_whenSeveralThingsAreTaken_thenEachCountsOnce() {
    Shop shop =
        new Shop(4)
            .with("a", 250, 1, 1, 4)
            .with("b", 60, 1, 5, 8)
            .with("c", 380, 2, 1, 4)
            .with("d", 110, 2, 5, 8)
            .with("e", 25, 3, 1, 4);
    Visit v =
        new Visit(shop.store())
            .enters(1, 0)
            .stands(1, 0, 40, 0.5, -0.4)
            .leaves(1, 40, 1)
            .feels(change(1, 5, 5.6, 2, -300, 3, -205))
            .feels(change(1, 10, 10.6, 6, -100, 7, -18))
            .feels(change(2, 15, 15.6, 2, -400, 3, -370))
            .feels(change(2, 20, 20.6, 6, -120, 7, -104))
            .feels(change(3, 25, 25.6, 2, -30, 3, -21))
            .run(50);

    assertThat(v.holds(1)).isEqualTo("1 x a, 1 x b, 1 x c, 1 x d, 1 x e");
  }
}
