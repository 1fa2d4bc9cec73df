package io.walkout.tracker.shelf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.walkout.store.EventTime;
import io.walkout.store.signal.PlateBlock;
import org.junit.jupiter.api.Test;

class PlateBinnerTest {
  private static PlateBlock block(float... perSample) {
    PlateBlock block = new PlateBlock(0);
    block.shape(1, perSample.length, 1, 1);
    block.firstNanos = EventTime.SECOND;
    block.periodNanos = EventTime.SECOND / 60;
    System.arraycopy(perSample, 0, block.grams, 0, perSample.length);
    return block;
  }

  private static PlateBinner binner() {
    return new PlateBinner(new int[] {0}, new int[] {0});
  }

  @Test
  void sixSamplesAtSixtyHertzMakeABin() {
    PlateBinner binner = binner();
    PlateBlock block = block(64_000, 64_001, 64_002, 64_000, 64_001, 64_002, 5, 5, 5, 5, 5, 5);
    binner.begin(block, false);

    assertThat(binner.fill(block, 0)).isEqualTo(6);
    assertThat(binner.mean[0]).isCloseTo(64_001, within(0.01));
    assertThat(binner.startNanos).isEqualTo(EventTime.SECOND);
    assertThat(binner.fill(block, 6)).isEqualTo(12);
    assertThat(binner.mean[0]).isCloseTo(5, within(0.01));
    assertThat(binner.fill(block, 12)).isEqualTo(-1);
  }

  @Test
  void aBinWithHalfItsSamplesIsTheirMeanAndOneWithFewerIsMissing() {
    PlateBinner binner = binner();
    float nan = Float.NaN;
    PlateBlock block = block(1, nan, 3, nan, 2, nan, 1, nan, nan, nan, Float.POSITIVE_INFINITY, 2);
    binner.begin(block, false);

    binner.fill(block, 0);
    assertThat(binner.mean[0]).isCloseTo(2, within(1e-6));
    binner.fill(block, 6);
    assertThat(binner.mean[0]).isNaN();
  }

  @Test
  void aBinSpansBlocksButNotAGap() {
    PlateBinner binner = binner();
    PlateBlock first = block(1, 1, 1, 1);
    PlateBlock second = block(4, 4, 4, 4);
    binner.begin(first, false);
    assertThat(binner.fill(first, 0)).isEqualTo(-1);
    binner.begin(second, false);
    assertThat(binner.fill(second, 0)).isEqualTo(2);
    assertThat(binner.mean[0]).isCloseTo(2, within(1e-6));
    assertThat(binner.fill(second, 2)).isEqualTo(-1);

    binner.begin(first, true);
    assertThat(binner.fill(first, 0)).isEqualTo(-1);
  }

  @Test
  void aPlateThatTheBlockLacksIsMissing() {
    PlateBinner binner = new PlateBinner(new int[] {0, 3}, new int[] {0, 0});
    PlateBlock block = block(1, 1, 1, 1, 1, 1);
    binner.begin(block, false);
    binner.fill(block, 0);

    assertThat(binner.mean[0]).isCloseTo(1, within(1e-6));
    assertThat(binner.mean[1]).isNaN();
  }
}
