package io.walkout.tracker.calibrate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.walkout.store.geometry.RigidTransform;
import io.walkout.store.geometry.Vec3;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Cameras that others calibrated are found back, where their data lies beside the project. */
class KnownCamerasTest {
  private static final long SEED = 21;

  @Test
  void theFourCamerasOfARoomAreFoundWithTheirFocalLengths() throws IOException {
    JsonNode room = read("CMC1");
    JsonNode size = room.path("image");
    int width = (int) number(size.path(0));
    int height = (int) number(size.path(1));
    for (JsonNode camera : room.path("cameras")) {
      double[][] p = matrix(camera.path("P"));
      List<PointPair> clicks = clicks(p, width, height, new Random(SEED));

      // The true middle lies up to 52 pixels from the picture's, which no lens sheet tells.
      CameraFit fit =
          PoseFit.fit(clicks, Lens.plain(width, height, width), PoseFit.Sought.DISTORTION);

      JsonNode at = camera.path("position_m");
      Vec3 was = new Vec3(number(at.path(0)), number(at.path(1)), number(at.path(2)));
      assertThat(fit.model().position().distanceTo(was))
          .as("metres, camera " + camera.path("name").asText() + ", seed " + SEED)
          .isLessThan(0.25);
      assertThat(fit.model().fx()).isBetween(1000.0, 1150.0);
      assertThat(fit.rmsPixels()).isLessThan(4);
    }
  }

  @Test
  void theCheckPointsOfACrossingTellWhereItsMastStands() throws IOException {
    JsonNode crossing = read("PETS09-S2L1");
    JsonNode geometry = crossing.path("geometry");
    JsonNode inner = crossing.path("intrinsic");
    JsonNode outer = crossing.path("extrinsic");
    double focal = number(inner.path("focal"));
    double k = number(inner.path("kappa1")) * focal * focal;
    Lens lens =
        new Lens(
            768,
            576,
            focal * number(inner.path("sx")) / number(geometry.path("dpx")),
            focal / number(geometry.path("dpy")),
            number(inner.path("cx")),
            number(inner.path("cy")),
            // Tsai's term goes from the bent to the straight; ours back: the series of its inverse.
            new double[] {-k, 3 * k * k, 0, 0, -12 * k * k * k});
    List<PointPair> pairs = new ArrayList<>();
    for (JsonNode point : crossing.path("check_points")) {
      JsonNode pixel = point.path("pixel");
      JsonNode ground = point.path("ground_m");
      pairs.add(
          new PointPair(
              "point " + pairs.size(),
              number(pixel.path(0)),
              number(pixel.path(1)),
              number(ground.path(0)),
              number(ground.path(1)),
              0));
    }

    CameraFit fit = PoseFit.fit(pairs, lens, PoseFit.Sought.POSE);

    RigidTransform tsai =
        turn(0, 0, number(outer.path("rz")))
            .compose(turn(0, number(outer.path("ry")), 0))
            .compose(turn(number(outer.path("rx")), 0, 0));
    Vec3 shift =
        new Vec3(number(outer.path("tx")), number(outer.path("ty")), number(outer.path("tz")))
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

  private static double[][] matrix(JsonNode rows) {
    double[][] matrix = new double[rows.size()][rows.path(0).size()];
    for (int r = 0; r < matrix.length; r++) {
      for (int c = 0; c < matrix[r].length; c++) {
        matrix[r][c] = number(rows.path(r).path(c));
      }
    }
    return matrix;
  }

  private static double number(JsonNode value) {
    if (!value.isNumber()) {
      throw new AssertionError("expected a number, found " + value);
    }
    return value.doubleValue();
  }

  /** Reads a calibration. */
  private static JsonNode read(String sequence) throws IOException {
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
        return new ObjectMapper().readTree(file.toFile());
      }
    }
    return Assumptions.abort("no tracking data beside the project: " + sequence + " is not there");
  }
}
