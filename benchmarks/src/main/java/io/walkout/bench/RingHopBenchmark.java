package io.walkout.bench;

import com.lmax.disruptor.BlockingWaitStrategy;
import com.lmax.disruptor.EventHandler;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.SleepingWaitStrategy;
import com.lmax.disruptor.WaitStrategy;
import com.lmax.disruptor.YieldingWaitStrategy;
import com.lmax.disruptor.dsl.Disruptor;
import com.lmax.disruptor.dsl.ProducerType;
import com.lmax.disruptor.util.DaemonThreadFactory;
import io.walkout.ingest.ring.StoreEvent;
import io.walkout.node.pipeline.Pipeline;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What one hop of the ring costs: slots of the pipeline's own type pass from one producer to one
 * handler, in bursts as large as half the ring. The wait strategy is the question: the pipeline
 * naps (docs/decisions/007); blocking and yielding show what that gives away.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class RingHopBenchmark {
  private static final int SLOTS = 512;
  private static final int BURST = SLOTS / 2;

  /** How the handler waits. */
  @Param({"sleeping", "blocking", "yielding"})
  public String wait = "sleeping";

  private final Seen seen = new Seen();
  private Disruptor<StoreEvent> disruptor = ring(new BlockingWaitStrategy());
  private RingBuffer<StoreEvent> ring = disruptor.getRingBuffer();
  private long published;

  /** For JMH. */
  public RingHopBenchmark() {}

  private static Disruptor<StoreEvent> ring(WaitStrategy strategy) {
    return new Disruptor<>(
        StoreEvent::new, SLOTS, DaemonThreadFactory.INSTANCE, ProducerType.SINGLE, strategy);
  }

  /** Starts the ring. */
  @Setup(Level.Trial)
  public void start() {
    disruptor =
        ring(
            switch (wait) {
              case "sleeping" -> new SleepingWaitStrategy(Pipeline.SPINS, Pipeline.NAP_NANOS);
              case "blocking" -> new BlockingWaitStrategy();
              case "yielding" -> new YieldingWaitStrategy();
              default -> throw new IllegalArgumentException("wait: sleeping, blocking or yielding");
            });
    disruptor.handleEventsWith(seen);
    ring = disruptor.start();
  }

  /** Stops the ring. */
  @TearDown(Level.Trial)
  public void stop() {
    disruptor.shutdown();
  }

  /** A burst of events from the producer to the handler; one operation is one event. */
  @Benchmark
  @OperationsPerInvocation(BURST)
  public long hop() {
    for (int i = 0; i < BURST; i++) {
      long sequence = ring.next();
      try {
        StoreEvent event = ring.get(sequence);
        event.kind = StoreEvent.Kind.PLATES;
        event.captureNanos = sequence;
      } finally {
        ring.publish(sequence);
      }
    }
    published += BURST;
    while (seen.count < published) {
      Thread.onSpinWait();
    }
    return seen.sum;
  }

  private static final class Seen implements EventHandler<StoreEvent> {
    private volatile long count;
    private long sum;
    private long handled;

    @Override
    public void onEvent(StoreEvent event, long sequence, boolean endOfBatch) {
      sum += event.captureNanos;
      handled++;
      if (endOfBatch) {
        count = handled;
      }
    }
  }
}
