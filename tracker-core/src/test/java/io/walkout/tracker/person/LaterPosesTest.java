package io.walkout.tracker.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.walkout.ingest.ring.StoreEvent;
import io.walkout.store.EventTime;
import io.walkout.store.geometry.Vec3;
import io.walkout.store.people.Joint;
import io.walkout.store.people.People;
import io.walkout.store.signal.Detections;
import io.walkout.store.signal.Hindsight;
import io.walkout.store.signal.PictureFault;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Poses that come with later pictures, boxes nobody looked for, and nets that failed. */
class LaterPosesTest {
  private static final int LEFT_WRIST = 9;
  private static final int CAMERAS = 2;
  private static final double[] PLACE = {4, 3};
  private static final Vec3 WRIST = new Vec3(4.2, 3.3, 1.2);
  private static final int WRIST_PICTURE = 25;

  private final Floor floor = new Floor(11, CAMERAS, List.of());

  @Test
  void aPoseFoundThreeSecondsLater_isKnownAtTheMomentItWasTakenIn() {
    for (int i = 0; i < 80; i++) {
      for (int c = 0; c < CAMERAS; c++) {
        picture(c, i == 5, i == WRIST_PICTURE + 30 ? 1 : 0);
      }
      floor.nanos += Floor.STEP;
    }
    floor.end();

    People then = floor.moments.floorEntry(nanosOf(WRIST_PICTURE, 1)).getValue();
    int k = Joint.LEFT_WRIST.ordinal();
    assertThat(then.jointX[k]).isCloseTo(WRIST.x(), within(0.15));
    assertThat(then.jointY[k]).isCloseTo(WRIST.y(), within(0.15));
    assertThat(then.jointZ[k]).isCloseTo(WRIST.z(), within(0.15));
    People later = floor.moments.floorEntry(nanosOf(WRIST_PICTURE + 30, 1)).getValue();
    assertThat(later.jointSigma[k]).as("three seconds later it is no news").isNaN();
    assertThat(floor.tracker.laterPoses()).isEqualTo(CAMERAS);
    assertThat(floor.tracker.laterPosesUnused()).isZero();
    assertThat(floor.appeared()).hasSize(1);
  }

  @Test
  void aPoseOfATrackThatThePictureDoesNotShow_isLeftOutAndCounted() {
    for (int i = 0; i < 40; i++) {
      for (int c = 0; c < CAMERAS; c++) {
        picture(c, i == 5, i == 35 ? 2 : 0);
      }
      floor.nanos += Floor.STEP;
    }
    assertThat(floor.tracker.laterPoses()).isZero();
    assertThat(floor.tracker.laterPosesUnused()).isEqualTo(CAMERAS);
  }

  @Test
  void momentsWaitForLaterPosesOnlyOnceThereArePoses() {
    for (int i = 0; i < 60; i++) {
      picture(0, i == 30, 0);
      long settled = floor.slot.peopleSettledNanos;
      long lag = i < 30 ? 0 : Hindsight.MOST_LAG_NANOS;
      assertThat(settled).isEqualTo(floor.slot.watermarkNanos - lag);
      assertThat(floor.moments.isEmpty() ? 0 : floor.moments.lastKey())
          .as("told up to where it is said to be")
          .isLessThan(Math.max(settled, nanosOf(30, 0)));
      floor.nanos += Floor.STEP;
    }
    floor.end();
    assertThat(floor.slot.peopleSettledNanos).isEqualTo(Long.MAX_VALUE);
    assertThat(floor.moments).hasSize(60);
  }

  @Test
  void boxesThatWereOnlyCarriedOnMakeNobody() {
    for (int i = 0; i < 60; i++) {
      for (int c = 0; c < CAMERAS; c++) {
        start(c);
        floor.see(floor.slot.detections, c, PLACE);
        floor.slot.detections.carried = true;
        floor.give();
      }
      floor.nanos += Floor.STEP;
    }
    assertThat(floor.appeared()).isEmpty();
  }

  @Test
  void whoIsLookedForTwiceASecondAndCarriedBetween_isOnePersonWhoGoesWhenTheLooksFindNobody() {
    for (int i = 0; i < 120; i++) {
      for (int c = 0; c < CAMERAS; c++) {
        start(c);
        floor.slot.detections.carried = i % 5 != 0;
        if (i < 60) {
          floor.see(floor.slot.detections, c, PLACE);
        }
        floor.give();
      }
      floor.nanos += Floor.STEP;
    }
    floor.end();
    assertThat(floor.appeared()).hasSize(1);
    assertThat(floor.left()).hasSize(1);
    assertThat(floor.left().getFirst().captureNanos())
        .isBetween(nanosOf(54, 0), nanosOf(62, CAMERAS - 1));
  }

  @Test
  void whomAFailingNetDoesNotFindHasNotLeft() {
    for (int i = 0; i < 200; i++) {
      for (int c = 0; c < CAMERAS; c++) {
        start(c);
        if (i < 60) {
          floor.see(floor.slot.detections, c, PLACE);
        } else {
          floor.slot.detections.fault = PictureFault.NET_FAULT;
        }
        floor.give();
      }
      floor.nanos += Floor.STEP;
    }
    assertThat(floor.appeared()).hasSize(1);
    assertThat(floor.left()).isEmpty();
  }

  @Test
  void whatANetDoubtsAndNoTrackContinuesIsNobody() {
    for (int i = 0; i < 100; i++) {
      for (int c = 0; c < CAMERAS; c++) {
        start(c);
        floor.see(floor.slot.detections, c, PLACE);
        floor.see(floor.slot.detections, c, new double[] {5.2, 3, 0.25});
        floor.slot.detections.tracks[0] = 1;
        floor.slot.detections.floor[0] = Float.NaN;
        floor.slot.detections.floor[2] = Float.NaN;
        floor.give();
      }
      floor.nanos += Floor.STEP;
    }
    assertThat(floor.appeared()).hasSize(1);
    assertThat(floor.now().x[0]).isCloseTo(PLACE[0], within(0.3));
  }

  private static long nanosOf(int picture, int camera) {
    return Floor.START + Floor.STEP * picture + 7 * EventTime.MILLI * camera;
  }

  private void start(int camera) {
    floor.slot.reset(StoreEvent.Kind.FRAME);
    floor.slot.camera = camera;
    floor.slot.captureNanos = floor.nanos + 7 * EventTime.MILLI * camera;
    floor.slot.arrivalNanos = floor.slot.captureNanos;
    floor.slot.watermarkNanos = floor.slot.captureNanos;
  }

  /** A picture of who stands at the place, as track 1; with a nose, or an earlier wrist. */
  private void picture(int camera, boolean nose, int laterTrack) {
    start(camera);
    Detections seen = floor.slot.detections;
    floor.see(seen, camera, PLACE);
    seen.tracks[0] = 1;
    if (nose) {
      put(camera, new Vec3(4, 3, 1.6), seen.joints, 0);
    }
    if (laterTrack != 0) {
      Hindsight later = floor.slot.hindsight;
      int row =
          later.add(
              nanosOf(WRIST_PICTURE, camera),
              laterTrack,
              seen.boxes[0],
              seen.boxes[1],
              seen.boxes[2],
              seen.boxes[3]);
      put(camera, WRIST, later.joints, row * Detections.POSE + 3 * LEFT_WRIST);
    }
    floor.give();
  }

  private void put(int camera, Vec3 point, float[] joints, int at) {
    double[] pixel = new double[2];
    assertThat(
            floor
                .store
                .layout()
                .cameras()
                .get(camera)
                .model()
                .project(point.x(), point.y(), point.z(), pixel))
        .isTrue();
    joints[at] = (float) pixel[0];
    joints[at + 1] = (float) pixel[1];
    joints[at + 2] = 0.9f;
  }
}
