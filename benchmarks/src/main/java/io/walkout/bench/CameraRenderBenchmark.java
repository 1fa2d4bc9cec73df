package io.walkout.bench;

import io.walkout.ingest.video.VideoFileWriter;
import io.walkout.ingest.video.VideoSettings;
import io.walkout.sim.SensorSink;
import io.walkout.sim.Simulation;
import io.walkout.sim.Stage;
import io.walkout.sim.Watcher;
import io.walkout.sim.camera.CameraRenderer;
import io.walkout.store.Camera;
import io.walkout.store.Store;
import io.walkout.store.signal.DoorEvent;
import io.walkout.store.signal.PlateBlock;
import io.walkout.store.signal.PoseSet;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Pictures of 640x360 a second on one thread: drawn, and drawn and written as H.264. The shop is
 * the simulated {@code crowd}, or {@code full-store} for more than three people, stopped at the
 * first moment at which one of its cameras sees that many people; that camera draws it again and
 * again, with light and noise that change and people who sway between the simulation's last two
 * steps. Nothing is taken from a shelf meanwhile, which in a real run costs a few milliseconds each
 * time.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class CameraRenderBenchmark {
  private static final long SEED = 2;
  private static final double FRAMES_PER_SECOND = 15;
  private static final long FRAME_NANOS = 66_666_667;

  /** More people than these are never seen at once in {@code crowd}. */
  private static final int MOST_IN_CROWD = 3;

  /** People in the picture, at least. */
  @Param({"0", "1", "2", "3", "7"})
  public int people;

  private final List<Stage> stages = new ArrayList<>();
  private final List<Camera> cameras = new ArrayList<>();
  private final List<CameraRenderer> renderers = new ArrayList<>();
  private final List<VideoFileWriter> writers = new ArrayList<>();
  private ByteBuffer bgr = ByteBuffer.allocateDirect(0);
  private Path scratch = Path.of("");
  private long frame;

  /** For JMH. */
  public CameraRenderBenchmark() {}

  /** Ends a simulation at the moment that is looked for. */
  private static final class Found extends RuntimeException {
    private static final long serialVersionUID = 1;

    Found() {
      super(null, null, false, false);
    }
  }

  /** Finds the moment. */
  @Setup(Level.Trial)
  public void find() throws IOException {
    scratch = Files.createTempDirectory("walkout-bench");
    try {
      Simulation.run(
          people > MOST_IN_CROWD ? "full-store" : "crowd",
          SEED,
          new Nowhere(),
          List.of(this::watch));
      throw new IllegalStateException("no camera ever sees " + people + " people");
    } catch (Found found) {
      Camera camera = cameras.getFirst();
      renderers.add(new CameraRenderer(stages.getFirst(), camera));
      bgr = ByteBuffer.allocateDirect(640 * 360 * 3);
      writers.add(
          VideoFileWriter.create(
              scratch.resolve("bench.mp4"), VideoSettings.camera(640, 360, FRAMES_PER_SECOND)));
    }
  }

  private Watcher watch(Stage stage) {
    List<CameraRenderer> looking = new ArrayList<>();
    List<Camera> all = stage.shop().store().layout().cameras();
    for (Camera camera : all) {
      looking.add(new CameraRenderer(stage, camera));
    }
    ByteBuffer picture = ByteBuffer.allocateDirect(640 * 360 * 3);
    return new Watcher() {
      private int steps;

      @Override
      public void step(double seconds, double step) {
        if (steps++ % 30 != 0) {
          return;
        }
        for (int c = 0; c < all.size(); c++) {
          looking.get(c).render(seconds, all.get(c).model(), picture);
          if (looking.get(c).people() >= people) {
            stages.add(stage);
            cameras.add(all.get(c));
            throw new Found();
          }
        }
      }

      @Override
      public void end(double seconds) {}
    };
  }

  /** Throws the video away. */
  @TearDown(Level.Trial)
  public void close() throws IOException {
    writers.forEach(VideoFileWriter::close);
    Files.deleteIfExists(scratch.resolve("bench.mp4"));
    Files.deleteIfExists(scratch);
  }

  /** Draws one picture. */
  @Benchmark
  public ByteBuffer render() {
    draw();
    return bgr;
  }

  /** Draws one picture and writes it. */
  @Benchmark
  public long renderAndEncode() throws IOException {
    draw();
    VideoFileWriter writer = writers.getFirst();
    writer.write(bgr, frame * FRAME_NANOS);
    return writer.frames();
  }

  private void draw() {
    frame++;
    double share = frame % 16 / 8.0 - 1;
    renderers.getFirst().render(frame / FRAMES_PER_SECOND, share, cameras.getFirst().model(), bgr);
  }

  /** Drops what the sensors send. */
  private static final class Nowhere implements SensorSink {
    @Override
    public void begin(Store store, String caseName) {}

    @Override
    public void plates(PlateBlock block, long arrivalNanos) {}

    @Override
    public void poses(PoseSet poses, long captureNanos, long arrivalNanos) {}

    @Override
    public void door(DoorEvent door, long arrivalNanos) {}
  }
}
