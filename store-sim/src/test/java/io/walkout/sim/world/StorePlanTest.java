package io.walkout.sim.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.walkout.store.Facing;
import io.walkout.store.Gtin;
import org.junit.jupiter.api.Test;

class StorePlanTest {
  @Test
  void theShopsHaveThePlatesTheyPromise() {
    assertThat(StorePlan.corner().store().layout().plateCount()).isEqualTo(210);
    assertThat(StorePlan.big().store().layout().plateCount()).isEqualTo(306);
    assertThat(StorePlan.big().store().layout().gondolas()).hasSize(5);
  }

  @Test
  void everyCodeIsAGtinWithARightCheckDigit() {
    assertThat(Assortment.load())
        .hasSizeGreaterThan(60)
        .allMatch(a -> Gtin.kindOf(a.code().value()) == Gtin.Kind.GTIN);
  }

  @Test
  void everyFacingStandsOnPlatesOfItsShelfThatNoOtherFacingHas() {
    SimStore shop = StorePlan.big();
    var plates = shop.facings().stream().flatMap(f -> f.plates().stream()).toList();
    assertThat(plates).doesNotHaveDuplicates();
    assertThat(plates).allMatch(p -> shop.store().layout().plate(p).isPresent());
  }

  @Test
  void manyNeighboursWeighTheSame() {
    SimStore shop = StorePlan.corner();
    int twins = 0;
    for (int f = 0; f + 1 < shop.facings().size(); f++) {
      Facing a = shop.facings().get(f);
      if (a.shelf().equals(shop.facings().get(f + 1).shelf())
          && shop.article(f).massGrams() == shop.article(f + 1).massGrams()) {
        twins++;
      }
    }
    assertThat(twins).isGreaterThan(20);
  }
}
