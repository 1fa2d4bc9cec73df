package io.walkout.sim.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.walkout.ingest.recording.Recording;
import io.walkout.ingest.recording.VideoStream;
import io.walkout.ingest.ring.EventSource;
import io.walkout.ingest.video.VideoProbe;
import io.walkout.sim.Captured;
import io.walkout.sim.Simulation;
import io.walkout.sim.SimulationOptions;
import io.walkout.store.EventTime;
import io.walkout.store.geometry.CameraModel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cameras whose pictures are a plain grey that brightens with time. */
class CameraSensorTest {
  @TempDir private Path dir;

  /** Paints quickly, and notes one line for each frame. */
  private static final class Grey implements PictureMaker {
    private final StringBuilder lines = new StringBuilder();

    @Override
    public void render(double seconds, double share, CameraModel trueModel, ByteBuffer bgr) {
      byte value = (byte) (60 + (int) (seconds * 2) % 100);
      int n = 3 * trueModel.widthPixels() * trueModel.heightPixels();
      for (int i = 0; i < n; i++) {
        bgr.put(i, value);
      }
    }

    @Override
    public void note(int frame) {
      lines.append(frame + 1).append(",1,0,0,1,1,1,1,1\n");
    }

    @Override
    public void write(Path boxes) throws IOException {
      Files.writeString(boxes, lines);
    }
  }

  @Test
  void everyCameraHasAVideoWithItsTimesAndBoxesAndThereAreNoPoses() throws Exception {
    Recording recording = Recording.open(simulated("a", 1));

    assertThat(recording.problems()).isEmpty();
    assertThat(recording.videos()).hasSize(recording.store().layout().cameras().size());
    double seconds = (recording.endNanos() - recording.startNanos()) / 1e9;
    for (VideoStream video : recording.videos()) {
      VideoProbe probe = VideoProbe.probe(video.file());
      assertThat(probe.frames()).isEqualTo(video.captureNanos().length);
      assertThat((double) probe.frames()).isBetween(9.5 * seconds - 20, 10 * seconds + 2);
      Path boxes = dir.resolve("a.rec/truth/" + video.camera() + ".gt.txt");
      assertThat(Files.readAllLines(boxes)).hasSize((int) probe.frames());
    }
    assertThat(recording.sensorSources().stream().map(EventSource::name)).doesNotContain("poses");
  }

  @Test
  void captureTimesJitterAndRiseSomeFramesAreLateAndSomeMissing() throws Exception {
    int late = 0;
    int missing = 0;
    for (VideoStream video : Recording.open(simulated("b", 2)).videos()) {
      long[] captured = video.captureNanos();
      long[] arrived = video.arrivalNanos();
      int uneven = 0;
      for (int i = 1; i < captured.length; i++) {
        long gap = captured[i] - captured[i - 1];
        assertThat(gap).isPositive();
        assertThat(arrived[i]).isGreaterThanOrEqualTo(arrived[i - 1]).isGreaterThan(captured[i]);
        uneven += Math.abs(gap - EventTime.SECOND / 10) > 1_000_000 ? 1 : 0;
        missing += gap > 185_000_000 ? 1 : 0;
        late += arrived[i] - captured[i] > 100_000_000 ? 1 : 0;
      }
      assertThat(uneven).isGreaterThan(captured.length / 2);
    }
    assertThat(late).isPositive();
    assertThat(missing).isPositive();
  }

  @Test
  void theSameSeedGivesTheSameBytesAndAnotherSeedOthers() throws Exception {
    Path first = simulated("c", 3).resolve("video");
    Path again = simulated("d", 3).resolve("video");
    Path other = simulated("e", 4).resolve("video");
    for (String file : List.of("cam-1.mp4", "cam-1.times.csv", "cam-3.mp4", "cam-3.times.csv")) {
      assertThat(again.resolve(file)).hasSameBinaryContentAs(first.resolve(file));
    }
    assertThat(Files.readString(other.resolve("cam-1.times.csv")))
        .isNotEqualTo(Files.readString(first.resolve("cam-1.times.csv")));
  }

  @Test
  void aStalledCameraSendsNothingAndTheOthersAreAsTheyWere() throws Exception {
    List<VideoStream> well = Recording.open(simulated("f", 1)).videos();
    Path rec =
        simulated(
            "g",
            1,
            SimulationOptions.NONE.withFaults(List.of("CameraStall:camera=cam-2,from=5,for=4")));
    List<VideoStream> stalled = Recording.open(rec).videos();
    long from = Simulation.EPOCH_NANOS + 5 * EventTime.SECOND;
    assertThat(stalled.get(1).captureNanos())
        .satisfies(
            times -> {
              for (long t : times) {
                assertThat(t >= from && t < from + 4 * EventTime.SECOND).isFalse();
              }
            });
    assertThat(stalled.get(1).captureNanos()).hasSizeLessThan(well.get(1).captureNanos().length);
    assertThat(stalled.get(0).arrivalNanos()).isEqualTo(well.get(0).arrivalNanos());
  }

  @Test
  void picturesNeedARecording() {
    assertThatThrownBy(
            () -> Simulation.run("alone", 1, new Captured(), filmed(SimulationOptions.NONE)))
        .hasMessageContaining("recording");
  }

  private Path simulated(String name, long seed) throws IOException {
    return simulated(name, seed, SimulationOptions.NONE);
  }

  private Path simulated(String name, long seed, SimulationOptions options) throws IOException {
    Path rec = dir.resolve(name + ".rec");
    Simulation.run("alone", seed, rec, filmed(options));
    return rec;
  }

  private static SimulationOptions filmed(SimulationOptions options) {
    return options.filmedBy(CameraSensor.of(CameraSettings.DEFAULT, (stage, camera) -> new Grey()));
  }
}
