package io.walkout.sim.camera;

import static org.assertj.core.api.Assertions.assertThat;

import io.walkout.store.Camera;
import io.walkout.store.geometry.CameraModel;
import io.walkout.store.geometry.OrientedBox;
import io.walkout.store.geometry.RigidTransform;
import io.walkout.store.geometry.Vec3;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is drawn lies where the calibration says. */
class GeometryTest {
  private static final Vec3 AT = new Vec3(0.4, -2.1, 2.6);
  private static final Vec3 AIM = new Vec3(0.9, -0.3, 0.9);

  private static Camera camera(boolean wide) {
    return Moment.camera(AT, AIM, 150, wide ? Moment.WIDE : Moment.STRAIGHT);
  }

  @ParameterizedTest
  @CsvSource({"false", "true"})
  void everyPixelsRayIsProjectedBackIntoThatPixel(boolean wide) {
    CameraModel model = camera(wide).model();
    View view = new View(model);
    double[] pixel = new double[2];
    for (int i = 0; i < 320 * 180; i += 7) {
      for (int s = 0; s < View.SAMPLES; s++) {
        double a = view.a[s][i];
        double b = view.b[s][i];
        double t = 0.5 + i % 5;
        double[] r = view.r;
        model.project(
            view.x + t * (r[0] * a + r[1] * b + r[2]),
            view.y + t * (r[3] * a + r[4] * b + r[5]),
            view.z + t * (r[6] * a + r[7] * b + r[8]),
            pixel);
        assertThat(pixel[0]).isBetween(i % 320 + 0.1, i % 320 + 0.9);
        assertThat(pixel[1]).isBetween(Math.floorDiv(i, 320) + 0.1, Math.floorDiv(i, 320) + 0.9);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "false, 0.9, -0.3, 1.0", "true, 0.9, -0.3, 1.0", "true, -0.6, -1.0, 1.4",
    "true, 2.0, -0.2, 1.4", "true, 1.1, -1.4, 0.1", "false, 1.9, 0.4, 0.6"
  })
  void aSmallBallIsDrawnAroundTheProjectionOfItsMiddle(boolean wide, double x, double y, double z) {
    CameraModel model = camera(wide).model();
    View view = new View(model);
    RoundCone ball = new RoundCone(new Cloth(Cloth.Kind.SKIN, 0xFFFFFF, 0, 1, 1)).round();
    double[] middle = new double[3];
    view.toCamera(x, y, z, middle);
    ball.set(middle, 0.04, middle, 0.04);
    assertDrawnAt(view, ball, model, x, y, z);
  }

  @ParameterizedTest
  @CsvSource({"false, 0.9, -0.3, 1.0", "true, -0.5, -1.0, 1.4", "true, 1.9, -0.2, 1.2"})
  void aSmallBoxIsDrawnAroundTheProjectionOfItsMiddle(boolean wide, double x, double y, double z) {
    CameraModel model = camera(wide).model();
    View view = new View(model);
    Vec3 corner = new Vec3(x - 0.03, y - 0.03, z - 0.03);
    Block box =
        new Block(
            new OrientedBox(
                new RigidTransform(RigidTransform.IDENTITY.rotation(), corner),
                new Vec3(0.06, 0.06, 0.06)),
            Paint.plain(0xFFFFFF),
            null);
    assertDrawnAt(view, box, model, x, y, z);
  }

  private static void assertDrawnAt(
      View view, Solid solid, CameraModel model, double x, double y, double z) {
    Layer layer = new Layer(view.width, view.height);
    solid.place(view);
    for (int s = 0; s < View.SAMPLES; s++) {
      solid.draw(view, layer, s, 0, 0, 0, view.width, view.height);
    }
    double sumU = 0;
    double sumV = 0;
    int n = 0;
    for (int i = 0; i < view.width * view.height; i++) {
      for (int s = 0; s < View.SAMPLES; s++) {
        if (layer.depth[s][i] < Float.POSITIVE_INFINITY) {
          sumU += i % view.width + 0.5;
          sumV += Math.floorDiv(i, view.width) + 0.5;
          n++;
        }
      }
    }
    double[] pixel = new double[2];
    assertThat(model.project(x, y, z, pixel)).isTrue();
    assertThat(n).isGreaterThan(8);
    assertThat(sumU / n).isCloseTo(pixel[0], Offset.offset(0.6));
    assertThat(sumV / n).isCloseTo(pixel[1], Offset.offset(0.6));
  }
}
