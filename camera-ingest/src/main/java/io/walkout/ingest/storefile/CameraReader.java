package io.walkout.ingest.storefile;

import io.walkout.store.Camera;
import io.walkout.store.CameraId;
import io.walkout.store.geometry.CameraModel;
import io.walkout.store.geometry.RigidTransform;
import io.walkout.store.geometry.Vec3;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a camera with its calibration. */
final class CameraReader {
  /** Wider than any sensor; keeps a picture's bytes countable in an int. */
  private static final int MAX_PIXELS = 20_000;

  /** As io.walkout.models.DetectorChoice reads it; whether the file is there is asked at start. */
  private static final Pattern DETECTOR = Pattern.compile("motion|nanodet|(nanodet|yolox|detr):.+");

  private CameraReader() {}

  /** The camera, or empty after reporting what is wrong with it. */
  static Optional<Camera> camera(YamlMap map) {
    Optional<String> id = map.text("id");
    Optional<double[]> size = pictureSize(map);
    Optional<Double> fx = focalLength(map, "fx");
    Optional<Double> fy = focalLength(map, "fy");
    Optional<Double> cx = map.number("cx");
    Optional<Double> cy = map.number("cy");
    Optional<double[]> distortion =
        map.has("distortion") ? map.numbers("distortion", 5) : Optional.of(new double[5]);
    Optional<Vec3> position = map.vector("position");
    Optional<double[]> rotation = FixtureReader.rotation(map);
    String detector = detector(map);
    String hands = hands(map);
    map.finish();
    if (id.isEmpty()
        || size.isEmpty()
        || fx.isEmpty()
        || fy.isEmpty()
        || cx.isEmpty()
        || cy.isEmpty()
        || distortion.isEmpty()
        || position.isEmpty()
        || rotation.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Camera(
            new CameraId(id.get()),
            new CameraModel(
                (int) size.get()[0],
                (int) size.get()[1],
                fx.get(),
                fy.get(),
                cx.get(),
                cy.get(),
                distortion.get(),
                new RigidTransform(rotation.get(), position.get())),
            detector,
            hands));
  }

  /** The word for who finds people; empty if there is none, or after reporting a wrong one. */
  private static String detector(YamlMap map) {
    if (!map.has("detector")) {
      return "";
    }
    String word = map.text("detector").orElse("").strip();
    if (!word.isEmpty() && !DETECTOR.matcher(word).matches()) {
      map.wrong(
          "detector", "'" + word + "'", "motion, nanodet or FAMILY:PATH (nanodet, yolox, detr)");
      return "";
    }
    return word;
  }

  /** The word for whether palms are looked for; empty if there is none, or after reporting it. */
  private static String hands(YamlMap map) {
    if (!map.has("hands")) {
      return "";
    }
    String word = map.text("hands").orElse("").strip();
    if (!word.isEmpty() && !word.equals("none") && !word.equals("palms")) {
      map.wrong("hands", "'" + word + "'", "none or palms");
      return "";
    }
    return word;
  }

  private static Optional<double[]> pictureSize(YamlMap map) {
    Optional<double[]> size = map.numbers("size", 2);
    if (size.isPresent()) {
      for (double edge : size.get()) {
        if (edge != Math.rint(edge) || edge < 1 || edge > MAX_PIXELS) {
          map.wrong(
              "size",
              Decimal.join(" x ", size.get()),
              "width and height in whole pixels, 1 to " + MAX_PIXELS);
          return Optional.empty();
        }
      }
    }
    return size;
  }

  private static Optional<Double> focalLength(YamlMap map, String key) {
    Optional<Double> f = map.number(key);
    if (f.isPresent() && f.get() <= 0) {
      map.wrong(key, Decimal.print(f.get()), "a positive focal length in pixels");
      return Optional.empty();
    }
    if (f.isPresent() && f.get() < LEAST_FOCAL_PIXELS) {
      map.odd(key, Decimal.print(f.get()), "a focal length in pixels, not in parts of the picture");
    }
    return f;
  }

  /** No picture is as small as this; a focal length normalised by the picture's width is. */
  private static final double LEAST_FOCAL_PIXELS = 10;
}
