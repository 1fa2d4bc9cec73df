package io.walkout.bench;

import io.walkout.cart.CartResolver;
import io.walkout.cart.ResolverSettings;
import io.walkout.store.EventTime;
import io.walkout.store.PersonId;
import io.walkout.store.Store;
import io.walkout.store.cart.CartEvent;
import io.walkout.store.geometry.FloorPoint;
import io.walkout.store.people.People;
import io.walkout.store.people.PersonEvent;
import java.util.concurrent.TimeUnit;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * The cart resolver in a busy store: 30 people with arms, ten moments and one change a second, a
 * third of the changes made where two stand side by side, a fourth of them put-backs, and somebody
 * who leaves and somebody who comes every half minute. {@code change} is the time from when the
 * watermark passes a change to when it is announced; {@code second} is all there is to do in one
 * second of the store.
 */
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class CartResolverBenchmark {
  private static final long MOMENT_NANOS = EventTime.SECOND / 10;
  private static final int SECONDS_BETWEEN_EXITS = 30;

  /** A store that has been open for ten minutes. */
  @State(Scope.Thread)
  public static class Open {
    private final Store store = BusyStore.store();
    private BusyStore busy = new BusyStore(1);
    private CartResolver resolver = new CartResolver(store, ResolverSettings.of(store.policy()));
    private final People moment = new People();
    private long second;
    private long events;

    private void count(CartEvent event) {
      events++;
    }

    /** The same ten minutes before each trial, so that carts are full and doubts are open. */
    @Setup(Level.Trial)
    public void fill() {
      busy = new BusyStore(1);
      resolver = new CartResolver(store, ResolverSettings.of(store.policy()));
      second = 0;
      for (int i = 0; i < BusyStore.PEOPLE; i++) {
        resolver.person(came(busy.person(i), BusyStore.START));
      }
      for (int s = 0; s < 600; s++) {
        feel();
        decide();
      }
    }

    /** What comes before a change can be decided: a second of moments, and the change itself. */
    final void feel() {
      second++;
      busy.act(second);
      long nanos = BusyStore.START + second * EventTime.SECOND;
      for (int k = 0; k < 10; k++) {
        busy.moment(nanos + k * MOMENT_NANOS, moment);
        resolver.people(moment);
      }
      resolver.change(busy.change());
      if (second % SECONDS_BETWEEN_EXITS == 0) {
        PersonId gone = busy.replaceNext();
        PersonEvent.Why why = PersonEvent.Why.EXITED;
        resolver.person(new PersonEvent.Left(gone, nanos, new FloorPoint(0, 0), null, why));
        resolver.person(came(busy.last(), nanos));
      }
    }

    final long decide() {
      long now = BusyStore.START + (second + 1) * EventTime.SECOND;
      resolver.advance(now, now, this::count);
      return events;
    }

    private static PersonEvent came(PersonId person, long nanos) {
      return new PersonEvent.Appeared(person, nanos, new FloorPoint(0, 0), null, "t" + person);
    }
  }

  /** The same with a change that waits to be decided. */
  @State(Scope.Thread)
  public static class Felt extends Open {
    /** Before each call, and no part of its time. */
    @Setup(Level.Invocation)
    public void feelChange() {
      feel();
    }
  }

  /** One change decided; with it whatever carts close. */
  @Benchmark
  @BenchmarkMode(Mode.SampleTime)
  public long change(Felt store) {
    return store.decide();
  }

  /** A second of the store: its moments, its change, its decision. */
  @Benchmark
  @BenchmarkMode(Mode.AverageTime)
  public long second(Open store) {
    store.feel();
    return store.decide();
  }
}
