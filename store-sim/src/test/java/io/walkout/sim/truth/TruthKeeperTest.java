package io.walkout.sim.truth;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.walkout.ingest.recording.Recording;
import io.walkout.ingest.recording.StockHistory;
import io.walkout.ingest.recording.Truth;
import io.walkout.ingest.recording.TruthPerson;
import io.walkout.ingest.recording.TruthTracks;
import io.walkout.sim.Scenarios;
import io.walkout.sim.Simulation;
import io.walkout.sim.SimulationOptions;
import io.walkout.sim.Unheard;
import io.walkout.store.ProductCode;
import io.walkout.store.geometry.Vec3;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every simulated recording tells all that truly happened in it. */
class TruthKeeperTest {
  @TempDir private static Path scratch;
  private static Path recording;
  private static Truth truth;
  private static TruthTracks tracks;
  private static StockHistory stock;

  @BeforeAll
  static void aCrowd() throws IOException {
    recording = scratch.resolve("crowd.rec");
    Simulation.run("crowd", 5, recording);
    truth = Recording.open(recording).truth().orElseThrow();
    tracks = TruthTracks.read(recording).orElseThrow();
    stock = StockHistory.read(recording).orElseThrow();
  }

  @Test
  void theTruthNamesWhereItComesFrom() {
    assertThat(truth.origin()).isEqualTo(new Truth.Origin("crowd", 5L, List.of()));
  }

  @Test
  void eventsAndDeedsAreToldInTheOrderOfTime() throws IOException {
    Truth busy =
        Simulation.run(Scenarios.find("full-store"), 1, new Unheard(), SimulationOptions.NONE)
            .truth();
    assertThat(busy.events())
        .isSortedAccordingTo(Comparator.comparingLong(Truth.Event::captureNanos));
    assertThat(busy.deeds())
        .isSortedAccordingTo(Comparator.comparingLong(Truth.Deed::captureNanos));
  }

  @Test
  void everybodyHasATrackFromTheirEnteringToTheirLeaving() {
    assertThat(tracks.people()).hasSize(truth.receipts().size());
    for (TruthPerson person : tracks.people()) {
      Truth.Receipt receipt = truth.receipts().get(person.id() - 1);
      assertThat(receipt.targetId()).isEqualTo(person.targetId());
      assertThat(receipt.party()).isEqualTo(person.party());
      assertThat(receipt.enteredNanos()).isEqualTo(person.enteredNanos());
      assertThat(receipt.leftNanos()).isEqualTo(person.leftNanos());
      for (int frame = 1; frame <= tracks.frames(); frame++) {
        long t = tracks.nanos(frame);
        boolean inside =
            requireNonNull(receipt.enteredNanos()) <= t && t < requireNonNull(receipt.leftNanos());
        assertThat(rowOf(frame, person.id()) >= 0)
            .as("person %d in frame %d", person.id(), frame)
            .isEqualTo(inside);
      }
    }
  }

  @Test
  void nobodyMovesFasterThanPeopleDo() {
    for (int frame = 2; frame <= tracks.frames(); frame++) {
      for (int row = tracks.firstRow(frame); row < tracks.endRow(frame); row++) {
        int before = rowOf(frame - 1, tracks.id(row));
        if (before >= 0) {
          assertThat(Math.hypot(tracks.x(row) - tracks.x(before), tracks.y(row) - tracks.y(before)))
              .isLessThan(0.25);
        }
      }
    }
  }

  @Test
  void whoTakesSomethingStandsWithinReachOfItsPlace() {
    assertThat(truth.events()).isNotEmpty();
    for (Truth.Event event : truth.events()) {
      int id =
          tracks.people().stream()
              .filter(p -> p.targetId().equals(event.targetId()))
              .findFirst()
              .orElseThrow()
              .id();
      int frame = 1 + (int) ((event.captureNanos() - tracks.nanos(1)) / 100_000_000L);
      int row = rowOf(frame, id);
      assertThat(row).isNotNegative();
      Vec3 place = requireNonNull(event.place());
      assertThat(Math.hypot(place.x() - tracks.x(row), place.y() - tracks.y(row))).isLessThan(1.3);
    }
  }

  @Test
  void whatIsGoneFromTheShelvesIsOnTheReceipts() {
    Map<ProductCode, Integer> gone = new TreeMap<>(stock.total(tracks.nanos(1)));
    stock.total(Long.MAX_VALUE).forEach((code, units) -> gone.merge(code, -units, Integer::sum));
    gone.values().removeIf(units -> units == 0);
    Map<ProductCode, Integer> owed = new TreeMap<>();
    for (Truth.Receipt receipt : truth.receipts()) {
      for (Truth.Item item : receipt.products()) {
        owed.merge(item.barcode(), item.quantity(), Integer::sum);
      }
    }
    assertThat(gone).isEqualTo(owed);
  }

  @Test
  void everybodyComesInAndLeavesOnce() {
    for (Truth.Deed.Kind kind : List.of(Truth.Deed.Kind.ENTER, Truth.Deed.Kind.EXIT)) {
      assertThat(truth.deeds().stream().filter(d -> d.kind() == kind).map(Truth.Deed::targetId))
          .containsExactlyInAnyOrderElementsOf(
              truth.receipts().stream().map(Truth.Receipt::targetId).toList());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "hand-over, HAND_OVER",
    "restock, RESTOCK",
    "bag-on-shelf, BAG_ON",
    "bag-on-shelf, BAG_OFF"
  })
  void deedsBesideTakingAreToldWithTimePlaceAndPerson(String scenario, Truth.Deed.Kind kind)
      throws IOException {
    Truth told = Simulation.run(scenario, 1, scratch.resolve(scenario + kind + ".rec")).truth();
    List<Truth.Deed> deeds = told.deeds().stream().filter(d -> d.kind() == kind).toList();
    assertThat(deeds).isNotEmpty();
    for (Truth.Deed deed : deeds) {
      assertThat(deed.place()).isNotNull();
      assertThat(told.receipts().stream().map(Truth.Receipt::targetId)).contains(deed.targetId());
      if (kind == Truth.Deed.Kind.HAND_OVER) {
        assertThat(deed.toTargetId()).isNotNull().isNotEqualTo(deed.targetId());
      }
      if (kind == Truth.Deed.Kind.HAND_OVER || kind == Truth.Deed.Kind.RESTOCK) {
        assertThat(deed.barcode()).isNotNull();
        assertThat(deed.quantity()).isPositive();
      }
    }
  }

  @Test
  void whoEntersOnOneCredentialIsOneParty() throws IOException {
    Truth couple = Simulation.run("couple", 1, scratch.resolve("couple.rec")).truth();
    assertThat(couple.receipts().stream().map(Truth.Receipt::party).distinct()).hasSize(1);
    assertThat(couple.receipts()).hasSize(2);
  }

  @Test
  void theSameSeedGivesTheSameBytes() throws IOException {
    Path again = scratch.resolve("again.rec");
    Simulation.run("crowd", 5, again);
    for (String file :
        List.of("truth.json", "truth/floor.txt", "truth/people.csv", "truth/stock.csv")) {
      assertThat(Files.readAllBytes(again.resolve(file)))
          .isEqualTo(Files.readAllBytes(recording.resolve(file)));
    }
  }

  private static int rowOf(int frame, int id) {
    for (int row = tracks.firstRow(frame); row < tracks.endRow(frame); row++) {
      if (tracks.id(row) == id) {
        return row;
      }
    }
    return -1;
  }
}
