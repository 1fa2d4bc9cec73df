package io.walkout.tracker.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import io.walkout.ingest.ring.StoreEvent;
import io.walkout.store.Catalogue;
import io.walkout.store.EventTime;
import io.walkout.store.Layout;
import io.walkout.store.Planogram;
import io.walkout.store.Policy;
import io.walkout.store.Store;
import io.walkout.store.geometry.FloorPolygon;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShelfOutagesTest {
  private final ShelfOutages outages =
      new ShelfOutages(
          new Store(
              "bare",
              ZoneOffset.UTC,
              Currency.getInstance("EUR"),
              new Layout(
                  FloorPolygon.rectangle(0, 0, 1, 1), List.of(), List.of(), List.of(), List.of()),
              new Catalogue(List.of()),
              new Planogram(List.of()),
              new Policy(0.8, 4 * EventTime.SECOND, 6 * EventTime.SECOND)));

  @Test
  void aGondolaThatStopsIsOutFromThenOn() {
    speaks(1, 0, 20);
    speaks(2, 0, 25);
    assertThat(outages.wasOut(1, at(5), at(25))).as("not silent for long enough yet").isFalse();
    speaks(2, 25, 40);
    assertThat(outages.wasOut(1, at(5), at(21))).as("it was silent when they left").isTrue();
    assertThat(outages.wasOut(1, at(5), at(19))).as("they left before").isFalse();
  }

  @Test
  void aGapCountsForWhoeverWasThereDuringIt() {
    speaks(1, 0, 10);
    speaks(1, 30, 50);
    assertThat(outages.wasOut(1, at(0), at(9))).isFalse();
    assertThat(outages.wasOut(1, at(20), at(22))).isTrue();
    assertThat(outages.wasOut(1, at(31), at(49))).isFalse();
  }

  @Test
  void oneThatNeverSpokeIsAbsentAndNotOut() {
    speaks(1, 0, 10);
    assertThat(outages.wasOut(2, at(0), at(100))).isFalse();
  }

  @Test
  void ofManyOutagesNoneIsForgotten() {
    for (int i = 0; i < 200; i++) {
      speaks(1, 20 * i, 20 * i + 10);
    }
    assertThat(outages.wasOut(1, at(12), at(13))).isTrue();
    assertThat(outages.wasOut(1, at(20 * 198 + 12), at(20 * 198 + 13))).isTrue();
  }

  private void speaks(int gondola, int fromSecond, int toSecond) {
    for (int s = fromSecond; s < toSecond; s++) {
      StoreEvent event = new StoreEvent();
      event.reset(StoreEvent.Kind.PLATES);
      event.plates.shape(gondola, 60, 1, 1);
      event.plates.periodNanos = EventTime.SECOND / 60;
      event.captureNanos = at(s);
      event.arrivalNanos = at(s + 1);
      outages.observe(event);
    }
  }

  private static long at(double seconds) {
    return EventTime.ofSeconds(1000 + seconds);
  }
}
