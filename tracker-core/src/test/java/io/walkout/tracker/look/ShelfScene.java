package io.walkout.tracker.look;

import io.walkout.store.Camera;
import io.walkout.store.CameraId;
import io.walkout.store.Gondola;
import io.walkout.store.Layout;
import io.walkout.store.Shelf;
import io.walkout.store.ShelfId;
import io.walkout.store.geometry.CameraModel;
import io.walkout.store.geometry.FloorPoint;
import io.walkout.store.geometry.FloorPolygon;
import io.walkout.store.geometry.OrientedBox;
import io.walkout.store.geometry.RigidTransform;
import io.walkout.store.geometry.Vec3;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;

/**
 * One gondola of two shelves of 1.2 m before one camera of 640x360, and pictures of it: each cell
 * in a colour of its own, with a sensor's noise from a seed.
 */
final class ShelfScene {
  static final int WIDTH = 640;
  static final int HEIGHT = 360;
  static final ShelfId LOW = new ShelfId(1, 1);
  static final ShelfId HIGH = new ShelfId(1, 2);
  private static final double LENGTH = 1.2;

  final Layout layout;
  final Camera camera;
  final ShelfCells cells;
  final ByteBuffer picture = ByteBuffer.allocateDirect(3 * WIDTH * HEIGHT);
  private final int[] colours;
  private final int[] noise;
  private int at;

  /** A camera before the middle, {@code yaw} turned about the gondola's middle. */
  ShelfScene(double yaw, long seed) {
    Random random = new Random(seed);
    noise = random.doubles(1 << 16).mapToInt(d -> (int) Math.round(10 * d - 5)).toArray();
    List<Shelf> shelves = List.of(shelf(LOW, 0.5), shelf(HIGH, 0.9));
    FloorPolygon foot = rectangle(0, 0, LENGTH, 0.45);
    camera = new Camera(new CameraId("cam"), model(yaw));
    layout =
        new Layout(
            rectangle(-3, -4, 4, 1),
            List.of(new Gondola(1, foot, shelves)),
            List.of(camera),
            List.of(),
            List.of());
    cells = ShelfCells.of(camera.model(), layout);
    colours = random.ints(cells.count(), 0, 1 << 24).toArray();
  }

  private static FloorPolygon rectangle(double x0, double y0, double x1, double y1) {
    return new FloorPolygon(
        List.of(
            new FloorPoint(x0, y0),
            new FloorPoint(x1, y0),
            new FloorPoint(x1, y1),
            new FloorPoint(x0, y1)));
  }

  private static Shelf shelf(ShelfId id, double z) {
    OrientedBox box =
        new OrientedBox(RigidTransform.yaw(0, new Vec3(0, 0, z)), new Vec3(LENGTH, 0.4, 0.3));
    return new Shelf(id, box, List.of());
  }

  /** The same store with a tall gondola, its back to this one, close before it. */
  Layout withAnotherGondolaBetween() {
    RigidTransform turned = RigidTransform.yaw(Math.PI, new Vec3(LENGTH + 1, -0.3, 0.1));
    Shelf tall =
        new Shelf(
            new ShelfId(2, 1), new OrientedBox(turned, new Vec3(LENGTH + 2, 0.2, 1.1)), List.of());
    return new Layout(
        layout.floor(),
        List.of(
            layout.gondolas().getFirst(),
            new Gondola(2, rectangle(-1, -0.5, LENGTH + 1, -0.3), List.of(tall))),
        layout.cameras(),
        List.of(),
        List.of());
  }

  /** Two metres before the front's middle, 1.8 m up, looking down at it by 30 degrees. */
  static CameraModel model(double yaw) {
    double c = Math.cos(Math.toRadians(30));
    double s = Math.sin(Math.toRadians(30));
    double[] look = {1, 0, 0, 0, -s, c, 0, -c, -s};
    RigidTransform at = new RigidTransform(look, new Vec3(0, -2, 1.8));
    RigidTransform turn = RigidTransform.yaw(yaw, new Vec3(LENGTH / 2, 0, 0));
    return new CameraModel(WIDTH, HEIGHT, 340, 340, 320, 180, new double[5], turn.compose(at));
  }

  /** Slices of the lower shelf. */
  static int slices() {
    return ShelfCells.slices(LENGTH);
  }

  /** Makes all cells of a slice of a shelf look otherwise from now on. */
  void change(ShelfId shelf, int slice) {
    for (int i = 0; i < cells.count(); i++) {
      int s = cells.shelfOf[i];
      if (cells.shelves.get(s).id().equals(shelf)
          && cells.sliceOf[i] - cells.firstSlice[s] == slice) {
        colours[i] ^= 0x606060;
      }
    }
  }

  /** Draws the shelves in a light, with noise. */
  void draw(double light) {
    draw(light, 0);
  }

  /** Draws the shelves as a camera sees them that has turned aside by so many pixels. */
  void draw(double light, int shift) {
    for (int i = 0; i < cells.count(); i++) {
      for (int c = 0; c < 3; c++) {
        int level = (int) Math.round((40 + ((colours[i] >> (8 * c)) & 0xff) * 0.6) * light);
        for (int p = cells.firstPixel[i]; p < cells.firstPixel[i + 1]; p++) {
          int at = Math.min(cells.pixels[p] + 3 * shift + c, picture.capacity() - 1);
          picture.put(at, noisy(level));
        }
      }
    }
  }

  private byte noisy(int level) {
    at = (at + 1) & (noise.length - 1);
    return (byte) Math.clamp(level + noise[at], 0, 255);
  }

  /** Draws a body of one colour over a piece of the picture. */
  void cover(int left, int top, int width, int height) {
    for (int y = top; y < top + height; y++) {
      for (int x = left; x < left + width; x++) {
        for (int c = 0; c < 3; c++) {
          picture.put(3 * (y * WIDTH + x) + c, noisy(60));
        }
      }
    }
  }
}
