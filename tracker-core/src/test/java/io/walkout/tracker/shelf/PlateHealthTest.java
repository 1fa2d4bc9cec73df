package io.walkout.tracker.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import io.walkout.store.PlateId;
import io.walkout.store.shelf.PlateTrouble;
import io.walkout.store.shelf.ShelfChange;
import io.walkout.store.shelf.ShelfHealth;
import io.walkout.store.shelf.ShelfState;
import io.walkout.store.signal.PlateBlock;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plates that are wired or tuned wrongly, told by name; seeds stand in each test's name. */
class PlateHealthTest {
  private static final int SHELVES = 2;
  private static final int PLATES = 8;

  /** A busy hour in short: a pack on two plates goes or comes every few seconds, all over. */
  private static TrackedBlocks busy(long seed, double seconds, Consumer<PlateBlock> wrong) {
    PlateWorld world = new PlateWorld(seed, SHELVES, PLATES, 0.84, 0.3);
    Random r = world.random;
    for (double at = 3; at < seconds - 6; at += 4) {
      int shelf = r.nextInt(SHELVES);
      int plate = r.nextInt(PLATES - 1);
      double mass = 80 + 400 * r.nextDouble();
      world.add(
          r.nextBoolean()
              ? PlateAction.take(shelf, plate, 2, mass, at, r)
              : PlateAction.put(shelf, plate, 2, mass, at, r));
    }
    return run(world, seconds, wrong);
  }

  private static TrackedBlocks run(PlateWorld world, double seconds, Consumer<PlateBlock> wrong) {
    TrackedBlocks tracked = new TrackedBlocks(Stores.grid(1, world.shelves, world.plates));
    PlateBlock block = new PlateBlock(0);
    while (world.seconds() < seconds) {
      world.next(block);
      wrong.accept(block);
      tracked.take(block);
    }
    tracked.end();
    return tracked;
  }

  private static void exchange(PlateBlock block, int shelfA, int a, int shelfB, int b) {
    for (int k = 0; k < block.samples; k++) {
      int i = block.index(k, shelfA - 1, a - 1);
      int j = block.index(k, shelfB - 1, b - 1);
      float grams = block.grams[i];
      block.grams[i] = block.grams[j];
      block.grams[j] = grams;
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void soundPlatesAreAccusedOfNothing(long seed) {
    TrackedBlocks tracked = busy(seed, 400, block -> {});

    assertThat(tracked.tracker.troubles()).isEmpty();
    assertThat(tracked.health).isEmpty();
    assertThat(tracked.changes()).allMatch(c -> c.state() == ShelfState.ALL_PLATES);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void twoPlatesOfAShelfThatAreExchangedAreNamedAndTheShelfTellsItsSumOnly(long seed) {
    TrackedBlocks tracked = busy(seed, 500, block -> exchange(block, 1, 3, 1, 6));

    assertThat(tracked.tracker.troubles())
        .extracting(PlateTrouble::toString)
        .containsExactly("exchanged 1/1/3 with 1/1/6", "exchanged 1/1/6 with 1/1/3");
    assertThat(tracked.health)
        .last()
        .satisfies(h -> assertThat(h.state()).isEqualTo(ShelfState.SUM_ONLY));
    long from = tracked.health.getLast().captureNanos() + 5_000_000_000L;
    List<ShelfChange> after =
        tracked.changes().stream().filter(c -> c.startNanos() > from).toList();
    assertThat(after).isNotEmpty();
    for (ShelfChange c : after) {
      boolean first = c.shelf().shelf() == 1;
      assertThat(c.state()).isEqualTo(first ? ShelfState.SUM_ONLY : ShelfState.ALL_PLATES);
      // Whole packs again, on whatever plates: the lightest weighs 80 g.
      assertThat(Math.abs(c.deltaGrams())).isGreaterThan(70);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void platesOfTwoShelvesThatAreExchangedAreNamedAndLeftOut(long seed) {
    TrackedBlocks tracked = busy(seed, 500, block -> exchange(block, 1, 3, 2, 6));

    assertThat(tracked.tracker.troubles())
        .extracting(PlateTrouble::toString)
        .containsExactly("exchanged 1/1/3 with 1/2/6", "exchanged 1/2/6 with 1/1/3");
    assertThat(tracked.tracker.counts().shelfStates())
        .containsExactly("some plates 1/1", "some plates 1/2");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void anInvertedPlateIsNamedAndLeftOut(long seed) {
    TrackedBlocks tracked =
        busy(
            seed,
            500,
            block -> {
              for (int k = 0; k < block.samples; k++) {
                block.grams[block.index(k, 0, 3)] *= -1;
              }
            });

    assertThat(tracked.tracker.troubles())
        .extracting(PlateTrouble::toString)
        .containsExactly("inverted 1/1/4");
    assertThat(tracked.tracker.counts().shelfStates()).containsExactly("some plates 1/1");
  }

  @ParameterizedTest
  @ValueSource(doubles = {20, -40, 80})
  void aPlateWhoseZeroWandersIsFollowedAndNamed(double gramsPerMinute) {
    PlateWorld world = new PlateWorld(7, SHELVES, PLATES, 0.84, 0.3);
    world.slope[4] = gramsPerMinute / 60;
    world.add(PlateAction.take(0, 4, 1, 150, 150, world.random));

    TrackedBlocks tracked = run(world, 180, block -> {});

    assertThat(tracked.tracker.troubles())
        .singleElement()
        .satisfies(
            t -> {
              assertThat(t.plate()).isEqualTo(new PlateId(1, 1, 5));
              assertThat(t.kind()).isEqualTo(PlateTrouble.Kind.DRIFTING);
              assertThat(t.amount()).isBetween(gramsPerMinute - 4, gramsPerMinute + 4);
            });
    assertThat(tracked.changes())
        .singleElement()
        .satisfies(c -> assertThat(c.deltaGrams()).isBetween(-156.0, -144.0));
  }

  @Test
  void aShelfMostOfWhosePlatesAreGoneIsBlindUntilTheyComeBack() {
    PlateWorld world = new PlateWorld(9, SHELVES, PLATES, 0.84, 0.3);
    TrackedBlocks tracked = new TrackedBlocks(Stores.grid(1, SHELVES, PLATES));
    PlateBlock block = new PlateBlock(0);
    while (world.seconds() < 60) {
      for (int p = 0; p < 5; p++) {
        world.silent[p] = world.seconds() > 10 && world.seconds() < 40;
      }
      world.next(block);
      tracked.take(block);
    }
    tracked.end();

    assertThat(tracked.health)
        .extracting(ShelfHealth::state)
        .contains(ShelfState.BLIND)
        .last()
        .isEqualTo(ShelfState.ALL_PLATES);
    assertThat(tracked.changes()).isEmpty();
  }
}
