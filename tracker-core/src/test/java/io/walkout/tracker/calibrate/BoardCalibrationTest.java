package io.walkout.tracker.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.walkout.store.geometry.CameraModel;
import io.walkout.store.geometry.RigidTransform;
import io.walkout.store.geometry.Vec3;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A lens that bends is found back from pictures of a board that it took. */
class BoardCalibrationTest {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 360;

  private final Board board = Board.A4;
  private final Lens lens =
      new Lens(WIDTH, HEIGHT, 430, 432, 324, 176, new double[] {-0.21, 0.05, 0.001, -0.0006, 0});

  private final BoardCamera camera = new BoardCamera(board, lens);

  @Test
  void aLensIsFoundBackFromTwelvePictures() {
    List<BoardView> views = views(12, 35, 7);

    LensFit fit = LensCalibration.fit(views, board, WIDTH, HEIGHT);

    assertThat(fit.rmsPixels()).isLessThan(0.25);
    assertThat(fit.lens().fx()).isBetween(430 * 0.99, 430 * 1.01);
    assertThat(fit.lens().cx()).isBetween(321.0, 327.0);
    assertThat(fit.lens().cy()).isBetween(173.0, 179.0);
    assertThat(worstPixel(fit.lens())).as("pixels anywhere in the picture").isLessThan(2.5);
  }

  @Test
  void aBoardOnTheFloorTellsWhereTheCameraHangs() {
    // Seen from two metres in a picture 640 wide, the bits of an A4 board are below a pixel.
    Board large = new Board(7, 5, 0.1, 0.075, Board.Markers.DICT_4X4_50);
    CameraModel truth = lens.at(Scenes.looking(new Vec3(1, 1, 1.5), new Vec3(2.3, 1.9, 0)));
    FloorBoard floor = new FloorBoard(2.1, 1.75, 20, 0.002);
    double a = Math.toRadians(20);
    // The board's own frame: x to the right, y down from its upper left corner, so z into the
    // floor.
    Vec3 upperLeft =
        new Vec3(
            2.1 - Math.sin(a) * large.heightMetres(),
            1.75 + Math.cos(a) * large.heightMetres(),
            0.002);
    double[] r = {Math.cos(a), Math.sin(a), 0, Math.sin(a), -Math.cos(a), 0, 0, 0, -1};
    RigidTransform boardToStore = new RigidTransform(r, upperLeft);
    RigidTransform c = truth.cameraToStore();
    double[] t = c.rotation();
    double[] back = {t[0], t[3], t[6], t[1], t[4], t[7], t[2], t[5], t[8]};
    RigidTransform storeToCamera = new RigidTransform(back, c.applyInverse(new Vec3(0, 0, 0)));
    var picture =
        new BoardCamera(large, lens).shoot(storeToCamera.compose(boardToStore), new Random(3));

    Optional<BoardView> view = new BoardFinder(large).find("floor", picture, WIDTH, HEIGHT);
    CameraFit fit = PoseFit.fit(floor.pairs(large, view.orElseThrow()), lens, PoseFit.Sought.POSE);

    assertThat(view.get().count()).isEqualTo(large.corners());
    assertThat(fit.model().position().distanceTo(truth.position())).isLessThan(0.05);
    assertThat(fit.rmsPixels()).isLessThan(1);
  }

  @Test
  void whatIsMissingIsSaid() {
    refused(views(12, 35, 7).subList(0, 4), "at least 8");
    refused(views(20, 0, 9), "faces the camera squarely");
    List<BoardView> left = new ArrayList<>();
    for (BoardView v : views(30, 35, 11)) {
      double most = 0;
      for (int i = 0; i < v.count(); i++) {
        most = Math.max(most, v.pixels()[2 * i]);
      }
      if (most < 0.74 * WIDTH) {
        left.add(v);
      }
    }
    refused(left, "never seen in the right quarter");
  }

  private void refused(List<BoardView> views, String because) {
    assertThatThrownBy(() -> LensCalibration.fit(views, board, WIDTH, HEIGHT))
        .isInstanceOf(CalibrationRefused.class)
        .hasMessageContaining(because);
  }

  /** Views of a board that somebody waves before the camera, slanted by up to so many degrees. */
  private List<BoardView> views(int count, double slantDegrees, long seed) {
    Random dice = new Random(seed);
    BoardFinder finder = new BoardFinder(board);
    List<BoardView> views = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double distance = 0.35 + 0.35 * dice.nextDouble();
      double along = (i % 3 - 1) * 0.45 * distance;
      double down = (i / 3 % 3 - 1) * 0.22 * distance;
      double s = Math.toRadians(slantDegrees);
      RigidTransform turn =
          RigidTransform.rodrigues(
              new Vec3(
                  s * (2 * dice.nextDouble() - 1),
                  s * (2 * dice.nextDouble() - 1),
                  0.4 * dice.nextGaussian() * (slantDegrees > 0 ? 1 : 0)),
              new Vec3(0, 0, 0));
      Vec3 middle = new Vec3(board.widthMetres() / 2, board.heightMetres() / 2, 0);
      Vec3 shift = new Vec3(along, down, distance).minus(turn.rotate(middle));
      RigidTransform pose = new RigidTransform(turn.rotation(), shift);
      finder.find("picture " + i, camera.shoot(pose, dice), WIDTH, HEIGHT).ifPresent(views::add);
    }
    return views;
  }

  /** The greatest difference between where both lenses put the same direction, pixels. */
  private double worstPixel(Lens found) {
    CameraModel was = lens.at(RigidTransform.IDENTITY);
    CameraModel is = found.at(RigidTransform.IDENTITY);
    double worst = 0;
    double[] pixel = new double[2];
    for (int v = 0; v <= HEIGHT; v += 20) {
      for (int u = 0; u <= WIDTH; u += 20) {
        Vec3 ray = was.ray(u, v);
        assertThat(is.project(ray.x(), ray.y(), ray.z(), pixel)).isTrue();
        worst = Math.max(worst, Math.hypot(pixel[0] - u, pixel[1] - v));
      }
    }
    return worst;
  }
}
