package io.walkout.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.walkout.ingest.recording.Recording;
import io.walkout.ingest.recording.Truth;
import io.walkout.store.EventTime;
import io.walkout.store.Facing;
import io.walkout.store.Policy;
import io.walkout.store.Product;
import io.walkout.store.ShelfId;
import io.walkout.store.geometry.Vec3;
import io.walkout.store.people.Joint;
import io.walkout.store.signal.DoorEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulationTest {
  @TempDir Path dir;

  @Test
  void theSameSeedWritesTheSameBytesAndAnotherSeedOthers() throws IOException {
    Simulation.run("demo", 5, dir.resolve("a.rec"));
    Simulation.run("demo", 5, dir.resolve("b.rec"));
    Simulation.run("demo", 6, dir.resolve("c.rec"));
    assertThat(contents("a.rec")).isNotEmpty().isEqualTo(contents("b.rec"));
    assertThat(contents("a.rec")).isNotEqualTo(contents("c.rec"));
  }

  private Map<String, String> contents(String rec) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(dir.resolve(rec))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(
            dir.resolve(rec).relativize(file).toString(),
            Integer.toHexString(Arrays.hashCode(Files.readAllBytes(file))));
      }
    }
    return contents;
  }

  @Test
  void theRecordedStoreKnowsItsStaffAndChargesWhoHasAThingInTheEnd() throws IOException {
    Simulation.run("restock", 3, dir.resolve("restock.rec"));
    Policy policy = Recording.open(dir.resolve("restock.rec")).store().policy();
    assertThat(policy.handOver()).isEqualTo(Policy.HandOver.RECEIVER);
    assertThat(policy.staffCredentials()).containsExactly("simulated-staff-1");
  }

  @Test
  void theRecordingOpensWithItsStoreAndTruth() throws IOException {
    Outcome outcome = Simulation.run("demo", 1, dir.resolve("demo.rec"));
    Recording recording = Recording.open(dir.resolve("demo.rec"));
    assertThat(recording.store().layout().plateCount()).isEqualTo(210);
    assertThat(recording.store().layout().cameras()).hasSize(4);
    assertThat(recording.truth()).contains(outcome.truth());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void theDemoHasATakeOfTwoAPutBackAndSomeoneWhoTakesNothing(long seed) throws IOException {
    Outcome outcome = Simulation.run("demo", seed, new Captured());
    assertThat(outcome.seconds()).as("seed %d", seed).isBetween(35.0, 60.0);
    List<List<Integer>> quantities = new ArrayList<>();
    for (Truth.Receipt receipt : outcome.truth().receipts()) {
      quantities.add(receipt.products().stream().map(Truth.Item::quantity).toList());
    }
    assertThat(quantities).containsExactly(List.of(2), List.of(1), List.of());
    assertThat(outcome.putBacks()).isEqualTo(1);
  }

  @Test
  void whoTakesAStrayPaysForItAndNotWhoLeftIt() throws IOException {
    Outcome outcome = Simulation.run("misplaced", 2, new Captured());
    assertThat(outcome.truth().receipts().get(0).products()).isEmpty();
    assertThat(outcome.truth().receipts().get(1).products()).hasSize(2);
  }

  @Test
  void neighboursStandSideBySideAndTakeWithinASecond() throws IOException {
    for (long seed = 1; seed <= 5; seed++) {
      Outcome outcome = Simulation.run("neighbours", seed, new Captured());
      List<Truth.Event> events = outcome.truth().events();
      assertThat(events).as("seed %d", seed).hasSize(2);
      double apart =
          EventTime.secondsBetween(events.get(0).captureNanos(), events.get(1).captureNanos());
      assertThat(Math.abs(apart)).as("seed %d", seed).isLessThan(4);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void platesFeelWhatTheTruthSays(long seed) throws IOException {
    Captured sensors = new Captured();
    Outcome outcome = Simulation.run("take-two", seed, sensors);
    Truth.Event take = outcome.truth().events().getFirst();
    ShelfId shelf = take.plates().getFirst().shelfId();
    Product product =
        Objects.requireNonNull(sensors.store).catalogue().find(take.barcode()).orElseThrow();
    double change =
        sensors.meanGrams(shelf, take.captureNanos() + 2_000_000_000L, Long.MAX_VALUE)
            - sensors.meanGrams(shelf, 0, take.captureNanos() - 3_500_000_000L);
    assertThat(-change / (2 * product.massGrams()))
        .as("seed %d: %s by %f", seed, product, change)
        .isBetween(0.75, 1.25);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void leansAndTouchesLeaveNothingBehind(long seed) throws IOException {
    Captured sensors = new Captured();
    Outcome outcome = Simulation.run("nothing", seed, sensors);
    long end = Simulation.EPOCH_NANOS + Math.round(outcome.seconds() * 1e9);
    for (var shelf : Objects.requireNonNull(sensors.store).layout().shelves()) {
      double before = sensors.meanGrams(shelf.id(), 0, Simulation.EPOCH_NANOS + 800_000_000L);
      double after = sensors.meanGrams(shelf.id(), end - 1_500_000_000L, end);
      assertThat(after - before).as("seed %d shelf %s", seed, shelf.id()).isBetween(-30.0, 30.0);
    }
  }

  @Test
  void aHandOfTheRightPersonIsSeenAtMostPlacesThatChange() throws IOException {
    int events = 0;
    int seen = 0;
    for (String name : List.of("crowd", "neighbours", "put-back", "misplaced")) {
      for (long seed = 1; seed <= 6; seed++) {
        Captured sensors = new Captured();
        Outcome outcome = Simulation.run(name, seed, sensors);
        for (Truth.Event event : outcome.truth().events()) {
          events++;
          seen += nearestWrist(sensors, event) < 0.4 ? 1 : 0;
        }
      }
    }
    // The rest, if any, are hands that the shelf hid from the cameras.
    assertThat((double) seen / events).isBetween(0.7, 1.0);
  }

  /** Distance from the person's nearer wrist to the nearest plate of an event, when they meet. */
  private static double nearestWrist(Captured sensors, Truth.Event event) {
    double best = Double.NaN;
    for (Captured.Poses poses : sensors.poses) {
      if (Math.abs(poses.captureNanos() - event.captureNanos()) > 150_000_000L) {
        continue;
      }
      for (int i = 0; i < poses.set().count; i++) {
        if (!poses.set().targetIds[i].equals(event.targetId())) {
          continue;
        }
        for (Joint wrist : List.of(Joint.LEFT_WRIST, Joint.RIGHT_WRIST)) {
          int k = i * Joint.COUNT + wrist.ordinal();
          Vec3 at = new Vec3(poses.set().x[k], poses.set().y[k], poses.set().z[k]);
          for (Facing facing : Objects.requireNonNull(sensors.store).planogram().facings()) {
            if (facing.plates().stream().anyMatch(event.plates()::contains)) {
              double d = facing.box().distanceTo(at);
              best = Double.isNaN(best) || d < best ? d : best;
            }
          }
        }
      }
    }
    return best;
  }

  @Test
  void posesComeTwoToTwoAndAHalfSecondsLateAndHalfOfThemTwice() throws IOException {
    Captured sensors = new Captured();
    Outcome outcome = Simulation.run("random", 1, sensors);
    long last = 0;
    int doubles = 0;
    for (int i = 0; i < sensors.poses.size(); i++) {
      Captured.Poses p = sensors.poses.get(i);
      assertThat(p.arrivalNanos()).isGreaterThan(last);
      last = p.arrivalNanos();
      assertThat((p.arrivalNanos() - p.captureNanos()) / 1e9).isBetween(2.19, 2.6);
      if (i > 0 && p.captureNanos() - sensors.poses.get(i - 1).captureNanos() < 40_000_000L) {
        doubles++;
      }
    }
    double aSecond = sensors.poses.size() / outcome.seconds();
    assertThat(aSecond).isBetween(13.0, 17.0);
    assertThat((double) doubles / (sensors.poses.size() - doubles)).isBetween(0.4, 0.6);
  }

  @Test
  void targetIdsExceedSigned64BitsNowAndThen() throws IOException {
    Outcome outcome = Simulation.run("crowd", 1, new Captured());
    assertThat(outcome.truth().receipts())
        .anyMatch(
            r -> Long.compareUnsigned(Long.parseUnsignedLong(r.targetId()), Long.MAX_VALUE) > 0);
  }

  @Test
  void everyonePassesTheEntryWithACredentialAndLaterTheExit() throws IOException {
    Captured sensors = new Captured();
    Outcome outcome = Simulation.run("demo", 1, sensors);
    assertThat(sensors.doors).hasSize(2 * outcome.people());
    assertThat(sensors.doors)
        .allMatch(d -> (d.kind() == DoorEvent.Kind.ENTRY) == (d.credential() != null));
  }

  @Test
  void blocksOfOneGondolaFollowEachOtherEveryFifthOfASecondGiveOrTake() throws IOException {
    Captured sensors = new Captured();
    Simulation.run("alone", 1, sensors);
    long[] last = new long[8];
    for (Captured.Block b : sensors.blocks) {
      int g = b.block().gondola;
      if (last[g] != 0) {
        assertThat((b.block().firstNanos - last[g]) / 1e6).isBetween(170.0, 230.0);
      }
      last[g] = b.block().firstNanos;
    }
  }

  @Test
  void anUnknownNameIsRefusedWithTheNamesThereAre() {
    assertThatThrownBy(() -> Simulation.run("nowhere", 1, new Captured()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'nowhere'")
        .hasMessageContaining("demo");
    assertThat(Scenarios.describe("demo")).startsWith("three people");
  }
}
