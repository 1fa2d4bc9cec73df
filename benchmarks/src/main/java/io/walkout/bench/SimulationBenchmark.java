package io.walkout.bench;

import io.walkout.sim.Outcome;
import io.walkout.sim.SensorSink;
import io.walkout.sim.Simulation;
import io.walkout.sim.SimulationOptions;
import io.walkout.store.Store;
import io.walkout.store.signal.DoorEvent;
import io.walkout.store.signal.PlateBlock;
import io.walkout.store.signal.PoseSet;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A simulation at sensor level on one thread, from making the shop to its last event, into a sink
 * that only counts. {@code simulatedSeconds} is seconds of simulation per second, which is to say
 * times real time. The default is ten shoppers among 306 plates; each run has a seed of its own, so
 * that no run is one that the compiler knows by heart.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 4)
@Measurement(iterations = 5, time = 4)
@Fork(1)
public class SimulationBenchmark {
  /** A scenario of the simulator. */
  @Param("aisle")
  public String scenario = "aisle";

  /** Faults to switch on, joined by semicolons; empty for none. */
  @Param("")
  public String faults = "";

  private final Counting sink = new Counting();
  private long seed;

  /** For JMH. */
  public SimulationBenchmark() {}

  /** What JMH adds up beside the number of simulations. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Counted {
    /** Seconds that were simulated. */
    public double simulatedSeconds;

    /** For JMH. */
    public Counted() {}
  }

  /** Counts values, so that nothing is computed in vain. */
  private static final class Counting implements SensorSink {
    private double grams;
    private long events;

    @Override
    public void begin(Store store, String caseName) {
      events++;
    }

    @Override
    public void plates(PlateBlock block, long arrivalNanos) {
      grams += block.grams[0];
      events++;
    }

    @Override
    public void poses(PoseSet poses, long captureNanos, long arrivalNanos) {
      events += poses.count;
    }

    @Override
    public void door(DoorEvent door, long arrivalNanos) {
      events++;
    }
  }

  /** One simulation, everybody in and out again. */
  @Benchmark
  public double simulate(Counted counted) throws IOException {
    SimulationOptions options =
        faults.isBlank()
            ? SimulationOptions.NONE
            : SimulationOptions.NONE.withFaults(List.of(faults.split(";")));
    Outcome outcome = Simulation.run(scenario, ++seed, sink, options);
    counted.simulatedSeconds += outcome.seconds();
    return sink.grams + sink.events;
  }
}
