package io.walkout.sim.camera;

import io.walkout.sim.Stage;
import io.walkout.sim.people.Shopper;
import io.walkout.sim.world.Dice;
import io.walkout.store.Camera;
import io.walkout.store.geometry.CameraModel;
import java.nio.ByteBuffer;

/**
 * What one camera sees of a simulated shop, and the truth about the people in its picture. To be
 * asked after a step of the simulation, as a {@link io.walkout.sim.Watcher} is. Each picture
 * depends on those before it (the exposure follows the light): the same calls in the same order
 * give the same bytes. Single-threaded; one instance per camera. Draws only from dice of its own,
 * so that the simulation does not notice.
 *
 * <p>A renderer of 640x360 holds about 45 MB.
 */
public final class CameraRenderer {
  /** Shortest exposure, seconds; indoors cheap cameras stay between these two. */
  private static final double SHORTEST_EXPOSURE_SECONDS = 1 / 100.0;

  private static final double LONGEST_EXPOSURE_SECONDS = 1 / 40.0;

  /** Steps a second of the simulation, whose length is the unit of a share. */
  private static final double STEPS_PER_SECOND = 60;

  private final Stage stage;
  private final View view;
  private final Backdrop backdrop;
  private final Compositor compositor;
  private final Cast cast;
  private final Silhouettes outlines;
  private final Shadows shadows = new Shadows();
  private final Sensor sensor;
  private final double exposureSeconds;

  /**
   * A renderer for pictures of the size of the camera's calibration.
   *
   * @param stage the shop; read at every picture, never changed
   * @param camera one of its cameras; its name seeds the noise
   */
  public CameraRenderer(Stage stage, Camera camera) {
    this.stage = stage;
    Dice dice = new Dice(stage.seed(), "camera " + camera.id().value());
    exposureSeconds = dice.between(SHORTEST_EXPOSURE_SECONDS, LONGEST_EXPOSURE_SECONDS);
    view = new View(camera.model());
    Optics optics = new Optics(view.width, view.height);
    backdrop = new Backdrop(stage, view, optics);
    compositor = new Compositor(view, optics, backdrop);
    cast = new Cast(stage.scene());
    outlines = new Silhouettes(view.width, view.height);
    sensor = new Sensor(view.width, view.height, new Dice(stage.seed(), "cameras' light"), dice);
  }

  /** Width of the pictures, pixels. */
  public int width() {
    return view.width;
  }

  /** Height of the pictures, pixels. */
  public int height() {
    return view.height;
  }

  /** As {@link #render(double, double, CameraModel, ByteBuffer)}, exposed until the last step. */
  public void render(double seconds, CameraModel trueModel, ByteBuffer bgr) {
    render(seconds, 1, trueModel, bgr);
  }

  /**
   * Takes a picture of the shop as it is now.
   *
   * @param seconds simulation time, for what flickers and drifts; must not go back
   * @param share how far between the simulation's last two steps people are at the middle of the
   *     exposure: 0 for the step before, 1 for the last
   * @param trueModel where the camera truly is and what lens it has; changing it costs a whole new
   *     drawing
   * @param bgr receives width x height x 3 bytes from its index 0 on: blue, green, red, rows from
   *     the top; its position stays
   * @throws IllegalArgumentException if the model's picture size is another, or the buffer too
   *     small
   */
  public void render(double seconds, double share, CameraModel trueModel, ByteBuffer bgr) {
    if (bgr.capacity() < 3 * view.width * view.height) {
      throw new IllegalArgumentException(
          "a picture of "
              + view.width
              + "x"
              + view.height
              + " takes "
              + 3 * view.width * view.height
              + " bytes, found room for "
              + bgr.capacity());
    }
    if (view.look(trueModel)) {
      backdrop.look(view);
      compositor.wipe();
    }
    backdrop.keepUp(seconds, view, compositor.tiles());
    compositor.begin(backdrop);
    double half = exposureSeconds * STEPS_PER_SECOND / 2;
    cast.draw(view, compositor.movers(), outlines, compositor.tiles(), share - half, share + half);
    for (int p = 0; p < cast.people(); p++) {
      Shopper shopper = cast.figure(p).shopper;
      if (shopper.isVisible()) {
        shadows.cast(shopper, share, view, backdrop, compositor.floorLight(), compositor.tiles());
      }
    }
    compositor.finish(backdrop, cast, outlines);
    sensor.take(seconds, compositor.imaged, bgr);
  }

  /** The last picture before the sensor made it: blue, green, red, linear, 0 to 4092. */
  int[] light() {
    return compositor.imaged;
  }

  /** People whose outline, hidden or not, covers any of the last picture. */
  public int people() {
    return outlines.people();
  }

  /**
   * Who it is: one more than their place in {@code Scene.shoppers()}.
   *
   * @param i below {@link #people}
   */
  public int number(int i) {
    return outlines.who(i) + 1;
  }

  /** Who it is: their {@link Shopper#targetId}. */
  public String id(int i) {
    return stage.scene().shoppers().get(outlines.who(i)).targetId();
  }

  /**
   * The box of their whole body, whatever stands before it, clipped to the picture.
   *
   * @param box receives left, top, width, height, pixels
   */
  public void box(int i, float[] box) {
    outlines.box(i, box);
  }

  /** As {@link #box}, not clipped. */
  public void wholeBox(int i, float[] box) {
    outlines.amodalBox(i, box);
  }

  /**
   * Share of their whole body that is seen, 0 to 1: of its pixels in the picture those that nothing
   * stands before (what they hold counts as something), times the share of the body that the
   * picture's edge leaves (by solid angle), as MOT16 counts cropping too.
   */
  public double visibility(int i) {
    return outlines.visibility(i);
  }
}
