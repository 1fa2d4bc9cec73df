package io.walkout.bench.tracking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.walkout.node.report.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The sequences of a folder: every folder in it with a {@code seq.json}, by name. */
final class Sequences {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Sequences() {}

  /**
   * One of them.
   *
   * @param folder where it lies
   * @param name its own
   * @param severalCameras whether it is of several cameras
   * @param tree its seq.json
   */
  record Sequence(Path folder, String name, boolean severalCameras, JsonNode tree) {
    /** Where it describes itself. */
    Path file() {
      return folder.resolve("seq.json");
    }

    /** Names of the files of boxes it lists. */
    List<String> detectionFiles() {
      List<String> files = new ArrayList<>();
      for (JsonNode d : tree.path("detections")) {
        files.add(d.path("file").asText());
      }
      if (files.isEmpty()) {
        throw new UserError(file() + ": detections: a list of files is expected, found none");
      }
      return files;
    }
  }

  /**
   * Reads what describes them.
   *
   * @throws UserError if there are none, or naming the one that can't be used
   */
  static List<Sequence> in(Path data) throws IOException {
    if (!Files.isDirectory(data)) {
      throw new UserError(data + ": no such folder; --data names the one with the sequences");
    }
    List<Sequence> found = new ArrayList<>();
    try (Stream<Path> inside = Files.list(data)) {
      for (Path folder : inside.sorted().toList()) {
        if (Files.exists(folder.resolve("seq.json"))) {
          found.add(read(folder));
        }
      }
    }
    if (found.isEmpty()) {
      throw new UserError("no sequences in " + data + ": folders with a seq.json are expected");
    }
    return found;
  }

  private static Sequence read(Path folder) throws IOException {
    Path file = folder.resolve("seq.json");
    JsonNode tree = object(file);
    String name = tree.path("name").asText();
    String kind = tree.path("kind").asText();
    if (name.isBlank()) {
      throw new UserError(file + ": name: the sequence's name is expected, found nothing");
    }
    if (!kind.equals("single-camera") && !kind.equals("multi-camera")) {
      throw new UserError(
          file + ": kind: single-camera or multi-camera is expected, found '" + kind + "'");
    }
    return new Sequence(folder, name, kind.equals("multi-camera"), tree);
  }

  /** The JSON object in a file. */
  static JsonNode object(Path file) throws IOException {
    try {
      JsonNode tree = JSON.readTree(file.toFile());
      if (!tree.isObject()) {
        throw new UserError(file + ": a JSON object is expected");
      }
      return tree;
    } catch (JsonProcessingException e) {
      throw new UserError(
          "%s:%d: is no JSON at column %d; a JSON object is expected"
              .formatted(file, e.getLocation().getLineNr(), e.getLocation().getColumnNr()),
          e);
    }
  }
}
