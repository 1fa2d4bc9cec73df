package io.walkout.tracker.person;

import static io.walkout.tracker.person.Poses.poses;
import static io.walkout.tracker.person.Poses.stamp;
import static io.walkout.tracker.person.Poses.target;
import static org.assertj.core.api.Assertions.assertThat;

import io.walkout.ingest.ring.StoreEvent;
import io.walkout.store.Door;
import io.walkout.store.DoorId;
import io.walkout.store.geometry.FloorPoint;
import io.walkout.store.geometry.FloorSegment;
import io.walkout.store.people.PersonEvent;
import io.walkout.store.signal.DoorEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An exit in the right wall of a room of 8 by 6 metres, and another tracker's poses. */
class DeparturesTest {
  private static final String ANN = "18446744073709551617";
  private static final String BOB = "7";
  private static final long SECOND = 1_000_000_000L;
  private static final Door OUT =
      new Door(
          new DoorId("out"),
          Door.Use.EXIT,
          new FloorSegment(new FloorPoint(8, 2), new FloorPoint(8, 4)));

  private final Floor floor = new Floor(1, 0, List.of(OUT));

  @Test
  void whoTheDoorLetsOutHasLeftWithinASecond() {
    walkOut(5, 8);
    doorSays(0);
    long passed = floor.nanos;
    nobodyUntilSomebodyLeft();
    assertThat(floor.left().getFirst().why()).isEqualTo(PersonEvent.Why.EXITED);
    assertThat(floor.left().getFirst().door()).isEqualTo(OUT.id());
    assertThat(floor.nanos - passed).isLessThanOrEqualTo(SECOND);
  }

  @Test
  void whoIsSeenToStepOverTheThresholdHasLeftWithoutTheDoorSayingSo() {
    walkOut(5, 7.8);
    long gone = floor.nanos;
    nobodyUntilSomebodyLeft();
    assertThat(floor.left().getFirst().door()).isEqualTo(OUT.id());
    assertThat(floor.nanos - gone).isBetween(SECOND, 3 * SECOND / 2);
  }

  @Test
  void aDoorThatSpeaksAndSaysNothingIsBelievedForLonger() {
    doorSays(-100 * SECOND);
    walkOut(5, 7.8);
    nobody(20);
    assertThat(floor.left()).isEmpty();
    nobody(15);
    assertThat(floor.left()).hasSize(1);
  }

  @Test
  void whoIsLostFromSightInsideIsWaitedForHalfAMinuteWhereExitsAreKnown() {
    stand(ANN, 4, 3, 20);
    nobody(250);
    stand(ANN, 4, 3, 20);
    assertThat(floor.left()).isEmpty();
    nobody(310);
    assertThat(floor.left())
        .extracting(PersonEvent.Left::why)
        .containsExactly(PersonEvent.Why.LOST);
  }

  @Test
  void whoLingersByTheDoorAndIsHiddenThereStays() {
    walkOut(5, 7.4);
    for (int i = 0; i < 3; i++) {
      stand(ANN, 7.5, 3, 20);
      nobody(20);
    }
    stand(ANN, 7.5, 3, 10);
    assertThat(floor.left()).isEmpty();
    assertThat(floor.appeared()).hasSize(1);
  }

  @Test
  void whoPassesAlongTheDoorAndIsHiddenStays() {
    for (int i = 0; i < 20; i++) {
      poses(floor, ANN, 7.4, 1 + 0.12 * i);
    }
    nobody(20);
    for (int i = 0; i < 20; i++) {
      poses(floor, ANN, 7.4, 5);
    }
    assertThat(floor.left()).isEmpty();
  }

  @Test
  void theDoorsWordIsForWhoWentOutAndNotForWhoIsHiddenBesideIt() {
    for (int i = 0; i < 31; i++) {
      both(5 + 0.1 * i, true);
    }
    doorSays(0);
    for (int i = 0; i < 10; i++) {
      floor.slot.reset(StoreEvent.Kind.POSES);
      stamp(floor);
      floor.give();
      floor.nanos += Floor.STEP;
    }
    stand(BOB, 7.3, 3, 20);
    assertThat(floor.left()).extracting(l -> l.person().value()).containsExactly(1L);
    assertThat(floor.appeared()).hasSize(2);
  }

  @Test
  void whereSeveralOutOfSightMayHaveGoneTheDoorsWordWaitsForWhoIsSeenAgain() {
    for (int i = 0; i < 21; i++) {
      both(5 + 0.1 * i, true);
    }
    nobody(10);
    doorSays(0);
    nobody(12);
    assertThat(floor.left()).isEmpty();
    stand(BOB, 5, 3, 20);
    assertThat(floor.left()).extracting(l -> l.person().value()).containsExactly(1L);
    assertThat(floor.left().getFirst().door()).isEqualTo(OUT.id());
  }

  @Test
  void whereNobodyIsSeenAgainTheWordIsForTheNearest() {
    for (int i = 0; i < 21; i++) {
      both(5 + 0.1 * i, true);
    }
    nobody(10);
    doorSays(0);
    nobody(60);
    assertThat(floor.left()).extracting(l -> l.person().value()).containsExactly(2L);
  }

  @Test
  void twoWhoGoOutTogetherHaveBothLeftWhenTheDoorSaysSoTwice() {
    for (int i = 0; i < 31; i++) {
      floor.slot.reset(StoreEvent.Kind.POSES);
      stamp(floor);
      target(floor, ANN, 5 + 0.1 * i, 2.6);
      target(floor, BOB, 4.8 + 0.1 * i, 3.2);
      floor.give();
      floor.nanos += Floor.STEP;
    }
    doorSays(0);
    doorSays(0);
    doorSays(SECOND / 5);
    nobody(9);
    assertThat(floor.left()).extracting(PersonEvent.Left::door).containsExactly(OUT.id(), OUT.id());
  }

  @Test
  void whoTurnsRoundInTheDoorStays() {
    walkOut(5, 8);
    doorSays(0);
    for (int i = 0; i < 30; i++) {
      poses(floor, ANN, 8 - 0.1 * i, 3);
    }
    nobody(30);
    stand(ANN, 5, 3, 10);
    assertThat(floor.left()).isEmpty();
    assertThat(floor.appeared()).hasSize(1);
  }

  @Test
  void whoIsSeenFurtherOutsideLeavesWhenNoLongerSeen() {
    walkOut(5, 8);
    doorSays(0);
    walkOut(8.1, 8.8);
    nobodyUntilSomebodyLeft();
    assertThat(floor.left().getFirst().door()).isEqualTo(OUT.id());
  }

  @Test
  void aWordOfTheDoorThatComesLateIsNobodyElses() {
    for (int i = 0; i < 31; i++) {
      both(5 + 0.1 * i, true);
    }
    long passed = floor.nanos;
    for (int i = 0; i < 12; i++) {
      both(0, false);
    }
    assertThat(floor.left()).hasSize(1);
    doorSays(passed - floor.nanos);
    nobody(20);
    stand(BOB, 7.3, 3, 20);
    assertThat(floor.left()).hasSize(1);
  }

  @Test
  void theEndKnowsWhomTheDoorLetOut() {
    walkOut(5, 8);
    doorSays(0);
    floor.end();
    assertThat(floor.left().getFirst().why()).isEqualTo(PersonEvent.Why.EXITED);
  }

  @Test
  void wherePosesStopWithTheLastPersonTheDoorAloneTells() {
    walkOut(5, 8);
    doorSays(0);
    floor.slot.reset(StoreEvent.Kind.PLATES);
    floor.slot.captureNanos = floor.nanos + 4 * SECOND;
    floor.slot.watermarkNanos = floor.slot.captureNanos;
    floor.give();
    assertThat(floor.left()).hasSize(1);
  }

  @Test
  void peopleFromPicturesLeaveByTheDoorsWordAsWell() {
    Floor seen = new Floor(2, 4, List.of(OUT));
    for (int i = 0; i < 30; i++) {
      seen.pictures(new double[] {5 + 0.1 * i, 3});
    }
    seen.slot.reset(StoreEvent.Kind.DOOR);
    seen.slot.captureNanos = seen.nanos;
    seen.slot.door = new DoorEvent(OUT.id(), seen.nanos, DoorEvent.Kind.EXIT, null);
    seen.slot.watermarkNanos = seen.nanos;
    seen.give();
    for (int i = 0; i < 10; i++) {
      seen.pictures();
    }
    assertThat(seen.left()).extracting(PersonEvent.Left::door).containsExactly(OUT.id());
  }

  private void walkOut(double fromX, double toX) {
    for (double x = fromX; x <= toX + 1e-9; x += 0.1) {
      poses(floor, ANN, x, 3);
    }
  }

  private void stand(String name, double x, double y, int documents) {
    for (int i = 0; i < documents; i++) {
      poses(floor, name, x, y);
    }
  }

  /** Ann on her way, if at all, and Bob, who waits by the door. */
  private void both(double annX, boolean ann) {
    floor.slot.reset(StoreEvent.Kind.POSES);
    stamp(floor);
    if (ann) {
      target(floor, ANN, annX, 3);
    }
    target(floor, BOB, 7.3, 3);
    floor.give();
    floor.nanos += Floor.STEP;
  }

  private void nobody(int documents) {
    for (int i = 0; i < documents; i++) {
      poses(floor);
    }
  }

  private void nobodyUntilSomebodyLeft() {
    for (int i = 0; i < 200 && floor.left().isEmpty(); i++) {
      poses(floor);
    }
    assertThat(floor.left()).hasSize(1);
  }

  private void doorSays(long sinceNowNanos) {
    floor.slot.reset(StoreEvent.Kind.DOOR);
    floor.slot.captureNanos = floor.nanos + sinceNowNanos;
    floor.slot.watermarkNanos = floor.nanos;
    floor.slot.door = new DoorEvent(OUT.id(), floor.slot.captureNanos, DoorEvent.Kind.EXIT, null);
    floor.give();
  }
}
