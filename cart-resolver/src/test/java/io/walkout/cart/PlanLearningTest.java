package io.walkout.cart;

import static org.assertj.core.api.Assertions.assertThat;

import io.walkout.store.ProductCode;
import io.walkout.store.cart.Assignment;
import io.walkout.store.cart.CatalogueMass;
import io.walkout.store.cart.PlanogramFault;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the resolver finds out about a planogram and a catalogue that are wrong. */
class PlanLearningTest {
  private static final long SEED = 20260501;
  private static final double EVERY_SECONDS = 30;

  private final Random random = new Random(SEED);
  private int takes;

  /** Plates 1-3 tea 180 g, 4-6 soap 95 g, 7-9 rice 520 g; shelf 2: oil 910 g, salt 310 g. */
  private static Shop shop() {
    return new Shop(3)
        .with("tea", 180, 1, 1, 3)
        .with("soap", 95, 1, 4, 6)
        .with("rice", 520, 1, 7, 9)
        .with("oil", 910, 2, 1, 4)
        .with("salt", 310, 2, 7, 10)
        .with("jam", 400, 3, 1, 4)
        .with("gum", 40, 3, 7, 10);
  }

  /** Somebody comes, takes that many grams there, and leaves. */
  private void take(Visit visit, int shelf, double centre, double grams) {
    double t = takes++ * EVERY_SECONDS;
    visit.enters(takes, t).stands(takes, t, t + 20, centre, -0.4).leaves(takes, t + 20, 1);
    visit.feels(Shop.felt(random, shelf, t + 8, t + 8.6, -grams, centre, 0.08));
  }

  private Visit run(Visit visit) {
    return visit.run(takes * EVERY_SECONDS + 30);
  }

  private static List<PlanogramFault> faults(Visit visit) {
    return visit.events.stream()
        .filter(PlanogramFault.class::isInstance)
        .map(PlanogramFault.class::cast)
        .toList();
  }

  private static List<CatalogueMass> masses(Visit visit) {
    return visit.events.stream()
        .filter(CatalogueMass.class::isInstance)
        .map(CatalogueMass.class::cast)
        .toList();
  }

  private static Assignment last(Visit visit) {
    return visit.assignments().getLast();
  }

  @Test
  void givenTwoFacingsThatChangedPlaces_whenEachWasTakenFrom_thenBothAreToldAndUsed() {
    Visit visit = new Visit(shop().store());
    for (int i = 0; i < 3; i++) {
      take(visit, 1, 0.15, 311); // salt stands where tea should
      take(visit, 2, 0.8, 181); // and tea where salt should
    }
    run(visit);

    assertThat(faults(visit)).as("seed %d", SEED).hasSize(2);
    assertThat(faults(visit))
        .anySatisfy(
            f -> {
              assertThat(f.planned()).isEqualTo(new ProductCode("tea"));
              assertThat(f.found().getFirst().product()).isEqualTo(new ProductCode("salt"));
              assertThat(f.found().getFirst().probability()).isGreaterThan(0.9);
              assertThat(f.unitGrams()).isBetween(290.0, 330.0);
              assertThat(f.evidence()).isNotEmpty();
              assertThat(f.withdrawn()).isFalse();
            });
    assertThat(last(visit).best().product()).isEqualTo(new ProductCode("tea"));
    assertThat(last(visit).best().probability()).isGreaterThan(0.9);
    assertThat(masses(visit)).as("their masses are right").isEmpty();
  }

  @Test
  void givenASoundPlan_whenGoodsAreTakenFromEverywhere_thenNothingIsTold() {
    Visit visit = new Visit(shop().store());
    for (int i = 0; i < 4; i++) {
      take(visit, 1, 0.15, 184);
      take(visit, 1, 0.45, 97);
      take(visit, 1, 0.75, i == 2 ? 2 * 512 : 512);
      take(visit, 2, 0.2, 930);
    }
    run(visit);

    assertThat(faults(visit)).as("seed %d", SEED).isEmpty();
    assertThat(masses(visit)).as("seed %d", SEED).isEmpty();
  }

  @Test
  void givenAMassThatFitsNoOtherProduct_whenItKeepsLeaving_thenTheCatalogueMassIsToldOnce() {
    Visit visit = new Visit(shop().store());
    for (int i = 0; i < 5; i++) {
      take(visit, 2, 0.2, 1300);
    }
    run(visit);

    assertThat(faults(visit)).as("seed %d", SEED).isEmpty();
    assertThat(masses(visit)).as("seed %d", SEED).hasSize(1);
    CatalogueMass told = masses(visit).getFirst();
    assertThat(told.product()).isEqualTo(new ProductCode("oil"));
    assertThat(told.catalogueGrams()).isEqualTo(910);
    assertThat(told.learnedGrams()).isBetween(1270.0, 1330.0);
    assertThat(told.sigmaGrams()).isBetween(1.0, 40.0);
    assertThat(told.takes()).isGreaterThan(2);
  }

  @Test
  void givenAProductWithoutAMass_whenItWasTakenThreeTimes_thenItsMassIsTold() {
    Visit visit = new Visit(shop().with("herbs", Double.NaN, 3, 11, 12).store());
    for (int i = 0; i < 4; i++) {
      take(visit, 3, 1.1, 66);
    }
    run(visit);

    assertThat(masses(visit)).as("seed %d", SEED).hasSize(1);
    assertThat(masses(visit).getFirst().catalogueGrams()).isNaN();
    assertThat(masses(visit).getFirst().learnedGrams()).isBetween(64.0, 68.0);
  }

  @Test
  void givenAFaultThatWasTold_whenTheShelfIsPutRight_thenItIsWithdrawn() {
    Visit visit = new Visit(shop().store());
    for (int i = 0; i < 3; i++) {
      take(visit, 1, 0.15, 311);
      take(visit, 2, 0.8, 181);
    }
    for (int i = 0; i < 6; i++) {
      take(visit, 1, 0.15, 181);
      take(visit, 2, 0.8, 311);
    }
    run(visit);

    assertThat(faults(visit).stream().filter(PlanogramFault::withdrawn))
        .as("seed %d", SEED)
        .hasSize(2);
    assertThat(last(visit).best().product()).isEqualTo(new ProductCode("salt"));
  }

  @Test
  void givenOneHandThatTakesThriceWithinSeconds_whenTheMassIsOdd_thenNothingIsToldYet() {
    Visit visit = new Visit(shop().store());
    visit.enters(1, 0).stands(1, 0, 30, 0.15, -0.4).leaves(1, 30, 1);
    for (int i = 0; i < 3; i++) {
      visit.feels(Shop.felt(random, 1, 8 + 2 * i, 8.6 + 2 * i, -311, 0.15, 0.08));
    }
    visit.run(60);

    assertThat(faults(visit)).as("seed %d", SEED).isEmpty();
    assertThat(masses(visit)).as("seed %d", SEED).isEmpty();
  }

  @Test
  void givenTheSameTakes_whenRunTwice_thenTheSameIsTold() {
    assertThat(told()).isEqualTo(told());
  }

  private List<PlanogramFault> told() {
    takes = 0;
    random.setSeed(SEED);
    Visit visit = new Visit(shop().store());
    for (int i = 0; i < 3; i++) {
      take(visit, 1, 0.15, 311);
      take(visit, 2, 0.8, 181);
    }
    return faults(run(visit));
  }
}
