package io.walkout.cart;

import static io.walkout.cart.Shop.at;
import static io.walkout.cart.Shop.change;
import static io.walkout.cart.ShopVisits.certainty;
import static io.walkout.cart.ShopVisits.shop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.walkout.cart.evidence.Evidence;
import io.walkout.cart.evidence.Goods;
import io.walkout.cart.evidence.Question;
import io.walkout.cart.evidence.Testimony;
import io.walkout.cart.evidence.Where;
import io.walkout.store.Facing;
import io.walkout.store.PersonId;
import io.walkout.store.Store;
import io.walkout.store.cart.Assignment;
import io.walkout.store.cart.Cart;
import io.walkout.store.shelf.ShelfChange;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A sensor that Walkout has never heard of changes what is decided, and stands on the receipt, with
 * nothing but its own class and its place in the list.
 */
class NewSensorTest {
  private static final double SURE = Math.log(100);

  /** A load on the border of two flavours of one mass: scales can't tell which. */
  private static final ShelfChange ASTRIDE = change(1, 10, 10.6, 3, -56, 4, -56);

  /** A scanner in the hand of one shopper, who holds up what they take: it hears a barcode. */
  private record Scanner(String heard, long person, long atNanos) implements Evidence {
    @Override
    public String source() {
      return "scanner";
    }

    @Override
    public Testimony about(Question question) {
      boolean then = Math.abs(question.part().stepNanos() - atNanos) < 2_000_000_000L;
      return then ? new Beep(heard, new PersonId(person)) : Testimony.SILENT;
    }
  }

  private record Beep(String heard, PersonId who) implements Testimony {
    @Override
    public double goods(Goods goods) {
      return goods.product().code().value().equals(heard) ? SURE : 0;
    }

    @Override
    public double hand(PersonId person, int side) {
      return person.equals(who) ? SURE : 0;
    }
  }

  @Test
  void givenALoadThatMayBeEitherOfTwoFlavours_whenAScannerHeardOne_thenItIsThat() {
    assertThat(certainty(two().feels(ASTRIDE).run(40), 1)).isBetween(0.3, 0.7);
    for (String flavour : List.of("mild", "hot")) {
      Visit v = two(new Scanner(flavour, 1, at(10.3))).feels(ASTRIDE).run(40);

      assertThat(v.holds(1)).isEqualTo("1 x " + flavour);
      assertThat(certainty(v, 1)).isGreaterThan(0.9);
      assertThat(said(v.cart(1), "scanner")).isBetween(0.99 * SURE, 1.01 * SURE);
    }
  }

  @Test
  void givenTwoWhoStandAlikeNear_whenTheScannerWasInTheHandOfOne_thenItIsTheirs() {
    ShelfChange cola = change(2, 10, 10.6, 5, -255, 6, -255);
    assertThat(sideBySide().feels(cola).run(40).only().best().probability()).isLessThan(0.6);
    for (long person : new long[] {1, 2}) {
      Visit v = sideBySide(new Scanner("cola", person, at(10.3))).feels(cola).run(40);

      assertThat(v.holds(person)).isEqualTo("1 x cola");
      assertThat(v.holds(3 - person)).isEmpty();
      assertThat(certainty(v, person)).isGreaterThan(0.95);
    }
  }

  /** A camera that saw a unit vanish from one facing: multiplied inside the sum over facings. */
  private record GapSeen(Facing facing) implements Evidence, Testimony {
    @Override
    public String source() {
      return "gap";
    }

    @Override
    public Testimony about(Question question) {
      return this;
    }

    @Override
    public double place(Goods goods, Where where) {
      return where instanceof Where.On on && on.facing().equals(facing) ? SURE : 0;
    }
  }

  @Test
  void givenALoadAstrideOfTwoFacings_whenACameraSawAGapOnOne_thenItCameFromThere() {
    Store store = shop().store();
    for (int i = 0; i < 2; i++) {
      Facing facing = store.planogram().facings().get(i);
      Visit v = two(new GapSeen(facing)).feels(ASTRIDE).run(40);

      assertThat(v.holds(1)).isEqualTo("1 x " + facing.product());
      assertThat(certainty(v, 1)).isGreaterThan(0.9);
    }
  }

  /** A camera that sees what is in a hand: what and who at once. */
  private record PackSeen(String pack, PersonId in) implements Evidence, Testimony {
    @Override
    public String source() {
      return "pack";
    }

    @Override
    public Testimony about(Question question) {
      return this;
    }

    @Override
    public boolean seesGrips() {
      return true;
    }

    @Override
    public double grip(PersonId person, int side, Goods goods) {
      return person.equals(in) && goods.product().code().value().equals(pack) ? SURE : 0;
    }
  }

  @Test
  void givenTwoShoppersAndTwoFlavours_whenACameraSawOnePackInOneHand_thenBothAreTold() {
    for (long person : new long[] {1, 2}) {
      Visit v = sideBySide(new PackSeen("hot", new PersonId(person))).feels(ASTRIDE).run(40);

      assertThat(v.holds(person)).isEqualTo("1 x hot");
      assertThat(v.holds(3 - person)).isEmpty();
      assertThat(said(v.cart(person), "pack")).isPositive();
    }
  }

  @Test
  void givenASensorThatKnowsNothing_thenNothingChangesAndItIsNotNamed() {
    Visit without = two().feels(ASTRIDE).run(40);
    Visit with = two(new Scanner("hot", 1, at(100))).feels(ASTRIDE).run(40);

    assertThat(with.assignments()).isEqualTo(without.assignments());
    assertThat(certainty(with, 1)).isEqualTo(certainty(without, 1));
    assertThat(with.cart(1).lines().getFirst().evidence().getFirst().said())
        .extracting(Cart.Said::source)
        .contains("mass")
        .doesNotContain("scanner");
  }

  @Test
  void givenALineThatTheScalesTell_thenItsEvidenceSaysSo() {
    Visit v = two().feels(change(2, 10, 10.6, 6, -280, 7, -280)).run(40);

    Cart.Evidence evidence = v.cart(1).lines().getFirst().evidence().getFirst();
    assertThat(evidence.said())
        .extracting(Cart.Said::source)
        .containsExactly("mass", "place", "hands");
    assertThat(evidence.assignment().best().product()).hasToString("juice");
    assertThat(evidence.assignment().alternatives().getFirst().product()).hasToString("cola");
    assertThat(said(v.cart(1), "mass")).isGreaterThan(1);
    assertThat(said(v.cart(1), "place")).isBetween(-1.0, 1.0);
    assertThat(said(v.cart(1), "hands")).isZero();
  }

  @Test
  void givenALineThatTheHandsTell_thenItsEvidenceSaysSo() {
    Visit v = sideBySide().feels(change(2, 10, 10.6, 5, -380, 6, -130)).run(40);

    Cart.Evidence evidence = v.cart(1).lines().getFirst().evidence().getFirst();
    assertThat(evidence.assignment().alternatives().getFirst().person()).isEqualTo(new PersonId(2));
    assertThat(said(v.cart(1), "mass")).isZero();
    assertThat(said(v.cart(1), "place")).isZero();
    assertThat(said(v.cart(1), "hands")).isPositive();
  }

  @Test
  void givenTwoUnitsAstrideOfTwoFlavours_thenRivalsOfOneAndOfTwoDeedsStandInTheEvidence() {
    Visit v = two().feels(change(1, 10, 10.6, 3, -112.5, 4, -112.5)).run(40);

    Cart cart = v.cart(1);
    assertThat(cart.lines()).isNotEmpty();
    for (Cart.Line line : cart.lines()) {
      Cart.Alternative first = line.alternatives().getFirst();
      Cart.Evidence evidence = line.evidence().getFirst();
      List<Assignment.Explanation> rivals = evidence.assignment().alternatives();
      assertThat(rivals)
          .as("the line's own rival, though it divides the change otherwise; of %s", cart)
          .anySatisfy(
              e -> {
                assertThat(e.product()).isEqualTo(first.product());
                assertThat(e.quantity()).isEqualTo(first.quantity());
                assertThat(e.probability()).isGreaterThan(0.5 * first.probability());
              });
      assertThat(rivals).allSatisfy(e -> assertThat(e.probability()).isGreaterThan(0.0005));
      assertThat(rivals)
          .isSortedAccordingTo((a, b) -> Double.compare(b.probability(), a.probability()));
      assertThat(evidence.said()).as("against a rival that is felt as well").isNotEmpty();
      assertThat(said(cart, "mass")).isBetween(-3.0, 3.0);
    }
  }

  @Test
  void givenASourceThatSaysNoNumber_thenItIsNamed() {
    Evidence broken =
        new Evidence() {
          @Override
          public String source() {
            return "broken";
          }

          @Override
          public Testimony about(Question question) {
            return new Testimony() {
              @Override
              public double goods(Goods goods) {
                return Double.NaN;
              }
            };
          }
        };
    Visit v = two(broken).feels(ASTRIDE);

    assertThatThrownBy(() -> v.run(40)).hasMessageContaining("'broken' says NaN");
  }

  private static double said(Cart cart, String source) {
    for (Cart.Said said : cart.lines().getFirst().evidence().getFirst().said()) {
      if (said.source().equals(source)) {
        return said.log();
      }
    }
    throw new AssertionError("no " + source + " in " + cart);
  }

  /** One shopper at the gondola, and one who is far from it. */
  private static Visit two(Evidence... more) {
    return visit(more).stands(1, 0, 30, 0.3, -0.4).stands(2, 0, 30, -3, -3);
  }

  private static Visit sideBySide(Evidence... more) {
    return visit(more).stands(1, 0, 30, 0.2, -0.4).stands(2, 0, 30, 1.0, -0.4);
  }

  private static Visit visit(Evidence... more) {
    Store store = shop().store();
    List<Evidence> all = new ArrayList<>(List.of(more));
    return new Visit(store, ResolverSettings.of(store.policy()), all)
        .enters(1, 0)
        .enters(2, 0)
        .leaves(1, 30, 1)
        .leaves(2, 30, 1);
  }
}
