package io.walkout.bench;

import io.walkout.store.geometry.FloorPolygon;
import io.walkout.tracker.floor.FloorPeople;
import io.walkout.tracker.floor.FloorSight;
import io.walkout.tracker.floor.FloorTracker;
import io.walkout.tracker.floor.FloorTrackerSettings;
import io.walkout.tracker.floor.FloorView;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The floor tracker as the crowd grows, in rooms out of each other's sight and in one dense hall,
 * ten pictures a second: one operation is one moment of the whole floor.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class FloorTrackerBenchmark {
  private static final int MOMENTS = 100;
  private static final long STEP_NANOS = 100_000_000L;

  /** People on the floor. */
  @Param({"10", "30", "100", "300", "1000"})
  public int people = 10;

  /** Where they are: in rooms out of each other's sight, or close together in one hall. */
  @Param({"rooms", "hall"})
  public String floor = "rooms";

  private FloorTracker tracker =
      new FloorTracker(List.of(), null, FloorSight.OPEN, FloorTrackerSettings.of(1, 1, 0));
  private FloorView[][] moments = new FloorView[0][];
  private int moment;
  private long nanos;

  /** Makes ten seconds of boxes. */
  @Setup
  public void walk() {
    FloorScene scene = floor.equals("hall") ? FloorScene.hall(people) : FloorScene.rooms(people);
    moments = new FloorView[MOMENTS][];
    for (int m = 0; m < MOMENTS; m++) {
      moments[m] = scene.at(m / (double) MOMENTS);
    }
    tracker =
        new FloorTracker(
            scene.cameras,
            FloorPolygon.rectangle(0, 0, scene.sideMetres, scene.sideMetres),
            FloorSight.OPEN,
            FloorTrackerSettings.of(2 * people + 16, FloorScene.BOXES, 0));
    moment = 0;
    nanos = 0;
    for (int m = 0; m < MOMENTS; m++) {
      step();
    }
  }

  private FloorPeople step() {
    FloorView[] views = moments[moment];
    moment = (moment + 1) % MOMENTS;
    nanos += STEP_NANOS;
    return tracker.update(nanos, views, views.length);
  }

  /** One moment of the whole floor. */
  @Benchmark
  public int moment() {
    return step().count;
  }
}
