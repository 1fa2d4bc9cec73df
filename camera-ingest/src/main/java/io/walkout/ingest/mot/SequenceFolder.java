package io.walkout.ingest.mot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A folder with the boxes and the calibration of one or more cameras over one floor: {@code
 * seq.json}, {@code calibration.json}, {@code det-DETECTOR-CAMERA.txt} or, with one camera, {@code
 * det-DETECTOR.txt}. Truth, if any lies there, is not read.
 */
public final class SequenceFolder {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** More cameras than this over one floor are refused. */
  private static final int MOST_CAMERAS = 64;

  /** More frames than this are refused: a month at 30 frames/s. */
  private static final int MOST_FRAMES = 100_000_000;

  /** A picture in a quarter of an hour: times stay far from a long's end. */
  private static final double LEAST_FPS = 0.001;

  /** Faster than any camera; boxes may be of a simulation. */
  private static final double MOST_FPS = 100_000;

  /** Wider than any sensor. */
  private static final int MOST_PIXELS = 20_000;

  private final Path folder;
  private final Path file;
  private final JsonNode tree;
  private final double fps;
  private final int frames;
  private final double[] area;
  private final List<SequenceCamera> cameras;

  private SequenceFolder(Path folder) throws IOException {
    this.folder = folder;
    file = folder.resolve("seq.json");
    tree = JsonFields.read(JSON, file);
    fps = JsonFields.number(file, tree, "fps");
    double count = JsonFields.number(file, tree, "frames");
    if (!(fps >= LEAST_FPS && fps <= MOST_FPS)) {
      throw new MotException(
          file, "fps: %s to %.0f is expected, found %s".formatted(LEAST_FPS, MOST_FPS, fps));
    }
    if (count != Math.rint(count) || count < 1 || count > MOST_FRAMES) {
      throw new MotException(
          file, "frames: a whole number, 1 to " + MOST_FRAMES + ", is expected, found " + count);
    }
    frames = (int) count;
    area = readArea();
    cameras = readCameras();
  }

  /**
   * Reads what describes the sequence.
   *
   * @throws MotException naming file and field, if something is missing or can't be meant
   * @throws IOException if a file can't be read
   */
  public static SequenceFolder read(Path folder) throws IOException {
    return new SequenceFolder(folder);
  }

  /** Frames a second. */
  public double fps() {
    return fps;
  }

  /** Frames; they count from 1. */
  public int frames() {
    return frames;
  }

  /** Where the calibration lies. */
  public Path calibration() {
    return folder.resolve("calibration.json");
  }

  /** The cameras, in the order of the calibration. */
  public List<SequenceCamera> cameras() {
    return cameras;
  }

  /**
   * The part of the floor that counts: least x, least y, most x, most y in metres; empty if the
   * sequence names none.
   */
  public double[] area() {
    return area.clone();
  }

  private double[] readArea() throws IOException {
    JsonNode a = tree.get("peer_area_m");
    if (a == null) {
      return new double[0];
    }
    double[] x = JsonFields.numbers(file, a, "x", 2);
    double[] y = JsonFields.numbers(file, a, "y", 2);
    if (!(x[0] < x[1] && y[0] < y[1])) {
      throw new MotException(file, "peer_area_m: x and y from less to more are expected");
    }
    return new double[] {x[0], y[0], x[1], y[1]};
  }

  private List<SequenceCamera> readCameras() throws IOException {
    Path calibration = calibration();
    if (!Files.exists(calibration)) {
      throw new MotException(
          calibration, "no such file; without it nobody can be placed on the floor");
    }
    JsonNode root = JsonFields.read(JSON, calibration);
    double[] size = JsonFields.numbers(calibration, root, "image", 2);
    if (!(size[0] >= 1 && size[1] >= 1 && size[0] <= MOST_PIXELS && size[1] <= MOST_PIXELS)) {
      throw new MotException(
          calibration, "image: width and height, 1 to " + MOST_PIXELS + " pixels, are expected");
    }
    String model = root.path("model").asText();
    if (model.equals("tsai")) {
      return List.of(new SequenceCamera("", (int) size[0], (int) size[1], tsai(calibration, root)));
    }
    JsonNode all = root.path("cameras");
    if (!model.equals("projective") || all.isEmpty() || all.size() > MOST_CAMERAS) {
      throw new MotException(
          calibration,
          "model must be \"projective\" with 1 to "
              + MOST_CAMERAS
              + " cameras, or \"tsai\", found \""
              + model
              + "\" with "
              + all.size()
              + " cameras");
    }
    List<SequenceCamera> found = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (JsonNode c : all) {
      double[] rows = new double[12];
      JsonNode p = c.path("P");
      if (p.size() != 3) {
        throw new MotException(
            calibration, "P: three rows of four numbers are expected, found " + p);
      }
      for (int r = 0; r < 3; r++) {
        System.arraycopy(JsonFields.numbers(calibration, p.get(r), "P", 4), 0, rows, 4 * r, 4);
      }
      String name = c.path("name").asText("C" + (found.size() + 1));
      if (!names.add(name)) {
        throw new MotException(
            calibration, "cameras: each name once is expected, found " + name + " again");
      }
      found.add(
          new SequenceCamera(
              name, (int) size[0], (int) size[1], new SequenceCamera.Projective(rows)));
    }
    return List.copyOf(found);
  }

  private static SequenceCamera.Tsai tsai(Path file, JsonNode root) throws IOException {
    return new SequenceCamera.Tsai(
        JsonFields.numbers(file, root.path("geometry"), "dpx", "dpy"),
        JsonFields.numbers(file, root.path("intrinsic"), "focal", "kappa1", "cx", "cy", "sx"),
        JsonFields.numbers(file, root.path("extrinsic"), "tx", "ty", "tz", "rx", "ry", "rz"));
  }

  /**
   * Reads a detector's boxes of one camera.
   *
   * @param withVectors whether appearance vectors are read where there are any
   * @throws MotException if the folder has none of this detector, naming those it has
   */
  public SequenceBoxes boxes(String detector, SequenceCamera camera, boolean withVectors)
      throws IOException {
    String plain = "det-" + detector + ".txt";
    String stem =
        camera.name().isEmpty() ? plain : "det-" + detector + "-" + camera.name() + ".txt";
    if (cameras.size() == 1 && !lies(stem) && lies(plain)) {
      stem = plain;
    }
    if (!lies(stem)) {
      throw new MotException(
          folder,
          "no "
              + stem
              + " (nor "
              + stem
              + ".gz)"
              + (files().isEmpty() ? "" : "; the sequence names " + String.join(", ", files())));
    }
    Path detections = folder.resolve(Files.exists(folder.resolve(stem)) ? stem : stem + ".gz");
    for (JsonNode d : tree.path("detections")) {
      if (withVectors && d.has("reid") && d.path("file").asText().startsWith(stem)) {
        Path vectors = folder.resolve(d.path("reid").asText());
        int length = (int) JsonFields.number(file, d, "reid_dim");
        if (Files.exists(vectors) && length > 0) {
          return SequenceBoxes.read(detections, vectors, length);
        }
      }
    }
    return SequenceBoxes.read(detections);
  }

  /**
   * The files that belong to the sequence, whether or not anybody has read them: what describes it,
   * every file in its folder that {@code seq.json} names anywhere, and all detections.
   */
  public List<Path> parts() throws IOException {
    List<Path> parts = new ArrayList<>(List.of(file, calibration()));
    addNamed(tree, parts);
    try (DirectoryStream<Path> detections = Files.newDirectoryStream(folder, "det-*")) {
      detections.forEach(parts::add);
    }
    return parts;
  }

  private void addNamed(JsonNode node, List<Path> parts) {
    for (JsonNode child : node) {
      addNamed(child, parts);
    }
    if (node.isTextual() && !node.asText().isBlank()) {
      try {
        Path named = folder.resolve(node.asText());
        if (Files.isRegularFile(named)) {
          parts.add(named);
        }
      } catch (InvalidPathException e) {
        return; // words, and no name of a file
      }
    }
  }

  private boolean lies(String name) {
    return Files.exists(folder.resolve(name)) || Files.exists(folder.resolve(name + ".gz"));
  }

  private List<String> files() {
    List<String> names = new ArrayList<>();
    for (JsonNode d : tree.path("detections")) {
      names.add(d.path("file").asText());
    }
    return names;
  }
}
