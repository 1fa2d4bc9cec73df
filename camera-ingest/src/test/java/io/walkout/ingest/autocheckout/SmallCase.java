package io.walkout.ingest.autocheckout;

import io.walkout.store.EventTime;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * Writes a small case: gondola 1 of two shelves with three plates of 0.2 m each, and a fourth
 * channel that is no plate; two products; lists of lines that a test can bend before {@link
 * #write}.
 */
final class SmallCase {
  static final double T0 = 1_700_000_000.5;
  static final long T0_NANOS = EventTime.ofSeconds(T0);
  static final double STEP = 0.2;

  final List<String> plates = new ArrayList<>();
  final List<String> poses = new ArrayList<>();
  final List<String> products = new ArrayList<>();
  final List<String> planogram = new ArrayList<>();
  String storePlates = "";

  private final Path dir;

  private SmallCase(Path dir) {
    this.dir = dir;
  }

  /** A good case of ten plate documents and ten moments of poses. */
  static SmallCase in(Path dir) throws IOException {
    SmallCase made = new SmallCase(Files.createDirectories(dir));
    for (int i = 0; i < 10; i++) {
      made.plates.add(plateLine(1, T0 + i * STEP, T0 + i * STEP + 0.05));
      made.poses.add(
          poseLine(T0 + i * 0.1, T0 + i * 0.1 + 2.3, target("\"17446744073709551557\"")));
    }
    made.products.add(product("012345678905", "apple", ",\"price\":1.49,\"weight\":150"));
    made.products.add(product("00042", "pear", ",\"price\":2,\"weight\":210.5"));
    made.planogram.add(facing("012345678905", 1, "1,2", "", 0.4, 1));
    made.planogram.add(facing("00042", 2, "3", "\"x\":0.4,", 0.2, 1));
    StringBuilder all = new StringBuilder();
    for (int shelf = 1; shelf <= 2; shelf++) {
      for (int plate = 1; plate <= 3; plate++) {
        all.append(all.isEmpty() ? "" : ",").append(metaPlate(shelf, plate, 0.2));
      }
    }
    made.storePlates = all.toString();
    return made;
  }

  static String plateLine(int gondola, double seconds, double stored) {
    return plateLine(gondola, seconds, stored, values(12, 3, 5));
  }

  static String plateLine(int gondola, double seconds, double stored, float[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      bytes.putFloat(value);
    }
    return String.format(
        Locale.ROOT,
        "{\"timestamp\":%.6f,\"date_time\":{\"$date\":\"%s\"},\"document\":{\"header\":{},"
            + "\"plate_data\":{\"plate_id\":{\"shelf_id\":{\"gondola_id\":{\"id\":%d}}},"
            + "\"freq_samp\":60.0,\"values\":{\"data\":\"%s\",\"shape\":[12,3,5],"
            + "\"type\":\"DATATYPE_FLOAT32\"}}},\"gondola_id\":%d}",
        seconds,
        iso(stored),
        gondola,
        Base64.getEncoder().encodeToString(bytes.array()),
        gondola);
  }

  /** Value of sample k of plate s/p: 100 s + 10 p + k / 100; row and column 0 are NaN. */
  static float[] values(int samples, int rows, int columns) {
    float[] values = new float[samples * rows * columns];
    for (int k = 0; k < samples; k++) {
      for (int s = 0; s < rows; s++) {
        for (int p = 0; p < columns; p++) {
          values[(k * rows + s) * columns + p] =
              s == 0 || p == 0 ? Float.NaN : 100 * s + 10 * p + k / 100f;
        }
      }
    }
    return values;
  }

  static String poseLine(double seconds, double stored, String targets) {
    return String.format(
        Locale.ROOT,
        "{\"timestamp\":%.6f,\"date_time\":{\"$date\":\"%s\"},\"id\":0,"
            + "\"document\":{\"header\":{},\"targets\":{%s}}}",
        seconds,
        iso(stored),
        targets.isEmpty() ? "" : "\"targets\":[" + targets + "]");
  }

  /** Head at (10, 0, 65) inches with its y left out, left wrist not seen, right wrist unscored. */
  static String target(String id) {
    return "{\"target_id\":{\"id\":"
        + id
        + "},\"target_state\":\"TARGETSTATE_VALID_ENTRANCE\","
        + "\"head\":{\"point\":{\"x\":10.0,\"z\":65.0},\"score\":0.9},"
        + "\"l_wrist\":{\"point\":{}},\"r_wrist\":{\"point\":{\"x\":1.0,\"y\":-2.0,\"z\":40.0}},"
        + "\"hands\":[{\"point\":{\"x\":1.0,\"y\":-2.0,\"z\":40.0}}]}";
  }

  static String product(String code, String name, String more) {
    return "{\"product_id\":{\"barcode_type\":\"UPC\",\"id\":\""
        + code
        + "\"},\"metadata\":{\"name\":\""
        + name
        + "\""
        + more
        + "}}";
  }

  /** A facing of gondola 1; lengths are multiplied by {@code unit}. */
  static String facing(String code, int shelf, String plates, String x, double width, double unit) {
    StringBuilder ids = new StringBuilder();
    for (String plate : plates.split(",", -1)) {
      ids.append(ids.isEmpty() ? "" : ",").append(plateId(shelf, plate));
    }
    String product = code.isEmpty() ? "{}" : "{\"barcode_type\":\"UPC\",\"id\":\"" + code + "\"}";
    String box =
        String.format(
            Locale.ROOT,
            "{\"transform\":{\"translation\":{%s\"z\":%f},\"rotation\":{}},"
                + "\"dim_x\":%f,\"dim_y\":%f,\"dim_z\":%f}",
            x,
            0.5 * shelf * unit,
            width * unit,
            0.4 * unit,
            0.3 * unit);
    return "{\"plate_ids\":["
        + ids
        + "],\"planogram_product_id\":"
        + product
        + ",\"coordinates\":{},\"global_coordinates\":"
        + box
        + "}";
  }

  static String metaPlate(int shelf, int plate, double width) {
    return String.format(
        Locale.ROOT,
        "{\"id\":%s,\"coordinates\":{\"transform\":{\"translation\":{\"x\":%f},\"rotation\":{}},"
            + "\"dim_x\":%f,\"dim_y\":0.4}}",
        plateId(shelf, String.valueOf(plate)),
        (plate - 1) * width,
        width);
  }

  private static String plateId(int shelf, String plate) {
    return "{\"shelf_id\":{\"gondola_id\":{\"id\":1},\"shelf_index\":"
        + shelf
        + "},\"plate_index\":"
        + plate
        + "}";
  }

  private static String iso(double seconds) {
    return EventTime.iso(EventTime.ofSeconds(seconds));
  }

  /** Writes the four collections and store_meta. */
  Path write() throws IOException {
    lines("plate_data.json", plates);
    lines("full_targets.json", poses);
    lines("products.json", products);
    lines("planogram.json", planogram);
    file(
        "store_meta/Gondolas.json",
        "{\"gondolas\":[{\"id\":{\"id\":1},\"coordinates\":{\"transform\":{\"translation\":"
            + "{\"y\":0.4},\"rotation\":{}},\"dim_x\":0.6,\"dim_y\":0.03,\"dim_z\":2}}]}");
    StringBuilder shelves = new StringBuilder();
    for (int shelf = 1; shelf <= 2; shelf++) {
      shelves
          .append(shelf == 1 ? "" : ",")
          .append("{\"id\":{\"gondola_id\":{\"id\":1},\"shelf_index\":")
          .append(shelf)
          .append("},\"coordinates\":{\"transform\":{\"translation\":{\"y\":-0.4,\"z\":")
          .append(0.5 * shelf)
          .append("},\"rotation\":{}},\"dim_x\":0.6,\"dim_y\":0.4,\"dim_z\":0.3}}");
    }
    file("store_meta/Shelves.json", "{\"shelves\":[" + shelves + "]}");
    file("store_meta/Plates.json", "{\"plates\":[" + storePlates + "]}");
    return dir;
  }

  private void lines(String name, List<String> lines) throws IOException {
    file(name, String.join("\n", lines) + "\n");
  }

  private void file(String name, String content) throws IOException {
    Path file = dir.resolve(name);
    Files.createDirectories(file.getParent() == null ? dir : file.getParent());
    Files.write(file, content.getBytes(StandardCharsets.UTF_8));
  }
}
