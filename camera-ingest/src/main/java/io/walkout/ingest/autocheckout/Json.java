package io.walkout.ingest.autocheckout;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.walkout.store.PlateId;
import io.walkout.store.ShelfId;
import io.walkout.store.geometry.OrientedBox;
import io.walkout.store.geometry.RigidTransform;
import io.walkout.store.geometry.Vec3;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads what the small files have in common: addresses and boxes in which a zero is not written.
 */
final class Json {
  static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** For one document in a stream of its own. */
  static final ObjectMapper DOCUMENT =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  /** Where Jackson says that what never ends began. */
  private static final Pattern OPENED_AT =
      Pattern.compile(" ?\\((?:start marker )?at \\[Source: .*?; line: (\\d+), column: (\\d+)]\\)");

  private Json() {}

  /**
   * Reads a whole file. Throws {@link ImportException} naming file, line and column if it is no
   * JSON.
   */
  static JsonNode tree(CaseFiles files, Path file) throws IOException {
    try (InputStream in = CaseFiles.open(file)) {
      return MAPPER.readTree(in);
    } catch (JsonProcessingException e) {
      throw new ImportException(sentence(files.name(file), e));
    } catch (ImportException e) {
      throw e;
    } catch (IOException e) {
      throw new ImportException(files.name(file) + " can't be read: " + e.getMessage());
    }
  }

  /**
   * Reads a whole file that the case can do without: if it can't be read it is reported and counts
   * as absent.
   *
   * @param consequence what happens without it, to end the sentence
   */
  static Optional<JsonNode> treeIfReadable(
      CaseFiles files, Path file, String consequence, ImportLog log) {
    try {
      return Optional.of(tree(files, file));
    } catch (IOException e) {
      log.problem("files that can't be read", e.getMessage() + "; " + consequence);
      return Optional.empty();
    }
  }

  /** Names the file, the place in it and what is wrong there. */
  static String sentence(String file, JsonProcessingException e) {
    JsonLocation at = e.getLocation();
    String place = at == null ? "" : ", line " + at.getLineNr() + ", column " + at.getColumnNr();
    return file + place + ": " + why(e);
  }

  /** What a parser complains of, without what only its programmers understand. */
  static String why(JsonProcessingException e) {
    String message = String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
    if (message.startsWith("Trailing token")) {
      return "more follows after the end of the JSON value";
    }
    String plain =
        OPENED_AT
            .matcher(message)
            .replaceAll(" (opened in line $1, column $2)")
            .replaceAll(", from `[^`]*`", "");
    int source = plain.indexOf("[Source:");
    return source < 0 ? plain : plain.substring(0, source).strip();
  }

  /** Number of a field, also in mongoexport's wrapper or as text; {@code absent} if missing. */
  static double number(JsonNode node, String field, double absent) {
    JsonNode value = node.path(field);
    while (value.isObject() && value.size() == 1) {
      value = value.elements().next();
    }
    if (value.isMissingNode() || value.isNull()) {
      return absent;
    }
    return value.isNumber() ? value.doubleValue() : Fields.number(value.asText());
  }

  /** Address of a shelf ({@code gondola_id}, {@code shelf_index}); empty if it is none. */
  static Optional<ShelfId> shelf(JsonNode node) {
    int gondola = (int) number(node.path("gondola_id"), "id", 0);
    int shelf = (int) number(node, "shelf_index", 0);
    return gondola < 1 || shelf < 1 ? Optional.empty() : Optional.of(new ShelfId(gondola, shelf));
  }

  /** Address of a plate ({@code shelf_id}, {@code plate_index}); empty if it is none. */
  static Optional<PlateId> plate(JsonNode node) {
    int plate = (int) number(node, "plate_index", 0);
    return shelf(node.path("shelf_id"))
        .filter(shelf -> plate >= 1)
        .map(shelf -> new PlateId(shelf.gondola(), shelf.shelf(), plate));
  }

  /**
   * A box in its parent's frame ({@code transform} and {@code dim_x}, {@code dim_y}, {@code
   * dim_z}); empty if it is absent or not finite.
   */
  static Optional<OrientedBox> box(JsonNode coordinates, RigidTransform parent) {
    if (!coordinates.isObject()) {
      return Optional.empty();
    }
    JsonNode transform = coordinates.path("transform");
    Vec3 translation = vector(transform.path("translation"));
    Vec3 rotation = vector(transform.path("rotation"));
    Vec3 size =
        new Vec3(
            number(coordinates, "dim_x", 0),
            number(coordinates, "dim_y", 0),
            number(coordinates, "dim_z", 0));
    double sum = translation.norm() + rotation.norm() + size.norm();
    if (!Double.isFinite(sum) || size.x() < 0 || size.y() < 0 || size.z() < 0) {
      return Optional.empty();
    }
    return Optional.of(
        new OrientedBox(parent.compose(RigidTransform.rodrigues(rotation, translation)), size));
  }

  private static Vec3 vector(JsonNode node) {
    return new Vec3(number(node, "x", 0), number(node, "y", 0), number(node, "z", 0));
  }
}
