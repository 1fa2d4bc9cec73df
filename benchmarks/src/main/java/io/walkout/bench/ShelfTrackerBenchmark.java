package io.walkout.bench;

import io.walkout.ingest.ring.StoreEvent;
import io.walkout.ingest.ring.StoreEvent.Kind;
import io.walkout.store.Catalogue;
import io.walkout.store.EventTime;
import io.walkout.store.Gondola;
import io.walkout.store.Layout;
import io.walkout.store.Planogram;
import io.walkout.store.Plate;
import io.walkout.store.PlateId;
import io.walkout.store.Policy;
import io.walkout.store.Shelf;
import io.walkout.store.ShelfId;
import io.walkout.store.Store;
import io.walkout.store.geometry.FloorPolygon;
import io.walkout.store.geometry.OrientedBox;
import io.walkout.store.geometry.RigidTransform;
import io.walkout.store.geometry.Vec3;
import io.walkout.tracker.shelf.ShelfTracker;
import io.walkout.tracker.shelf.ShelfTrackerSettings;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The shelf tracker on a store of 306 plates (five gondolas, 60 Hz, blocks of 12 samples): one
 * operation is one plate's sample. "quiet" is noise alone; in "busy" every second some shelf is
 * pressed on and the whole store shakes every ten, so that the slow paths run too.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ShelfTrackerBenchmark {
  private static final int GONDOLAS = 5;
  private static final int SHELVES = 6;
  private static final int SAMPLES = 12;

  /** On each shelf; one more on one of them makes 306. */
  private static final int[] PLATES = {11, 10, 10, 10, 10, 10};

  private static final int COLUMNS = 12;
  private static final int PLATE_COUNT = GONDOLAS * 61 + 1;
  private static final int BLOCKS = 300;
  private static final long LAP_NANOS = BLOCKS * 200L * EventTime.MILLI;

  /** What the plates feel. */
  @Param({"quiet", "busy"})
  public String load = "quiet";

  private final List<StoreEvent> events = new ArrayList<>();
  private ShelfTracker tracker = new ShelfTracker(store(), ShelfTrackerSettings.DEFAULT);
  private int next;

  /** Writes one minute of readings. */
  @Setup
  public void record() {
    tracker = new ShelfTracker(store(), ShelfTrackerSettings.DEFAULT);
    Random random = new Random(1);
    events.clear();
    for (int b = 0; b < BLOCKS; b++) {
      for (int g = 1; g <= GONDOLAS; g++) {
        events.add(event(g, b, random));
      }
    }
    next = 0;
  }

  private StoreEvent event(int gondola, int block, Random random) {
    StoreEvent e = new StoreEvent();
    e.reset(Kind.PLATES);
    e.plates.shape(gondola, SAMPLES, SHELVES, COLUMNS);
    e.plates.periodNanos = EventTime.SECOND / 60;
    e.plates.firstNanos = EventTime.SECOND * 1_000_000_000L + block * 200L * EventTime.MILLI;
    boolean busy = load.equals("busy");
    double shake = busy && block % 50 < 5 ? 20 : 1;
    int pressed = busy && block % 5 < 3 ? block / 5 % (SHELVES * COLUMNS - 2) : -10;
    for (int i = 0; i < e.plates.length(); i++) {
      int cell = i % (SHELVES * COLUMNS);
      double press = cell >= pressed && cell < pressed + 3 ? 50 + 20 * random.nextGaussian() : 0;
      e.plates.grams[i] =
          cell % COLUMNS < COLUMNS - 1
              ? (float) (3000 + 100 * cell + shake * 0.8 * random.nextGaussian() + press)
              : Float.NaN;
    }
    return e;
  }

  /** One minute of the whole store, over and over, its times moved on. */
  @Benchmark
  @OperationsPerInvocation(SAMPLES * PLATE_COUNT / GONDOLAS) // 734.4: a fifth of the store
  public long sample() {
    StoreEvent e = events.get(next);
    e.changes.clear();
    tracker.onEvent(e);
    e.plates.firstNanos += LAP_NANOS;
    next++;
    if (next == events.size()) {
      next = 0;
    }
    return e.shelvesSettledNanos;
  }

  private static Store store() {
    List<Gondola> gondolas = new ArrayList<>();
    for (int g = 1; g <= GONDOLAS; g++) {
      List<Shelf> shelves = new ArrayList<>();
      for (int s = 1; s <= SHELVES; s++) {
        List<Plate> plates = new ArrayList<>();
        int count = PLATES[s - 1] + (g == 1 && s == 2 ? 1 : 0);
        for (int p = 1; p <= count; p++) {
          plates.add(new Plate(new PlateId(g, s, p), box(0.1 * p)));
        }
        shelves.add(new Shelf(new ShelfId(g, s), box(0), plates));
      }
      gondolas.add(new Gondola(g, FloorPolygon.rectangle(0, 0, 1.2, 0.4), shelves));
    }
    return new Store(
        "bench",
        ZoneOffset.UTC,
        Currency.getInstance("USD"),
        new Layout(FloorPolygon.rectangle(-5, -5, 5, 5), gondolas, List.of(), List.of(), List.of()),
        new Catalogue(List.of()),
        new Planogram(List.of()),
        Policy.DEFAULT);
  }

  private static OrientedBox box(double x) {
    return new OrientedBox(
        new RigidTransform(RigidTransform.IDENTITY.rotation(), new Vec3(x, 0, 1)),
        new Vec3(0.1, 0.4, 0));
  }
}
