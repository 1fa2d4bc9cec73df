package io.walkout.sim.camera;

import io.walkout.sim.Captured;
import io.walkout.sim.Simulation;
import io.walkout.sim.Stage;
import io.walkout.sim.Watcher;
import io.walkout.store.Camera;
import io.walkout.store.CameraId;
import io.walkout.store.geometry.CameraModel;
import io.walkout.store.geometry.RigidTransform;
import io.walkout.store.geometry.Vec3;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Predicate;

/** A simulated shop stopped at a moment, and cameras to hang in it. */
final class Moment {
  /** No distortion. */
  static final double[] STRAIGHT = new double[5];

  /** A wide lens: barrel, a little decentred. */
  static final double[] WIDE = {-0.2, 0.05, 0.002, -0.0015, -0.003};

  private Moment() {}

  private static final class Stop extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Stage stage;

    Stop(Stage stage) {
      this.stage = stage;
    }
  }

  /** The shop at the first step at which something is so. */
  static Stage when(String scenario, long seed, Predicate<Stage> is) throws IOException {
    try {
      Simulation.run(
          scenario,
          seed,
          new Captured(),
          List.of(
              stage ->
                  new Watcher() {
                    @Override
                    public void step(double seconds, double step) {
                      if (is.test(stage)) {
                        throw new Stop(stage);
                      }
                    }

                    @Override
                    public void end(double seconds) {}
                  }));
    } catch (Stop stop) {
      return stop.stage;
    }
    throw new AssertionError(scenario + " with seed " + seed + " never comes to that");
  }

  /** A camera of 320x180 that hangs at {@code at} and looks at {@code aim}. */
  static Camera camera(Vec3 at, Vec3 aim, double focalPixels, double[] distortion) {
    Vec3 f = aim.minus(at).times(1 / aim.minus(at).norm());
    double level = StrictMath.hypot(f.x(), f.y());
    Vec3 r = new Vec3(f.y() / level, -f.x() / level, 0);
    Vec3 d =
        new Vec3(
            f.y() * r.z() - f.z() * r.y(),
            f.z() * r.x() - f.x() * r.z(),
            f.x() * r.y() - f.y() * r.x());
    RigidTransform pose =
        new RigidTransform(
            new double[] {r.x(), d.x(), f.x(), r.y(), d.y(), f.y(), r.z(), d.z(), f.z()}, at);
    return new Camera(
        new CameraId("test"),
        new CameraModel(320, 180, focalPixels, focalPixels, 161.5, 88.25, distortion, pose));
  }

  static CameraRenderer look(Stage stage, Camera camera) {
    return look(stage, camera, picture(camera));
  }

  static CameraRenderer look(Stage stage, Camera camera, ByteBuffer bgr) {
    CameraRenderer renderer = new CameraRenderer(stage, camera);
    renderer.render(10, camera.model(), bgr);
    return renderer;
  }

  static ByteBuffer picture(Camera camera) {
    return ByteBuffer.allocateDirect(
        3 * camera.model().widthPixels() * camera.model().heightPixels());
  }

  /** Mean of each channel over a square around a place. */
  static double[] mean(ByteBuffer bgr, Camera camera, double[] pixel, int half) {
    double[] sum = new double[3];
    int n = 0;
    for (int v = (int) pixel[1] - half; v <= (int) pixel[1] + half; v++) {
      for (int u = (int) pixel[0] - half; u <= (int) pixel[0] + half; u++) {
        for (int c = 0; c < 3; c++) {
          sum[c] += bgr.get(3 * (v * camera.model().widthPixels() + u) + c) & 255;
        }
        n++;
      }
    }
    for (int c = 0; c < 3; c++) {
      sum[c] /= n;
    }
    return sum;
  }
}
