package io.walkout.tracker.calibrate;

import static org.assertj.core.api.Assertions.assertThat;

import io.walkout.store.geometry.RigidTransform;
import io.walkout.store.geometry.Vec3;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Cameras that others calibrated are found back, where their data lies beside the project. */
class KnownCamerasTest {
  private static final long SEED = 21;

  @Test
  void theFourCamerasOfARoomAreFoundWithTheirFocalLengths() throws IOException {
    Map<?, ?> room = read("CMC1");
    List<?> size = (List<?>) room.get("image");
    int width = (int) number(size.get(0));
    int height = (int) number(size.get(1));
    for (Object one : (List<?>) room.get("cameras")) {
      Map<?, ?> camera = (Map<?, ?>) one;
      double[][] p = matrix((List<?>) camera.get("P"));
      List<PointPair> clicks = clicks(p, width, height, new Random(SEED));

      // The true middle lies up to 52 pixels from the picture's, which no lens sheet tells.
      CameraFit fit =
          PoseFit.fit(clicks, Lens.plain(width, height, width), PoseFit.Sought.DISTORTION);

      List<?> at = (List<?>) camera.get("position_m");
      Vec3 was = new Vec3(number(at.get(0)), number(at.get(1)), number(at.get(2)));
      assertThat(fit.model().position().distanceTo(was))
          .as("metres, camera " + camera.get("name") + ", seed " + SEED)
          .isLessThan(0.25);
      assertThat(fit.model().fx()).isBetween(1000.0, 1150.0);
      assertThat(fit.rmsPixels()).isLessThan(4);
    }
  }

  @Test
  void theCheckPointsOfACrossingTellWhereItsMastStands() throws IOException {
    Map<?, ?> crossing = read("PETS09-S2L1");
    Map<?, ?> geometry = (Map<?, ?>) crossing.get("geometry");
    Map<?, ?> inner = (Map<?, ?>) crossing.get("intrinsic");
    Map<?, ?> outer = (Map<?, ?>) crossing.get("extrinsic");
    double focal = number(inner.get("focal"));
    double k = number(inner.get("kappa1")) * focal * focal;
    Lens lens =
        new Lens(
            768,
            576,
            focal * number(inner.get("sx")) / number(geometry.get("dpx")),
            focal / number(geometry.get("dpy")),
            number(inner.get("cx")),
            number(inner.get("cy")),
            // Tsai's term goes from the bent to the straight; ours back: the series of its inverse.
            new double[] {-k, 3 * k * k, 0, 0, -12 * k * k * k});
    List<PointPair> pairs = new ArrayList<>();
    for (Object one : (List<?>) crossing.get("check_points")) {
      List<?> pixel = (List<?>) ((Map<?, ?>) one).get("pixel");
      List<?> ground = (List<?>) ((Map<?, ?>) one).get("ground_m");
      pairs.add(
          new PointPair(
              "point " + pairs.size(),
              number(pixel.get(0)),
              number(pixel.get(1)),
              number(ground.get(0)),
              number(ground.get(1)),
              0));
    }

    CameraFit fit = PoseFit.fit(pairs, lens, PoseFit.Sought.POSE);

    RigidTransform tsai =
        turn(0, 0, number(outer.get("rz")))
            .compose(turn(0, number(outer.get("ry")), 0))
            .compose(turn(number(outer.get("rx")), 0, 0));
    Vec3 shift =
        new Vec3(number(outer.get("tx")), number(outer.get("ty")), number(outer.get("tz")))
            .times(0.001);
    Vec3 mast = tsai.applyInverse(new Vec3(0, 0, 0).minus(shift));
    assertThat(fit.rmsPixels()).isLessThan(1);
    assertThat(fit.model().position().distanceTo(mast)).as("metres of 36").isLessThan(0.5);
  }

  private static RigidTransform turn(double x, double y, double z) {
    return RigidTransform.rodrigues(new Vec3(x, y, z), new Vec3(0, 0, 0));
  }

  /** Sixteen points of the floor and of a shelf's height, clicked with an error of a pixel. */
  private static List<PointPair> clicks(double[][] p, int width, int height, Random dice) {
    List<PointPair> clicks = new ArrayList<>();
    while (clicks.size() < 16) {
      double x = 7.67 * dice.nextDouble();
      double y = 3.41 * dice.nextDouble();
      double z = clicks.size() % 2 == 0 ? 0 : 1.5;
      double w = p[2][0] * x + p[2][1] * y + p[2][2] * z + p[2][3];
      double u = (p[0][0] * x + p[0][1] * y + p[0][2] * z + p[0][3]) / w;
      double v = (p[1][0] * x + p[1][1] * y + p[1][2] * z + p[1][3]) / w;
      if (w > 0.2 && u > 0 && u < width && v > 0 && v < height) {
        clicks.add(
            new PointPair(
                "point " + clicks.size(),
                u + dice.nextGaussian(),
                v + dice.nextGaussian(),
                x,
                y,
                z));
      }
    }
    return clicks;
  }

  private static double[][] matrix(List<?> rows) {
    return rows.stream()
        .map(r -> ((List<?>) r).stream().mapToDouble(KnownCamerasTest::number).toArray())
        .toArray(double[][]::new);
  }

  private static double number(Object value) {
    return ((Number) value).doubleValue();
  }

  /** Reads a calibration, JSON being YAML. */
  private static Map<?, ?> read(String sequence) throws IOException {
    String told = System.getenv("WALKOUT_SHARED");
    List<Path> places = new ArrayList<>();
    if (told != null) {
      places.add(Path.of(told, "data"));
    }
    for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
      places.add(up.resolve("shared").resolve("data"));
    }
    for (Path place : places) {
      Path file = place.resolve("tracking").resolve(sequence).resolve("calibration.json");
      if (Files.exists(file)) {
        return (Map<?, ?>)
            new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
      }
    }
    return Assumptions.abort("no tracking data beside the project: " + sequence + " is not there");
  }
}
