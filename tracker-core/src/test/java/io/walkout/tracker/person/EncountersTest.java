package io.walkout.tracker.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.walkout.store.people.PersonEvent;
import io.walkout.tracker.person.CameraView.Spot;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two who came too near each other are told of once they have parted. */
class EncountersTest {
  private final Encounters encounters = new Encounters();
  private final List<PersonEvent> told = new ArrayList<>();

  @Test
  void whoPassAtAnArmsLengthAreNotConfused() {
    pass(0.9);

    assertThat(told).isEmpty();
  }

  @Test
  void whoseTracksBecameOneAreConfusedByHalf() {
    pass(0.05);

    assertThat(told).hasSize(1);
    PersonEvent.Confused confused = (PersonEvent.Confused) told.getFirst();
    assertThat(confused.probability()).isEqualTo(0.5, within(0.01));
    assertThat(confused.captureNanos()).isEqualTo(2);
    assertThat(confused.person().value()).isEqualTo(1);
    assertThat(confused.other().value()).isEqualTo(2);
  }

  @Test
  void theNearerTheLikelier() {
    assertThat(Encounters.exchanged(0.3)).isGreaterThan(Encounters.exchanged(0.4));
    assertThat(Encounters.exchanged(Encounters.NEAR_METRES)).isLessThan(0.01);
  }

  @Test
  void anEncounterCountsOnceUntilTheyHaveParted() {
    FloorTrack one = at(1, 0);
    FloorTrack other = at(2, 0.2);
    for (int i = 1; i < 9; i++) {
      move(other, i % 2 == 0 ? 0.2 : 0.9, i);
      encounters.look(List.of(one, other), i, told::add);
    }
    encounters.end(other, told::add);

    assertThat(told).hasSize(1);
  }

  @Test
  void whoLeavesWhileNearIsToldOfBefore() {
    FloorTrack one = at(1, 0);
    FloorTrack other = at(2, 0.2);
    encounters.look(List.of(one, other), 1, told::add);
    encounters.end(one, told::add);
    encounters.look(List.of(other), 2, told::add);

    assertThat(told).hasSize(1);
  }

  private void pass(double least) {
    FloorTrack one = at(1, 0);
    FloorTrack other = at(2, 2);
    List<FloorTrack> both = List.of(one, other);
    double[] apart = {2, least, 2};
    for (int i = 0; i < apart.length; i++) {
      move(other, apart[i], 1 + i);
      encounters.look(both, 1 + i, told::add);
    }
  }

  private static FloorTrack at(long id, double x) {
    FloorTrack track = new FloorTrack(spot(x), 0, 0, 1);
    track.id = id;
    return track;
  }

  /** Told so surely that it stands there. */
  private static void move(FloorTrack track, double x, long nanos) {
    track.predict(nanos * 1_000_000_000L);
    Spot spot = spot(x);
    spot.alongVariance = 1e-9;
    spot.acrossVariance = 1e-9;
    track.update(spot, 0, nanos, false);
  }

  private static Spot spot(double x) {
    Spot spot = new Spot();
    spot.x = x;
    spot.alongX = 1;
    spot.alongVariance = 0.01;
    spot.acrossVariance = 0.01;
    spot.score = 1;
    return spot;
  }
}
