package io.walkout.bench.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.walkout.sim.world.StorePlan;
import io.walkout.store.Shelf;
import io.walkout.store.shelf.ShelfChange;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An event is a deviation above 20 g over 60 samples, for 30 samples. */
class ShelfSeriesTest {
  private final Shelf shelf = StorePlan.corner().store().layout().shelves().getFirst();
  private final ShelfSeries series = new ShelfSeries(shelf);
  private final List<ShelfChange> found = new ArrayList<>();
  private long nanos;

  @Test
  void goodsThatLeaveAPlateAreOneEventOfTheirMass() {
    stand(200, 4000, 0);
    stand(200, 3640, 0);

    assertThat(found).hasSize(1);
    assertThat(found.getFirst().deltaGrams()).isCloseTo(-360, within(0.5));
    assertThat(found.getFirst().plates().getFirst().deltaGrams()).isCloseTo(-360, within(0.5));
    assertThat(found.getFirst().startNanos() / ContestRun.SAMPLE_NANOS).isBetween(200L, 203L);
  }

  @Test
  void aStepUnderFortyGramsNeverDeviatesByTwenty() {
    stand(200, 4000, 0);
    stand(200, 3961, 0);

    assertThat(found).isEmpty();
  }

  @Test
  void aPressIsAnEventOfNoMass() {
    stand(200, 4000, 0);
    stand(40, 4500, 0);
    stand(200, 4000, 0);

    assertThat(found).hasSize(1);
    assertThat(found.getFirst().deltaGrams()).isCloseTo(0, within(0.5));
  }

  @Test
  void twoPlatesWithinASecondAreOneEvent() {
    stand(200, 4000, 2000);
    stand(20, 3640, 2000);
    stand(200, 3640, 1500);

    assertThat(found).hasSize(1);
    assertThat(found.getFirst().deltaGrams()).isCloseTo(-860, within(0.5));
  }

  @Test
  void twoTakesShortlyAfterEachOtherAreTwoEventsWithALevelBetween() {
    stand(200, 4000, 0);
    stand(75, 3640, 0);
    stand(200, 3280, 0);

    assertThat(found).hasSize(2);
    assertThat(found.get(0).deltaGrams()).isCloseTo(-360, within(15.0));
    assertThat(found.get(1).deltaGrams()).isCloseTo(-360, within(15.0));
  }

  @Test
  void aPlateWithoutASampleKeepsItsLastOne() {
    stand(200, 4000, 0);
    stand(200, Float.NaN, 0);

    assertThat(found).isEmpty();
  }

  @Test
  void anEventAtTheEndOfTheRecordingIsToldThere() {
    stand(200, 4000, 0);
    stand(70, 3640, 0);

    assertThat(found).isEmpty();
    assertThat(series.end()).isNotNull();
  }

  private void stand(int samples, float first, float second) {
    float[] grams = new float[shelf.plates().size()];
    grams[0] = first;
    grams[1] = second;
    for (int i = 0; i < samples; i++) {
      ShelfChange change = series.sample(grams, nanos);
      nanos += ContestRun.SAMPLE_NANOS;
      if (change != null) {
        found.add(change);
      }
    }
  }
}
