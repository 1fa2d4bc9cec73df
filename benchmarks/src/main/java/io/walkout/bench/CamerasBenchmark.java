package io.walkout.bench;

import com.sun.management.OperatingSystemMXBean;
import io.walkout.node.pipeline.Pacing;
import io.walkout.node.pipeline.Replay;
import io.walkout.node.pipeline.SightChoice;
import io.walkout.node.report.Progress;
import io.walkout.sim.Simulation;
import io.walkout.sim.SimulationOptions;
import io.walkout.store.EventTime;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.AuxCounters;
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
 * How many cameras one core sustains live: seconds of all cameras' videos over seconds of processor
 * time, of a whole replay. Decoding, detectors, poses, trackers, shelves, journal and ledger are in
 * it, and so is all that the machine does beside for this process; processor time rather than time,
 * so that neither other processes nor a second core change the figure.
 *
 * <p>{@code -p recording=demo} (the default) films the demo's shop, 640x360 at 10 frames a second;
 * {@code -p recording=X.rec} takes any recording with videos.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
@Fork(1)
public class CamerasBenchmark {
  /** A scenario of the simulator, or the path of a recording. */
  @Param("demo")
  public String recording = "demo";

  /** As {@code replay --detector}. */
  @Param({"motion", "nanodet"})
  public String detector = "motion";

  /** As {@code replay --poses}. */
  @Param("auto")
  public String poses = "auto";

  /** As {@code replay --attention}. */
  @Param({"on", "off"})
  public String attention = "on";

  private Path scratch = Path.of("");
  private Path input = Path.of("");
  private int cameras;

  /** For JMH. */
  public CamerasBenchmark() {}

  /** What JMH shows beside the time of a replay. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Counted {
    private double videoSeconds;
    private double processorSeconds;

    /** For JMH. */
    public Counted() {}

    /** Starts an iteration. */
    @Setup(Level.Iteration)
    public void clear() {
      videoSeconds = 0;
      processorSeconds = 0;
    }

    /** Cameras that one core sustains live. */
    public double camerasPerCore() {
      return videoSeconds / Math.max(1e-9, processorSeconds);
    }
  }

  /** Simulates the recording, if it is to be simulated. */
  @Setup(Level.Trial)
  public void simulate() throws IOException {
    scratch = Files.createTempDirectory("walkout-bench");
    input = Path.of(recording);
    if (!Files.isDirectory(input)) {
      input = scratch.resolve("simulated.rec");
      Simulation.run(
          recording, 1, input, io.walkout.sim.video.Level.PICTURE.of(SimulationOptions.NONE));
    }
    try (Stream<Path> videos = Files.list(input.resolve("video"))) {
      cameras = (int) videos.filter(v -> v.toString().endsWith(".times.csv")).count();
    }
  }

  /** Removes what was simulated. */
  @TearDown(Level.Trial)
  public void clean() throws IOException {
    try (Stream<Path> files = Files.walk(scratch)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** One replay, from opening the recording to the last file on disk. */
  @Benchmark
  public Object replay(Counted counted) throws IOException {
    OperatingSystemMXBean machine =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    SightChoice sight =
        SightChoice.of(
            List.of(detector), poses, SightChoice.AUTO, SightChoice.COLOUR, attention.equals("on"));
    Replay.Options options =
        new Replay.Options(1, Pacing.MAX, Replay.PeopleFrom.PICTURES, true, sight);
    long before = machine.getProcessCpuTime();
    Replay.Outcome outcome = Replay.run(input, scratch.resolve("out"), options, Progress.NONE);
    counted.processorSeconds += (machine.getProcessCpuTime() - before) / 1e9;
    counted.videoSeconds +=
        cameras * EventTime.secondsBetween(outcome.startNanos(), outcome.endNanos());
    return outcome.receipts();
  }
}
