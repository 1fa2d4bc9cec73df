package io.walkout.tracker.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.walkout.ingest.ring.StoreEvent;
import io.walkout.store.Door;
import io.walkout.store.DoorId;
import io.walkout.store.geometry.FloorPoint;
import io.walkout.store.geometry.FloorSegment;
import io.walkout.store.people.Joint;
import io.walkout.store.people.People;
import io.walkout.store.people.PersonEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

class PicturePeopleTest {
  private static final Door ENTRY =
      new Door(new DoorId("in"), Door.Use.ENTRY, wall(0, 2.5, 0, 3.5));
  private static final Door EXIT = new Door(new DoorId("out"), Door.Use.EXIT, wall(8, 2.5, 8, 3.5));

  private static FloorSegment wall(double x0, double y0, double x1, double y1) {
    return new FloorSegment(new FloorPoint(x0, y0), new FloorPoint(x1, y1));
  }

  @Test
  void somebodyWhoWalksThroughIsOnePersonFromDoorToDoor() {
    Floor floor = new Floor(1, 4, List.of(ENTRY, EXIT));
    for (int i = 0; i < 75; i++) {
      floor.pictures(at(0.2 + 0.1 * i, 3));
    }
    for (int i = 0; i < 30; i++) {
      floor.pictures();
    }
    assertThat(floor.appeared()).hasSize(1);
    PersonEvent.Appeared came = floor.appeared().getFirst();
    assertThat(came.captureNanos()).as("first sight").isEqualTo(Floor.START);
    assertThat(came.door()).isEqualTo(ENTRY.id());
    assertThat(came.targetId()).isNull();
    assertThat(floor.left()).hasSize(1);
    PersonEvent.Left went = floor.left().getFirst();
    assertThat(went.why()).isEqualTo(PersonEvent.Why.EXITED);
    assertThat(went.door()).isEqualTo(EXIT.id());
    assertThat(went.captureNanos())
        .isBetween(Floor.START + 73 * Floor.STEP, Floor.START + 75 * Floor.STEP);
    for (People people : floor.moments.values()) {
      if (people.count == 1 && people.seenNanos[0] == people.captureNanos) {
        double x = 0.2 + 0.1 * (people.captureNanos - Floor.START) / (double) Floor.STEP;
        assertThat(people.x[0]).isCloseTo(x, within(0.3));
        assertThat(people.y[0]).isCloseTo(3, within(0.3));
      }
    }
  }

  @Test
  void aPersonHasAHeadAndUnknownHands() {
    Floor floor = new Floor(2, 2, List.of());
    for (int i = 0; i < 20; i++) {
      floor.pictures(at(4, 3));
    }
    int head = Joint.HEAD.ordinal();
    assertThat(floor.now().jointX[head]).isCloseTo(4, within(0.2));
    assertThat(floor.now().jointZ[head]).isCloseTo(1.6, within(0.2));
    assertThat(floor.now().jointSigma[head]).isBetween(0.1, 0.5);
    assertThat(floor.now().jointSigma[Joint.LEFT_WRIST.ordinal()]).isNaN();
  }

  @Test
  void twoWhoCrossKeepTheirIdentities() {
    Floor floor = new Floor(3, 4, List.of());
    for (int i = 0; i < 60; i++) {
      double along = 1 + 0.1 * i;
      double[] one = at(along, 2.5 + 0.01 * i);
      double[] other = at(8 - along, 3.1 - 0.01 * i);
      if (Math.hypot(one[0] - other[0], one[1] - other[1]) < 0.5) {
        floor.pictures(at((one[0] + other[0]) / 2, (one[1] + other[1]) / 2));
      } else {
        floor.pictures(one, other);
      }
    }
    assertThat(floor.appeared()).hasSize(2);
    assertThat(floor.left()).isEmpty();
    long right = leftmostAt(floor, Floor.START + 10 * Floor.STEP);
    People now = floor.now();
    assertThat(now.x[now.indexOf(right)]).as("who went right is right").isGreaterThan(6);
  }

  private static long leftmostAt(Floor floor, long nanos) {
    People then = floor.moments.ceilingEntry(nanos).getValue();
    return then.personId[then.x[0] < then.x[1] ? 0 : 1];
  }

  @Test
  void somebodyHiddenForTwoSecondsIsTheSame() {
    Floor floor = new Floor(4, 4, List.of());
    for (int i = 0; i < 80; i++) {
      if (i >= 30 && i < 50) {
        floor.pictures();
      } else {
        floor.pictures(at(3 + 0.02 * i, 3));
      }
    }
    assertThat(floor.appeared()).hasSize(1);
    assertThat(floor.left()).isEmpty();
  }

  @Test
  void somebodyHiddenIsLessAndLessCertainlyWhereTheyWere() {
    Floor floor = new Floor(4, 4, List.of());
    for (int i = 0; i < 30; i++) {
      floor.pictures(at(3, 3));
    }
    double seen = floor.now().sigmaMetres[0];
    for (int i = 0; i < 20; i++) {
      floor.pictures();
    }
    assertThat(floor.now().sigmaMetres[0]).isGreaterThan(3 * seen);
    assertThat(floor.now().seenNanos[0]).isLessThan(floor.now().captureNanos - 18 * Floor.STEP);
  }

  @Test
  void whatOnlyOneOfTheCamerasTakesForAPersonIsNone() {
    Floor floor = new Floor(5, 4, List.of());
    for (int i = 0; i < 200; i++) {
      floor.picture(0, at(4, 3), at(7, 4.5));
      floor.picture(1, at(4, 3));
      floor.picture(2, at(4, 3));
      floor.picture(3, at(4, 3));
      floor.nanos += Floor.STEP;
    }
    assertThat(floor.appeared()).hasSize(1);
  }

  @Test
  void oneCameraAloneFindsPeople() {
    Floor floor = new Floor(6, 1, List.of());
    for (int i = 0; i < 40; i++) {
      floor.pictures(at(3 + 0.05 * i, 3));
    }
    assertThat(floor.appeared()).hasSize(1);
    assertThat(floor.now().count).isEqualTo(1);
  }

  @Test
  void whatFlickersIsNobody() {
    Floor floor = new Floor(7, 2, List.of());
    for (int i = 0; i < 300; i++) {
      double[] somewhere = at(1 + 6 * floor.random.nextDouble(), 1 + 4 * floor.random.nextDouble());
      floor.picture(i % 2, somewhere);
      floor.picture(1 - i % 2);
      floor.nanos += Floor.STEP;
    }
    assertThat(floor.appeared()).isEmpty();
  }

  @Test
  void whoStandsWhereNobodyWasSeenToComeIsBelievedAfterAWhile() {
    Floor floor = new Floor(17, 4, List.of());
    for (int i = 0; i < 20; i++) {
      floor.pictures();
    }
    for (int i = 0; i < 45; i++) {
      floor.pictures(at(4, 3));
    }
    assertThat(floor.appeared()).isEmpty();
    for (int i = 0; i < 15; i++) {
      floor.pictures(at(4, 3));
    }
    assertThat(floor.appeared()).hasSize(1);
    assertThat(floor.appeared().getFirst().captureNanos()).isEqualTo(Floor.START + 20 * Floor.STEP);
  }

  @Test
  void whoMovesInNoPictureIsNotBorn() {
    Floor floor = new Floor(8, 4, List.of());
    for (int i = 0; i < 100; i++) {
      floor.pictures(new double[] {4, 3, 0.4});
    }
    assertThat(floor.appeared()).isEmpty();
  }

  @Test
  void aDarknessOfAllCamerasEndsNobody() {
    Floor floor = new Floor(9, 4, List.of());
    for (int i = 0; i < 30; i++) {
      floor.pictures(at(4, 3));
    }
    floor.nanos += 20_000_000_000L;
    for (int i = 0; i < 30; i++) {
      floor.pictures(at(4, 3));
    }
    assertThat(floor.appeared()).hasSize(1);
    assertThat(floor.left()).isEmpty();
  }

  @Test
  void camerasThatCannotLookSayNothingAgainstWhomTheyShouldSee() {
    Floor floor = new Floor(14, 2, List.of());
    for (int i = 0; i < 30; i++) {
      floor.pictures(at(4, 3));
    }
    for (int i = 0; i < 100; i++) {
      floor.blindPicture(0);
      floor.blindPicture(1);
      floor.nanos += Floor.STEP;
    }
    for (int i = 0; i < 30; i++) {
      floor.pictures(at(4, 3));
    }
    assertThat(floor.appeared()).hasSize(1);
    assertThat(floor.left()).isEmpty();
  }

  @Test
  void whoLeavesWhileNoCameraCanLookIsEndedByTheDoorWhenItSpoke() {
    Floor floor = new Floor(14, 2, List.of(ENTRY, EXIT));
    for (int i = 0; i < 30; i++) {
      floor.pictures(at(4, 3));
    }
    long dark = floor.nanos;
    long spoke = dark + 60 * Floor.STEP;
    for (int i = 0; i < 120; i++) {
      if (floor.nanos == spoke) {
        floor.wentOutBy(EXIT);
      }
      floor.blindPicture(0);
      floor.blindPicture(1);
      floor.nanos += Floor.STEP;
    }
    assertThat(floor.left()).as("told long before the input ends").hasSize(1);
    PersonEvent.Left went = floor.left().getFirst();
    assertThat(went.why()).isEqualTo(PersonEvent.Why.EXITED);
    assertThat(went.door()).isEqualTo(EXIT.id());
    assertThat(went.captureNanos()).isEqualTo(spoke);
    assertThat(floor.moments.higherKey(dark + Floor.STEP)).as("nobody looked").isNull();
  }

  @Test
  void whoWasLookedForInVainForLongIsNotWhomTheDoorLetOut() {
    Floor floor = new Floor(14, 2, List.of(ENTRY, EXIT));
    for (int i = 0; i < 30; i++) {
      floor.pictures(at(4, 3));
    }
    for (int i = 0; i < 45; i++) {
      floor.pictures();
    }
    floor.wentOutBy(EXIT);
    for (int i = 0; i < 60; i++) {
      floor.pictures();
    }
    assertThat(floor.left())
        .extracting(PersonEvent.Left::why)
        .containsExactly(PersonEvent.Why.LOST);
  }

  @Test
  void whoIsInsideWhenTheInputEndsInTheDarkStayedToTheEnd() {
    Floor floor = new Floor(14, 2, List.of(ENTRY, EXIT));
    for (int i = 0; i < 30; i++) {
      floor.pictures(at(4, 3));
    }
    for (int i = 0; i < 50; i++) {
      floor.blindPicture(0);
      floor.blindPicture(1);
      floor.nanos += Floor.STEP;
    }
    floor.end();
    assertThat(floor.left()).hasSize(1);
    assertThat(floor.left().getFirst().why()).isEqualTo(PersonEvent.Why.INPUT_ENDED);
    assertThat(floor.left().getFirst().captureNanos()).isGreaterThan(floor.nanos - 2 * Floor.STEP);
  }

  @Test
  void oneBlindCameraDoesNotHideWhomTheOthersSeeOrMissWhomTheyDoNot() {
    Floor floor = new Floor(15, 3, List.of());
    for (int i = 0; i < 150; i++) {
      double[][] there = i < 60 ? new double[][] {at(4, 3)} : new double[0][];
      floor.blindPicture(0);
      floor.picture(1, there);
      floor.picture(2, there);
      floor.nanos += Floor.STEP;
    }
    assertThat(floor.appeared()).hasSize(1);
    assertThat(floor.left()).hasSize(1);
  }

  @Test
  void aStalledCameraAndABlindOneEndNobody() {
    Floor floor = new Floor(16, 2, List.of());
    double[] place = at(4, 3);
    for (int i = 0; i < 30; i++) {
      floor.picture(0, place);
      floor.picture(1, place);
      floor.nanos += Floor.STEP;
    }
    assertThat(floor.appeared()).hasSize(1);
    for (int i = 0; i < 80; i++) {
      floor.blindPicture(1);
      floor.nanos += Floor.STEP;
    }
    assertThat(floor.left()).isEmpty();
  }

  @Test
  void theEndFindsWhoIsThereAndWhoIsLost() {
    Floor floor = new Floor(10, 4, List.of());
    for (int i = 0; i < 20; i++) {
      floor.pictures(at(2, 2), at(6, 4));
    }
    for (int i = 0; i < 20; i++) {
      floor.pictures(at(2, 2));
    }
    floor.end();
    assertThat(floor.left())
        .extracting(PersonEvent.Left::why)
        .containsExactlyInAnyOrder(PersonEvent.Why.INPUT_ENDED, PersonEvent.Why.LOST);
  }

  @Test
  void picturesThatArriveOutOfStepAreDecidedInTheirOrder() {
    Floor straight = new Floor(11, 2, List.of());
    Floor mixed = new Floor(11, 2, List.of());
    for (int i = 0; i < 40; i++) {
      straight.pictures(at(3 + 0.05 * i, 3));
      lateSecondCamera(mixed, i);
    }
    straight.end();
    mixed.end();
    assertThat(mixed.events).isEqualTo(straight.events).isNotEmpty();
    assertThat(mixed.moments.keySet()).isEqualTo(straight.moments.keySet());
    People a = straight.moments.lastEntry().getValue();
    People b = mixed.moments.lastEntry().getValue();
    assertThat(b.x[0]).isEqualTo(a.x[0]);
  }

  /**
   * The same pictures, but the second camera's come before the first's, and the watermark waits.
   */
  private static void lateSecondCamera(Floor floor, int i) {
    StoreEvent[] two = {new StoreEvent(), new StoreEvent()};
    for (int c = 0; c < 2; c++) {
      two[c].reset(StoreEvent.Kind.FRAME);
      two[c].camera = c;
      two[c].captureNanos = floor.nanos + c * 7_000_000L;
      floor.see(two[c].detections, c, at(3 + 0.05 * i, 3));
    }
    for (int c = 1; c >= 0; c--) {
      floor.slot.reset(StoreEvent.Kind.FRAME);
      floor.slot.camera = c;
      floor.slot.captureNanos = two[c].captureNanos;
      floor.slot.detections.copyFrom(two[c].detections);
      floor.slot.watermarkNanos = floor.nanos - Floor.STEP;
      floor.give();
    }
    floor.nanos += Floor.STEP;
  }

  @Test
  void whatComesTooLateIsCountedAndLeftOut() {
    Floor floor = new Floor(12, 1, List.of());
    for (int i = 0; i < 10; i++) {
      floor.pictures(at(4, 3));
    }
    floor.nanos -= 5 * Floor.STEP;
    floor.picture(0, at(1, 1));
    assertThat(floor.tracker.lateObservations()).isEqualTo(1);
  }

  @Test
  void aWatermarkThatNeverComesFillsTheBufferAndNoMore() {
    Floor floor = new Floor(13, 1, List.of());
    for (int i = 0; i < 5000; i++) {
      floor.slot.reset(StoreEvent.Kind.FRAME);
      floor.slot.camera = 0;
      floor.slot.captureNanos = floor.nanos;
      floor.see(floor.slot.detections, 0, at(4, 3));
      floor.give();
      floor.nanos += Floor.STEP;
    }
    assertThat(floor.tracker.forcedObservations()).isEqualTo(5000 - 4096);
  }

  private static double[] at(double x, double y) {
    return new double[] {x, y};
  }
}
