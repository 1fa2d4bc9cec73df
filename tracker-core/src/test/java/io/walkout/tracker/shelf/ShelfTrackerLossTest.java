package io.walkout.tracker.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import io.walkout.store.signal.PlateBlock;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the shelf tracker makes of plates that stop giving numbers and come back. */
class ShelfTrackerLossTest {
  private static final int PLATE = 14;
  private final TrackedBlocks tracked = new TrackedBlocks(Stores.grid(1, 3, 12));

  private static PlateWorld world(long seed) {
    return new PlateWorld(seed, 3, 12, 0.84, 0.5);
  }

  @ParameterizedTest
  @ValueSource(longs = {201, 202, 203, 204, 205, 206})
  void goodsThatGoWhileTheirPlateGivesNoNumbersAreAnnounced(long seed) {
    PlateWorld world = world(seed);
    run(world, 5);
    world.silent[PLATE] = true;
    run(world, 5.4);
    world.add(PlateAction.take(1, 2, 1, 500, 0, world.random));
    run(world, 8);
    world.silent[PLATE] = false;
    run(world, 14);
    tracked.end();

    assertThat(tracked.changes())
        .singleElement()
        .satisfies(
            c -> {
              assertThat(c.deltaGrams()).isBetween(-505.0, -495.0);
              assertThat(seconds(world, c.startNanos())).isBetween(4.4, 5.3);
              assertThat(seconds(world, c.endNanos())).isBetween(7.9, 8.5);
            });
    assertThat(tracked.tracker.counts().platesLost()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {211, 212, 213, 214, 215, 216})
  void halfASecondOfNothingInTheMiddleOfATakeChangesNoSum(long seed) {
    PlateWorld world = world(seed);
    PlateAction take = PlateAction.take(1, 2, 1, 250, 5, world.random);
    world.add(take);
    run(world, take.restSeconds() - 0.2);
    world.silent[PLATE] = true;
    run(world, take.restSeconds() + 0.7);
    world.silent[PLATE] = false;
    run(world, 12);
    tracked.end();

    double sum = tracked.changes().stream().mapToDouble(c -> c.deltaGrams()).sum();
    assertThat(sum).isBetween(-260.0, -240.0);
  }

  @ParameterizedTest
  @ValueSource(longs = {221, 222, 223, 224, 225, 226})
  void aPlateThatComesBackAsItWasIsNoChange(long seed) {
    PlateWorld world = world(seed);
    for (int i = 1; i <= 5; i++) {
      run(world, 10 * i);
      Arrays.fill(world.silent, i * 4, i * 4 + 6, true);
      run(world, 10 * i + 0.5 + i * i * 0.3);
      Arrays.fill(world.silent, false);
    }
    run(world, 70);
    tracked.end();

    assertThat(tracked.changes()).isEmpty();
    assertThat(tracked.tracker.counts().stepsWithheld()).isZero();
  }

  @Test
  void whatIsSettledWaitsForALostPlateNoLongerThanForAMovement() {
    PlateWorld world = world(231);
    run(world, 5);
    world.silent[PLATE] = true;
    run(world, 18);
    assertThat(seconds(world, tracked.settled.getLast())).isBetween(4.4, 5.3);
    run(world, 25);
    assertThat(seconds(world, tracked.settled.getLast())).isGreaterThan(24);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-26_000, 40_000})
  void aJumpGreaterThanAnyGoodsIsCountedOnly(double grams) {
    PlateWorld world = world(232);
    loseAndShift(world, PLATE, 1, grams);

    assertThat(tracked.changes()).isEmpty();
    assertThat(tracked.tracker.counts().stepsWithheld()).isEqualTo(1);
  }

  @Test
  void aPlateThatComesBackAtZeroIsCountedOnly() {
    PlateWorld world = world(233);
    loseAndShift(world, PLATE, 1, -world.load(1, 2));

    assertThat(tracked.changes()).isEmpty();
    assertThat(tracked.tracker.counts().stepsWithheld()).isEqualTo(1);
  }

  @Test
  void aShelfOfPlatesThatComeBackElsewhereAtOnceIsCountedOnly() {
    PlateWorld world = world(234);
    loseAndShift(world, 12, 12, -300);

    assertThat(tracked.changes()).isEmpty();
    assertThat(tracked.tracker.counts().stepsWithheld()).isEqualTo(12);
  }

  @Test
  void aGondolaThatPausesAndComesBackTaredIsCountedOnlyAndThenGoesOn() {
    PlateWorld world = world(235);
    run(world, 5);
    skip(world, 15);
    for (int i = 0; i < 36; i++) {
      world.shift(i, 37 * (i % 7) - 500);
    }
    world.add(PlateAction.take(1, 2, 1, 250, 20, world.random));
    run(world, 26);
    tracked.end();

    assertThat(tracked.changes())
        .singleElement()
        .satisfies(c -> assertThat(c.deltaGrams()).isBetween(-255.0, -245.0));
    assertThat(tracked.tracker.counts().stepsWithheld()).isEqualTo(36);
  }

  @Test
  void aPlateThatWasLostForMinutesIsLearnedAnewAndItsStepCounted() {
    PlateWorld world = world(236);
    run(world, 5);
    world.silent[PLATE] = true;
    run(world, 130);
    world.silent[PLATE] = false;
    world.shift(PLATE, -400);
    run(world, 136);
    tracked.end();

    assertThat(tracked.changes()).isEmpty();
    assertThat(tracked.tracker.counts().stepsWithheld()).isEqualTo(1);
  }

  @Test
  void aStuckPlateThatComesAliveWhereItWasIsNoChangeAndElsewhereOne() {
    PlateWorld world = world(237);
    run(world, 5);
    world.stuckAt[PLATE] = 6067.4;
    run(world, 15);
    world.stuckAt[PLATE] = Double.NaN;
    run(world, 22);
    assertThat(tracked.changes()).isEmpty();

    world.stuckAt[PLATE] = 0;
    run(world, 30);
    world.stuckAt[PLATE] = Double.NaN;
    world.shift(PLATE, -320);
    run(world, 40);
    tracked.end();

    assertThat(tracked.changes())
        .singleElement()
        .satisfies(c -> assertThat(c.deltaGrams()).isBetween(-325.0, -315.0));
    assertThat(tracked.tracker.counts().platesStuck()).isEqualTo(2);
  }

  private void loseAndShift(PlateWorld world, int plate, int plates, double grams) {
    run(world, 5);
    Arrays.fill(world.silent, plate, plate + plates, true);
    run(world, 8);
    Arrays.fill(world.silent, false);
    for (int i = plate; i < plate + plates; i++) {
      world.shift(i, grams);
    }
    run(world, 16);
    tracked.end();
  }

  private void run(PlateWorld world, double untilSeconds) {
    PlateBlock block = new PlateBlock(0);
    while (world.seconds() < untilSeconds) {
      world.next(block);
      tracked.take(block);
    }
  }

  private static void skip(PlateWorld world, double untilSeconds) {
    PlateBlock block = new PlateBlock(0);
    while (world.seconds() < untilSeconds) {
      world.next(block);
    }
  }

  private static double seconds(PlateWorld world, long nanos) {
    return (nanos - world.nanos(0)) / 1e9;
  }
}
