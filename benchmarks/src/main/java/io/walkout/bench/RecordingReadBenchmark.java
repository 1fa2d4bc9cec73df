package io.walkout.bench;

import io.walkout.ingest.recording.Recording;
import io.walkout.ingest.ring.EventSource;
import io.walkout.ingest.ring.StoreEvent;
import io.walkout.sim.Simulation;
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
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Reading the sensor streams of a recording, checksums and decoding included, and nothing else:
 * {@code samples} is plate samples (one plate, one moment) per second, {@code events} is records of
 * any kind per second. The recording is the simulated {@code aisle}: 306 plates at 60 Hz, poses and
 * doors. It lies in the page cache, so that the disk is not measured.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class RecordingReadBenchmark {
  private final StoreEvent slot = new StoreEvent();
  private Path scratch = Path.of("");
  private Path input = Path.of("");

  /** For JMH. */
  public RecordingReadBenchmark() {}

  /** What JMH adds up beside the number of readings. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Counted {
    /** Plate samples that were decoded. */
    public long samples;

    /** Events that were decoded. */
    public long events;

    /** For JMH. */
    public Counted() {}
  }

  /** Simulates the recording. */
  @Setup(Level.Trial)
  public void simulate() throws IOException {
    scratch = Files.createTempDirectory("walkout-bench");
    input = scratch.resolve("simulated.rec");
    Simulation.run("aisle", 1, input);
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

  /** One reading, from opening the recording to the end of its last stream. */
  @Benchmark
  public float read(Counted counted) throws IOException {
    float last = 0;
    for (EventSource source : Recording.open(input).sensorSources()) {
      try (source) {
        while (source.peekArrivalNanos() != EventSource.ENDED) {
          source.read(slot);
          counted.events++;
          if (slot.kind == StoreEvent.Kind.PLATES) {
            counted.samples += slot.plates.length();
            last += slot.plates.grams[0];
          }
        }
      }
    }
    return last;
  }
}
