package io.walkout.tracker.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.walkout.store.geometry.CameraModel;
import io.walkout.store.geometry.RigidTransform;
import io.walkout.store.geometry.Vec3;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A camera is found from points that somebody clicked, and how well is said honestly. */
class PoseFitTest {
  private final CameraModel truth = Scenes.ceiling(1280, 720, 800, -0.18, 0.04);

  @Test
  void exactClicksGiveTheCameraExactly() {
    List<PointPair> clicks = Scenes.clicks(truth, 8, 0, new Random(1));

    CameraFit fit = PoseFit.fit(clicks, Lens.of(truth), PoseFit.Sought.POSE);

    assertThat(fit.rmsPixels()).isLessThan(1e-4);
    assertThat(fit.model().position().distanceTo(truth.position())).isLessThan(1e-5);
    assertThat(fit.wrong()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 1, 2, 4})
  void theErrorOfTheCameraGrowsWithThatOfTheClicksAndIsForetold(double sigmaPixels) {
    double worst = 0;
    double squares = 0;
    int rounds = 60;
    for (int seed = 0; seed < rounds; seed++) {
      List<PointPair> clicks = Scenes.clicks(truth, 12, sigmaPixels, new Random(seed));
      CameraFit fit = PoseFit.fit(clicks, Lens.of(truth), PoseFit.Sought.POSE);
      double off = fit.model().position().distanceTo(truth.position());
      worst = Math.max(worst, off);
      double foretold = fit.uncertainty().positionMetres();
      squares += off * off / (foretold * foretold) / rounds;
    }

    assertThat(worst).as("metres, over 60 seeds").isLessThan(0.055 * Math.max(1, sigmaPixels));
    assertThat(Math.sqrt(squares)).as("error over what was foretold").isBetween(0.4, 1.5);
  }

  @Test
  void aWrongClickIsNamedAndChangesNothing() {
    List<PointPair> clicks = new ArrayList<>(Scenes.clicks(truth, 10, 1, new Random(3)));
    CameraFit without = PoseFit.fit(clicks.subList(0, 9), Lens.of(truth), PoseFit.Sought.POSE);
    PointPair p = clicks.get(9);
    clicks.set(9, new PointPair("line 11", p.u() + 70, p.v() - 25, p.x(), p.y(), p.z()));

    CameraFit fit = PoseFit.fit(clicks, Lens.of(truth), PoseFit.Sought.POSE);

    assertThat(fit.wrong()).extracting(PointPair::name).containsExactly("line 11");
    assertThat(fit.model().position().distanceTo(without.model().position())).isLessThan(1e-6);
  }

  @Test
  void threeWrongClicksOfFourteenAreNamed() {
    for (int seed = 0; seed < 20; seed++) {
      List<PointPair> clicks = new ArrayList<>(Scenes.clicks(truth, 14, 1, new Random(seed)));
      for (int i : new int[] {2, 7, 11}) {
        PointPair p = clicks.get(i);
        clicks.set(i, new PointPair(p.name(), p.u(), p.v(), p.x() + 1, p.y() - 0.5 * i, p.z()));
      }

      CameraFit fit = PoseFit.fit(clicks, Lens.of(truth), PoseFit.Sought.POSE);

      assertThat(fit.wrong())
          .as("seed " + seed)
          .extracting(PointPair::name)
          .containsExactly("line 4", "line 9", "line 13");
    }
  }

  @Test
  void theFocalLengthIsFoundToo() {
    CameraModel plain = Scenes.ceiling(1280, 720, 800, 0, 0);
    for (int seed = 0; seed < 20; seed++) {
      List<PointPair> clicks = Scenes.clicks(plain, 10, 1, new Random(seed));

      CameraFit fit = PoseFit.fit(clicks, Lens.plain(1280, 720, 1000), PoseFit.Sought.FOCAL);

      double off = Math.abs(fit.model().fx() / 800 - 1);
      assertThat(off).as("seed " + seed).isLessThan(0.05);
      assertThat(off).isLessThan(5 * fit.uncertainty().focalShare() + 0.01);
    }
  }

  @Test
  void theDistortionIsFoundTooAndPeopleArePlacedWell() {
    double[] at = new double[2];
    double[] pixel = new double[2];
    for (int seed = 0; seed < 20; seed++) {
      List<PointPair> clicks = Scenes.clicks(truth, 16, 1, new Random(seed));

      CameraFit fit = PoseFit.fit(clicks, Lens.plain(1280, 720, 1000), PoseFit.Sought.DISTORTION);

      double[] off = new double[40];
      List<PointPair> places = Scenes.clicks(truth, 40, 0, new Random(1000 + seed));
      for (int i = 0; i < off.length; i++) {
        PointPair p = places.get(i);
        assertThat(truth.project(p.x(), p.y(), 0, pixel)).isTrue();
        assertThat(fit.model().atHeight(pixel[0], pixel[1], 0, at)).isTrue();
        off[i] = Math.hypot(at[0] - p.x(), at[1] - p.y());
      }
      Arrays.sort(off);
      assertThat(off[20]).as("median, metres, seed " + seed).isLessThan(0.08);
      assertThat(off[35]).as("nine in ten, metres, seed " + seed).isLessThan(0.3);
    }
  }

  @Test
  void howWellAPersonIsPlacedIsForetoldAtEachDistance() {
    List<PointPair> clicks = Scenes.clicks(truth, 12, 1, new Random(5));

    CameraFit fit = PoseFit.fit(clicks, Lens.of(truth), PoseFit.Sought.POSE);

    double near = fit.uncertainty().floorMetresAt(2);
    double far = fit.uncertainty().floorMetresAt(5);
    assertThat(near).isBetween(0.001, 0.03);
    assertThat(far).isGreaterThan(near).isLessThan(0.1);
  }

  @Test
  void whatIsMissingIsSaid() {
    List<PointPair> clicks = Scenes.clicks(truth, 8, 1, new Random(6));

    refused(clicks.subList(0, 3), PoseFit.Sought.POSE, "found 3 points, expected at least 4");
    refused(clicks.subList(0, 5), PoseFit.Sought.FOCAL, "expected at least 6 to find the lens");
    List<PointPair> line =
        clicks.stream()
            .map(p -> new PointPair(p.name(), p.u(), p.v(), p.x(), 2 * p.x() + 1, 0))
            .toList();
    refused(line, PoseFit.Sought.POSE, "on one line of the floor");
    List<PointPair> corner =
        clicks.stream()
            .map(p -> new PointPair(p.name(), p.u() / 20, p.v() / 20, p.x(), p.y(), 0))
            .toList();
    refused(corner, PoseFit.Sought.POSE, "click some near its edges");
    List<PointPair> mixed = new ArrayList<>();
    for (int i = 0; i < clicks.size(); i++) {
      PointPair p = clicks.get(i);
      PointPair q = clicks.get((3 * i + 1) % 8);
      mixed.add(new PointPair(p.name(), p.u(), p.v(), q.x(), q.y(), 0));
    }
    refused(mixed, PoseFit.Sought.POSE, "the points disagree");
    PointPair first = clicks.getFirst();
    List<PointPair> twice = new ArrayList<>(clicks);
    twice.add(new PointPair("line 99", first.u(), first.v(), first.x() + 1, first.y(), 0));
    refused(twice, PoseFit.Sought.POSE, "line 2 and line 99 have one pixel but two places");
  }

  @Test
  void aCameraThatLooksStraightDownDoesNotTellItsFocalLength() {
    double[] r = {1, 0, 0, 0, -1, 0, 0, 0, -1};
    CameraModel down = Lens.plain(1280, 720, 500).at(new RigidTransform(r, new Vec3(2.6, 2.4, 3)));
    List<PointPair> clicks = Scenes.clicks(down, 10, 1, new Random(8));

    refused(clicks, PoseFit.Sought.FOCAL, "don't tell the focal length");
    assertThat(PoseFit.fit(clicks, Lens.of(down), PoseFit.Sought.POSE).rmsPixels()).isLessThan(3);
  }

  private void refused(List<PointPair> clicks, PoseFit.Sought sought, String because) {
    assertThatThrownBy(() -> PoseFit.fit(clicks, Lens.of(truth), sought))
        .isInstanceOf(CalibrationRefused.class)
        .hasMessageContaining(because);
  }
}
