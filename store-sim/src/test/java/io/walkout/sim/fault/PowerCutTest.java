package io.walkout.sim.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.walkout.ingest.recording.Recording;
import io.walkout.sim.Captured;
import io.walkout.sim.Outcome;
import io.walkout.sim.Simulation;
import io.walkout.sim.SimulationOptions;
import io.walkout.store.PlateId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a store's box that lost its power got to see. */
class PowerCutTest {
  @TempDir Path dir;

  @Test
  void nothingIsSensedWithoutPowerAndWhatWasOnItsWayIsLost() throws IOException {
    FaultyRun faulty = FaultyRun.of("demo", 4, "PowerCut:at=20,for=4");
    for (Captured.Block b : faulty.sensors().blocks) {
      double first = FaultyRun.seconds(b.block().firstNanos);
      assertThat(first < 20 || first > 23.9).as("block at %f", first).isTrue();
      assertThat(FaultyRun.seconds(b.arrivalNanos()) < 20 || first > 23.9).isTrue();
    }
    for (Captured.Poses p : faulty.sensors().poses) {
      // Poses come 2.2 s late at least: those of the last moments were on their way.
      double captured = FaultyRun.seconds(p.captureNanos());
      assertThat(captured < 17.8 || captured >= 24).as("poses at %f", captured).isTrue();
    }
    assertThat(faulty.sensors().doors)
        .allMatch(
            d ->
                FaultyRun.seconds(d.captureNanos()) < 20
                    || FaultyRun.seconds(d.captureNanos()) >= 24);
  }

  @Test
  void beforeItAllIsAsEverAndAfterItThePlatesBearWhatTheyBore() throws IOException {
    FaultyRun whole = FaultyRun.of("demo", 4);
    FaultyRun faulty = FaultyRun.of("demo", 4, "PowerCut:at=20,for=4");
    PlateId plate = new PlateId(1, 2, 3);
    assertThat(faulty.mean(plate, 0, 19)).isEqualTo(whole.mean(plate, 0, 19));
    assertThat(faulty.mean(plate, 26, 40) - whole.mean(plate, 26, 40)).isBetween(-10.0, 10.0);
    assertThat(faulty.happened()).isEqualTo(whole.happened());
    long afterwards =
        faulty.sensors().blocks.stream()
            .filter(b -> FaultyRun.seconds(b.block().firstNanos) > 24.3)
            .count();
    assertThat(afterwards).isGreaterThan(100);
  }

  @Test
  void aTornRecordingReadsToItsLastWholeRecordAndHasItsTruth() throws IOException {
    Path rec = dir.resolve("torn.rec");
    Outcome outcome =
        Simulation.run(
            "demo", 4, rec, SimulationOptions.NONE.withFaults(List.of("PowerCut:at=20,torn=true")));
    Recording recording = Recording.open(rec);
    assertThat(recording.isComplete()).isFalse();
    assertThat(FaultyRun.seconds(recording.endNanos())).isBetween(19.0, 20.1);
    assertThat(recording.truth()).contains(outcome.truth());
    assertThat(recording.truth().orElseThrow().receipts()).hasSize(3);
    assertThat(outcome.faults()).hasSize(1);
    assertThat(recording.provenance().orElseThrow().notes()).isEqualTo(outcome.faults());
  }

  @Test
  void theSameSeedAndFaultsWriteTheSameBytes() throws IOException {
    List<String> faults = List.of("PlateDead:plates=5%", "LateFrames", "WrongMass", "PowerCut");
    for (String name : List.of("a.rec", "b.rec")) {
      Simulation.run("demo", 8, dir.resolve(name), SimulationOptions.NONE.withFaults(faults));
    }
    for (String file :
        List.of(
            "sensors/plates.log",
            "sensors/poses.log",
            "sensors/doors.log",
            "catalogue.csv",
            "truth.json",
            "import.json")) {
      assertThat(dir.resolve("a.rec").resolve(file))
          .hasSameBinaryContentAs(dir.resolve("b.rec").resolve(file));
    }
  }

  @Test
  void aRecordingWithoutFaultsSaysNothingOfAny() throws IOException {
    Outcome outcome = Simulation.run("alone", 1, dir.resolve("whole.rec"));
    assertThat(outcome.faults()).isEmpty();
    assertThat(Files.exists(dir.resolve("whole.rec").resolve("import.json"))).isFalse();
  }
}
