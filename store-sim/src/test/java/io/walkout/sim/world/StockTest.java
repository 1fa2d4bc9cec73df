package io.walkout.sim.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class StockTest {
  private final Stock stock = new Stock(StorePlan.corner(), 7);

  @Test
  void aUnitThatIsTakenAndPutBackElsewhereIsAStrayThere() {
    int before = stock.count(0);
    Unit unit = stock.reserve(0, 1).getFirst();
    stock.lift(0, unit);
    assertThat(stock.count(0)).isEqualTo(before - 1);
    stock.putBack(9, unit);
    assertThat(stock.strays(9)).isEqualTo(1);
    assertThat(stock.reserveStray(9)).contains(unit);
    assertThat(stock.reserveStray(9)).isEmpty();
  }

  @Test
  void twoHandsNeverReserveOneUnit() {
    int all = stock.count(3);
    List<Unit> first = stock.reserve(3, all - 1);
    List<Unit> second = stock.reserve(3, 5);
    assertThat(first).hasSize(all - 1).doesNotContainAnyElementsOf(second);
    assertThat(second).hasSize(1);
    assertThat(stock.reserve(3, 1)).isEmpty();
  }

  @Test
  void aUnitThatIsNotReservedCannotBeLifted() {
    Unit unit = stock.standing().getFirst();
    assertThatThrownBy(() -> stock.lift(0, unit)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void platesBearWhatAUnitWeighs() {
    for (Unit unit : stock.standing()) {
      double sum = 0;
      for (double grams : unit.loadGrams()) {
        assertThat(grams).isNotNegative();
        sum += grams;
      }
      assertThat(sum).isCloseTo(unit.massGrams(), Offset.offset(1e-6));
    }
  }

  @Test
  void unitsDifferFromTheCatalogueByAboutFivePercent() {
    double[] off =
        stock.standing().stream()
            .mapToDouble(u -> u.massGrams() / u.article().massGrams() - 1)
            .toArray();
    double squares = 0;
    for (double o : off) {
      squares += o * o;
    }
    assertThat(Math.sqrt(squares / off.length)).isBetween(0.035, 0.065);
  }
}
