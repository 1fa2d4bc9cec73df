package io.walkout.node.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.walkout.node.report.Progress;
import io.walkout.sim.Simulation;
import io.walkout.sim.SimulationOptions;
import io.walkout.sim.video.CameraSensor;
import io.walkout.sim.video.CameraSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One visit that four cameras film gives the same receipts and events, byte for byte, whoever looks
 * at which picture when; pictures are looked at sparingly.
 */
class PictureDeterminismTest {
  @TempDir private static Path scratch;
  private static Path first;

  @BeforeAll
  static void filmAVisitAndReplayItWithOneWorker() throws IOException {
    Simulation.run(
        "alone",
        1,
        scratch.resolve("alone.rec"),
        SimulationOptions.NONE.filmedBy(CameraSensor.rendered(new CameraSettings(5, 28))));
    first = replay(scratch.resolve("alone.rec"), "one", 1);
    assertThat(Files.readString(first.resolve("events.jsonl"))).contains("appeared");
  }

  @Test
  void withTwoWorkersAsWithOne() throws IOException {
    assertSameBytes(replay(scratch.resolve("alone.rec"), "two", 2));
  }

  @Test
  void fromTheJournalAsFromThePictures() throws IOException {
    assertSameBytes(replay(first.resolve("journal"), "from-journal", 2));
  }

  private static void assertSameBytes(Path out) {
    for (String file : new String[] {"receipts.json", "events.jsonl"}) {
      assertThat(out.resolve(file)).hasSameBinaryContentAs(first.resolve(file));
    }
  }

  private static Path replay(Path input, String name, int workers) throws IOException {
    assertThat(SightChoice.DEFAULT.attention()).isTrue();
    Path out = scratch.resolve(name);
    Replay.run(
        input,
        out,
        new Replay.Options(
            workers,
            Pacing.MAX,
            Replay.PeopleFrom.AUTO,
            false,
            SightChoice.DEFAULT.withShelfLooks(true)),
        Progress.NONE);
    return out;
  }
}
