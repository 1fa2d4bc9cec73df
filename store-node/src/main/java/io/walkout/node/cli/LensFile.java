package io.walkout.node.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.walkout.node.report.OutputFile;
import io.walkout.node.report.TextFile;
import io.walkout.node.report.UserError;
import io.walkout.tracker.calibrate.Lens;
import io.walkout.tracker.calibrate.LensFit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A lens as a JSON file, the same names as a store file's camera has. */
final class LensFile {
  private LensFile() {}

  static void write(LensFit fit, Path file) throws IOException {
    Lens lens = fit.lens();
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("size", new int[] {lens.widthPixels(), lens.heightPixels()});
    root.put("fx", lens.fx());
    root.put("fy", lens.fy());
    root.put("cx", lens.cx());
    root.put("cy", lens.cy());
    root.put("distortion", lens.distortion());
    root.put("rmsPixels", fit.rmsPixels());
    root.put("views", fit.views().size());
    String text = Json.pretty(root) + "\n";
    OutputFile.write(file, to -> Files.writeString(to, text));
  }

  static Lens read(Path file) throws IOException {
    try {
      JsonNode root = new ObjectMapper().readTree(TextFile.read(file, "a lens file"));
      double[] size = numbers(file, root, "size", 2);
      return new Lens(
          (int) size[0],
          (int) size[1],
          number(file, root, "fx"),
          number(file, root, "fy"),
          number(file, root, "cx"),
          number(file, root, "cy"),
          numbers(file, root, "distortion", 5));
    } catch (JsonProcessingException e) {
      throw new UserError(
          file + ", line " + e.getLocation().getLineNr() + ": expected JSON of 'calibrate lens'",
          e);
    }
  }

  private static double number(Path file, JsonNode root, String field) {
    JsonNode node = root.path(field);
    if (!node.isNumber()) {
      throw new UserError(file + ": " + field + ": expected a number, found " + found(node));
    }
    return node.asDouble();
  }

  private static double[] numbers(Path file, JsonNode root, String field, int count) {
    JsonNode node = root.path(field);
    double[] numbers = new double[count];
    for (int i = 0; i < count; i++) {
      if (node.size() != count || !node.path(i).isNumber()) {
        throw new UserError(
            file + ": " + field + ": expected " + count + " numbers, found " + found(node));
      }
      numbers[i] = node.path(i).asDouble();
    }
    return numbers;
  }

  private static String found(JsonNode node) {
    return node.isMissingNode() ? "nothing" : "'" + node + "'";
  }
}
