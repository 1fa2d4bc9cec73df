package io.walkout.ingest.autocheckout;

import com.fasterxml.jackson.databind.JsonNode;
import io.walkout.store.geometry.CameraModel;
import io.walkout.store.geometry.FloorPolygon;
import io.walkout.store.geometry.RigidTransform;
import io.walkout.store.geometry.Vec3;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * {@code store_meta/calibration*.json}: {@code K} normalised by the picture's width and height,
 * {@code Tw} camera to world in inches, distortion in OpenCV's order.
 */
final class Calibration {
  private static final double INCH = PoseDocument.INCH;

  /** Normalised focal lengths are about 0.3 to 3; a hundred pixels and more are not normalised. */
  private static final double MOST_NORMALISED = 20;

  /** Metres; a camera that hangs lower than this, read as inches, was given in metres. */
  private static final double LOWEST_CAMERA = 0.3;

  private static final double ROTATION_TOLERANCE = 0.02;

  private final Map<String, View> views = new LinkedHashMap<>();
  private Optional<FloorPolygon> world = Optional.empty();

  private record View(JsonNode k, double[] distortion, RigidTransform cameraToStore) {}

  private Calibration() {}

  /**
   * The fitted calibration if there is one, else the published one; empty if there is neither. A
   * file that can't be read is reported and counts as absent.
   */
  static Calibration read(CaseFiles files, ImportLog log) {
    Calibration calibration = new Calibration();
    Optional<Named> fitted = tree(files, "calibration-fitted", log);
    Optional<Named> published = tree(files, "calibration", log);
    published.ifPresent(named -> calibration.readWorld(named.root().path("world_ltrb")));
    fitted.or(() -> published).ifPresent(named -> calibration.readCameras(named, log));
    return calibration;
  }

  /** A file's content with its name. */
  private record Named(String file, JsonNode root) {}

  private static Optional<Named> tree(CaseFiles files, String name, ImportLog log) {
    return files
        .findMeta(name)
        .flatMap(
            path ->
                Json.treeIfReadable(files, path, "it counts as absent", log)
                    .map(root -> new Named(files.name(path), root)));
  }

  private void readCameras(Named named, ImportLog log) {
    log.note("cameras are calibrated by " + named.file());
    for (Map.Entry<String, JsonNode> camera : named.root().path("cameras").properties()) {
      if (!camera.getKey().endsWith("-depth")) {
        add(camera.getKey(), camera.getValue(), named.file(), log);
      }
    }
  }

  private void readWorld(JsonNode ltrb) {
    if (ltrb.isArray() && ltrb.size() == 4) {
      double x0 = ltrb.get(0).asDouble() * INCH;
      double y0 = ltrb.get(1).asDouble() * INCH;
      double x1 = ltrb.get(2).asDouble() * INCH;
      double y1 = ltrb.get(3).asDouble() * INCH;
      if (x1 > x0 && y1 > y0) {
        world = Optional.of(FloorPolygon.rectangle(x0, y0, x1, y1));
      }
    }
  }

  private void add(String key, JsonNode camera, String file, ImportLog log) {
    JsonNode k = camera.path("K");
    JsonNode tw = camera.path("Tw");
    String fault = fault(k, tw);
    if (!fault.isEmpty()) {
      log.problem(
          "cameras with a calibration that can't be",
          file + ", camera " + key + ": " + fault + "; the camera is left out");
      return;
    }
    views.put(key, new View(k, distortion(camera.path("dist_coeffs")), squared(pose(tw))));
  }

  private static String fault(JsonNode k, JsonNode tw) {
    if (k.size() != 3 || tw.size() < 3) {
      return "K must be 3x3 and Tw 4x4";
    }
    double fx = k.path(0).path(0).asDouble();
    double fy = k.path(1).path(1).asDouble();
    if (!(fx > 0 && fy > 0)) {
      return "its focal length is not positive";
    }
    if (fx > MOST_NORMALISED) {
      return "K looks like pixels; it is expected as parts of the picture's width and height";
    }
    RigidTransform pose = pose(tw);
    RigidTransform squared = pose.compose(transposed(pose));
    for (int i = 0; i < 9; i++) {
      if (!(Math.abs(squared.rotation()[i] - (i % 4 == 0 ? 1 : 0)) < ROTATION_TOLERANCE)) {
        return "Tw holds no rotation";
      }
    }
    if (determinant(pose.rotation()) < 0) {
      return "Tw mirrors";
    }
    double height = pose.translation().z();
    if (height > 0 && height < LOWEST_CAMERA) {
      return "it would hang at "
          + height
          + " m: Tw looks like metres; it is expected in inches, camera to world";
    }
    return "";
  }

  private static RigidTransform transposed(RigidTransform pose) {
    double[] r = pose.rotation();
    return new RigidTransform(
        new double[] {r[0], r[3], r[6], r[1], r[4], r[7], r[2], r[5], r[8]}, new Vec3(0, 0, 0));
  }

  private static RigidTransform pose(JsonNode tw) {
    double[] rotation = new double[9];
    for (int i = 0; i < 9; i++) {
      rotation[i] = tw.path(i / 3).path(i % 3).asDouble(Double.NaN);
    }
    Vec3 inches =
        new Vec3(
            tw.path(0).path(3).asDouble(Double.NaN),
            tw.path(1).path(3).asDouble(Double.NaN),
            tw.path(2).path(3).asDouble(Double.NaN));
    return new RigidTransform(rotation, inches.times(INCH));
  }

  private static double determinant(double[] r) {
    return r[0] * (r[4] * r[8] - r[5] * r[7])
        - r[1] * (r[3] * r[8] - r[5] * r[6])
        + r[2] * (r[3] * r[7] - r[4] * r[6]);
  }

  /**
   * The rotation that a matrix with few decimals means, by Gram and Schmidt; the viewing direction
   * stays.
   */
  private static RigidTransform squared(RigidTransform pose) {
    double[] r = pose.rotation();
    Vec3 z = unit(new Vec3(r[2], r[5], r[8]));
    Vec3 x = new Vec3(r[0], r[3], r[6]);
    x = unit(x.minus(z.times(x.dot(z))));
    Vec3 y =
        new Vec3(
            z.y() * x.z() - z.z() * x.y(),
            z.z() * x.x() - z.x() * x.z(),
            z.x() * x.y() - z.y() * x.x());
    return new RigidTransform(
        new double[] {x.x(), y.x(), z.x(), x.y(), y.y(), z.y(), x.z(), y.z(), z.z()},
        pose.translation());
  }

  private static Vec3 unit(Vec3 v) {
    return v.times(1 / v.norm());
  }

  private static double[] distortion(JsonNode coefficients) {
    double[] distortion = new double[5];
    JsonNode row = coefficients.path(0).isArray() ? coefficients.path(0) : coefficients;
    for (int i = 0; i < Math.min(5, row.size()); i++) {
      double term = row.get(i).asDouble();
      distortion[i] = Double.isFinite(term) ? term : 0;
    }
    return distortion;
  }

  /** The camera of that number, for pictures of that size. */
  Optional<CameraModel> camera(String key, int width, int height) {
    return Optional.ofNullable(views.get(key))
        .map(
            view ->
                new CameraModel(
                    width,
                    height,
                    view.k().path(0).path(0).asDouble() * width,
                    view.k().path(1).path(1).asDouble() * height,
                    view.k().path(0).path(2).asDouble() * width,
                    view.k().path(1).path(2).asDouble() * height,
                    view.distortion(),
                    view.cameraToStore()));
  }

  /** Where all calibrated cameras hang, with or without video. */
  Iterable<Vec3> positions() {
    return views.values().stream().map(view -> view.cameraToStore().translation()).toList();
  }

  /** The area that the tracker of these stores covered ({@code world_ltrb}), if it is stated. */
  Optional<FloorPolygon> world() {
    return world;
  }
}
