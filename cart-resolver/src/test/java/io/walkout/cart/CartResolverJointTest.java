package io.walkout.cart;

import static io.walkout.cart.Shop.change;
import static io.walkout.cart.ShopVisits.alone;
import static io.walkout.cart.ShopVisits.shop;
import static io.walkout.cart.ShopVisits.visit;
import static org.assertj.core.api.Assertions.assertThat;

import io.walkout.store.Policy;
import io.walkout.store.cart.Assignment.Kind;
import io.walkout.store.cart.Cart;
import io.walkout.store.people.Joint;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What hangs together: two people's hands, things that come and go, and units that wander. */
class CartResolverJointTest {
  @Test
  void givenTwoNeighboursGoodsTakenByTwoPeopleWithinHalfASecond_thenTheirHandsTellThemApart() {
    Visit v =
        visit()
            .poses(1, 0, 30, 0.45, -0.4, Joint.RIGHT_WRIST, 0.55, -0.05, 0.6)
            .poses(2, 0, 30, 0.85, -0.4, Joint.LEFT_WRIST, 0.75, -0.05, 0.6)
            .enters(1, 0)
            .enters(2, 0)
            .leaves(1, 30, 1)
            .leaves(2, 30, 1)
            .feels(change(2, 10.0, 10.6, 6, -505))
            .feels(change(2, 10.4, 11.0, 8, -590))
            .run(40);

    assertThat(v.holds(1)).isEqualTo("1 x cola");
    assertThat(v.holds(2)).isEqualTo("1 x juice");
  }

  @Test
  void givenABagSetDownAndFetchedWithSomethingTakenMeanwhile_thenThatTakeIsInTheCart() {
    Visit v =
        alone()
            .feels(change(2, 8, 8.6, 5, 300, 6, 450, 7, 250))
            .feels(change(2, 20, 20.8, 5, -301, 6, -953, 7, -251))
            .run(40);

    assertThat(v.holds(1)).isEqualTo("1 x cola");
    assertThat(v.assignments())
        .extracting(a -> a.best().kind())
        .as("the bag comes; the bag goes, and with it the bottle")
        .containsExactly(Kind.NOTHING, Kind.NOTHING, Kind.TAKE);
  }

  @Test
  void givenAHandOver_whenTheReceiverOwes_thenTheUnitMovesToThem() {
    Visit v = handOver(true).run(40);

    assertThat(v.cart(1).lines()).isEmpty();
    assertThat(v.holds(2)).isEqualTo("1 x cola");
  }

  @Test
  void givenAHandOver_whenTheTakerOwes_thenTheUnitStaysWithThem() {
    Visit v = handOver(false).run(40);

    assertThat(v.holds(1)).isEqualTo("1 x cola");
    assertThat(v.cart(2).lines()).isEmpty();
  }

  @Test
  void givenAHandOver_whenTheReceiverPutsTheUnitBack_thenNobodyOwesForItUnderEitherPolicy() {
    for (boolean receiverOwes : new boolean[] {true, false}) {
      Visit v =
          handOver(receiverOwes)
              .poses(2, 19, 24, 0.55, -0.4, Joint.RIGHT_WRIST, 0.55, -0.05, 0.6)
              .feels(change(2, 21, 21.6, 6, 505))
              .run(40);

      assertThat(v.cart(1).lines()).as("receiver owes: " + receiverOwes).isEmpty();
      assertThat(v.cart(2).lines()).as("receiver owes: " + receiverOwes).isEmpty();
    }
  }

  /**
   * Person 1 takes a cola at 5 s and gives it to person 2 at 12 s, two metres off the shelf: both
   * hold out a hand for a second and a half, the giver's arm was up before and hangs afterwards.
   */
  private static Visit handOver(boolean receiverOwes) {
    ResolverSettings s = ResolverSettings.of(Policy.DEFAULT);
    ResolverSettings settings =
        new ResolverSettings(
            s.reachMarginNanos(),
            s.historyNanos(),
            s.settleNanos(),
            s.exitMarginNanos(),
            s.exitPatienceNanos(),
            s.maxPending(),
            s.maxHoldings(),
            s.maxOpenCarts(),
            s.maxWorlds(),
            receiverOwes);
    return new Visit(shop().store(), settings)
        .enters(1, 0)
        .enters(2, 0)
        .poses(1, 0, 8, 0.55, -0.4, Joint.RIGHT_WRIST, 0.55, -0.05, 0.6)
        .actor((t, p) -> arm(p, 1, t, t >= 8.05 && t < 30, 0, 0.15, t < 13.5))
        .actor((t, p) -> arm(p, 2, t, t >= 0 && t < 18.9, 0.9, -0.15, t >= 12))
        .actor((t, p) -> arm(p, 2, t, t > 24.05 && t < 30, 0.9, -0.15, false))
        .leaves(1, 30, 1)
        .leaves(2, 30, 1)
        .feels(change(2, 5, 5.6, 6, -505));
  }

  /** One who stands 2.5 m off the shelf at x; the hand is out, held up before the body, or down. */
  private static void arm(
      io.walkout.store.people.People p,
      long id,
      double t,
      boolean there,
      double x,
      double side,
      boolean carries) {
    if (!there) {
      return;
    }
    boolean meets = t >= 12 && t < 13.5;
    double out = meets ? 0.45 : carries ? 0.25 : 0.05;
    double toward = side > 0 ? 1 : -1;
    double z = meets ? 1.1 : carries ? 1.1 : 0.75;
    int i = p.add(id, x, -2.5, 0.05, Shop.at(t));
    p.joint(i, Joint.NECK, x, -2.5, 1.5, 0.03);
    p.joint(i, Joint.RIGHT_SHOULDER, x, -2.5, 1.4, 0.03);
    p.joint(i, Joint.RIGHT_ELBOW, x + toward * out / 2, -2.5, (1.4 + z) / 2 - 0.05, 0.03);
    p.joint(i, Joint.RIGHT_WRIST, x + toward * Math.max(0.02, out - 0.08), -2.5, z, 0.03);
  }

  @Test
  void givenAUnitMisplacedByOneWhoIsStillThere_whenAnotherTakesItFromWhereItLies_thenItIsTheirs() {
    Visit v =
        visit()
            .enters(1, 0)
            .enters(2, 0)
            .stands(1, 0, 25, 0.4, -0.4)
            .stands(1, 25.1, 40, 0.4, -3)
            .stands(2, 0, 25, 0.4, -3)
            .stands(2, 25.1, 40, 0.4, -0.4)
            .leaves(1, 40, 1)
            .leaves(2, 40, 1)
            .feels(change(2, 10, 10.6, 5, -180, 6, -350))
            .feels(change(3, 20, 20.6, 3, 530))
            .feels(change(3, 30, 30.6, 3, -528))
            .run(50);

    assertThat(v.cart(1).lines()).isEmpty();
    assertThat(v.holds(2)).isEqualTo("1 x cola");
  }

  @Test
  void givenAPutBackAfterTheTakersCartClosed_thenThatReceiptStandsAndNoCartIsReopened() {
    Visit v =
        visit()
            .enters(1, 0)
            .stands(1, 0, 15, 0.5, -0.4)
            .leaves(1, 15, 0.1)
            .enters(2, 20)
            .stands(2, 20, 40, 0.5, -0.4)
            .leaves(2, 40, 1)
            .feels(change(2, 10, 10.6, 6, -505))
            .feels(change(2, 30, 30.6, 6, 505))
            .run(50);

    List<Cart> carts = new ArrayList<>();
    v.events.forEach(e -> carts.addAll(e instanceof Cart c ? List.of(c) : List.of()));
    assertThat(carts).extracting(c -> c.person().value()).containsExactly(1L, 2L);
    assertThat(v.holds(1)).isEqualTo("1 x cola");
    assertThat(v.cart(2).lines()).isEmpty();
  }

  @Test
  void givenATakeOfEitherOfTwo_whenTheyLeaveOneAfterTheOther_thenItIsOnOneReceiptAtMost() {
    Visit v =
        visit()
            .stands(1, 0, 20, 0.45, -0.4)
            .stands(2, 0, 35, 0.66, -0.4)
            .enters(1, 0)
            .enters(2, 0)
            .leaves(1, 20, 0.1)
            .leaves(2, 35, 1)
            .feels(change(2, 10, 10.6, 6, -505))
            .run(45);

    assertThat(v.cart(1).lines().size() + v.cart(2).lines().size()).isEqualTo(1);
  }
}
