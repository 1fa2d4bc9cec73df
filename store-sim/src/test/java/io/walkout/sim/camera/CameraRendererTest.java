package io.walkout.sim.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.walkout.sim.Stage;
import io.walkout.sim.people.BodyJoint;
import io.walkout.sim.people.Shopper;
import io.walkout.sim.world.Unit;
import io.walkout.store.Camera;
import io.walkout.store.CameraId;
import io.walkout.store.Shelf;
import io.walkout.store.geometry.CameraModel;
import io.walkout.store.geometry.Vec3;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CameraRendererTest {
  private static final double FOCAL = 150;

  private static Stage oneInside() throws IOException {
    return Moment.when(
        "alone", 4, s -> s.scene().shoppers().getFirst().isInside() && x(s, 0) < 2.8);
  }

  private static double x(Stage stage, int person) {
    return stage.scene().shoppers().get(person).at().x();
  }

  private static Vec3 chest(Stage stage, int person) {
    Shopper s = stage.scene().shoppers().get(person);
    return new Vec3(s.at().x(), s.at().y(), 1);
  }

  private static Camera above(Stage stage, double[] distortion) {
    Vec3 aim = chest(stage, 0);
    return Moment.camera(aim.plus(new Vec3(1.6, -0.3, 1.5)), aim, FOCAL, distortion);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void inTheOpenABodyIsAllVisibleAndItsBoxHoldsItsJoints(boolean wide) throws IOException {
    Stage stage = oneInside();
    Camera camera = above(stage, wide ? Moment.WIDE : Moment.STRAIGHT);
    CameraRenderer renderer = Moment.look(stage, camera);
    assertThat(renderer.people()).isEqualTo(1);
    Shopper shopper = stage.scene().shoppers().getFirst();
    assertThat(renderer.id(0)).isEqualTo(shopper.targetId());
    assertThat(renderer.number(0)).isEqualTo(1);
    assertThat(renderer.visibility(0)).isGreaterThan(0.97);
    float[] box = new float[4];
    renderer.box(0, box);
    double[] pixel = new double[2];
    Bounds joints = new Bounds();
    for (BodyJoint joint : BodyJoint.values()) {
      camera
          .model()
          .project(
              shopper.joint(joint, 0, 1),
              shopper.joint(joint, 1, 1),
              shopper.joint(joint, 2, 1),
              pixel);
      joints.add(pixel[0], pixel[1]);
    }
    // Flesh: nothing of a body is further than some 20 cm from its joints, 15 pixels here.
    assertThat((double) box[0]).isBetween(joints.left - 15, joints.left + 1);
    assertThat((double) box[1]).isBetween(joints.top - 15, joints.top + 1);
    assertThat((double) box[0] + box[2]).isBetween(joints.right - 1, joints.right + 15);
    assertThat((double) box[1] + box[3]).isBetween(joints.bottom - 1, joints.bottom + 15);
  }

  @Test
  void theLensesDistortionMovesWhatItShows() throws IOException {
    Stage stage = oneInside();
    Vec3 aim = chest(stage, 0).plus(new Vec3(0, 1.1, 0));
    Vec3 at = aim.plus(new Vec3(1.6, -0.3, 1.5));
    float[] straight = new float[4];
    float[] wide = new float[4];
    Moment.look(stage, Moment.camera(at, aim, FOCAL, Moment.STRAIGHT)).box(0, straight);
    Moment.look(stage, Moment.camera(at, aim, FOCAL, Moment.WIDE)).box(0, wide);
    // Barrel distortion pulls towards the middle.
    float off = Math.abs(straight[0] + straight[2] / 2 - 160);
    assertThat(Math.abs(wide[0] + wide[2] / 2 - 160)).isLessThan(off - 2);
  }

  @Test
  void whoStandsBehindAGondolaIsHidden() throws IOException {
    Stage stage = oneInside();
    Vec3 aim = chest(stage, 0);
    Camera behind =
        Moment.camera(new Vec3(aim.x(), 1.5, 1), new Vec3(aim.x(), 0, 0.9), FOCAL, Moment.STRAIGHT);
    CameraRenderer renderer = Moment.look(stage, behind);
    assertThat(renderer.people()).isEqualTo(1);
    assertThat(renderer.visibility(0)).isLessThan(0.15);
  }

  @Test
  void whatThePicturesEdgeCutsOffIsNotSeen() throws IOException {
    Stage stage = oneInside();
    Camera camera = above(stage, Moment.STRAIGHT);
    float[] box = new float[4];
    CameraRenderer whole = Moment.look(stage, camera);
    whole.box(0, box);
    assertThat(whole.visibility(0)).isGreaterThan(0.97);
    for (double share : new double[] {0.75, 0.5, 0.25}) {
      CameraRenderer left = Moment.look(stage, shifted(camera, -box[0] - (1 - share) * box[2], 0));
      CameraRenderer right = Moment.look(stage, shifted(camera, 320 - box[0] - share * box[2], 0));
      assertThat(left.visibility(0)).isBetween(share - 0.2, share + 0.2);
      assertThat(left.visibility(0) + seenOfTheRest(stage, camera, box, share))
          .isBetween(0.93, 1.05);
      assertThat(right.visibility(0)).isBetween(share - 0.2, share + 0.2);
    }
    CameraRenderer feetOff = Moment.look(stage, shifted(camera, 0, 180 - box[1] - 0.5 * box[3]));
    assertThat(feetOff.visibility(0)).isBetween(0.3, 0.8);
  }

  /** The part that the left edge cuts off, seen by a camera whose right edge cuts off the other. */
  private static double seenOfTheRest(Stage stage, Camera camera, float[] box, double share) {
    double du = 320 - box[0] - (1 - share) * box[2];
    return Moment.look(stage, shifted(camera, du, 0)).visibility(0);
  }

  /** The same camera with the picture on another part of what its lens shows. */
  private static Camera shifted(Camera camera, double du, double dv) {
    CameraModel m = camera.model();
    return new Camera(
        camera.id(),
        new CameraModel(
            m.widthPixels(),
            m.heightPixels(),
            m.fx(),
            m.fy(),
            m.cx() + du,
            m.cy() + dv,
            m.distortion(),
            m.cameraToStore()));
  }

  @Test
  void theNearerOfTwoCoversTheOther() throws IOException {
    int[] pair = new int[2];
    Stage stage = Moment.when("crowd", 2, s -> standApart(s, pair));
    Camera camera =
        Moment.camera(beyond(stage, pair), chest(stage, pair[1]), FOCAL, Moment.STRAIGHT);
    CameraRenderer renderer = Moment.look(stage, camera);
    double[] visibility = {-1, -1};
    for (int i = 0; i < renderer.people(); i++) {
      for (int k = 0; k < 2; k++) {
        if (renderer.number(i) == pair[k] + 1) {
          visibility[k] = renderer.visibility(i);
        }
      }
    }
    assertThat(visibility[0]).isGreaterThan(0.9);
    assertThat(visibility[1]).isBetween(0.0, 0.5);
  }

  /** Whether two people alone are in the shop, with room for a camera before the nearer. */
  private static boolean standApart(Stage stage, int[] pair) {
    List<Shopper> inside = stage.scene().shoppers().stream().filter(Shopper::isVisible).toList();
    if (inside.size() != 2 || inside.get(0).at().distanceTo(inside.get(1).at()) < 0.7) {
      return false;
    }
    for (int k = 0; k < 2; k++) {
      pair[0] = stage.scene().shoppers().indexOf(inside.get(k));
      pair[1] = stage.scene().shoppers().indexOf(inside.get(1 - k));
      Vec3 at = beyond(stage, pair);
      if (at.y() < -0.3 && at.y() > -2.3 && at.x() > -1 && at.x() < 3.5) {
        return true;
      }
    }
    return false;
  }

  /** In one line with the second of a pair and the first, who is in between. */
  private static Vec3 beyond(Stage stage, int[] pair) {
    Vec3 near = chest(stage, pair[0]);
    Vec3 far = chest(stage, pair[1]);
    return near.plus(near.minus(far).times(1.3 / near.distanceTo(far)));
  }

  @Test
  void aPackThatWasTakenIsNoLongerThereAndItsNeighboursAre() throws IOException {
    int[] steps = new int[1];
    Stage later =
        Moment.when(
            "alone", 4, s -> (s.stock().sold() > 0 && steps[0]++ > 2) || s.stock().sold() > 1);
    Unit taken = later.scene().shoppers().getFirst().units().getFirst();
    Shelf shelf = later.shop().store().layout().shelf(taken.shelf()).orElseThrow();
    Vec3 middle =
        shelf
            .box()
            .pose()
            .apply(
                new Vec3(
                    taken.alongMetres(),
                    taken.depthMetres() - taken.article().depthMetres() / 2,
                    taken.article().heightMetres() / 2));
    Vec3 out = shelf.box().pose().rotate(new Vec3(0, -1, 0));
    Camera camera =
        Moment.camera(
            middle.plus(out.times(0.7)).plus(new Vec3(0, 0, 0.1)), middle, 220, Moment.STRAIGHT);
    Stage early = Moment.when("alone", 4, s -> true);
    ByteBuffer before = Moment.picture(camera);
    ByteBuffer after = Moment.picture(camera);
    Moment.look(early, camera, before);
    Moment.look(later, camera, after);
    double[] pixel = new double[2];
    camera.model().project(middle.x(), middle.y(), middle.z(), pixel);
    assertThat(difference(before, after, camera, pixel)).isGreaterThan(12);
    assertThat(difference(before, after, camera, new double[] {20, 20})).isLessThan(5);
    assertThat(difference(before, after, camera, new double[] {300, 160})).isLessThan(5);
  }

  private static double difference(ByteBuffer a, ByteBuffer b, Camera camera, double[] pixel) {
    double[] one = Moment.mean(a, camera, pixel, 4);
    double[] other = Moment.mean(b, camera, pixel, 4);
    return Math.abs(one[0] - other[0]) + Math.abs(one[1] - other[1]) + Math.abs(one[2] - other[2]);
  }

  @Test
  void theSameSeedGivesTheSameBytesAndAnotherCameraOtherNoise() throws IOException {
    Stage stage = oneInside();
    Camera camera = above(stage, Moment.WIDE);
    Camera other = new Camera(new CameraId("other"), camera.model());
    ByteBuffer first = Moment.picture(camera);
    ByteBuffer second = Moment.picture(camera);
    ByteBuffer third = Moment.picture(camera);
    Moment.look(stage, camera, first);
    Moment.look(oneInside(), camera, second);
    Moment.look(stage, other, third);
    assertThat(second).isEqualTo(first);
    assertThat(third).isNotEqualTo(first);
  }

  @Test
  void aPictureKeptUpPieceByPieceIsThePictureDrawnAtOnce() throws IOException {
    List<CameraRenderer> old = new ArrayList<>();
    int[] steps = new int[1];
    Stage stage =
        Moment.when(
            "alone",
            4,
            s -> {
              if (steps[0]++ % 20 == 0) {
                if (old.isEmpty()) {
                  old.add(new CameraRenderer(s, overview(0.0)));
                }
                Camera now = overview(s.stock().inHands() > 0 ? 0.02 : 0);
                old.getFirst().render(steps[0] / 60.0, now.model(), Moment.picture(now));
              }
              return s.stock().inHands() > 0 && x(s, 0) < 0.5;
            });
    Camera camera = overview(0);
    CameraRenderer renderer = old.getFirst();
    renderer.render(steps[0] / 60.0, camera.model(), Moment.picture(camera));
    CameraRenderer fresh = Moment.look(stage, camera);
    assertThat(renderer.light()).isEqualTo(fresh.light());
    assertThat(renderer.people()).isEqualTo(fresh.people());
    for (int i = 0; i < fresh.people(); i++) {
      float[] one = new float[4];
      float[] other = new float[4];
      renderer.box(i, one);
      fresh.box(i, other);
      assertThat(one).isEqualTo(other);
      assertThat(renderer.visibility(i)).isEqualTo(fresh.visibility(i));
    }
  }

  @Test
  void aCameraThatWasMovedShowsNothingOfWhatItSawBefore() throws IOException {
    Stage stage = oneInside();
    Camera before = overview(0);
    Camera after = overview(0.4);
    CameraRenderer moved = new CameraRenderer(stage, before);
    moved.render(9, before.model(), Moment.picture(before));
    moved.render(9.5, before.model(), Moment.picture(before));
    moved.render(10, after.model(), Moment.picture(after));
    assertThat(moved.light()).isEqualTo(Moment.look(stage, after).light());
    moved.render(10.5, after.model(), Moment.picture(after));
    assertThat(moved.light()).isEqualTo(Moment.look(stage, after).light());
  }

  /** The whole aisle; the camera may have been knocked a little aside. */
  private static Camera overview(double aside) {
    return Moment.camera(
        new Vec3(0.3 + aside, -2.2, 2.5), new Vec3(1.3, -0.5, 0.7), 120, Moment.WIDE);
  }

  @Test
  void anotherPictureSizeIsRefused() throws IOException {
    Stage stage = oneInside();
    Camera camera = above(stage, Moment.STRAIGHT);
    CameraRenderer renderer = new CameraRenderer(stage, camera);
    assertThatThrownBy(
            () -> renderer.render(0, camera.model().scaledTo(640, 360), Moment.picture(camera)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected 320x180");
    assertThatThrownBy(() -> renderer.render(0, camera.model(), ByteBuffer.allocateDirect(10)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("172800 bytes");
  }
}
