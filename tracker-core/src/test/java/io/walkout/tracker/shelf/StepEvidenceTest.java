package io.walkout.tracker.shelf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class StepEvidenceTest {
  private final StepEvidence evidence = new StepEvidence(ShelfTrackerSettings.DEFAULT);

  @Test
  void fifteenGramsAreGoodsOnAQuietPlateAndNothingOnAShakenOne() {
    assertThat(evidence.logOdds(-15, 0.3, 0.3)).isGreaterThan(evidence.logOddsToAnnounce());
    assertThat(evidence.logOdds(-15, 10, 12)).isLessThan(0);
  }

  @Test
  void aTraceFarBelowTheLightestGoodsIsNoGoodsHoweverSure() {
    assertThat(evidence.logOdds(3, 0.05, 0.05)).isLessThan(0);
  }

  @Test
  void takesAndPutBacksWeighTheSame() {
    assertThat(evidence.logOdds(-120, 1, 2)).isEqualTo(evidence.logOdds(120, 1, 2));
  }

  @Test
  void settingsOutOfRangeAreNamed() {
    ShelfTrackerSettings d = ShelfTrackerSettings.DEFAULT;
    assertThatThrownBy(
            () ->
                new ShelfTrackerSettings(
                    d.lightestGoodsGrams(),
                    d.typicalGoodsGrams(),
                    d.goodsLogSigma(),
                    1.5,
                    d.posteriorToAnnounce(),
                    d.resolutionGrams(),
                    d.driftGramsPerRootSecond(),
                    d.couplingFraction(),
                    d.settlingFraction(),
                    d.restAfterFallNanos(),
                    d.restAfterRiseNanos(),
                    d.longestRestNanos(),
                    d.longestMovementNanos(),
                    d.forgetLevelNanos()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("goodsPrior");
  }
}
