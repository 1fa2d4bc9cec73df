package io.walkout.cart;

import static io.walkout.cart.Shop.change;
import static io.walkout.cart.ShopVisits.alone;
import static io.walkout.cart.ShopVisits.certainty;
import static io.walkout.cart.ShopVisits.visit;
import static org.assertj.core.api.Assertions.assertThat;

import io.walkout.store.cart.Assignment;
import io.walkout.store.people.Joint;
import org.junit.jupiter.api.Test;

/** Who took it. */
class CartResolverPeopleTest {
  @Test
  void givenAPutBackAtAWrongPlace_whenAnotherTakesItFromThere_thenItIsTheirs() {
    Visit v =
        visit()
            .enters(1, 0)
            .stands(1, 0, 30, 0.5, -0.4)
            .leaves(1, 30, 1)
            .enters(2, 35)
            .stands(2, 35, 50, 0.5, -0.4)
            .leaves(2, 50, 1)
            .feels(change(2, 10, 10.6, 5, -180, 6, -350))
            .feels(change(3, 20, 20.6, 3, 530))
            .feels(change(3, 40, 40.6, 3, -526))
            .run(60);

    assertThat(v.cart(1).lines()).isEmpty();
    assertThat(v.holds(2)).isEqualTo("1 x cola");
    assertThat(certainty(v, 2)).isGreaterThan(0.9);
  }

  @Test
  void givenAUnitMovedAlongTheShelf_whenAnotherTakesItFromThere_thenItIsTheirs() {
    Visit v =
        visit()
            .enters(1, 0)
            .stands(1, 0, 15, 0.5, -0.4)
            .leaves(1, 15, 1)
            .enters(2, 20)
            .stands(2, 20, 40, 0.5, -0.4)
            .leaves(2, 40, 1)
            .feels(change(1, 10, 12, 2, -113, 8, 113))
            .feels(change(1, 30, 30.6, 8, -113))
            .run(60);

    assertThat(v.cart(1).lines()).isEmpty();
    assertThat(v.holds(2)).isEqualTo("1 x mild");
  }

  @Test
  void givenTwoPeopleAndOneTwoMetresOff_thenTheNearOneTookIt() {
    Visit v =
        alone()
            .enters(2, 0)
            .stands(2, 0, 30, 0.5, -2.0)
            .leaves(2, 30, 1)
            .feels(change(2, 10, 10.6, 6, -505))
            .run(40);

    assertThat(v.holds(1)).isEqualTo("1 x cola");
    assertThat(v.cart(2).lines()).isEmpty();
    assertThat(certainty(v, 1)).isGreaterThan(0.9);
  }

  @Test
  void givenTwoPeopleSideBySide_thenTheWristAtThePlaceDecides() {
    Visit v =
        visit()
            .poses(
                1,
                0,
                30,
                0.3,
                -0.4,
                Joint.LEFT_WRIST,
                0.1,
                -0.4,
                1.0,
                Joint.RIGHT_WRIST,
                0.2,
                -0.4,
                1.0)
            .poses(
                2,
                0,
                30,
                0.8,
                -0.4,
                Joint.LEFT_WRIST,
                0.56,
                -0.05,
                0.6,
                Joint.RIGHT_WRIST,
                0.9,
                -0.4,
                1.0)
            .enters(1, 0)
            .enters(2, 0)
            .leaves(1, 30, 1)
            .leaves(2, 30, 1)
            .feels(change(2, 10, 10.6, 6, -505))
            .run(40);

    assertThat(v.holds(2)).isEqualTo("1 x cola");
    assertThat(v.cart(1).lines()).isEmpty();
    assertThat(certainty(v, 2)).isGreaterThan(0.9);
    assertThat(v.cart(2).lines().getFirst().evidence().getFirst().reachedWith())
        .isEqualTo("LEFT_WRIST");
  }

  @Test
  void givenTwoPeopleEquallyNear_thenTheLineIsUncertainAndTheOtherIsNamed() {
    Visit v =
        visit()
            .stands(1, 0, 30, 0.3, -0.4)
            .stands(2, 0, 30, 0.8, -0.4)
            .enters(1, 0)
            .enters(2, 0)
            .leaves(1, 30, 1)
            .leaves(2, 30, 1)
            .feels(change(2, 10, 10.6, 6, -505))
            .run(40);

    Assignment a = v.only();
    assertThat(a.best().probability()).isBetween(0.4, 0.7);
    assertThat(a.alternatives().getFirst().person()).isNotNull().isNotEqualTo(a.best().person());
  }

  @Test
  void givenOnlyAHead_thenThePersonUnderItIsFound() {
    Visit v =
        visit()
            .poses(1, 0, 30, 0.5, -0.4, Joint.HEAD, 0.5, -0.35, 1.6)
            .poses(2, 0, 30, 2.5, -0.4, Joint.HEAD, 2.5, -0.35, 1.6)
            .enters(1, 0)
            .enters(2, 0)
            .leaves(1, 30, 1)
            .leaves(2, 30, 1)
            .feels(change(3, 10, 10.6, 10, -140))
            .run(40);

    assertThat(v.holds(1)).isEqualTo("1 x gum");
    assertThat(v.cart(2).lines()).isEmpty();
  }

  @Test
  void givenNobodyNear_thenItIsInNobodysCart() {
    Visit v =
        visit()
            .enters(1, 0)
            .stands(1, 0, 30, 3.5, -1)
            .leaves(1, 30, 1)
            .feels(change(2, 10, 10.6, 6, -505))
            .run(40);

    assertThat(v.only().best().person()).isNull();
    assertThat(v.cart(1).lines()).isEmpty();
    assertThat(v.resolver.unitsNowhere()).isEqualTo(1);
  }

  @Test
  void givenPosesThatPauseWhileSomebodyIsAtTheShelf_thenTheLastSightCounts() {
    Visit v =
        visit()
            .enters(1, 0)
            .stands(1, 0, 9.2, 0.5, -0.4)
            .stands(1, 11.5, 30, 0.5, -0.4)
            .leaves(1, 30, 1)
            .feels(change(2, 10, 10.6, 6, -505))
            .run(40);

    assertThat(v.holds(1)).isEqualTo("1 x cola");
  }

  @Test
  void givenAnExitRightAfterTheTake_thenTheCartWaitsForTheShelf() {
    Visit v =
        visit()
            .enters(1, 0)
            .stands(1, 0, 10.8, 0.5, -0.4)
            .leaves(1, 10.9, 0.1)
            .feels(change(2, 10, 11.2, 6, -505))
            .run(40);

    assertThat(v.holds(1)).isEqualTo("1 x cola");
  }

  @Test
  void givenATakeHandedToAFriendWhoPutsItBack_thenNobodyHasIt() {
    Visit v =
        visit()
            .enters(1, 0)
            .enters(2, 0)
            .stands(1, 0, 15, 0.5, -0.4)
            .stands(1, 15.1, 30, 0.5, -3)
            .stands(2, 0, 14.9, 0.5, -3)
            .stands(2, 15, 30, 0.5, -0.4)
            .leaves(1, 30, 1)
            .leaves(2, 30, 1)
            .feels(change(2, 10, 10.6, 6, -520))
            .feels(change(2, 20, 20.6, 6, 520))
            .run(40);

    assertThat(v.cart(1).lines()).isEmpty();
    assertThat(v.cart(2).lines()).isEmpty();
  }

  @Test
  void givenTheSameTargetAgainAfterLeaving_thenItHasACartOfItsOwn() {
    Visit v =
        alone()
            .enters(7, 40)
            .stands(7, 40, 60, 0.5, -0.4)
            .leaves(7, 60, 1)
            .feels(change(2, 10, 10.6, 6, -505))
            .feels(change(2, 50, 50.6, 8, -590))
            .run(70);

    assertThat(v.holds(1)).isEqualTo("1 x cola");
    assertThat(v.holds(7)).isEqualTo("1 x juice");
  }

  @Test
  void givenOneWhoNeverLeft_whenTheInputEnds_thenTheirCartClosesAtLastSight() {
    Visit v = visit().enters(1, 0).stands(1, 0, 20, 0.5, -0.4).feels(change(2, 10, 10.6, 6, -505));
    v.run(25);

    assertThat(v.holds(1)).isEqualTo("1 x cola");
    assertThat(v.cart(1).exitedNanos()).isEqualTo(Shop.at(20));
  }

  @Test
  void givenTwoPeopleAtNeighbouringFlavoursInOneChange_thenEachHasTheirs() {
    Visit v =
        visit()
            .poses(1, 0, 30, 0.1, -0.4, Joint.RIGHT_WRIST, 0.15, -0.05, 0.35)
            .poses(2, 0, 30, 0.7, -0.4, Joint.LEFT_WRIST, 0.48, -0.05, 0.35)
            .enters(1, 0)
            .enters(2, 0)
            .leaves(1, 30, 1)
            .leaves(2, 30, 1)
            .feels(change(1, 10, 11.2, 1, -20, 2, -85, 3, -9, 4, -10, 5, -92, 6, -8))
            .run(40);

    assertThat(v.holds(1)).isEqualTo("1 x mild");
    assertThat(v.holds(2)).isEqualTo("1 x hot");
  }

  @Test
  void givenTwoTakesInTheSameInstant_thenTheSecondIsLikelierTheOtherPersons() {
    Visit v =
        visit()
            .stands(1, 0, 30, 0.60, -0.4)
            .stands(2, 0, 30, 0.66, -0.4)
            .enters(1, 0)
            .enters(2, 0)
            .leaves(1, 30, 1)
            .leaves(2, 30, 1)
            .feels(change(2, 10, 10.8, 6, -505))
            .feels(change(2, 10.1, 10.9, 8, -590))
            .run(40);

    assertThat(v.cart(1).lines()).hasSize(1);
    assertThat(v.cart(2).lines()).hasSize(1);
  }
}
