package io.walkout.tracker.person;

import static io.walkout.tracker.person.Poses.document;
import static io.walkout.tracker.person.Poses.poses;
import static io.walkout.tracker.person.Poses.stamp;
import static io.walkout.tracker.person.Poses.target;
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

class PosePeopleTest {
  /** Beyond 64 bits, as real names are. */
  private static final String ANN = "18446744073709551617";

  private static final String BOB = "-42";

  @Test
  void aNameIsAPersonWithTheJointsItCameWith() {
    Floor floor = new Floor(1, 0, List.of());
    for (int i = 0; i < 20; i++) {
      poses(floor, ANN, 2 + 0.1 * i, 3);
    }
    assertThat(floor.appeared()).hasSize(1);
    assertThat(floor.appeared().getFirst().targetId()).isEqualTo(ANN);
    assertThat(floor.appeared().getFirst().captureNanos()).isEqualTo(Floor.START);
    People now = floor.now();
    assertThat(now.count).isEqualTo(1);
    assertThat(now.x[0]).isCloseTo(3.8, within(0.15));
    int wrist = Joint.RIGHT_WRIST.ordinal();
    assertThat(now.jointX[wrist]).isCloseTo(4.2, within(0.15));
    assertThat(now.jointSigma[wrist]).isBetween(0.02, 0.06);
    assertThat(now.jointSigma[Joint.LEFT_ELBOW.ordinal()]).as("not seen").isNaN();
  }

  @Test
  void posesThatAreStoredSecondsLateAreDecidedInTheirTime() {
    Floor floor = new Floor(2, 0, List.of());
    for (int i = 0; i < 50; i++) {
      document(floor, ANN, 3, 3);
      floor.slot.arrivalNanos = floor.nanos + 2_400_000_000L;
      floor.slot.watermarkNanos = floor.nanos - 1;
      floor.give();
      floor.nanos += Floor.STEP;
    }
    assertThat(floor.moments.lastKey()).isEqualTo(floor.nanos - 2 * Floor.STEP);
    assertThat(floor.tracker.lateObservations()).isZero();
    floor.end();
    assertThat(floor.appeared()).hasSize(1);
    assertThat(floor.left())
        .extracting(PersonEvent.Left::why)
        .containsExactly(PersonEvent.Why.INPUT_ENDED);
  }

  @Test
  void everyPoseTwiceIsNoSecondPerson() {
    Floor floor = new Floor(3, 0, List.of());
    for (int i = 0; i < 30; i++) {
      poses(floor, ANN, 3, 3);
      floor.nanos -= Floor.STEP - 12_000_000;
      poses(floor, ANN, 3, 3);
      floor.nanos -= 12_000_000;
    }
    assertThat(floor.appeared()).hasSize(1);
  }

  @Test
  void whoIsNamedAtTwoMomentsOnlyIsNoPersonForAllTheirCopies() {
    Floor floor = new Floor(4, 0, List.of());
    for (int i = 0; i < 2; i++) {
      poses(floor, ANN, 3, 3);
      floor.nanos -= Floor.STEP - 30_000_000;
      poses(floor, ANN, 3, 3);
      floor.nanos -= 30_000_000;
    }
    for (int i = 0; i < 200; i++) {
      poses(floor);
    }
    floor.end();
    assertThat(floor.events).isEmpty();
  }

  @Test
  void posesThatGoBackInTimeAreSortedOrLeftOutAndCounted() {
    Floor floor = new Floor(11, 0, List.of());
    for (int i = 0; i < 40; i++) {
      boolean swapped = i % 10 == 3 || i % 10 == 4;
      long offset = !swapped ? 0 : i % 2 == 1 ? Floor.STEP : -Floor.STEP;
      document(floor, ANN, 3 + 0.01 * i, 3);
      floor.slot.captureNanos = floor.nanos + offset;
      floor.slot.watermarkNanos = floor.nanos - 5 * Floor.STEP;
      floor.give();
      floor.nanos += Floor.STEP;
    }
    document(floor, ANN, 100, 3);
    floor.slot.captureNanos = Floor.START;
    floor.give();
    floor.end();
    assertThat(floor.tracker.lateObservations()).isEqualTo(1);
    assertThat(floor.appeared()).hasSize(1);
    assertThat(floor.moments).hasSize(40);
    assertThat(floor.now().x[0]).isLessThan(4);
  }

  @Test
  void aNewNameWhereAnotherVanishedIsAnotherPerson() {
    Floor floor = new Floor(12, 0, List.of());
    walk(floor, 20);
    for (int i = 0; i < 5; i++) {
      poses(floor);
    }
    for (int i = 0; i < 20; i++) {
      poses(floor, BOB, 3.2, 3);
    }
    assertThat(floor.appeared())
        .extracting(PersonEvent.Appeared::targetId)
        .containsExactly(ANN, BOB);
    assertThat(floor.now().count).isEqualTo(2);
  }

  @Test
  void emptyDocumentsAndDropoutsKeepTheIdentity() {
    Floor floor = new Floor(5, 0, List.of());
    walk(floor, 20);
    for (int i = 0; i < 60; i++) {
      poses(floor);
    }
    assertThat(floor.now().count).as("hidden, not gone").isEqualTo(1);
    assertThat(floor.now().sigmaMetres[0]).isGreaterThan(1);
    walk(floor, 20);
    floor.nanos += 30_000_000_000L;
    walk(floor, 20);
    assertThat(floor.appeared()).hasSize(1);
    assertThat(floor.left()).isEmpty();
  }

  @Test
  void aNameThatComesBackAfterItsTimeIsANewVisitUnderTheSameName() {
    Floor floor = new Floor(6, 0, List.of());
    walk(floor, 20);
    long lastSight = floor.nanos - Floor.STEP;
    for (int i = 0; i < 120; i++) {
      poses(floor);
    }
    walk(floor, 20);
    assertThat(floor.appeared())
        .extracting(PersonEvent.Appeared::targetId)
        .containsExactly(ANN, ANN);
    assertThat(floor.appeared()).extracting(a -> a.person().value()).containsExactly(1L, 2L);
    assertThat(floor.left()).hasSize(1);
    assertThat(floor.left().getFirst().captureNanos()).isEqualTo(lastSight);
    assertThat(floor.left().getFirst().why()).isEqualTo(PersonEvent.Why.LOST);
  }

  @Test
  void whoIsLastSeenAtAnExitHasLeftByIt() {
    Door exit =
        new Door(
            new DoorId("out"),
            Door.Use.EXIT,
            new FloorSegment(new FloorPoint(8, 2), new FloorPoint(8, 4)));
    Floor floor = new Floor(7, 0, List.of(exit));
    for (int i = 0; i < 30; i++) {
      poses(floor, ANN, 5 + 0.1 * i, 3);
    }
    for (int i = 0; i < 120; i++) {
      poses(floor);
    }
    assertThat(floor.left()).hasSize(1);
    assertThat(floor.left().getFirst().why()).isEqualTo(PersonEvent.Why.EXITED);
    assertThat(floor.left().getFirst().door()).isEqualTo(exit.id());
  }

  @Test
  void severalNamesAreSeveralPeopleInOrderOfTheirNumbers() {
    Floor floor = new Floor(8, 0, List.of());
    for (int i = 0; i < 20; i++) {
      floor.slot.reset(StoreEvent.Kind.POSES);
      stamp(floor);
      if (i > 5) {
        target(floor, BOB, 5, 2);
      }
      target(floor, ANN, 3, 3);
      floor.give();
      floor.nanos += Floor.STEP;
    }
    assertThat(floor.appeared())
        .extracting(PersonEvent.Appeared::targetId)
        .containsExactly(ANN, BOB);
    People now = floor.now();
    assertThat(now.count).isEqualTo(2);
    assertThat(now.personId[0]).isLessThan(now.personId[1]);
    assertThat(now.x[0]).isCloseTo(3, within(0.15));
  }

  @Test
  void aBodyWithoutHeadAndShouldersIsPlacedByItsArms() {
    Floor floor = new Floor(9, 0, List.of());
    for (int i = 0; i < 5; i++) {
      floor.slot.reset(StoreEvent.Kind.POSES);
      stamp(floor);
      int t = floor.slot.poses.add(ANN);
      floor.slot.poses.joint(t, Joint.LEFT_WRIST, 2, 3, 1.1f, 0.5f);
      floor.slot.poses.joint(t, Joint.HEAD, Float.NaN, 3, 1.6f, 0.9f);
      floor.slot.poses.joint(t, Joint.NECK, 1e9f, 3, 1.4f, 0.9f);
      floor.give();
      floor.nanos += Floor.STEP;
    }
    assertThat(floor.now().x[0]).isEqualTo(2);
    assertThat(floor.now().sigmaMetres[0]).isGreaterThan(0.2);
    assertThat(floor.now().jointSigma[Joint.NECK.ordinal()]).as("absurd").isNaN();
  }

  @Test
  void wherePosesComePicturesMakeNobody() {
    Floor floor = new Floor(10, 4, List.of());
    for (int i = 0; i < 40; i++) {
      document(floor, ANN, 3, 3);
      floor.slot.watermarkNanos = floor.nanos;
      floor.give();
      floor.pictures(new double[] {3, 3});
    }
    floor.end();
    assertThat(floor.appeared()).extracting(PersonEvent.Appeared::targetId).containsExactly(ANN);
  }

  private static void walk(Floor floor, int steps) {
    for (int i = 0; i < steps; i++) {
      poses(floor, ANN, 3 + 0.01 * i, 3);
    }
  }
}
