package io.walkout.tracker.person;

import static org.assertj.core.api.Assertions.assertThat;

import io.walkout.store.Camera;
import io.walkout.store.Gondola;
import io.walkout.store.Layout;
import io.walkout.store.geometry.CameraModel;
import io.walkout.store.geometry.FloorPolygon;
import io.walkout.store.geometry.Vec3;
import io.walkout.store.people.Joint;
import io.walkout.store.people.People;
import io.walkout.store.signal.Detections;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Joints of one body in pictures of the room's cameras, and where they come out. */
class BodyJointsTest {
  private static final int LEFT_WRIST = 9;
  private static final int RIGHT_WRIST = 10;
  private static final long NOW = Floor.START;
  private static final double X = 4;
  private static final double Y = 3;

  /** A shelf whose front stands 0.6 m before the body, towards y = 3.6. */
  private final List<Camera> cameras =
      new ArrayList<>(new Floor(5, 4, List.of()).store.layout().cameras());

  private final Layout layout =
      new Layout(
          FloorPolygon.rectangle(0, 0, 8, 6),
          List.of(new Gondola(1, FloorPolygon.rectangle(3, 3.6, 5, 4), List.of())),
          cameras,
          List.of(),
          List.of());
  private final JointRays rays = new JointRays(4);
  private final BodyJoints joints = new BodyJoints(layout);
  private final People people = new People();
  private final Random random = new Random(5);

  @Test
  void aWristThatTwoCamerasSeeIsKnownToWithinAHandsBreadth() {
    Vec3 wrist = new Vec3(4.2, 3.3, 1.2);
    double worst = 0;
    for (int i = 0; i < 50; i++) {
      see(0, LEFT_WRIST, wrist, 2, 0.8f, NOW);
      see(3, LEFT_WRIST, wrist, 2, 0.8f, NOW);
      worst = Math.max(worst, error(Joint.LEFT_WRIST, wrist));
    }
    assertThat(worst).isLessThan(0.12);
    assertThat(sigma(Joint.LEFT_WRIST)).isLessThan(0.15);
    assertThat(sigma(Joint.RIGHT_WRIST)).as("the other hand").isNaN();
  }

  @Test
  void theErrorStatedIsAboutTheErrorMade() {
    double made = 0;
    double stated = 0;
    for (int i = 0; i < 300; i++) {
      Vec3 wrist =
          new Vec3(
              X + 0.3 * random.nextGaussian(),
              Y + 0.3 * random.nextGaussian(),
              1.05 + 0.3 * random.nextGaussian());
      see(0, LEFT_WRIST, wrist, 3, 1, NOW);
      see(3, LEFT_WRIST, wrist, 3, 1, NOW);
      double error = error(Joint.LEFT_WRIST, wrist);
      if (Double.isNaN(error)) {
        continue; // beyond an arm's reach of the body: told to nobody
      }
      made += error * error;
      stated += 3 * Math.pow(sigma(Joint.LEFT_WRIST), 2);
    }
    assertThat(Math.sqrt(made / stated)).isBetween(0.5, 1.5);
  }

  @Test
  void aCameraThatTookAnotherThingForTheWristIsOutvotedByTwo() {
    Vec3 wrist = new Vec3(4.1, 3.2, 1.3);
    see(0, RIGHT_WRIST, wrist, 1, 0.8f, NOW);
    see(3, RIGHT_WRIST, wrist, 1, 0.8f, NOW);
    see(2, RIGHT_WRIST, new Vec3(3.6, 2.4, 0.8), 1, 0.8f, NOW);
    assertThat(error(Joint.RIGHT_WRIST, wrist)).isLessThan(0.15);
  }

  @Test
  void aWristThatOneCameraSeesReachIntoTheShelfIsInItsFront() {
    Vec3 wrist = new Vec3(4.1, 3.62, 1.2);
    see(0, LEFT_WRIST, wrist, 1, 0.8f, NOW);
    assertThat(error(Joint.LEFT_WRIST, wrist)).isLessThan(0.2);
    assertThat(people.jointY[Joint.LEFT_WRIST.ordinal()]).isBetween(3.45, 3.8);
  }

  @Test
  void aWristThatOneCameraSeesInTheOpenIsStatedToBeUncertain() {
    Vec3 wrist = new Vec3(4.1, 2.6, 1);
    see(0, LEFT_WRIST, wrist, 1, 0.8f, NOW);
    assertThat(error(Joint.LEFT_WRIST, wrist)).isLessThan(0.5);
    assertThat(sigma(Joint.LEFT_WRIST)).isBetween(0.15, 0.45);
  }

  @Test
  void whatWasSeenLongAgoOrHardlyIsNoNews() {
    Vec3 wrist = new Vec3(4.2, 3.3, 1.2);
    see(0, LEFT_WRIST, wrist, 1, 0.8f, NOW - 400_000_000L);
    see(1, RIGHT_WRIST, wrist, 1, 0.1f, NOW);
    write();
    assertThat(sigma(Joint.LEFT_WRIST)).isNaN();
    assertThat(sigma(Joint.RIGHT_WRIST)).isNaN();
  }

  @Test
  void linesThatMeetFarFromTheBodyAreNobodysWrist() {
    Vec3 elsewhere = new Vec3(6.5, 4.5, 1);
    for (int c = 0; c < 4; c++) {
      see(c, LEFT_WRIST, elsewhere, 1, 0.9f, NOW);
    }
    write();
    assertThat(sigma(Joint.LEFT_WRIST)).isNaN();
  }

  @Test
  void aTrackerTellsTheWristsOfWhomItFollows() {
    Floor floor = new Floor(6, 4, List.of());
    Vec3 wrist = new Vec3(0, 0.3, 1.1);
    for (int i = 0; i < 40; i++) {
      double x = 2 + 0.05 * i;
      for (int c = 0; c < 4; c++) {
        picture(floor, c, x, wrist);
      }
      floor.nanos += Floor.STEP;
    }
    floor.end(); // moments with joints wait for poses that may yet be found
    People last = floor.moments.lastEntry().getValue();
    assertThat(last.count).isEqualTo(1);
    int k = Joint.RIGHT_WRIST.ordinal();
    assertThat(last.jointX[k]).isBetween(3.8, 4.1);
    assertThat(last.jointY[k]).isBetween(3.2, 3.4);
    assertThat(last.jointZ[k]).isBetween(1.0, 1.2);
  }

  private static void picture(Floor floor, int camera, double x, Vec3 wrist) {
    floor.slot.reset(io.walkout.ingest.ring.StoreEvent.Kind.FRAME);
    floor.slot.camera = camera;
    floor.slot.captureNanos = floor.nanos + camera * 7_000_000L;
    floor.slot.arrivalNanos = floor.slot.captureNanos;
    floor.slot.watermarkNanos = floor.slot.captureNanos;
    floor.see(floor.slot.detections, camera, new double[] {x, 3});
    if (floor.slot.detections.count > 0) {
      CameraModel model = floor.store.layout().cameras().get(camera).model();
      double[] pixel = new double[2];
      model.project(x + wrist.x(), 3 + wrist.y(), wrist.z(), pixel);
      put(floor.slot.detections, RIGHT_WRIST, pixel, 0.9f);
    }
    floor.give();
  }

  private static void put(Detections detections, int joint, double[] pixel, float score) {
    detections.joints[3 * joint] = (float) pixel[0];
    detections.joints[3 * joint + 1] = (float) pixel[1];
    detections.joints[3 * joint + 2] = score;
  }

  private void see(int camera, int joint, Vec3 at, double noisePixels, float score, long nanos) {
    CameraModel model = cameras.get(camera).model();
    double[] pixel = new double[2];
    assertThat(model.project(at.x(), at.y(), at.z(), pixel)).isTrue();
    pixel[0] += noisePixels * random.nextGaussian();
    pixel[1] += noisePixels * random.nextGaussian();
    Detections detections = new Detections();
    double[] foot = new double[2];
    double[] head = new double[2];
    model.project(X, Y, 0, foot);
    model.project(X, Y, 1.7, head);
    float height = (float) Math.abs(foot[1] - head[1]);
    detections.add((float) head[0] - height / 6, (float) head[1], height / 3, height, 0.9f);
    put(detections, joint, pixel, score);
    rays.see(camera, model, detections, 0, nanos);
  }

  private double error(Joint joint, Vec3 truth) {
    write();
    int k = joint.ordinal();
    return new Vec3(people.jointX[k], people.jointY[k], people.jointZ[k]).minus(truth).norm();
  }

  private double sigma(Joint joint) {
    return people.jointSigma[joint.ordinal()];
  }

  private void write() {
    people.clear(NOW);
    people.add(1, X, Y, 0.12, NOW);
    joints.write(rays, X, Y, 0.12, NOW, people, 0);
  }
}
