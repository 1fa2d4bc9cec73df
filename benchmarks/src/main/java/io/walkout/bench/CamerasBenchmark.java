package io.walkout.bench;

import com.sun.management.OperatingSystemMXBean;
import io.walkout.models.catalogue.Catalogue;
import io.walkout.models.catalogue.ModelsFolder;
import io.walkout.node.pipeline.Pacing;
import io.walkout.node.pipeline.Replay;
import io.walkout.node.pipeline.SightChoice;
import io.walkout.node.report.Progress;
import io.walkout.sim.Simulation;
import io.walkout.sim.SimulationOptions;
import io.walkout.sim.Stage;
import io.walkout.sim.VideoSink;
import io.walkout.sim.Watcher;
import io.walkout.sim.video.CameraSensor;
import io.walkout.sim.video.CameraSettings;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
 * How many cameras of 640x360 at 10 frames a second one core sustains live: seconds of all cameras'
 * videos over seconds of processor time, of a whole replay on one detect thread. Decoding,
 * detectors, poses, trackers, shelves, journal and ledger are in it. Each measured replay prints
 * that figure: processor time changes little with other processes, JMH's own column, the time of a
 * replay, much.
 *
 * <p>{@code -p recording=demo} (the default) films the first {@link #seconds} of the demo's shop
 * with its four cameras: nobody, one shopper, two. {@code -p recording=X.rec} takes any recording
 * with videos, of which ten pictures count as a second. What needs a net that was not pulled is
 * left out, saying so.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 2)
@Fork(1)
public class CamerasBenchmark {
  private static final double FRAMES_PER_SECOND = 10;

  /** A scenario of the simulator, or the path of a recording. */
  @Param("demo")
  public String recording = "demo";

  /** How much of a scenario is filmed. */
  @Param("16")
  public int seconds = 16;

  /** As {@code replay --detector}; nets come with poses of MoveNet. */
  @Param({"motion", "nanodet"})
  public String detector = "motion";

  /** As {@code replay --hands}. */
  @Param("none")
  public String hands = "none";

  /** As {@code replay --attention}. */
  @Param({"on", "off"})
  public String attention = "on";

  private Path scratch = Path.of("");
  private Path input = Path.of("");
  private double cameraSeconds;
  private double processorSeconds;

  /** For JMH. */
  public CamerasBenchmark() {}

  /** Ends a run of parameters that can't be measured here, in one sentence. */
  private static final class Skipped extends RuntimeException {
    private static final long serialVersionUID = 1;

    Skipped(String why) {
      super(why, null, false, false);
    }
  }

  /** Looks for the nets, and films the recording if it is to be simulated. */
  @Setup(Level.Trial)
  public void film() throws IOException {
    if (!detector.equals("motion")) {
      needs(detector);
      needs("movenet-thunder");
    }
    if (hands.equals(SightChoice.PALMS)) {
      needs("handdetect");
    }
    scratch = Files.createTempDirectory("walkout-bench");
    input = Path.of(recording);
    if (!Files.isDirectory(input)) {
      input = scratch.resolve("simulated.rec");
      Simulation.run(recording, 1, input, SimulationOptions.NONE.filmedBy(this::crew));
    }
    long frames = 0;
    try (Stream<Path> videos = Files.list(input.resolve("video"))) {
      for (Path times : videos.filter(v -> v.toString().endsWith(".times.csv")).toList()) {
        try (Stream<String> lines = Files.lines(times)) {
          frames += lines.filter(line -> Character.isDigit(line.charAt(0))).count();
        }
      }
    }
    cameraSeconds = frames / FRAMES_PER_SECOND;
  }

  private static void needs(String net) {
    if (net.indexOf(':') < 0
        && !Files.exists(ModelsFolder.user().folderOf(Catalogue.load().net(net)))) {
      throw new Skipped("skipped: " + net + " is not here; ./walkout models pull " + net);
    }
  }

  /** The simulator's cameras, for as long as is wanted. */
  private Watcher crew(Stage stage, VideoSink sink) throws IOException {
    Watcher cameras = CameraSensor.rendered(CameraSettings.DEFAULT).watch(stage, sink);
    return new Watcher() {
      @Override
      public void step(double at, double step) throws IOException {
        if (at <= seconds) {
          cameras.step(at, step);
        }
      }

      @Override
      public void end(double at) throws IOException {
        cameras.end(at);
      }
    };
  }

  /** Removes what was written. */
  @TearDown(Level.Trial)
  public void clean() throws IOException {
    if (scratch.toString().isEmpty()) {
      return;
    }
    try (Stream<Path> files = Files.walk(scratch)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Says what JMH's columns don't. */
  @TearDown(Level.Iteration)
  public void tell() {
    System.out.printf(
        Locale.ROOT,
        "%n%s, attention %s, hands %s: %.1f cameras a core (%.4f s of processor a camera-second,"
            + " %.0f camera-seconds; load %.1f)%n",
        detector,
        attention,
        hands,
        cameraSeconds / processorSeconds,
        processorSeconds / cameraSeconds,
        cameraSeconds,
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  /** One replay, from opening the recording to the last file on disk. */
  @Benchmark
  public Object replay() throws IOException {
    OperatingSystemMXBean machine =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    String poses = detector.equals("motion") ? SightChoice.OFF : "movenet-thunder";
    SightChoice sight =
        SightChoice.of(List.of(detector), poses, hands, SightChoice.COLOUR, attention.equals("on"));
    Replay.Options options =
        new Replay.Options(1, Pacing.MAX, Replay.PeopleFrom.PICTURES, true, sight);
    long before = machine.getProcessCpuTime();
    Replay.Outcome outcome = Replay.run(input, scratch.resolve("out"), options, Progress.NONE);
    processorSeconds = (machine.getProcessCpuTime() - before) / 1e9;
    return outcome.receipts();
  }
}
