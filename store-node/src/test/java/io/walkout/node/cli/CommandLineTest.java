package io.walkout.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.walkout.ingest.recording.Truth;
import io.walkout.node.Walkout;
import io.walkout.sim.Outcome;
import io.walkout.sim.Simulation;
import io.walkout.sim.world.NamedShops;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Exit codes and sentences: 0 on success, 2 on wrong usage or unusable input, never a stack trace
 * unless asked for.
 */
class CommandLineTest {
  @TempDir private static Path scratch;
  private static Path recording;

  private record Ran(int exit, String out, String err) {}

  @BeforeAll
  static void simulate() throws IOException {
    recording = scratch.resolve("alone.rec");
    Simulation.run("alone", 1, recording);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "demo",
        "import",
        "import autocheckout",
        "replay",
        "review",
        "review list",
        "review apply",
        "score",
        "simulate",
        "check"
      })
  void everyCommandHasHelp(String command) {
    Ran ran = run((command + " --help").strip().split(" "));
    assertThat(ran.exit()).isZero();
    assertThat(ran.out()).contains("Usage: walkout");
    assertThat(ran.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fly",
        "replay",
        "replay nowhere.rec",
        "replay nowhere.rec --out x",
        "replay x.rec --out x --speed 3x",
        "replay x.rec --out x --threads 0",
        "replay x.rec --out x --people ghosts",
        "review list nowhere",
        "review apply nowhere --answers none.json",
        "review apply nowhere",
        "score nowhere.rec --receipts none.json",
        "simulate nothing-of-the-kind --out x.rec",
        "simulate",
        "simulate alone --seed many --out x.rec",
        "simulate alone --fps 0 --level picture --out x.rec",
        "simulate alone --fps 10 --out x.rec",
        "import autocheckout nowhere --out x.rec",
        "import csv nowhere --out x.rec",
        "check nowhere.yaml"
      })
  void wrongUsageAndUnusableInputExitWithTwoAndOneSentence(String command) {
    Ran ran = run(command.split(" "));
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).isNotBlank().doesNotContain("\tat ").doesNotContain("Exception");
  }

  @Test
  void aRateThatNoCameraHasIsRefusedWithItsRange() {
    Ran ran = run("simulate", "alone", "--level", "picture", "--fps", "0", "--out", "x.rec");
    assertThat(ran.err()).contains("--fps: expected 1 to 60, found 0");
    assertThat(run("simulate", "alone", "--fps", "5", "--out", "x.rec").err())
        .contains("--fps", "--level picture");
  }

  @Test
  void filesInTheWayOfASimulationAreNamedBeforeItBegins() throws IOException {
    Path file = Files.writeString(scratch.resolve("file"), "mine");
    Ran under = run("simulate", "alone", "--out", file.resolve("x.rec").toString());
    assertThat(under.exit()).isEqualTo(2);
    assertThat(under.err()).contains(file + " is a file, not a folder");
    for (String option : new String[] {"--film", "--mcap"}) {
      Path there = scratch.resolve("there." + option.substring(2).replace("film", "mp4"));
      Files.writeString(there, "mine");
      Ran over = run("simulate", "alone", option, there.toString());
      assertThat(over.exit()).isEqualTo(2);
      assertThat(over.err()).contains(option, there + " exists already");
      assertThat(there).hasContent("mine");
    }
  }

  @Test
  void helpNamesEveryShop() {
    String help = run("simulate", "--help").out().replaceAll("\\s+", " ");
    assertThat(help).contains(String.join(", ", NamedShops.names()));
  }

  @Test
  void aFullDiskIsToldWithTheNameOfWhatCouldNotBeWritten() {
    Path out = Path.of("x.rec");
    assertThat(SimulateCommand.unwritten(out, new IOException("No space left on device")))
        .isEqualTo("x.rec: can't be written: No space left on device");
    assertThat(SimulateCommand.unwritten(out, new IOException("x.rec/a.log: can't be written")))
        .isEqualTo("x.rec/a.log: can't be written");
  }

  @Test
  void oneOfAKindIsNotCalledMany() {
    Outcome one =
        new Outcome(
            "alone", 1, 1, 1, 1, 2, 1000, 0, new Truth("alone", List.of(), List.of()), List.of());
    assertThat(SimulationText.of(one))
        .isEqualTo(
            "alone, seed 1: 1.0 s, 1 person, 1 take, 2 put-backs, 1,000 plate samples, 0 pose sets");
  }

  @Test
  void receiptsOfAnotherRecordingAreNotScored() throws IOException {
    Path receipts = scratch.resolve("other.json");
    Files.writeString(receipts, "{\"recording\": \"crowd-7\", \"receipts\": []}");
    Ran ran = run("score", recording.toString(), "--receipts", receipts.toString());
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).contains("other.json, recording:", "'crowd-7'", "'alone-1'");
    Files.writeString(
        receipts,
        "{\"receipts\": [{\"visitId\": \"v\", \"lines\":"
            + " [{\"gtin\": \"1\", \"quantity\": 1, \"status\": \"FOO\"}]}]}");
    Ran wrong = run("score", recording.toString(), "--receipts", receipts.toString());
    assertThat(wrong.exit()).isEqualTo(2);
    assertThat(wrong.err()).contains("other.json", "receipts[0].lines[0].status", "FOO");
  }

  @Test
  void replayThenScoreGiveTheirResultsAsJsonWhereAsked() {
    Path out = scratch.resolve("out with spaces");
    Ran replay = run("replay", recording.toString(), "--out", out.toString(), "--json");
    assertThat(replay.exit()).isZero();
    assertThat(replay.out()).startsWith("{").contains("\"ledger\"");
    Ran score =
        run(
            "score",
            recording.toString(),
            "--receipts",
            out.resolve("receipts.json").toString(),
            "--json");
    assertThat(score.exit()).isZero();
    assertThat(score.out()).startsWith("{").contains("\"f1\"");
  }

  @Test
  void aRecordingCutOffAnywhereReplaysToItsLastWholeRecord() throws IOException {
    Path plates = recording.resolve("sensors/plates.log");
    byte[] whole = Files.readAllBytes(plates);
    try {
      for (int tenth = 0; tenth < 10; tenth += 3) {
        Files.write(plates, Arrays.copyOf(whole, whole.length * tenth / 10 + 7));
        Path out = scratch.resolve("cut-" + tenth);
        Ran ran = run("replay", recording.toString(), "--out", out.toString());
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(out.resolve("receipts.json")).exists();
        assertThat(Files.readString(out.resolve("summary.json"))).contains("torn records");
      }
    } finally {
      Files.write(plates, whole);
    }
  }

  @Test
  void nobodyIsChargedForWhatTheyHeldWhenTheRecordingWasCutOff() throws IOException {
    Path cut = scratch.resolve("cut.rec");
    // Cut between the only take and the only exit.
    Outcome outcome = Simulation.run("alone", 3, cut);
    long taken = outcome.truth().events().getFirst().captureNanos() - Simulation.EPOCH_NANOS;
    Long left = outcome.truth().receipts().getFirst().leftNanos();
    double share =
        (taken + (left == null ? 0 : left - Simulation.EPOCH_NANOS)) / 2e9 / outcome.seconds();
    for (String stream : new String[] {"plates", "poses", "doors"}) {
      Path file = cut.resolve("sensors/" + stream + ".log");
      byte[] whole = Files.readAllBytes(file);
      Files.write(file, Arrays.copyOf(whole, (int) (whole.length * share)));
    }
    Path out = scratch.resolve("cut-off");
    assertThat(run("replay", cut.toString(), "--out", out.toString()).exit()).isZero();
    String receipts = Files.readString(out.resolve("receipts.json"));
    assertThat(receipts).contains("the input was cut off during the visit");
    assertThat(receipts).doesNotContain("\"CHARGED\"");
  }

  @Test
  void aLedgerThatSaysOtherwiseIsRefusedWithWhatToDo() throws IOException {
    Path out = scratch.resolve("contradicted");
    assertThat(run("replay", recording.toString(), "--out", out.toString()).exit()).isZero();
    Path plates = recording.resolve("sensors/plates.log");
    byte[] whole = Files.readAllBytes(plates);
    try {
      Files.write(plates, Arrays.copyOf(whole, whole.length / 20));
      Ran again = run("replay", recording.toString(), "--out", out.toString());
      assertThat(again.exit()).isEqualTo(2);
      assertThat(again.err()).contains("--fresh");
      assertThat(run("replay", recording.toString(), "--out", out.toString(), "--fresh").exit())
          .isZero();
    } finally {
      Files.write(plates, whole);
    }
  }

  private static Ran run(String... args) {
    PrintStream stdout = System.out;
    PrintStream stderr = System.err;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    try {
      int exit = Walkout.run(args);
      return new Ran(
          exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(stdout);
      System.setErr(stderr);
    }
  }
}
