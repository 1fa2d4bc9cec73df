package io.walkout.tracker.shelf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.walkout.store.EventTime;
import io.walkout.store.PlateId;
import io.walkout.store.signal.PlateBlock;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;

/** The plates of an AutoCheckout directory, read directly; shared data never enters the project. */
record RecordedPlates(Set<PlateId> plates, List<PlateBlock> blocks, JsonNode truth) {

  /** Reads a case, or aborts the test if the shared data are not beside the project. */
  static RecordedPlates read(String name) throws IOException {
    Path dir = shared().resolve("data/recordings").resolve(name);
    ObjectMapper json = new ObjectMapper();
    List<PlateBlock> blocks = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(dir.resolve("plate_data.json.gz"))),
                StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        blocks.add(block(json.readTree(line)));
      }
    }
    Set<PlateId> plates = new TreeSet<>();
    for (JsonNode plate :
        json.readTree(dir.resolve("store_meta/Plates.json").toFile()).get("plates")) {
      JsonNode shelf = plate.at("/id/shelf_id");
      plates.add(
          new PlateId(
              shelf.at("/gondola_id/id").asInt(),
              shelf.get("shelf_index").asInt(),
              plate.at("/id/plate_index").asInt()));
    }
    return new RecordedPlates(plates, blocks, json.readTree(dir.resolve("truth.json").toFile()));
  }

  private static PlateBlock block(JsonNode document) throws IOException {
    JsonNode data = document.at("/document/plate_data");
    JsonNode values = data.get("values");
    int samples = values.at("/shape/0").asInt();
    int rows = values.at("/shape/1").asInt();
    int columns = values.at("/shape/2").asInt();
    var floats =
        ByteBuffer.wrap(Base64.getDecoder().decode(values.get("data").asText()))
            .order(ByteOrder.LITTLE_ENDIAN)
            .asFloatBuffer();
    PlateBlock block = new PlateBlock(0);
    block.shape(
        data.at("/plate_id/shelf_id/gondola_id/id").asInt(), samples, rows - 1, columns - 1);
    block.firstNanos = EventTime.ofSeconds(document.get("timestamp").asDouble());
    block.periodNanos = EventTime.SECOND / 60;
    for (int k = 0; k < samples; k++) {
      for (int s = 1; s < rows; s++) {
        for (int p = 1; p < columns; p++) {
          block.grams[block.index(k, s - 1, p - 1)] = floats.get((k * rows + s) * columns + p);
        }
      }
    }
    return block;
  }

  private static Path shared() {
    String set = System.getenv("WALKOUT_SHARED");
    if (set != null) {
      return Path.of(set);
    }
    for (Path p = Path.of("").toAbsolutePath(); p != null; p = p.getParent()) {
      Path candidate = p.resolve("shared");
      if (Files.isDirectory(candidate.resolve("data"))) {
        return candidate;
      }
    }
    return Assumptions.abort("no shared/data beside the project, and WALKOUT_SHARED is not set");
  }
}
