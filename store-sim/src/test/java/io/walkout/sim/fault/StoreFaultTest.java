package io.walkout.sim.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.walkout.sim.world.StorePlan;
import io.walkout.store.Facing;
import io.walkout.store.Product;
import io.walkout.store.Store;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A store file that is wrong about the shop; the shop is as it was. */
class StoreFaultTest {
  @Test
  void aWrongPlanHasFacingsThatNameEachOthersProducts() throws IOException {
    FaultyRun whole = FaultyRun.of("demo", 4);
    FaultyRun faulty = FaultyRun.of("demo", 4, "WrongPlanogram:share=0.2");
    List<Facing> right = store(whole).planogram().facings();
    List<Facing> wrong = store(faulty).planogram().facings();
    int different = 0;
    for (int f = 0; f < right.size(); f++) {
      assertThat(wrong.get(f).plates()).isEqualTo(right.get(f).plates());
      different += wrong.get(f).product().equals(right.get(f).product()) ? 0 : 1;
    }
    assertThat((double) different / right.size()).isBetween(0.15, 0.25);
    assertThat(wrong.stream().map(Facing::product))
        .containsExactlyInAnyOrderElementsOf(right.stream().map(Facing::product).toList());
    assertThat(faulty.happened()).isEqualTo(whole.happened());
    assertThat(faulty.sensors().blocks.size()).isEqualTo(whole.sensors().blocks.size());
  }

  @Test
  void wrongMassesAreWrongByTheFactorForTheShare() throws IOException {
    FaultyRun whole = FaultyRun.of("demo", 4);
    FaultyRun faulty = FaultyRun.of("demo", 4, "WrongMass:share=0.25,factor=10");
    List<Product> right = store(whole).catalogue().products();
    List<Product> wrong = store(faulty).catalogue().products();
    int different = 0;
    for (int p = 0; p < right.size(); p++) {
      double factor = wrong.get(p).massGrams() / right.get(p).massGrams();
      assertThat(factor).isIn(1.0, 10.0);
      different += factor == 1 ? 0 : 1;
    }
    assertThat((double) different / right.size()).isBetween(0.2, 0.3);
    assertThat(faulty.happened()).isEqualTo(whole.happened());
  }

  @Test
  void smallSharesStillMeanSomething() {
    var shop = StorePlan.corner();
    Store told =
        Faults.parse(List.of("WrongMass:share=0.001", "WrongPlanogram:share=0.001"))
            .in(shop, 1)
            .toldStore();
    assertThat(told.catalogue()).isNotEqualTo(shop.store().catalogue());
    assertThat(told.planogram()).isNotEqualTo(shop.store().planogram());
  }

  private static Store store(FaultyRun run) {
    return Objects.requireNonNull(run.sensors().store);
  }
}
