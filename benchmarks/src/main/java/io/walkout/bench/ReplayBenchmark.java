package io.walkout.bench;

import io.walkout.node.pipeline.Pacing;
import io.walkout.node.pipeline.Replay;
import io.walkout.node.report.Progress;
import io.walkout.sim.Simulation;
import io.walkout.store.EventTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
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
 * The whole of {@code ./walkout replay} on a recording: reading, the ring and all its stages,
 * journal, ledger with its fsyncs, result files. {@code recordedSeconds} is seconds of recording
 * per second, which is to say times real time.
 *
 * <p>{@code -p recording=aisle} (the default) simulates a shop of 306 plates and ten shoppers at
 * sensor level; {@code -p recording=X.rec} replays that recording, with its pictures if it has any
 * and no poses.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(1)
public class ReplayBenchmark {
  /** A scenario of the simulator, or the path of a recording. */
  @Param("aisle")
  public String recording = "aisle";

  /** Threads that look at pictures. */
  @Param("2")
  public int threads = 2;

  private Path scratch = Path.of("");
  private Path input = Path.of("");

  /** For JMH. */
  public ReplayBenchmark() {}

  /** What JMH adds up beside the number of replays. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Counted {
    /** Seconds of recording that were replayed. */
    public double recordedSeconds;

    /** For JMH. */
    public Counted() {}
  }

  /** Simulates the recording, if it is to be simulated. */
  @Setup(Level.Trial)
  public void simulate() throws IOException {
    scratch = Files.createTempDirectory("walkout-bench");
    input = Path.of(recording);
    if (!Files.isDirectory(input)) {
      input = scratch.resolve("simulated.rec");
      Simulation.run(recording, 1, input);
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
    Replay.Options options = new Replay.Options(threads, Pacing.MAX, Replay.PeopleFrom.AUTO, true);
    Replay.Outcome outcome = Replay.run(input, scratch.resolve("out"), options, Progress.NONE);
    counted.recordedSeconds += EventTime.secondsBetween(outcome.startNanos(), outcome.endNanos());
    return outcome.receipts();
  }
}
