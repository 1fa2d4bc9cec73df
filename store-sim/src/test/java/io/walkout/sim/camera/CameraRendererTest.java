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
import io.walkout.store.geometry.Vec3;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.assertj.core.data.Offset;
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
    double off = Math.abs(straight[0] + straight[2] / 2 - 160);
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
  void theNearerOfTwoCoversTheOther() throws IOException {
    Stage stage =
        Moment.when(
            "crowd",
            2,
            s -> {
              List<Shopper> all = s.scene().shoppers();
              return all.get(0).isInside()
                  && all.get(1).isInside()
                  && all.get(0).at().distanceTo(all.get(1).at()) > 0.8;
            });
    Vec3 near = chest(stage, 0);
    Vec3 far = chest(stage, 1);
    Vec3 back = near.minus(far).times(1.3 / near.distanceTo(far));
    Camera camera = Moment.camera(near.plus(back), far, FOCAL, Moment.STRAIGHT);
    CameraRenderer renderer = Moment.look(stage, camera);
    double[] visibility = new double[3];
    for (int i = 0; i < renderer.people(); i++) {
      if (renderer.number(i) <= 2) {
        visibility[renderer.number(i)] = renderer.visibility(i);
      }
    }
    assertThat(visibility[1]).isGreaterThan(0.9);
    assertThat(visibility[2]).isLessThan(0.5);
  }

  @Test
  void aPackThatWasTakenIsNoLongerThereAndItsNeighboursAre() throws IOException {
    int[] steps = new int[1];
    Stage later =
        Moment.when("alone", 4, s -> s.stock().sold() > 0 && steps[0]++ > 2 || s.stock().sold() > 1);
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
    return Math.abs(one[0] - other[0])
        + Math.abs(one[1] - other[1])
        + Math.abs(one[2] - other[2]);
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
  void aPictureDrawnPieceByPieceIsThePictureDrawnAtOnce() throws IOException {
    Stage stage = oneInside();
    Camera camera = above(stage, Moment.WIDE);
    Vec3 aim = chest(stage, 0);
    Camera aside = Moment.camera(aim.plus(new Vec3(-1, -1, 1.5)), aim, FOCAL, Moment.WIDE);
    ByteBuffer once = Moment.picture(camera);
    ByteBuffer again = Moment.picture(camera);
    CameraRenderer renderer = new CameraRenderer(stage, camera);
    renderer.render(10, aside.model(), once);
    renderer.render(10, camera.model(), once);
    CameraRenderer fresh = new CameraRenderer(stage, camera);
    fresh.render(10, camera.model(), again);
    fresh.render(10, camera.model(), again);
    double[] all = {160, 90};
    double[] a = Moment.mean(once, camera, all, 80);
    double[] b = Moment.mean(again, camera, all, 80);
    for (int c = 0; c < 3; c++) {
      assertThat(a[c]).isCloseTo(b[c], Offset.offset(3.0));
    }
    float[] boxA = new float[4];
    float[] boxB = new float[4];
    renderer.box(0, boxA);
    fresh.box(0, boxB);
    assertThat(boxA).isEqualTo(boxB);
    assertThat(renderer.visibility(0)).isEqualTo(fresh.visibility(0));
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
