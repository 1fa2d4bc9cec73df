package io.walkout.tracker.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import io.walkout.store.PlateId;
import io.walkout.store.shelf.PlateTrouble;
import io.walkout.store.shelf.ShelfChange;
import io.walkout.store.signal.PlateBlock;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the shelf tracker makes of simulated plates; the seed stands in each test's name. */
class ShelfTrackerTest {
  private static final double TYPICAL_SIGMA = 0.84;

  private static PlateWorld world(long seed) {
    return new PlateWorld(seed, 3, 12, TYPICAL_SIGMA, 0.5);
  }

  private static List<ShelfChange> changes(PlateWorld world, double seconds) {
    return ShelfTrackerScorecard.run(world, seconds).changes();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void aTakeSpreadOverThreePlatesIsOneChangeOfItsMass(long seed) {
    PlateWorld world = world(seed);
    PlateAction take = PlateAction.take(1, 4, 3, 250, 5, world.random);
    world.add(take);

    List<ShelfChange> changes = changes(world, 10);

    assertThat(changes).hasSize(1);
    ShelfChange change = changes.getFirst();
    assertThat(change.deltaGrams()).isBetween(-256.0, -244.0);
    assertThat(Math.abs(change.deltaGrams() + 250)).isLessThan(4 * change.sigmaGrams());
    assertThat(change.shelf().shelf()).isEqualTo(2);
    assertThat(change.plates())
        .extracting(ShelfChange.PlateDelta::plate)
        .contains(new PlateId(1, 2, 5), new PlateId(1, 2, 6), new PlateId(1, 2, 7));
    assertThat(seconds(world, change.startNanos())).isBetween(4.6, 5.35);
    assertThat(seconds(world, change.endNanos()))
        .isBetween(take.restSeconds() - 0.3, take.restSeconds() + 0.7);
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14})
  void aPutBackIsAChangeUpwards(long seed) {
    PlateWorld world = world(seed);
    world.add(PlateAction.put(0, 7, 2, 420, 5, world.random));

    assertThat(changes(world, 10))
        .singleElement()
        .satisfies(c -> assertThat(c.deltaGrams()).isBetween(405.0, 435.0));
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24})
  void aLeanAndATouchLeaveNoChange(long seed) {
    PlateWorld world = world(seed);
    world.add(PlateAction.lean(0, 2, 2, 300, 4, world.random));
    world.add(PlateAction.touch(2, 9, 60, 6, world.random));

    assertThat(changes(world, 16)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {31, 32, 33, 34})
  void aSlammedDoorShakesEverythingAndLeavesNoChange(long seed) {
    PlateWorld world = world(seed);
    world.shake(5, 30);

    assertThat(changes(world, 14)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {41, 42, 43, 44})
  void goodsPushedToTheNextPlateAreNoChange(long seed) {
    PlateWorld world = world(seed);
    world.add(PlateAction.pushAlong(1, 5, 330, 5, world.random));

    assertThat(changes(world, 12)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {51, 52, 53, 54})
  void twoTakesFromOneFacingWithAShortRestBetweenAreTwoChanges(long seed) {
    PlateWorld world = world(seed);
    world.add(PlateAction.take(1, 5, 2, 180, 5, world.random));
    world.add(PlateAction.take(1, 5, 2, 180, 6.6, world.random));

    assertThat(changes(world, 12)).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(longs = {61, 62, 63, 64})
  void twoTakesAtOnceAtBothEndsOfAShelfAreTwoChanges(long seed) {
    PlateWorld world = world(seed);
    world.add(PlateAction.take(1, 0, 2, 180, 5, world.random));
    world.add(PlateAction.take(1, 10, 1, 320, 5.1, world.random));

    assertThat(changes(world, 12)).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(longs = {65, 66, 67, 68})
  void takesOfTwoPeopleFromNeighbouringPlatesAFewTenthsApartAreTwoChangesAtTheirMoments(long seed) {
    PlateWorld world = world(seed);
    PlateAction first = PlateAction.take(1, 4, 1, 250, 5, world.random);
    PlateAction second = PlateAction.take(1, 5, 1, 260, 5.6, world.random);
    world.add(first);
    world.add(second);

    List<ShelfChange> changes = changes(world, 12);

    assertThat(changes).hasSize(2);
    assertThat(changes.get(0).deltaGrams()).isBetween(-258.0, -242.0);
    assertThat(changes.get(1).deltaGrams()).isBetween(-268.0, -252.0);
    assertThat(changes.get(0).stepNanos())
        .isBetween(world.nanos(first.startSeconds), world.nanos(first.restSeconds()));
    assertThat(changes.get(1).stepNanos())
        .isBetween(world.nanos(second.startSeconds), world.nanos(second.restSeconds()));
  }

  @Test
  void aPlateThatLeapsFartherThanGoodsWeighIsErraticAndInventsNothing() {
    PlateWorld world = world(69);
    TrackedBlocks tracked = new TrackedBlocks(Stores.grid(1, 3, 12));
    PlateBlock block = new PlateBlock(0);
    while (world.seconds() < 20) {
      if (world.seconds() > 5) {
        world.shift(14, 60_000 * (world.random.nextDouble() - 0.5));
      }
      world.next(block);
      tracked.take(block);
    }

    assertThat(tracked.changes()).isEmpty();
    assertThat(tracked.tracker.troubles())
        .singleElement()
        .satisfies(
            t -> {
              assertThat(t.plate()).isEqualTo(new PlateId(1, 2, 3));
              assertThat(t.kind()).isEqualTo(PlateTrouble.Kind.ERRATIC);
            });
  }

  @ParameterizedTest
  @ValueSource(longs = {71, 72, 73, 74, 75, 76, 77, 78, 79, 80, 81, 82})
  void aTakeThatIsPutBackAtOnceSumsToNothing(long seed) {
    PlateWorld world = world(seed);
    world.add(PlateAction.take(1, 5, 1, 180, 5, world.random));
    world.add(PlateAction.put(1, 5, 1, 180, 5.9, world.random));

    double sum = changes(world, 12).stream().mapToDouble(ShelfChange::deltaGrams).sum();

    assertThat(sum).isBetween(-4.0, 4.0);
  }

  @ParameterizedTest
  @ValueSource(longs = {101, 102, 103, 104, 105, 106})
  void aPutBackAndATakeOfOneMassOnNeighbouringPlatesATenthApartAreTwoChanges(long seed) {
    PlateWorld world = world(seed);
    PlateAction put = PlateAction.put(1, 4, 1, 250, 5, world.random);
    PlateAction take = PlateAction.take(1, 5, 1, 250, 5, world.random);
    // By the middles of their movements, whatever presses came before.
    Assumptions.assumeTrue(Math.abs(middle(put) - middle(take)) > 0.1, "they fell together");
    world.add(put);
    world.add(take);

    assertThat(changes(world, 12))
        .extracting(c -> Math.signum(c.deltaGrams()))
        .containsExactlyInAnyOrder(1.0, -1.0);
  }

  @ParameterizedTest
  @ValueSource(longs = {111, 112, 113, 114, 115, 116, 122, 139, 141, 150})
  void aHandThatRestsOnAPackBeforeTheNextIsTakenHidesNeither(long seed) {
    PlateWorld world = world(seed);
    world.add(PlateAction.put(1, 5, 1, 480, 5, world.random));
    world.add(PlateAction.leanFor(1, 5, 1, 24, 6.6, 0.3, world.random));
    world.add(PlateAction.take(1, 5, 1, 370, 6.95, world.random));

    List<ShelfChange> changes = changes(world, 14);

    assertThat(changes).hasSize(2);
    assertThat(changes.get(0).deltaGrams()).isBetween(465.0, 495.0);
    assertThat(changes.get(1).deltaGrams()).isBetween(-385.0, -355.0);
  }

  @Test
  void aFacingThatIsFilledPackByPackDoesNotDrift() {
    PlateWorld world = world(121);
    for (int i = 0; i < 12; i++) {
      world.add(PlateAction.put(1, 5, 1, 170, 5 + 2.1 * i, world.random));
    }

    assertThat(changes(world, 60)).hasSize(12).allMatch(c -> c.deltaGrams() > 150);
  }

  private static double middle(PlateAction action) {
    return action.startSeconds + action.pressSeconds + action.rampSeconds / 2;
  }

  @Test
  void slowDriftIsFollowed() {
    PlateWorld world = world(83);
    for (int i = 0; i < world.slope.length; i++) {
      world.slope[i] = 0.02 * (i % 5);
    }

    assertThat(changes(world, 120)).isEmpty();
  }

  private static double seconds(PlateWorld world, long nanos) {
    return (nanos - world.nanos(0)) / 1e9;
  }
}
