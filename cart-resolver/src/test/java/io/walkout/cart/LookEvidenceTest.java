package io.walkout.cart;

import static io.walkout.cart.Shop.at;
import static io.walkout.cart.Shop.change;
import static io.walkout.cart.ShopVisits.certainty;
import static io.walkout.cart.ShopVisits.shop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.walkout.cart.evidence.Goods;
import io.walkout.cart.evidence.LookEvidence;
import io.walkout.cart.evidence.Question;
import io.walkout.cart.evidence.ShelfLine;
import io.walkout.cart.evidence.Testimony;
import io.walkout.cart.evidence.Where;
import io.walkout.store.EventTime;
import io.walkout.store.Facing;
import io.walkout.store.Store;
import io.walkout.store.cart.Assignment.Kind;
import io.walkout.store.shelf.ShelfChange;
import io.walkout.store.signal.ShelfLooks;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a camera's look at a shelf says of where something went, and how long it is waited for. */
class LookEvidenceTest {
  /** A load on the border of two flavours of one mass, plates 3 and 4: scales can't tell which. */
  private static final ShelfChange ASTRIDE = change(1, 10, 10.6, 3, -56, 4, -56);

  private static final int SLICES = 30;

  private final Store store = shop().store();
  private final Facing mild = store.planogram().facings().get(0);
  private final Facing hot = store.planogram().facings().get(1);
  private final LookEvidence looks = new LookEvidence(store.layout());

  @Test
  void givenASliceThatChangedBeforeOneFacing_thenItWentFromThere() {
    look(5, 13, 5, 6);

    assertThat(says(ASTRIDE, mild)).isGreaterThan(1);
    assertThat(says(ASTRIDE, hot)).isLessThan(-1);
    assertThat(about(ASTRIDE).nothing()).isNegative();
  }

  @Test
  void givenALoadAstrideOfTwoFacingsOfOneMass_whenACameraSawTheGap_thenTheCartHasThatFlavour() {
    look(5, 13, 8, 9);
    Visit v =
        new Visit(store, ResolverSettings.of(store.policy()), List.of(looks))
            .enters(1, 0)
            .leaves(1, 30, 1)
            .stands(1, 0, 30, 0.3, -0.4)
            .feels(ASTRIDE)
            .run(40);

    assertThat(v.holds(1)).isEqualTo("1 x hot");
    assertThat(certainty(v, 1)).isGreaterThan(0.8);
  }

  @Test
  void givenNoLookOrOneOfAnotherTime_thenItSaysNothing() {
    assertThat(about(ASTRIDE)).isSameAs(Testimony.SILENT);
    look(12, 20, 5, 6);
    look(2, 9, 5, 6);

    assertThat(about(ASTRIDE)).isSameAs(Testimony.SILENT);
  }

  @Test
  void givenSlicesThatNobodySaw_thenAFacingBehindThemIsNotHeldUnchanged() {
    ShelfLooks told = new ShelfLooks();
    int row = told.add(1, 1, SLICES, at(5), at(13));
    told.set(row, 25, 0);
    looks.look(0, told);

    assertThat(says(ASTRIDE, mild)).isCloseTo(says(ASTRIDE, hot), within(1e-9));
    assertThat(says(ASTRIDE, mild)).isBetween(-0.1, 0.2);
  }

  @Test
  void givenALookOverTwoChanges_thenItSaysLessThanOverOne() {
    look(5, 13, 5, 6);
    double alone = says(ASTRIDE, mild) - says(ASTRIDE, hot);
    looks.change(ASTRIDE);
    looks.change(change(1, 11, 11.6, 5, 112));

    assertThat(says(ASTRIDE, mild) - says(ASTRIDE, hot)).isBetween(0.2, 0.6 * alone);
  }

  @Test
  void givenAShelfThatACameraWatches_thenAChangeWaitsUntilItIsSeenAgain() {
    look(1, 1);
    looks.change(ASTRIDE);

    assertThat(looks.settledNanos(at(12))).isEqualTo(ASTRIDE.endNanos());
    look(5, 13, 5, 6);
    assertThat(looks.settledNanos(at(13))).isEqualTo(at(13));
  }

  @Test
  void givenAShelfThatIsNotSeenAgain_thenAChangeWaitsNoLongerThanEightSeconds() {
    look(1, 1);
    looks.change(ASTRIDE);

    long bound = ASTRIDE.endNanos() + 8 * EventTime.SECOND;
    assertThat(looks.settledNanos(bound - 1)).isEqualTo(ASTRIDE.endNanos());
    assertThat(looks.settledNanos(bound)).isEqualTo(bound);
  }

  @Test
  void givenAShelfThatNoCameraWatches_thenNothingWaits() {
    looks.change(ASTRIDE);

    assertThat(looks.settledNanos(at(11))).isEqualTo(at(11));
  }

  private void look(double from, double to, int... changed) {
    ShelfLooks told = new ShelfLooks();
    int row = told.add(1, 1, SLICES, at(from), at(to));
    for (int k = 0; k < SLICES; k++) {
      told.set(row, k, 0);
    }
    for (int k : changed) {
      told.set(row, k, 20);
    }
    looks.look(0, told);
  }

  private Testimony about(ShelfChange change) {
    return looks.about(Question.of(change, change, ShelfLine.of(store.layout(), change)));
  }

  private double says(ShelfChange change, Facing facing) {
    Goods goods = Goods.of(Kind.TAKE, store.catalogue().find(facing.product()).orElseThrow(), 1);
    return about(change).place(goods, new Where.On(facing));
  }
}
