package io.walkout.bench;

import io.walkout.tracker.floor.FloorCamera;
import io.walkout.tracker.floor.FloorView;
import io.walkout.tracker.floor.ProjectiveCamera;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * People who walk in circles under cameras, for {@link FloorTrackerBenchmark}: boxes jitter by half
 * a hundredth of the picture's width, and one in twenty is missing. The same for the same numbers.
 */
final class FloorScene {
  /** Most boxes of one picture. */
  static final int BOXES = 96;

  private static final int WIDTH = 1280;
  private static final int HEIGHT = 720;
  private static final double TALL = 1.75;
  private static final double ROOM = 6;

  /** From room to room: farther than a camera looks for people. */
  private static final double PITCH = 150;

  /** From person to person in the hall, and from camera to camera, metres. */
  private static final double APART = 1.8;

  private static final double CEILING_PITCH = 4;

  final List<FloorCamera> cameras = new ArrayList<>();

  /** Side of the square that all of it lies in, from the origin, metres. */
  final double sideMetres;

  private final double[] homes;
  private final double[] reach;
  private final double[] phase;
  private final double sight;
  private final Random random = new Random(1);

  private FloorScene(int people, double sideMetres, double sight) {
    this.sideMetres = sideMetres;
    this.sight = sight;
    homes = new double[2 * people];
    reach = new double[people];
    phase = random.doubles(people).toArray();
  }

  /** Rooms of 6 x 6 m out of each other's sight: ten people and four corner cameras each. */
  static FloorScene rooms(int people) {
    int rooms = (people + 9) / 10;
    int side = (int) Math.ceil(Math.sqrt(rooms));
    FloorScene scene = new FloorScene(people, side * PITCH, 1.6 * ROOM);
    for (int r = 0; r < rooms; r++) {
      int row = r / side;
      double x = r % side * PITCH;
      double y = row * PITCH;
      for (int k = 0; k < 4; k++) {
        double cx = x + (k % 2 == 0 ? 0.2 : ROOM - 0.2);
        double cy = y + (k < 2 ? 0.2 : ROOM - 0.2);
        scene.cameras.add(looking(new double[] {cx, cy, 2.6}, x + ROOM / 2, y + ROOM / 2, 0.6));
      }
      for (int i = 10 * r; i < Math.min(people, 10 * (r + 1)); i++) {
        scene.homes[2 * i] = x + ROOM / 2;
        scene.homes[2 * i + 1] = y + ROOM / 2;
        scene.reach[i] = 0.4 + 1.8 * scene.random.nextDouble();
      }
    }
    return scene;
  }

  /** One hall, somebody on every 3.2 m2, wide cameras 5 m up, every 4 m. */
  static FloorScene hall(int people) {
    int row = (int) Math.ceil(Math.sqrt(people));
    double side = row * APART;
    FloorScene scene = new FloorScene(people, side, 12);
    for (double x = CEILING_PITCH / 2; x < side + CEILING_PITCH / 2; x += CEILING_PITCH) {
      for (double y = CEILING_PITCH / 2; y < side + CEILING_PITCH / 2; y += CEILING_PITCH) {
        scene.cameras.add(looking(new double[] {x, y, 5}, x + 1.5, y, 0.4));
      }
    }
    for (int i = 0; i < people; i++) {
      int line = i / row;
      scene.homes[2 * i] = (i % row + 0.5) * APART;
      scene.homes[2 * i + 1] = (line + 0.5) * APART;
      scene.reach[i] = 0.2 + 0.5 * scene.random.nextDouble();
    }
    return scene;
  }

  /** The pictures of all cameras, a share of the way around everybody's circle. */
  FloorView[] at(double turned) {
    FloorView[] views = new FloorView[cameras.size()];
    for (int c = 0; c < views.length; c++) {
      views[c] = new FloorView(BOXES, 0);
      views[c].clear(c);
    }
    for (int i = 0; i < reach.length; i++) {
      double turn = 2 * Math.PI * (turned + phase[i]);
      double x = homes[2 * i] + reach[i] * Math.cos(turn);
      double y = homes[2 * i + 1] + reach[i] * Math.sin(turn);
      for (int c = 0; c < views.length; c++) {
        see(cameras.get(c), views[c], x, y);
      }
    }
    return views;
  }

  /** Adds the box around an upright person who stands wholly in the picture. */
  private void see(FloorCamera c, FloorView into, double x, double y) {
    if (Math.hypot(x - c.position(0), y - c.position(1)) > sight || random.nextInt(20) == 0) {
      return;
    }
    double[] box = {WIDTH, HEIGHT, 0, 0};
    double[] pixel = new double[FloorCamera.LINEAR];
    for (int k = 0; k < 16; k++) {
      double angle = Math.PI * k / 4;
      double px = x + 0.25 * Math.cos(angle);
      double py = y + 0.25 * Math.sin(angle);
      if (!c.project(px, py, k < 8 ? 0 : TALL, pixel)) {
        return;
      }
      box[0] = Math.min(box[0], pixel[0]);
      box[1] = Math.min(box[1], pixel[1]);
      box[2] = Math.max(box[2], pixel[0]);
      box[3] = Math.max(box[3], pixel[1]);
    }
    if (box[0] > 0 && box[1] > 0 && box[2] < WIDTH && box[3] < HEIGHT) {
      double jitter = 0.005 * WIDTH;
      into.add(
          box[0] + jitter * random.nextGaussian(),
          box[1] + jitter * random.nextGaussian(),
          box[2] - box[0],
          box[3] - box[1],
          0.9);
    }
  }

  /** A camera {@code z} up that looks at a point 1 m above the floor. */
  private static FloorCamera looking(double[] at, double toX, double toY, double focal) {
    double x = at[0];
    double y = at[1];
    double z = at[2];
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
    double f = focal * WIDTH;
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
}
