package io.walkout.sim.film;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.walkout.ingest.ring.EventSource;
import io.walkout.ingest.ring.FramePool;
import io.walkout.ingest.ring.StoreEvent;
import io.walkout.ingest.video.VideoException;
import io.walkout.ingest.video.VideoFileSource;
import io.walkout.ingest.video.VideoProbe;
import io.walkout.sim.Captured;
import io.walkout.sim.Outcome;
import io.walkout.sim.Simulation;
import io.walkout.sim.SimulationOptions;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FloorFilmTest {
  @TempDir private Path dir;

  @Test
  void theFilmLastsAsLongAsTheSimulationAndShowsTheShop() throws Exception {
    Path file = dir.resolve("alone.mp4");
    Outcome outcome = film(file, "alone");

    VideoProbe probe = VideoProbe.probe(file);
    assertThat(probe.width()).isEqualTo(1280);
    assertThat(probe.height()).isEqualTo(720);
    assertThat(probe.frames() / 20.0).isCloseTo(outcome.seconds(), within(0.1));
    assertThat(probe.durationNanos() / 1e9).isCloseTo(outcome.seconds(), within(0.2));
    assertThat(outcome.takes()).isEqualTo(1);
    assertThat(mostRed(file, (int) probe.frames())).as("red pixels of a take").isGreaterThan(500);
  }

  @Test
  void theSameSimulationGivesTheSameFilm() throws Exception {
    film(dir.resolve("a.mp4"), "alone");
    film(dir.resolve("b.mp4"), "alone");
    assertThat(dir.resolve("a.mp4")).hasSameBinaryContentAs(dir.resolve("b.mp4"));
  }

  @Test
  void aFilmThatCannotBeWrittenIsRefusedBeforeTheSimulation() {
    assertThatThrownBy(() -> film(dir.resolve("no/such.mp4"), "alone"))
        .isInstanceOf(VideoException.class)
        .hasMessageContaining("such.mp4");
  }

  private static Outcome film(Path file, String scenario) throws IOException {
    return Simulation.run(
        scenario, 1, new Captured(), SimulationOptions.NONE.watchedBy(List.of(FloorFilm.to(file))));
  }

  /** Pixels in the red of goods taken, in the picture that has most of them. */
  private static int mostRed(Path file, int frames) throws IOException {
    long[] times = new long[frames];
    Arrays.setAll(times, i -> i);
    int most = 0;
    try (var source = new VideoFileSource("film", 0, file, times, new FramePool(1))) {
      StoreEvent slot = new StoreEvent();
      while (source.peekArrivalNanos() != EventSource.ENDED) {
        slot.reset(StoreEvent.Kind.END);
        source.read(slot);
        var frame = Objects.requireNonNull(slot.frame);
        most = Math.max(most, red(frame.pixels()));
        frame.release();
      }
    }
    return most;
  }

  private static int red(ByteBuffer bgr) {
    int count = 0;
    for (int i = 0; i < bgr.limit(); i += 3) {
      int blue = bgr.get(i) & 0xff;
      int green = bgr.get(i + 1) & 0xff;
      int red = bgr.get(i + 2) & 0xff;
      count += red > 170 && green < 90 && blue < 90 ? 1 : 0;
    }
    return count;
  }
}
