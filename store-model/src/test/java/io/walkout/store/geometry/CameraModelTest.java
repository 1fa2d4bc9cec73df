package io.walkout.store.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A camera's pixels and the store's points are two views of the same rays. */
class CameraModelTest {
  /** Looks straight down from 3 m, the picture's top towards +y. */
  private static final RigidTransform DOWN =
      new RigidTransform(new double[] {1, 0, 0, 0, -1, 0, 0, 0, -1}, new Vec3(2, 1, 3));

  @Test
  void aPointBelowTheCameraIsInTheMiddleOfThePicture() {
    double[] pixel = new double[2];

    assertThat(camera(DOWN).project(2, 1, 0, pixel)).isTrue();
    assertThat(pixel).containsExactly(320, 180);
  }

  @Test
  void rightIsRightAndUpIsUp() {
    double[] pixel = new double[2];
    camera(DOWN).project(2.3, 1.6, 0, pixel);

    assertThat(pixel[0]).isCloseTo(320 + 300 * 0.1, within(1e-9));
    assertThat(pixel[1]).isCloseTo(180 - 300 * 0.2, within(1e-9));
  }

  @ParameterizedTest(name = "k1 {0} k2 {1} p1 {2} p2 {3} k3 {4}")
  @CsvSource({
    "0, 0, 0, 0, 0",
    "-0.3, 0.1, 0, 0, 0",
    "-0.1, 0.02, 0.001, -0.002, 0.003",
    "0.1, 0, 0, 0.001, 0",
  })
  void whatIsProjectedIsFoundAgain(double k1, double k2, double p1, double p2, double k3) {
    Random random = new Random(5);
    double[] pixel = new double[2];
    double[] floor = new double[2];
    for (int round = 0; round < 500; round++) {
      CameraModel camera = tilted(random, k1, k2, p1, p2, k3);
      double z = random.nextDouble() * 1.5;
      double u = 80 + 480 * random.nextDouble();
      double v = 60 + 240 * random.nextDouble();
      if (!camera.atHeight(u, v, z, floor)) {
        continue;
      }
      assertThat(camera.project(floor[0], floor[1], z, pixel)).isTrue();
      assertThat(pixel[0]).as("seed 5, round %d", round).isCloseTo(u, within(0.02));
      assertThat(pixel[1]).as("seed 5, round %d", round).isCloseTo(v, within(0.02));
    }
  }

  @Test
  void aRayHasUnitLengthAndStartsAtTheCamera() {
    CameraModel camera = tilted(new Random(6), -0.2, 0.05, 0, 0, 0);
    Vec3 ray = camera.ray(100, 300);
    double[] pixel = new double[2];
    Vec3 ahead = camera.position().plus(ray.times(4));

    assertThat(ray.norm()).isCloseTo(1, within(1e-12));
    assertThat(camera.project(ahead.x(), ahead.y(), ahead.z(), pixel)).isTrue();
    assertThat(pixel[0]).isCloseTo(100, within(0.01));
    assertThat(pixel[1]).isCloseTo(300, within(0.01));
  }

  @Test
  void whatIsBehindOrNeverMetIsSaidAndNothingIsWritten() {
    double[] out = {7, 7};

    assertThat(camera(DOWN).project(2, 1, 4, out)).isFalse();
    assertThat(camera(DOWN).atHeight(320, 180, 5, out)).isFalse();
    RigidTransform level =
        new RigidTransform(new double[] {1, 0, 0, 0, 0, 1, 0, -1, 0}, new Vec3(0, 0, 2));
    assertThat(camera(level).atHeight(320, 180, 0, out)).isFalse();
    assertThat(out).containsExactly(7, 7);
  }

  @Test
  void aScaledCameraSeesTheSameInItsOwnPixels() {
    CameraModel half = camera(DOWN).scaledTo(320, 180);
    double[] full = new double[2];
    double[] small = new double[2];
    camera(DOWN).project(1.5, 1.2, 0.4, full);
    half.project(1.5, 1.2, 0.4, small);

    assertThat(small[0] * 2).isCloseTo(full[0], within(1e-9));
    assertThat(small[1] * 2).isCloseTo(full[1], within(1e-9));
  }

  @Test
  void aCameraKeepsItsOwnCopyOfTheDistortion() {
    double[] distortion = new double[5];
    CameraModel camera = new CameraModel(640, 360, 300, 300, 320, 180, distortion, DOWN);
    distortion[0] = 1;
    camera.distortion()[1] = 1;

    assertThat(camera.distortion()).containsOnly(0);
    assertThat(camera).isEqualTo(camera(DOWN)).hasSameHashCodeAs(camera(DOWN));
  }

  @Test
  void nonsenseIsRefused() {
    assertThatThrownBy(() -> new CameraModel(0, 360, 1, 1, 0, 0, new double[5], DOWN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new CameraModel(640, 360, Double.NaN, 1, 0, 0, new double[5], DOWN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new CameraModel(640, 360, 1, 1, 0, 0, new double[4], DOWN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static CameraModel camera(RigidTransform pose) {
    return new CameraModel(640, 360, 300, 300, 320, 180, new double[5], pose);
  }

  private static CameraModel tilted(Random random, double... distortion) {
    Vec3 tilt =
        new Vec3(random.nextDouble() - 0.5, random.nextDouble() - 0.5, 6 * random.nextDouble());
    RigidTransform turn = RigidTransform.rodrigues(tilt, new Vec3(0, 0, 0));
    return new CameraModel(640, 360, 480, 470, 322, 178, distortion, DOWN.compose(turn));
  }
}
