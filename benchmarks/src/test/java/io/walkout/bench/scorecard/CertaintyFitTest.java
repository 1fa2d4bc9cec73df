package io.walkout.bench.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.walkout.node.score.JudgedLine;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Curves of certainty, fitted to claims whose truth is known. */
class CertaintyFitTest {
  private static final long SEED = 7;

  @Test
  void givenWorldsThatAreTooBold_whenFitted_thenPlattFindsTheCurveThatMadeThem() {
    PlattCurve made = new PlattCurve(0.6, -0.3);

    PlattCurve found = PlattCurve.fit(claims(made, 20_000));

    assertThat(found.slope()).as("seed %d", SEED).isCloseTo(made.slope(), within(0.03));
    assertThat(found.shift()).as("seed %d", SEED).isCloseTo(made.shift(), within(0.06));
  }

  @Test
  void givenNoWrongLine_whenFitted_thenTheCurveStaysFinite() {
    List<Claim> claims = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      claims.add(claim(i, 1, true));
    }

    PlattCurve found = PlattCurve.fit(claims);

    assertThat(found.slope()).isBetween(0.9, 2.0);
    assertThat(IsotonicCurve.fit(claims).most()).isEqualTo(101.0 / 102);
  }

  @Test
  void givenAnyClaims_whenPooled_thenTheIsotonicCurveRises() {
    List<Claim> claims = claims(new PlattCurve(1.2, 0.4), 500);
    IsotonicCurve curve = IsotonicCurve.fit(claims);

    double last = 0;
    for (double weight = 0.01; weight < 1; weight += 0.01) {
      double certainty = curve.of(claim(0, weight, true));
      assertThat(certainty).as("weight %f, seed %d", weight, SEED).isBetween(last, 1.0);
      last = certainty;
    }
  }

  @Test
  void givenBoldWorlds_whenEachSeedIsLeftOut_thenBothCurvesAreTruerThanTheWorlds() {
    CertaintyFit fit = CertaintyFit.of(claims(new PlattCurve(0.5, -0.5), 4_000));

    double stated = error(fit, CertaintyFit.STATED);
    assertThat(stated).isGreaterThan(0.1);
    assertThat(error(fit, CertaintyFit.PLATT)).isLessThan(stated / 3);
    assertThat(error(fit, CertaintyFit.ISOTONIC)).isLessThan(stated / 3);
    assertThat(fit.seeds()).isEqualTo(20);
  }

  private static double error(CertaintyFit fit, String curve) {
    CertaintyFit.Trial trial = fit.trials().get(curve);
    return trial == null ? Double.NaN : trial.calibration().expectedCalibrationError();
  }

  /** Claims of twenty seeds that are right as often as a curve says. */
  private static List<Claim> claims(PlattCurve truth, int count) {
    SplittableRandom random = new SplittableRandom(SEED);
    List<Claim> claims = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double weight = random.nextDouble(0.02, 0.999);
      double p = truth.of(claim(0, weight, true));
      claims.add(claim(i % 20, weight, random.nextDouble() < p));
    }
    return claims;
  }

  private static Claim claim(long seed, double weight, boolean isRight) {
    return new Claim(seed, weight, new JudgedLine("v", 1, "p", "a", 1, true, weight, isRight, 0));
  }
}
