package io.walkout.node.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.walkout.node.report.Progress;
import io.walkout.node.report.UserError;
import io.walkout.sim.Simulation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same input gives the same receipts, byte for byte. */
class DeterminismTest {
  @TempDir private static Path scratch;
  private static Path first;

  @BeforeAll
  static void replayTheDemoOnce() throws IOException {
    Simulation.run("demo", 1, scratch.resolve("demo.rec"));
    first = replay(scratch.resolve("demo.rec"), "first", 1);
  }

  @Test
  void twiceFromTheSameRecording() throws IOException {
    assertSameBytes(replay(scratch.resolve("demo.rec"), "again", 1));
  }

  @Test
  void withTwoThreadsAsWithOne() throws IOException {
    assertSameBytes(replay(scratch.resolve("demo.rec"), "two", 2));
  }

  @Test
  void fromTheJournalAsFromTheRecording() throws IOException {
    Path fromJournal = replay(first.resolve("journal"), "from-journal", 1);
    assertThat(fromJournal.resolve("receipts.json"))
        .hasSameBinaryContentAs(first.resolve("receipts.json"));
    assertThat(fromJournal.resolve("events.jsonl"))
        .hasSameBinaryContentAs(first.resolve("events.jsonl"));
  }

  @Test
  void fromTheJournalAgainWithAnotherNumberOfThreads() throws IOException {
    Path once = replay(first.resolve("journal"), "journal-once", 1);
    Path again = replay(first.resolve("journal"), "journal-again", 3);
    for (String file : new String[] {"receipts.json", "events.jsonl", "summary.json"}) {
      assertThat(again.resolve(file)).hasSameBinaryContentAs(once.resolve(file));
    }
  }

  @Test
  void fedInFitsAndStartsAsAtFullSpeed() throws IOException {
    Path out = scratch.resolve("fits");
    Replay.run(
        scratch.resolve("demo.rec"),
        out,
        new Replay.Options(2, Pacing.MAX, Replay.PeopleFrom.AUTO, false),
        new Stutter());
    assertSameBytes(out);
  }

  @Test
  void fromTheJournalOfACutOffRecordingAsFromTheRecording() throws IOException {
    Path cut = scratch.resolve("cut.rec");
    Simulation.run("demo", 3, cut);
    for (String stream : new String[] {"plates", "poses", "doors"}) {
      Path file = cut.resolve("sensors/" + stream + ".log");
      byte[] whole = Files.readAllBytes(file);
      Files.write(file, Arrays.copyOf(whole, whole.length * 2 / 5));
    }
    Path out = replay(cut, "cut", 1);
    assertThat(Files.readString(out.resolve("receipts.json"))).contains("cut off");
    Path fromJournal = replay(out.resolve("journal"), "cut-journal", 1);
    assertThat(fromJournal.resolve("receipts.json"))
        .hasSameBinaryContentAs(out.resolve("receipts.json"));
  }

  @Test
  void neverOverWhatItReads() throws IOException {
    assertThatThrownBy(() -> replay(first.resolve("journal"), "first", 1))
        .isInstanceOf(UserError.class);
    assertThat(first.resolve("journal/events.log")).isNotEmptyFile();
  }

  @Test
  void intoTheSameDirectoryAgainChargesNothingTwice() throws IOException {
    Path out = replay(scratch.resolve("demo.rec"), "same", 1);
    String receipts = Files.readString(out.resolve("receipts.json"));
    replay(scratch.resolve("demo.rec"), "same", 2);
    assertThat(out.resolve("receipts.json")).hasContent(receipts);
    assertSameBytes(out);
  }

  /** Holds up the feed and the deciders for moments that have nothing to do with the input. */
  private static final class Stutter implements Progress {
    private static final int LONGEST_NANOS = 2_000_000;

    private final Random feeding = new Random(20300102);
    private final Random deciding = new Random(20300103);

    @Override
    public void reached(long arrivalNanos) {
      if (feeding.nextInt(20) == 0) {
        LockSupport.parkNanos(feeding.nextInt(LONGEST_NANOS));
      }
    }

    @Override
    public void change() {
      LockSupport.parkNanos(deciding.nextInt(LONGEST_NANOS));
    }
  }

  private static void assertSameBytes(Path out) {
    for (String file : new String[] {"receipts.json", "events.jsonl", "summary.json"}) {
      assertThat(out.resolve(file)).hasSameBinaryContentAs(first.resolve(file));
    }
  }

  private static Path replay(Path input, String name, int workers) throws IOException {
    Path out = scratch.resolve(name);
    Replay.run(
        input,
        out,
        new Replay.Options(workers, Pacing.MAX, Replay.PeopleFrom.AUTO, false),
        Progress.NONE);
    return out;
  }
}
