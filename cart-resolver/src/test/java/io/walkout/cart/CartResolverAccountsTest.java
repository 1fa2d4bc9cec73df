package io.walkout.cart;

import static io.walkout.cart.Shop.change;
import static io.walkout.cart.ShopVisits.certainty;
import static io.walkout.cart.ShopVisits.shop;
import static org.assertj.core.api.Assertions.assertThat;

import io.walkout.store.PersonId;
import io.walkout.store.Policy;
import io.walkout.store.cart.Assignment;
import io.walkout.store.cart.Cart;
import io.walkout.store.people.Joint;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Parties share a cart, staff have none, and the policy says who owes for what is handed over. */
class CartResolverAccountsTest {
  private static Visit visit() {
    return new Visit(shop().store().with(Policy.DEFAULT.withStaff(List.of("staff"))));
  }

  /** Two people at one place, of whom nothing tells who took what. */
  private static Visit sideBySide(String one, String other, double oneLeaves, double otherLeaves) {
    return visit()
        .entersOn(1, 0, one)
        .entersOn(2, 2, other)
        .stands(1, 0, oneLeaves, 0.51, -0.4)
        .stands(2, 2, otherLeaves, 0.55, -0.4)
        .leaves(1, oneLeaves, 1)
        .leaves(2, otherLeaves, 1);
  }

  private static List<Cart.Line> lines(Visit v) {
    List<Cart.Line> lines = new java.util.ArrayList<>(v.cart(1).lines());
    lines.addAll(v.cart(2).lines());
    return lines;
  }

  @ParameterizedTest
  @CsvSource({"30, 35", "35, 30", "30, 30"})
  void givenADoubtWhichOfAPartyTookIt_thenTheLineIsSureAndOnOneReceipt(double one, double other) {
    Visit v = sideBySide("smiths", "smiths", one, other).feels(change(2, 10, 10.6, 6, -505));
    v.run(45);

    assertThat(lines(v)).hasSize(1);
    Cart.Line line = lines(v).getFirst();
    assertThat(line.quantity()).isEqualTo(1);
    assertThat(line.certainty()).isGreaterThan(0.9);
    assertThat(line.alternatives()).noneMatch(a -> a.person() != null && a.probability() > 0.02);
  }

  @Test
  void givenTheSameDoubtBetweenStrangers_thenTheLineIsUnsure() {
    Visit v = sideBySide("smiths", "jones", 30, 35).feels(change(2, 10, 10.6, 6, -505)).run(45);

    assertThat(lines(v)).hasSize(1);
    assertThat(lines(v).getFirst().certainty()).isLessThan(0.8);
  }

  @ParameterizedTest
  @CsvSource({"30, 35", "35, 30"})
  void givenSeveralSuchTakes_thenThePartyTogetherHasEachOnce(double one, double other) {
    Visit v =
        sideBySide("smiths", "smiths", one, other)
            .feels(change(2, 10, 10.6, 6, -505))
            .feels(change(2, 15, 15.6, 5, -507))
            .feels(change(2, 20, 20.6, 8, -590))
            .run(45);

    int colas = 0;
    int juices = 0;
    for (Cart.Line line : lines(v)) {
      assertThat(line.certainty()).isGreaterThan(0.8);
      colas += line.product().value().equals("cola") ? line.quantity() : 0;
      juices += line.product().value().equals("juice") ? line.quantity() : 0;
    }
    assertThat(colas).isEqualTo(2);
    assertThat(juices).isEqualTo(1);
  }

  @Test
  void givenATake_whenOneWhoCameAlongPutsItBackBesideAnother_thenNobodyHasIt() {
    Visit v =
        visit()
            .entersOn(1, 0, "smiths")
            .entersOn(2, 2, "smiths")
            .stands(1, 0, 15, 0.5, -0.4)
            .stands(1, 15.1, 30, 0.5, -3)
            .stands(2, 2, 14.9, 0.5, -3)
            .stands(2, 15, 30, 0.5, -0.4)
            .leaves(1, 30, 1)
            .leaves(2, 30, 1)
            .feels(change(2, 10, 10.6, 6, -520))
            .feels(change(2, 20, 20.6, 6, 520))
            .run(40);

    assertThat(lines(v)).isEmpty();
    Assignment back = v.assignments().get(1);
    assertThat(back.best().person()).isEqualTo(new PersonId(2));
    assertThat(back.best().probability()).isGreaterThan(0.9);
  }

  @Test
  void givenTheStaff_whenTheyTakeAndBring_thenTheirCartIsEmpty() {
    Visit v =
        visit()
            .entersOn(1, 0, "staff")
            .stands(1, 0, 30, 0.5, -0.4)
            .leaves(1, 30, 1)
            .feels(change(2, 10, 10.6, 6, -505))
            .feels(change(2, 20, 20.6, 8, 590))
            .run(40);

    assertThat(v.cart(1).lines()).isEmpty();
    assertThat(v.assignments().get(1).best().kind()).isEqualTo(Assignment.Kind.PUT_BACK);
    assertThat(v.assignments().get(1).best().product()).hasToString("juice");
    assertThat(v.resolver.counts()).containsEntry("unitsCarriedOutByStaff", 1L);
    assertThat(v.resolver.counts()).containsEntry("unitsCarriedOut", 0L);
  }

  @Test
  void givenAFacingThatTheStaffFilled_whenAShopperTakesOfIt_thenTheyOweForIt() {
    Visit v =
        visit()
            .entersOn(1, 0, "staff")
            .entersOn(2, 3, "ann")
            .stands(1, 0, 22, 0.5, -0.4)
            .stands(2, 3, 24, 2.5, -1)
            .stands(2, 24.1, 40, 0.5, -0.4)
            .leaves(1, 26, 1)
            .leaves(2, 40, 1);
    for (int i = 0; i < 5; i++) {
      v.feels(change(2, 10 + 2 * i, 10.6 + 2 * i, 5, 300 + i, 6, 205));
    }
    v.feels(change(2, 30, 30.6, 5, -300, 6, -206)).run(50);

    assertThat(v.cart(1).lines()).isEmpty();
    assertThat(v.holds(2)).isEqualTo("1 x cola");
    assertThat(certainty(v, 2)).isGreaterThan(0.9);
  }

  @Test
  void givenAShopperWithAUnit_whenTheStaffBringOneOfTheSame_thenItIsNotTakenOutOfTheirCart() {
    Visit v =
        visit()
            .entersOn(1, 0, "staff")
            .entersOn(2, 3, "ann")
            .stands(2, 3, 12, 0.5, -0.4)
            .stands(2, 12.1, 40, 2.5, -1)
            .stands(1, 0, 14, 2.5, -1)
            .stands(1, 14.1, 30, 0.5, -0.4)
            .leaves(1, 30, 1)
            .leaves(2, 40, 1)
            .feels(change(2, 10, 10.6, 6, -505))
            .feels(change(2, 20, 20.6, 6, 505))
            .run(50);

    assertThat(v.cart(1).lines()).isEmpty();
    assertThat(v.holds(2)).isEqualTo("1 x cola");
    assertThat(certainty(v, 2)).isGreaterThan(0.9);
  }

  @ParameterizedTest
  @EnumSource(Policy.HandOver.class)
  void givenAHandOver_thenThePolicySaysWhoOwes(Policy.HandOver owes) {
    Object[] giving = {
      Joint.RIGHT_SHOULDER,
      0.1,
      -2.0,
      1.4,
      Joint.RIGHT_ELBOW,
      0.25,
      -2.0,
      1.2,
      Joint.RIGHT_WRIST,
      0.42,
      -2.0,
      1.1
    };
    Object[] getting = {
      Joint.LEFT_SHOULDER,
      0.8,
      -2.0,
      1.4,
      Joint.LEFT_ELBOW,
      0.65,
      -2.0,
      1.2,
      Joint.LEFT_WRIST,
      0.5,
      -2.0,
      1.1
    };
    Visit v =
        new Visit(shop().store().with(Policy.DEFAULT.with(owes)))
            .entersOn(1, 0, "ann")
            .entersOn(2, 3, "ben")
            .stands(1, 0, 14, 0.5, -0.4)
            .stands(2, 3, 18, 2.5, -2)
            .poses(1, 18.1, 21, 0.0, -2.0, giving)
            .poses(2, 18.1, 21, 0.9, -2.0, getting)
            .stands(1, 21.1, 30, 0.0, -2)
            .stands(2, 21.1, 30, 2.5, -2)
            .leaves(1, 30, 1)
            .leaves(2, 30, 1)
            .feels(change(2, 10, 10.6, 6, -505))
            .run(40);

    long debtor = owes == Policy.HandOver.TAKER ? 1 : 2;
    assertThat(v.holds(debtor)).isEqualTo("1 x cola");
    assertThat(v.cart(3 - debtor).lines()).isEmpty();
  }
}
