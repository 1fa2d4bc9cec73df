package io.walkout.sim.autocheckout;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.walkout.sim.Captured;
import io.walkout.sim.Outcome;
import io.walkout.sim.Simulation;
import io.walkout.store.people.Joint;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AutoCheckoutCaseTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @TempDir Path dir;

  private List<JsonNode> lines(String file) throws IOException {
    Path path = dir.resolve(file);
    List<JsonNode> nodes = new ArrayList<>();
    try (var in = Files.newInputStream(path);
        var reader =
            new BufferedReader(
                new InputStreamReader(
                    file.endsWith(".gz") ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        nodes.add(MAPPER.readTree(line));
      }
    }
    return nodes;
  }

  private static FloatBuffer values(JsonNode document) {
    byte[] bytes =
        Base64.getDecoder().decode(document.at("/document/plate_data/values/data").textValue());
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
  }

  @Test
  void aBlockIsTwelveSamplesWithNaNInRowAndColumnZero() throws IOException {
    Captured sensors = new Captured();
    Simulation.run("alone", 1, sensors);
    AutoCheckoutCase.write("alone", 1, dir, CaseQuirks.NONE);
    List<JsonNode> plates = lines("plate_data.json");
    assertThat(plates).hasSize(sensors.blocks.size());
    var block = sensors.blocks.getFirst().block();
    JsonNode first = plates.getFirst();
    assertThat(first.at("/document/plate_data/values/shape"))
        .isEqualTo(MAPPER.readTree("[12," + (block.shelves + 1) + "," + (block.plates + 1) + "]"));
    FloatBuffer values = values(first);
    int columns = block.plates + 1;
    assertThat(values.get(0)).isNaN();
    assertThat(values.get(3)).isNaN();
    assertThat(values.get(2 * columns)).isNaN();
    assertThat(values.get(2 * columns + 4)).isEqualTo(block.grams[block.index(0, 1, 3)]);
    assertThat(first.get("timestamp").doubleValue() * 1e9)
        .isCloseTo((double) block.firstNanos, Offset.offset(1e3));
  }

  @Test
  void posesAreInInchesAndWhatIsNotSeenIsAnEmptyPoint() throws IOException {
    Captured sensors = new Captured();
    Simulation.run("random", 3, sensors);
    AutoCheckoutCase.write("random", 3, dir, CaseQuirks.NONE);
    List<JsonNode> targets = lines("full_targets.json");
    assertThat(targets).hasSize(sensors.poses.size());
    int unseen = 0;
    int empty = 0;
    for (int d = 0; d < targets.size(); d++) {
      var poses = sensors.poses.get(d).set();
      JsonNode all = targets.get(d).at("/document/targets");
      if (poses.count == 0) {
        assertThat(all.isEmpty()).isTrue();
        empty++;
      }
      for (int i = 0; i < poses.count; i++) {
        JsonNode one = all.get("targets").get(i);
        assertThat(one.at("/target_id/id").textValue()).isEqualTo(poses.targetIds[i]);
        int k = i * Joint.COUNT + Joint.RIGHT_WRIST.ordinal();
        if (Float.isNaN(poses.x[k])) {
          assertThat(one.get("r_wrist").toString()).isEqualTo("{\"point\":{}}");
          unseen++;
        } else {
          assertThat(one.at("/r_wrist/point/x").doubleValue() * 0.0254)
              .isCloseTo(poses.x[k], Offset.offset(1e-6));
        }
      }
    }
    assertThat(unseen).isPositive();
    assertThat(empty).isPositive();
  }

  @Test
  void documentsStandInTheOrderTheyWereStored() throws IOException {
    AutoCheckoutCase.write("alone", 2, dir, CaseQuirks.NONE);
    for (String file : List.of("plate_data.json", "full_targets.json")) {
      String last = "";
      for (JsonNode document : lines(file)) {
        String stored = document.at("/date_time/$date").textValue();
        assertThat(stored).isGreaterThanOrEqualTo(last);
        last = stored;
      }
    }
  }

  @Test
  void zerosOfThePlanogramAreNotWritten() throws IOException {
    AutoCheckoutCase.write("alone", 1, dir, CaseQuirks.NONE);
    JsonNode first = lines("planogram.json").getFirst();
    JsonNode global = first.at("/global_coordinates/transform/translation");
    assertThat(global.has("x")).isFalse();
    assertThat(global.has("y")).isFalse();
    assertThat(global.get("z").doubleValue()).isPositive();
    assertThat(first.at("/coordinates/transform/translation").isEmpty()).isTrue();
  }

  @Test
  void quirksHitWhatTheyNameAndLeaveTheTruthAlone() throws IOException {
    CaseQuirks quirks =
        CaseQuirks.NONE
            .gzipped()
            .withDeadPlates(0.1)
            .withoutGondola(2)
            .withWrongMasses(0.3, 0.1)
            .withPoorCatalogue(0.2, 0.2)
            .withPlanogramErrors(0.1)
            .withoutStoreMeta();
    Outcome quirky = AutoCheckoutCase.write("put-back", 4, dir, quirks);
    assertThat(quirky.truth()).isEqualTo(Simulation.run("put-back", 4, new Captured()).truth());
    List<JsonNode> plates = lines("plate_data.json.gz");
    assertThat(plates)
        .noneMatch(
            d -> d.at("/document/plate_data/plate_id/shelf_id/gondola_id/id").intValue() == 2);
    int columns = plates.getFirst().at("/document/plate_data/values/shape/2").intValue();
    assertThat(columns).isIn(9 + 1 + 3, 12 + 1 + 3);
    List<JsonNode> products = lines("products.json");
    assertThat(products).anyMatch(p -> !p.at("/metadata").has("weight"));
    assertThat(products.stream().map(p -> p.at("/product_id/id").textValue()).distinct().count())
        .isLessThan(products.size());
    assertThat(dir.resolve("store_meta")).doesNotExist();
    assertThat(dir.resolve("truth.json")).exists();
  }

  @Test
  void theSameSeedWritesTheSameBytes() throws IOException {
    AutoCheckoutCase.write("neighbours", 8, dir.resolve("a"), CaseQuirks.NONE.gzipped());
    AutoCheckoutCase.write("neighbours", 8, dir.resolve("b"), CaseQuirks.NONE.gzipped());
    for (String file :
        List.of("plate_data.json.gz", "full_targets.json.gz", "planogram.json", "truth.json")) {
      assertThat(dir.resolve("a").resolve(file))
          .hasSameBinaryContentAs(dir.resolve("b").resolve(file));
    }
  }
}
