package io.walkout.ingest.mot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Fields of a JSON document that must be there, named where they are not. */
final class JsonFields {
  private JsonFields() {}

  static JsonNode read(ObjectMapper json, Path file) throws IOException {
    try {
      JsonNode root = json.readTree(file.toFile());
      if (!root.isObject()) {
        throw new MotException(file, "a JSON object is expected, found " + kind(root));
      }
      return root;
    } catch (JsonProcessingException e) {
      int line = Math.max(1, e.getLocation().getLineNr());
      int column = Math.max(1, e.getLocation().getColumnNr());
      throw new MotException(
          file, line, "is no JSON at column " + column + "; a JSON object is expected");
    } catch (java.io.FileNotFoundException e) {
      throw new java.nio.file.NoSuchFileException(file.toString());
    }
  }

  static double number(Path file, JsonNode in, String name) throws MotException {
    JsonNode n = in.get(name);
    if (n == null || !n.isNumber() || !Double.isFinite(n.asDouble())) {
      throw new MotException(file, name + ": a number is expected, found " + told(n));
    }
    return n.asDouble();
  }

  /** Several fields of one object. */
  static double[] numbers(Path file, JsonNode in, String... names) throws MotException {
    double[] all = new double[names.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = number(file, in, names[i]);
    }
    return all;
  }

  /** An array of so many numbers: a field, or the node itself if that is the array. */
  static double[] numbers(Path file, JsonNode in, String name, int count) throws MotException {
    JsonNode a = in.isArray() ? in : in.path(name);
    if (a.size() != count) {
      throw new MotException(file, name + ": " + count + " numbers are expected, found " + told(a));
    }
    double[] all = new double[count];
    for (int i = 0; i < count; i++) {
      JsonNode n = a.get(i);
      if (!n.isNumber() || !Double.isFinite(n.asDouble())) {
        throw new MotException(
            file, name + ": " + count + " numbers are expected, found " + told(a));
      }
      all[i] = n.asDouble();
    }
    return all;
  }

  private static String kind(JsonNode root) {
    return root.isMissingNode() ? "nothing" : root.getNodeType().name().toLowerCase(Locale.ROOT);
  }

  private static String told(@Nullable JsonNode found) {
    return found == null || found.isMissingNode() ? "nothing" : found.toString();
  }
}
