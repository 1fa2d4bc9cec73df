package io.walkout.bench;

import io.walkout.store.geometry.FloorPolygon;
import io.walkout.tracker.floor.FloorCamera;
import io.walkout.tracker.floor.FloorPeople;
import io.walkout.tracker.floor.FloorSight;
import io.walkout.tracker.floor.FloorTracker;
import io.walkout.tracker.floor.FloorTrackerSettings;
import io.walkout.tracker.floor.FloorView;
import io.walkout.tracker.floor.ProjectiveCamera;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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
 * The floor tracker on rooms of 6 x 6 m out of each other's sight, ten people and four corner
 * cameras each, ten pictures a second: one operation is one moment of the whole floor. Boxes jitter
 * by a hundredth of the width and one in twenty is missing.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class FloorTrackerBenchmark {
  private static final double ROOM = 6;

  /** From room to room: farther than a camera looks for people. */
  private static final double PITCH = 150;

  private static final int WIDTH = 1280;
  private static final int HEIGHT = 720;
  private static final int MOMENTS = 100;
  private static final long STEP_NANOS = 100_000_000L;

  /** People on the floor. */
  @Param({"10", "30", "100", "300", "1000"})
  public int people = 10;

  private FloorTracker tracker =
      new FloorTracker(List.of(), null, FloorSight.OPEN, FloorTrackerSettings.of(1, 1, 0));
  private FloorView[][] moments = new FloorView[0][];
  private int moment;
  private long nanos;

  /** Makes ten seconds of boxes. */
  @Setup
  public void walk() {
    Random random = new Random(1);
    int rooms = (people + 9) / 10;
    int side = (int) Math.ceil(Math.sqrt(rooms));
    List<FloorCamera> cameras = new ArrayList<>();
    for (int r = 0; r < rooms; r++) {
      int row = r / side;
      double x = r % side * PITCH;
      double y = row * PITCH;
      for (int k = 0; k < 4; k++) {
        double cx = x + (k % 2 == 0 ? 0.2 : ROOM - 0.2);
        double cy = y + (k < 2 ? 0.2 : ROOM - 0.2);
        cameras.add(looking(cx, cy, x + ROOM / 2, y + ROOM / 2));
      }
    }
    double width = side * PITCH;
    moments = new FloorView[MOMENTS][cameras.size()];
    double[] phase = random.doubles(2L * people).toArray();
    for (int m = 0; m < MOMENTS; m++) {
      for (int c = 0; c < cameras.size(); c++) {
        moments[m][c] = new FloorView(48, 0);
        moments[m][c].clear(c);
      }
      for (int i = 0; i < people; i++) {
        double turn = 2 * Math.PI * (m / (double) MOMENTS + phase[2 * i]);
        int room = i / 10;
        int row = room / side;
        double reach = 0.4 + 1.8 * phase[2 * i + 1];
        double x = room % side * PITCH + ROOM / 2 + reach * Math.cos(turn);
        double y = row * PITCH + ROOM / 2 + reach * Math.sin(turn);
        for (int c = 0; c < cameras.size(); c++) {
          see(cameras.get(c), moments[m][c], x, y, random);
        }
      }
    }
    tracker =
        new FloorTracker(
            cameras,
            FloorPolygon.rectangle(0, 0, width, width),
            FloorSight.OPEN,
            FloorTrackerSettings.of(2 * people + 16, 48, 0));
    moment = 0;
    nanos = 0;
    for (int m = 0; m < MOMENTS; m++) {
      step();
    }
  }

  private static void see(FloorCamera c, FloorView into, double x, double y, Random random) {
    double[] pixel = new double[FloorCamera.LINEAR];
    double far = Math.hypot(x - c.position(0), y - c.position(1));
    if (far > 1.6 * ROOM || random.nextInt(20) == 0 || !c.project(x, y, 0, pixel)) {
      return;
    }
    double u = pixel[0];
    double v = pixel[1];
    double half = 0.25 * WIDTH * 0.6 / Math.max(far, 0.5);
    if (u > 0 && u < WIDTH && v < HEIGHT && c.project(x, y, 1.75, pixel) && pixel[1] > 0) {
      double jitter = 0.005 * WIDTH;
      into.add(
          u - half + jitter * random.nextGaussian(),
          pixel[1] + jitter * random.nextGaussian(),
          2 * half,
          v - pixel[1],
          0.9);
    }
  }

  /** A camera 2.6 m up that looks at a point 1 m above the floor. */
  private static FloorCamera looking(double x, double y, double toX, double toY) {
    double z = 2.6;
    double dx = toX - x;
    double dy = toY - y;
    double dz = 1 - z;
    double n = Math.sqrt(dx * dx + dy * dy + dz * dz);
    double[] ahead = {dx / n, dy / n, dz / n};
    double flat = Math.hypot(dx, dy);
    double[] right = {dy / flat, -dx / flat, 0};
    double[] down = {
      ahead[1] * right[2] - ahead[2] * right[1],
      ahead[2] * right[0] - ahead[0] * right[2],
      ahead[0] * right[1] - ahead[1] * right[0]
    };
    double f = 0.6 * WIDTH;
    double[] p = new double[12];
    for (int k = 0; k < 3; k++) {
      p[k] = f * right[k] + WIDTH / 2.0 * ahead[k];
      p[4 + k] = f * down[k] + HEIGHT / 2.0 * ahead[k];
      p[8 + k] = ahead[k];
    }
    for (int r = 0; r < 3; r++) {
      p[4 * r + 3] = -(p[4 * r] * x + p[4 * r + 1] * y + p[4 * r + 2] * z);
    }
    return new ProjectiveCamera(WIDTH, HEIGHT, p);
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
