package io.walkout.bench.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.walkout.sim.world.StorePlan;
import io.walkout.store.Facing;
import io.walkout.store.PlateId;
import io.walkout.store.Product;
import io.walkout.store.Store;
import io.walkout.store.shelf.ShelfChange;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** 0.8 times where it left, 0.2 times how its mass fits. */
class GoodsScoreTest {
  private final Store store = StorePlan.corner().store();
  private final GoodsScore score = new GoodsScore(store);

  @Test
  void theOverlapOfTwoGaussiansOfTenGrams() {
    assertThat(GoodsScore.overlap(250, 250)).isEqualTo(1);
    assertThat(GoodsScore.overlap(250, 270)).isCloseTo(0.3173, within(1e-4));
    assertThat(GoodsScore.overlap(250, 400)).isLessThan(1e-12);
    assertThat(GoodsScore.overlap(250, Double.NaN)).isZero();
  }

  @Test
  void whatLeftAFacingsPlatesIsItsProductWhateverItWeighs() {
    Facing facing = store.planogram().facings().getFirst();

    GoodsScore.Scored best = best(facing.plates(), -10_000);

    assertThat(best.product().code()).isEqualTo(facing.product());
    assertThat(best.score()).isCloseTo(0.8, within(1e-9));
  }

  @Test
  void halfOnEachOfTwoFacingsTheMassDecides() {
    List<Facing> facings = store.planogram().facings();
    Facing one = facings.getFirst();
    Facing other =
        facings.stream()
            .filter(f -> f.shelf().equals(one.shelf()))
            .filter(f -> Math.abs(product(f).massGrams() - product(one).massGrams()) > 100)
            .findFirst()
            .orElseThrow();
    List<PlateId> plates = List.of(one.plates().getFirst(), other.plates().getFirst());

    assertThat(best(plates, -product(one).massGrams()).product()).isEqualTo(product(one));
    assertThat(best(plates, -product(other).massGrams()).product()).isEqualTo(product(other));
  }

  private GoodsScore.Scored best(List<PlateId> plates, double grams) {
    List<ShelfChange.PlateDelta> deltas =
        plates.stream().map(p -> new ShelfChange.PlateDelta(p, grams / plates.size(), 10)).toList();
    return Objects.requireNonNull(
        score.best(new ShelfChange(plates.getFirst().shelfId(), 0, 1, grams, 10, deltas)));
  }

  private Product product(Facing facing) {
    return store.catalogue().find(facing.product()).orElseThrow();
  }
}
