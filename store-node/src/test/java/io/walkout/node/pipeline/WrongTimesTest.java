package io.walkout.node.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.walkout.billing.Receipt;
import io.walkout.ingest.autocheckout.AutoCheckoutImport;
import io.walkout.node.SharedFolder;
import io.walkout.node.report.Progress;
import io.walkout.node.score.ScoreFile;
import io.walkout.sim.Simulation;
import io.walkout.sim.SimulationOptions;
import io.walkout.sim.video.CameraSensor;
import io.walkout.sim.video.CameraSettings;
import io.walkout.store.EventTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A recording in whose table of times something is wrong: a picture whose time can't be meant is
 * told and lost, all others are seen in their own time, and the receipts are those of the sound
 * recording.
 */
class WrongTimesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final CameraSettings SLOW = new CameraSettings(5, 28);
  private static final long SECOND = EventTime.SECOND;

  @TempDir private Path dir;

  /** What became of a recording. */
  private record Seen(
      List<String> receipts, JsonNode faults, long late, long lateObservations, long persons) {}

  @Test
  void oneWrongTimeOfASimulatedVisitCostsThatPictureOnly() throws IOException {
    Path rec = dir.resolve("sound.rec");
    Simulation.run("alone", 1, rec, SimulationOptions.NONE.filmedBy(CameraSensor.rendered(SLOW)));
    Seen sound = replay(rec);
    for (long by : new long[] {5 * SECOND, -5 * SECOND}) {
      Seen seen = replayed(rec, "cam-1", 40, 41, t -> t + by);
      assertOnePictureLost(seen, sound, "cam-1", by);
    }
    List<Long> times = times(rec, "cam-1");
    Seen swapped = replayed(rec, "cam-1", 40, 42, t -> times.get(40) + times.get(41) - t);
    assertOnePictureLost(swapped, sound, "cam-1", -1);

    for (long by : new long[] {-3600 * SECOND}) {
      Seen set = replayed(rec, "cam-1", 40, times.size(), t -> t + by);
      assertThat(set.receipts()).isEqualTo(sound.receipts());
      assertThat(set.late()).isZero();
      assertThat(set.persons()).isEqualTo(sound.persons());
      assertThat(set.faults().path("cam-1").path("TIME_REPEATED").path("frames").asInt())
          .as("lost before the clock was followed")
          .isBetween(4, 6);
    }
  }

  @Test
  void oneWrongTimeOfARealVisitCostsThatPictureOnly() throws IOException {
    Path rec = dir.resolve("real.rec");
    AutoCheckoutImport.run(SharedFolder.find("recordings/cps-test-01"), rec);
    Seen sound = replay(rec);
    for (long by : new long[] {5 * SECOND, -5 * SECOND}) {
      Seen seen = replayed(rec, "cam-7", 100, 101, t -> t + by);
      assertOnePictureLost(seen, sound, "cam-7", by);
      assertThat(
              ScoreFile.score(dir.resolve("wrong.rec"), dir.resolve("wrong.out/receipts.json"))
                  .f1())
          .isEqualTo(1);
    }
  }

  private static void assertOnePictureLost(Seen seen, Seen sound, String camera, long by) {
    String fault = by > 0 ? "TIME_JUMPED" : "TIME_REPEATED";
    assertThat(seen.faults()).as("off by %d ns: %s", by, seen.faults()).hasSize(1);
    assertThat(seen.faults().path(camera)).hasSize(1);
    assertThat(seen.faults().path(camera).path(fault).path("frames").asInt()).isEqualTo(1);
    assertThat(seen.receipts()).isEqualTo(sound.receipts());
    assertThat(seen.persons()).isEqualTo(sound.persons());
    assertThat(seen.late()).isZero();
    assertThat(seen.lateObservations()).isZero();
  }

  private List<Long> times(Path rec, String camera) throws IOException {
    return Files.readAllLines(rec.resolve("video/" + camera + ".times.csv")).stream()
        .skip(1)
        .map(line -> Long.valueOf(line.split(",", -1)[1]))
        .toList();
  }

  /** Replays a copy in which the capture times of some frames are other ones. */
  private Seen replayed(Path rec, String camera, int from, int to, LongUnaryOperator other)
      throws IOException {
    Path copy = dir.resolve("wrong.rec");
    try (var files = Files.walk(rec)) {
      for (Path file : files.toList()) {
        Path target = copy.resolve(rec.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
    Path table = copy.resolve("video/" + camera + ".times.csv");
    List<String> lines = new ArrayList<>(Files.readAllLines(table));
    for (int frame = from; frame < to; frame++) {
      String[] fields = lines.get(frame + 1).split(",", -1);
      fields[1] = Long.toString(other.applyAsLong(Long.parseLong(fields[1])));
      lines.set(frame + 1, String.join(",", fields));
    }
    Files.writeString(table, String.join("\n", lines) + "\n");
    return replay(copy);
  }

  private Seen replay(Path rec) throws IOException {
    Path out = dir.resolve("wrong.out");
    Replay.Outcome outcome =
        Replay.run(
            rec,
            out,
            new Replay.Options(2, Pacing.MAX, Replay.PeopleFrom.PICTURES, true),
            Progress.NONE);
    JsonNode summary = JSON.readTree(Files.readString(out.resolve("summary.json")));
    return new Seen(
        outcome.receipts().stream().map(WrongTimesTest::goods).toList(),
        summary.path("cameraFaults"),
        summary.path("events").path("late").asLong(),
        summary.path("personTracker").path("lateObservations").asLong(),
        summary.path("personTracker").path("persons").asLong());
  }

  /** Who pays what; certainties may differ by what one picture says. */
  private static String goods(Receipt receipt) {
    StringBuilder text = new StringBuilder();
    text.append(receipt.visit()).append(' ').append(receipt.status()).append(' ');
    text.append(receipt.totalMinor());
    receipt
        .lines()
        .forEach(
            l ->
                text.append(' ')
                    .append(l.gtin())
                    .append('x')
                    .append(l.quantity())
                    .append(l.status()));
    return text.toString();
  }
}
