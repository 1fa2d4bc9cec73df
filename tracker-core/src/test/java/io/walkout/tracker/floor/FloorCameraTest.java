package io.walkout.tracker.floor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FloorCameraTest {
  // 500 pixels of focal length, 3 m up at (1, 2), looking along x and straight ahead.
  private static final double[] ROWS = {
    320, -500, 0, -320 + 1000, 240, 0, -500, -240 + 1500, 1, 0, 0, -1
  };

  private final FloorCamera camera = new ProjectiveCamera(640, 480, ROWS);

  @Test
  void aMatrixTellsWhereTheCameraHangs() {
    assertThat(camera.position(0)).isCloseTo(1, within(1e-9));
    assertThat(camera.position(1)).isCloseTo(2, within(1e-9));
    assertThat(camera.position(2)).isCloseTo(3, within(1e-9));
  }

  @Test
  void aPixelOfAPointLeadsBackToIt() {
    double[] pixel = new double[FloorCamera.LINEAR];
    assertThat(camera.project(5, 1, 0.5, pixel)).isTrue();
    double[] point = new double[2];
    assertThat(camera.atHeight(pixel[0], pixel[1], 0.5, point)).isTrue();
    assertThat(point[0]).isCloseTo(5, within(1e-9));
    assertThat(point[1]).isCloseTo(1, within(1e-9));
  }

  @Test
  void whatLiesBehindTheCameraHasNoPixel() {
    assertThat(camera.project(0, 2, 1, new double[FloorCamera.LINEAR])).isFalse();
  }

  @Test
  void theDerivativesAreThoseOfSmallSteps() {
    double[] exact = new double[FloorCamera.LINEAR];
    camera.linearise(5, 1, 0.5, exact);
    double[] near = new double[FloorCamera.LINEAR];
    camera.project(5.001, 1, 0.5, near);
    assertThat(exact[2]).isCloseTo((near[0] - exact[0]) / 0.001, within(0.1));
    assertThat(exact[5]).isCloseTo((near[1] - exact[1]) / 0.001, within(0.1));
  }

  @Test
  void aMatrixWithoutAPlaceIsRefused() {
    assertThatThrownBy(() -> new ProjectiveCamera(640, 480, new double[12]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("rank 3");
  }

  @Test
  void tsaisModelGoesThereAndBack() {
    FloorCamera tsai =
        new TsaiCamera(
            768,
            576,
            new double[] {0.005, 0.005},
            new double[] {5.5, 0.005, 320, 280, 1.1},
            new double[] {800, -3000, 35000, 2, -0.9, -0.4});
    double[] pixel = new double[FloorCamera.LINEAR];
    assertThat(tsai.project(-9, -7, 0, pixel)).isTrue();
    double[] point = new double[2];
    assertThat(tsai.atHeight(pixel[0], pixel[1], 0, point)).isTrue();
    assertThat(point[0]).isCloseTo(-9, within(1e-3));
    assertThat(point[1]).isCloseTo(-7, within(1e-3));
  }
}
