package io.walkout.bench;

import io.walkout.cart.CartResolver;
import io.walkout.cart.ResolverSettings;
import io.walkout.store.EventTime;
import io.walkout.store.PersonId;
import io.walkout.store.Store;
import io.walkout.store.cart.Cart;
import io.walkout.store.cart.CartEvent;
import io.walkout.store.geometry.FloorPoint;
import io.walkout.store.people.People;
import io.walkout.store.people.PersonEvent;
import java.lang.management.ManagementFactory;
import java.util.Map;

/**
 * Days of a busy store as fast as the machine goes, to see what stays in memory: 30 people with
 * arms, a change a second, somebody who leaves and somebody who comes every ten seconds, by the
 * cart resolver; and beside it 306 plates at 60 Hz that are pressed and shaken, by the shelf
 * tracker. Seeded, and the same in each run but for the bytes.
 */
final class Week {
  private static final int SECONDS_BETWEEN_EXITS = 10;
  private static final int MOMENTS_A_SECOND = 4;

  /** Blocks of 200 ms of five gondolas. */
  private static final int BLOCKS_A_SECOND = 25;

  /**
   * What one day ends with.
   *
   * @param day from 1
   * @param visits that ended, since the beginning
   * @param liveBytes on the heap, right after it was collected
   * @param kept how much the resolver keeps, by name
   */
  record Day(int day, long visits, long liveBytes, Map<String, Long> kept) {}

  private final BusyStore busy = new BusyStore(1);
  private final CartResolver resolver;
  private final ShelfTrackerBenchmark shelves = new ShelfTrackerBenchmark();
  private final People moment = new People();
  private long second;
  private long visits;
  private int days;

  Week() {
    Store store = BusyStore.store();
    resolver = new CartResolver(store, ResolverSettings.of(store.policy()));
    shelves.load = "busy";
    shelves.record();
    for (int i = 0; i < BusyStore.PEOPLE; i++) {
      came(busy.person(i), BusyStore.START);
    }
  }

  /** One day of so many seconds. */
  Day day(int seconds) {
    for (int s = 0; s < seconds; s++) {
      second();
    }
    days++;
    return new Day(days, visits, liveBytes(), resolver.kept());
  }

  private void second() {
    second++;
    busy.act(second);
    long nanos = BusyStore.START + second * EventTime.SECOND;
    for (int k = 0; k < MOMENTS_A_SECOND; k++) {
      busy.moment(nanos + k * EventTime.SECOND / MOMENTS_A_SECOND, moment);
      resolver.people(moment);
    }
    resolver.change(busy.change());
    if (second % SECONDS_BETWEEN_EXITS == 0) {
      PersonId gone = busy.replaceNext();
      PersonEvent.Why why = PersonEvent.Why.EXITED;
      resolver.person(new PersonEvent.Left(gone, nanos, new FloorPoint(0, 0), null, why));
      came(busy.last(), nanos);
    }
    for (int b = 0; b < BLOCKS_A_SECOND; b++) {
      shelves.sample();
    }
    long now = nanos + EventTime.SECOND;
    resolver.advance(now, now, this::count);
  }

  private void came(PersonId person, long nanos) {
    resolver.person(
        new PersonEvent.Appeared(person, nanos, new FloorPoint(0, 0), null, "t" + person));
  }

  private void count(CartEvent event) {
    visits += event instanceof Cart ? 1 : 0;
  }

  /** Twice, as what the first collection finds dead may hold more through references. */
  private static long liveBytes() {
    System.gc();
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
