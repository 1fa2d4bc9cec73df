package io.walkout.tracker.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import io.walkout.store.signal.PlateBlock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the shelf tracker does with streams that stop, break off, repeat or lie. */
class ShelfTrackerStreamTest {
  private static PlateWorld world(long seed) {
    return new PlateWorld(seed, 3, 12, 0.84, 0.5);
  }

  @Test
  void aPlateThatJumpsToAValueWhichNeverChangesIsStuckNotLoaded() {
    PlateWorld world = world(82);
    TrackedBlocks tracked = new TrackedBlocks(Stores.grid(1, 3, 12));
    run(world, tracked, 5);
    world.stuckAt[14] = 6067.4;
    run(world, tracked, 12);
    tracked.end();

    assertThat(tracked.changes()).isEmpty();
    assertThat(tracked.tracker.counts().platesStuck()).isEqualTo(1);
  }

  @Test
  void aTakeWhileBlocksAreMissingIsFoundByTheLevelsAroundTheGap() {
    PlateWorld world = world(84);
    TrackedBlocks tracked = new TrackedBlocks(Stores.grid(1, 3, 12));
    run(world, tracked, 5);
    world.add(PlateAction.take(1, 2, 2, 200, 5.5, world.random));
    run(world, new TrackedBlocks(Stores.grid(1, 3, 12)), 7);
    run(world, tracked, 12);
    tracked.end();

    assertThat(tracked.tracker.counts().gaps()).isEqualTo(1);
    assertThat(tracked.changes())
        .singleElement()
        .satisfies(c -> assertThat(c.deltaGrams()).isBetween(-205.0, -195.0));
  }

  @Test
  void blocksThatRepeatJumpBackOrLieYearsAwayAreCountedAndChangeNothing() {
    List<PlateBlock> blocks = takeAtFiveSeconds(85, 10);
    TrackedBlocks plain = new TrackedBlocks(Stores.grid(1, 3, 12));
    plain.takeAll(blocks);
    plain.end();

    TrackedBlocks dirty = new TrackedBlocks(Stores.grid(1, 3, 12));
    for (int i = 0; i < blocks.size(); i++) {
      dirty.take(blocks.get(i));
      if (i % 7 == 3) {
        dirty.take(blocks.get(i));
        dirty.take(blocks.get(i / 2));
        PlateBlock far = new PlateBlock(0);
        far.copyFrom(blocks.get(i));
        far.firstNanos += 5L * 365 * 86_400 * 1_000_000_000L;
        dirty.take(far);
      }
    }
    dirty.end();

    assertThat(dirty.changes()).isEqualTo(plain.changes()).hasSize(1);
    assertThat(dirty.tracker.counts().blocksBack()).isEqualTo(14);
    assertThat(dirty.tracker.counts().blocksHeld()).isEqualTo(7);
  }

  @Test
  void readingsThatComeOneByOneWithJitterWorkAsBlocksDo() {
    List<PlateBlock> singles = new ArrayList<>();
    int n = 0;
    for (PlateBlock block : takeAtFiveSeconds(92, 10)) {
      for (int k = 0; k < block.samples; k++) {
        PlateBlock single = new PlateBlock(0);
        single.shape(1, 1, block.shelves, block.plates);
        single.periodNanos = block.periodNanos;
        single.firstNanos = block.nanosOf(k) + (n++ % 3 - 1) * 3_000_000L;
        System.arraycopy(block.grams, block.index(k, 0, 0), single.grams, 0, single.length());
        singles.add(single);
      }
    }
    TrackedBlocks tracked = new TrackedBlocks(Stores.grid(1, 3, 12));
    tracked.takeAll(singles);
    tracked.end();

    assertThat(tracked.changes())
        .singleElement()
        .satisfies(c -> assertThat(c.deltaGrams()).isBetween(-255.0, -245.0));
    assertThat(tracked.tracker.counts().blocksBack()).isLessThan(20);
    assertThat(tracked.tracker.counts().gaps()).isZero();
  }

  @Test
  void aFirstBlockYearsAheadDoesNotLockOutTheRest() {
    List<PlateBlock> blocks = takeAtFiveSeconds(86, 10);
    PlateBlock far = new PlateBlock(0);
    far.copyFrom(blocks.getFirst());
    far.firstNanos += 365L * 86_400 * 1_000_000_000L;
    TrackedBlocks tracked = new TrackedBlocks(Stores.grid(1, 3, 12));
    tracked.take(far);
    tracked.takeAll(blocks);

    assertThat(tracked.changes()).hasSize(1);
    assertThat(tracked.tracker.counts().blocks()).isEqualTo(blocks.size());
    assertThat(tracked.tracker.counts().blocksHeld()).isEqualTo(1);
  }

  @Test
  void theFirstBlockAndTheFirstAfterALongGapAreUsedOnceTheNextProvesTheirClock() {
    List<PlateBlock> blocks = takeAtFiveSeconds(93, 30);
    TrackedBlocks tracked = new TrackedBlocks(Stores.grid(1, 3, 12));
    tracked.takeAll(blocks.subList(0, 50));
    tracked.takeAll(blocks.subList(100, 150));

    assertThat(tracked.tracker.counts().blocks()).isEqualTo(100);
    assertThat(tracked.tracker.counts().blocksHeld()).isZero();
    assertThat(tracked.tracker.counts().gaps()).isEqualTo(1);
  }

  @Test
  void blocksThatOvertakeEachOtherByUpToThreeArePutInOrderAndChangeNothing() {
    List<PlateBlock> blocks = takeAtFiveSeconds(94, 12);
    TrackedBlocks plain = new TrackedBlocks(Stores.grid(1, 3, 12));
    plain.takeAll(blocks);
    plain.end();

    List<PlateBlock> shuffled = new ArrayList<>(blocks);
    for (int i = 1; i + 5 < blocks.size(); i += 5) {
      shuffled.add(i + i % 3, shuffled.remove(i + 3));
    }
    TrackedBlocks tracked = new TrackedBlocks(Stores.grid(1, 3, 12));
    tracked.takeAll(shuffled);
    tracked.end();

    assertThat(tracked.changes()).isEqualTo(plain.changes()).hasSize(1);
    assertThat(tracked.tracker.counts().blocks()).isEqualTo(blocks.size());
    assertThat(tracked.tracker.counts().blocksReordered()).isPositive();
    assertThat(tracked.tracker.counts().gaps()).isZero();
  }

  @Test
  void aBlockAfterAMissingOneWaitsForThreeBlocksOrTheWatermarkAndNoLonger() {
    List<PlateBlock> blocks = takeAtFiveSeconds(95, 6);
    TrackedBlocks byBlocks = new TrackedBlocks(Stores.grid(1, 3, 12));
    byBlocks.takeAll(blocks.subList(0, 10));
    byBlocks.takeAll(blocks.subList(11, 14));
    assertThat(byBlocks.tracker.counts().blocks()).isEqualTo(10);
    byBlocks.take(blocks.get(14));
    assertThat(byBlocks.tracker.counts().blocks()).isEqualTo(14);

    TrackedBlocks byWatermark = new TrackedBlocks(Stores.grid(1, 3, 12));
    byWatermark.takeAll(blocks.subList(0, 10));
    byWatermark.take(blocks.get(11));
    byWatermark.take(blocks.get(11));
    byWatermark.passTo(blocks.get(13).firstNanos);
    assertThat(byWatermark.tracker.counts().blocks()).isEqualTo(10);
    byWatermark.passTo(blocks.get(15).firstNanos);
    assertThat(byWatermark.tracker.counts().blocks()).isEqualTo(11);
    assertThat(byWatermark.tracker.counts().blocksBack()).isEqualTo(1);
  }

  @Test
  void gondolasThatStopWhileOthersGoOnOrNeverCameAreCounted() {
    PlateWorld world = world(96);
    TrackedBlocks tracked = new TrackedBlocks(Stores.grid(4, 3, 12));
    PlateBlock block = new PlateBlock(0);
    while (world.seconds() < 40) {
      world.next(block);
      if (world.seconds() > 12 && world.seconds() < 22) {
        continue; // all pause together: that is nobody's silence
      }
      tracked.take(block);
      block.gondola = 3;
      tracked.take(block);
      if (world.seconds() < 30) {
        block.gondola = 2;
        tracked.take(block);
      }
    }
    assertThat(tracked.tracker.counts().gondolasSilent()).isEqualTo(1);
    assertThat(tracked.tracker.counts().gondolasNeverSeen()).isEqualTo(1);
  }

  @Test
  void aTakeJustBeforeTheEndIsAnnouncedWithALargerSigma() {
    List<PlateBlock> blocks = takeAtFiveSeconds(87, 6);
    TrackedBlocks tracked = new TrackedBlocks(Stores.grid(1, 3, 12));
    tracked.takeAll(blocks.subList(0, 29));
    assertThat(tracked.changes()).isEmpty();
    tracked.end();

    assertThat(tracked.changes())
        .singleElement()
        .satisfies(c -> assertThat(c.deltaGrams()).isBetween(-260.0, -240.0));
  }

  @Test
  void noChangeBeginsBeforeWhatWasSaidToBeSettled() {
    PlateWorld world = world(88);
    for (int i = 0; i < 20; i++) {
      int plate = world.random.nextInt(10);
      world.add(PlateAction.take(i % 3, plate, 2, 100, 4 + 2.5 * i, world.random));
    }
    TrackedBlocks tracked = new TrackedBlocks(Stores.grid(1, 3, 12));
    PlateBlock block = new PlateBlock(0);
    while (world.seconds() < 60) {
      world.next(block);
      int before = tracked.announced.size();
      long settled = tracked.settled.isEmpty() ? Long.MIN_VALUE : tracked.settled.getLast();
      tracked.take(block);
      assertThat(tracked.settled.getLast()).isGreaterThanOrEqualTo(settled);
      tracked
          .changes()
          .subList(before, tracked.announced.size())
          .forEach(c -> assertThat(c.startNanos()).isGreaterThanOrEqualTo(settled));
    }
    assertThat(tracked.changes()).hasSizeBetween(19, 21);
  }

  @Test
  void aLeanThatNeverEndsHoldsWhatIsSettledNoLongerThanItsBound() {
    PlateWorld world = world(89);
    world.add(PlateAction.leanFor(1, 4, 2, 400, 5, 40, world.random));
    TrackedBlocks tracked = new TrackedBlocks(Stores.grid(1, 3, 12));

    run(world, tracked, 15);
    assertThat(seconds(world, tracked.settled.getLast())).isLessThan(5.3);
    run(world, tracked, 30);
    assertThat(seconds(world, tracked.settled.getLast())).isGreaterThan(28.5);
  }

  @Test
  void aGondolaThatStopsOrNeverCameDoesNotHoldWhatIsSettled() {
    PlateWorld world = world(90);
    TrackedBlocks tracked = new TrackedBlocks(Stores.grid(3, 3, 12));
    PlateBlock block = new PlateBlock(0);
    while (world.seconds() < 20) {
      world.next(block);
      tracked.take(block);
      if (world.seconds() < 8) {
        block.gondola = 2;
        tracked.take(block);
      }
    }
    // Gondola 2 stopped at 8 s, gondola 3 never came; the policy's silence is 6 s.
    assertThat(seconds(world, tracked.settled.getLast())).isGreaterThan(19);
    long atThree = tracked.settled.get(20);
    assertThat(atThree).isEqualTo(Long.MIN_VALUE);
  }

  @Test
  void theSameBlocksGiveTheSameChanges() {
    List<PlateBlock> blocks = takeAtFiveSeconds(91, 12);
    TrackedBlocks one = new TrackedBlocks(Stores.grid(1, 3, 12));
    one.takeAll(blocks);
    TrackedBlocks two = new TrackedBlocks(Stores.grid(1, 3, 12));
    two.takeAll(blocks);

    assertThat(one.announced).isEqualTo(two.announced).isNotEmpty();
    assertThat(one.settled).isEqualTo(two.settled);
  }

  private static List<PlateBlock> takeAtFiveSeconds(long seed, double seconds) {
    PlateWorld world = world(seed);
    world.add(PlateAction.take(1, 4, 2, 250, 5, world.random));
    List<PlateBlock> blocks = new ArrayList<>();
    while (world.seconds() < seconds) {
      PlateBlock block = new PlateBlock(0);
      world.next(block);
      blocks.add(block);
    }
    return blocks;
  }

  private static void run(PlateWorld world, TrackedBlocks tracked, double untilSeconds) {
    PlateBlock block = new PlateBlock(0);
    while (world.seconds() < untilSeconds) {
      world.next(block);
      tracked.take(block);
    }
  }

  private static double seconds(PlateWorld world, long nanos) {
    return (nanos - world.nanos(0)) / 1e9;
  }
}
