package io.walkout.ingest.autocheckout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.walkout.store.Layout;
import io.walkout.store.Plate;
import io.walkout.store.Policy;
import io.walkout.store.Product;
import io.walkout.store.ProductCode;
import io.walkout.store.Shelf;
import io.walkout.store.Store;
import io.walkout.store.people.Joint;
import io.walkout.store.signal.PlateBlock;
import io.walkout.store.signal.PoseSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AutoCheckoutImportTest {
  private static final float INCH = 0.0254f;

  @TempDir Path dir;
  private SmallCase small;
  private Path rec;

  @BeforeEach
  void prepare() throws IOException {
    small = SmallCase.in(dir.resolve("case"));
    rec = dir.resolve("case.rec");
  }

  @Test
  void givenAGoodCase_whenImported_thenNothingIsAmiss() throws IOException {
    ImportReport report = run();
    ReadBack read = new ReadBack(rec);
    assertThat(report.caseName()).isEqualTo("case");
    assertThat(report.count("plate documents")).isEqualTo(10);
    assertThat(report.count("pose documents")).isEqualTo(10);
    assertThat(read.plates).hasSize(10);
    assertThat(read.poses).hasSize(10);
    assertThat(read.recording.store().planogram().facings()).hasSize(2);
    assertThat(read.recording.store().policy().handOver())
        .as("the competition's rule: who leaves with it")
        .isEqualTo(Policy.HandOver.RECEIVER);
    assertThat(report.problems()).singleElement().asString().contains("[4]", "no plates");
  }

  @Test
  void givenPlateDocuments_whenImported_thenEachSampleKeepsItsPlaceAndTime() throws IOException {
    run();
    ReadBack.Plates second = new ReadBack(rec).plates.get(1);
    PlateBlock block = second.block();
    assertThat(block.gondola).isEqualTo(1);
    assertThat(block.samples).isEqualTo(12);
    assertThat(block.shelves).isEqualTo(2);
    assertThat(block.plates).isEqualTo(3);
    assertThat(block.firstNanos).isEqualTo(SmallCase.T0_NANOS + 200_000_000);
    assertThat(block.periodNanos).isEqualTo(16_666_667);
    assertThat(block.grams[block.index(7, 1, 2)]).isEqualTo(230 + 0.07f);
    assertThat(second.arrivalNanos()).isEqualTo(block.firstNanos + 50_000_000);
  }

  @Test
  void givenNaNAndInfiniteSamples_whenImported_thenTheyAreNaN() throws IOException {
    float[] values = SmallCase.values(12, 3, 5);
    values[5 + 1] = Float.NaN;
    values[5 + 2] = Float.POSITIVE_INFINITY;
    small.plates.set(0, SmallCase.plateLine(1, SmallCase.T0, SmallCase.T0, values));
    run();
    PlateBlock block = new ReadBack(rec).plates.getFirst().block();
    assertThat(block.grams[block.index(0, 0, 0)]).isNaN();
    assertThat(block.grams[block.index(0, 0, 1)]).isNaN();
    assertThat(block.grams[block.index(0, 0, 2)]).isEqualTo(130);
  }

  @Test
  void givenPosesWithZerosLeftOut_whenImported_thenTheyAreZeroAndTheUnseenIsNaN()
      throws IOException {
    run();
    ReadBack.Poses first = new ReadBack(rec).poses.getFirst();
    PoseSet poses = first.poses();
    assertThat(poses.targetIds[0]).isEqualTo("17446744073709551557");
    int head = Joint.HEAD.ordinal();
    assertThat(poses.x[head]).isCloseTo(10 * INCH, within(1e-5f));
    assertThat(poses.y[head]).isZero();
    assertThat(poses.z[head]).isCloseTo(65 * INCH, within(1e-5f));
    assertThat(poses.score[head]).isEqualTo(0.9f);
    assertThat(poses.x[Joint.LEFT_WRIST.ordinal()]).isNaN();
    assertThat(poses.x[Joint.RIGHT_WRIST.ordinal()]).isCloseTo(INCH, within(1e-5f));
    assertThat(poses.score[Joint.RIGHT_WRIST.ordinal()]).isZero();
    assertThat(poses.x[Joint.NECK.ordinal()]).isNaN();
    assertThat(first.captureNanos()).isEqualTo(SmallCase.T0_NANOS);
    assertThat(first.arrivalNanos()).isEqualTo(SmallCase.T0_NANOS + 2_300_000_000L);
  }

  @Test
  void givenOddIdentities_whenImported_thenTheyAreKeptAsWritten() throws IOException {
    String targets =
        String.join(
            ",",
            SmallCase.target("\"-42\""),
            SmallCase.target("18446744073709551615"),
            SmallCase.target("\"-42\""),
            "{\"target_id\":{}}");
    small.poses.set(0, SmallCase.poseLine(SmallCase.T0, SmallCase.T0, targets));
    small.poses.set(1, SmallCase.poseLine(SmallCase.T0 + 0.1, SmallCase.T0, ""));
    ImportReport report = run();
    ReadBack read = new ReadBack(rec);
    PoseSet poses = read.poses.getFirst().poses();
    assertThat(Arrays.copyOf(poses.targetIds, poses.count))
        .containsExactly("-42", "18446744073709551615", "0");
    assertThat(report.count("targets left out")).isEqualTo(1);
    assertThat(read.poses.get(1).poses().count).isZero();
  }

  @Test
  void givenBadProducts_whenImported_thenTheyAreMergedOrLeftUnknownAndReported()
      throws IOException {
    small.products.add(SmallCase.product("00042", "pear", ""));
    small.products.add(SmallCase.product("00042", "pear", ",\"weight\":300"));
    small.products.add(SmallCase.product("", "nameless", ",\"price\":1"));
    small.products.add(SmallCase.product("7", "no mass", ",\"price\":1"));
    small.products.add(SmallCase.product("8", "no price", ",\"weight\":50"));
    small.products.add(SmallCase.product("9", "odd", ",\"weight\":-3,\"price\":1.999"));
    small.products.add(SmallCase.product("10", "binary", ",\"price\":1.4900000095367432"));
    ImportReport report = run();
    Store store = new ReadBack(rec).recording.store();
    assertThat(store.catalogue().products()).hasSize(6);
    assertThat(product(store, "00042").massGrams()).isEqualTo(210.5);
    assertThat(product(store, "7").massGrams()).isNaN();
    assertThat(product(store, "8").price()).isNull();
    assertThat(product(store, "9").massGrams()).isNaN();
    assertThat(product(store, "9").price()).isNull();
    assertThat(String.valueOf(product(store, "10").price())).isEqualTo("1.49 USD");
    assertThat(report.count("products repeated")).isEqualTo(2);
    assertThat(report.count("products repeated with other facts")).isEqualTo(1);
    assertThat(report.count("products without a code")).isEqualTo(1);
    assertThat(report.count("product masses that can't be")).isEqualTo(1);
    assertThat(report.count("product prices that can't be")).isEqualTo(1);
    assertThat(report.count("codes gtin")).isEqualTo(1);
    assertThat(report.problems()).anyMatch(s -> s.contains("products.json, line 5"));
  }

  @Test
  void givenFacingsOfUnknownProducts_whenImported_thenTheyStandThereWithoutPriceAndMass()
      throws IOException {
    small.products.add(SmallCase.product("UNKNOWN-1-2-2", "spiteful", ",\"price\":1"));
    small.planogram.add(SmallCase.facing("", 1, "3", "", 0.2, 1));
    small.planogram.add(SmallCase.facing("555", 2, "1", "", 0.2, 1));
    small.planogram.add(SmallCase.facing("555", 1, "3", "", 0.2, 1));
    small.planogram.add(SmallCase.facing("", 2, "2", "", 0.2, 1));
    ImportReport report = run();
    Store store = new ReadBack(rec).recording.store();
    assertThat(facings(store))
        .containsExactly(
            "012345678905 [1/1/1, 1/1/2]",
            "00042 [1/2/3]",
            "UNKNOWN-1-1-3 [1/1/3]",
            "555 [1/2/1]",
            "555 [1/1/3]",
            "UNKNOWN-1-2-2+ [1/2/2]");
    for (String code : List.of("UNKNOWN-1-1-3", "555", "UNKNOWN-1-2-2+")) {
      assertThat(product(store, code).name()).isEqualTo("unknown product");
      assertThat(product(store, code).hasMass()).isFalse();
      assertThat(product(store, code).price()).isNull();
    }
    assertThat(product(store, "UNKNOWN-1-2-2").price()).isNotNull();
    assertThat(report.count("facings without a product")).isEqualTo(2);
    assertThat(report.count("facings of products not in the catalogue")).isEqualTo(2);
    assertThat(report.count("unknown products")).isEqualTo(3);
    assertThat(report.problems())
        .filteredOn(s -> s.contains("kept as an unknown product"))
        .hasSize(4);
  }

  @Test
  void givenFacingsOnPlatesThatDoNotExist_whenImported_thenThoseThatDoAreKept() throws IOException {
    small.planogram.add(SmallCase.facing("00042", 9, "1", "", 0.2, 1));
    small.planogram.add(SmallCase.facing("", 9, "1", "", 0.2, 1));
    small.planogram.add(SmallCase.facing("00042", 1, "3,4", "\"x\":0.4,", 0.4, 1));
    small.planogram.add(SmallCase.facing("42", 2, "1", "", 0.2, 1));
    ImportReport report = run();
    Store store = new ReadBack(rec).recording.store();
    assertThat(facings(store))
        .containsExactly(
            "012345678905 [1/1/1, 1/1/2]", "00042 [1/2/3]", "00042 [1/1/3]", "00042 [1/2/1]");
    assertThat(store.catalogue().products()).hasSize(2);
    assertThat(report.count("facings on plates that do not exist")).isEqualTo(3);
    assertThat(report.count("facings matched by code without leading zeros")).isEqualTo(1);
    assertThat(report.problems()).anyMatch(s -> s.contains("planogram.json, line 3"));
  }

  @Test
  void givenNoStoreMeta_whenImported_thenThePlanogramPlacesTheSamePlates() throws IOException {
    run();
    Layout placed = new ReadBack(rec).recording.store().layout();
    deleteMeta();
    rec = dir.resolve("planned.rec");
    AutoCheckoutImport.run(dir.resolve("case"), rec);
    Layout planned = new ReadBack(rec).recording.store().layout();
    assertThat(planned.plateCount()).isEqualTo(placed.plateCount());
    for (Shelf shelf : placed.shelves()) {
      for (Plate plate : shelf.plates()) {
        Plate other = planned.plate(plate.id()).orElseThrow();
        assertThat(other.box().centre().distanceTo(plate.box().centre())).isLessThan(1e-4);
      }
    }
    assertThat(planned.floor().minY()).isCloseTo(-2.5, within(1e-3));
  }

  @Test
  void givenNeitherMetaNorPlanogram_whenImported_thenItSaysThatPlatesCantBePlaced()
      throws IOException {
    small.write();
    deleteMeta();
    Files.delete(dir.resolve("case/planogram.json"));
    assertThatThrownBy(() -> AutoCheckoutImport.run(dir.resolve("case"), rec))
        .isInstanceOf(ImportException.class)
        .hasMessageContaining("store_meta is missing")
        .hasMessageContaining("planogram");
    assertThat(dir.toFile().list()).containsExactly("case");
  }

  @Test
  void givenMissingCollections_whenImported_thenTheRestIsThereAndEachIsNamed() throws IOException {
    small.write();
    for (String name : List.of("planogram", "products", "full_targets", "plate_data")) {
      Files.delete(dir.resolve("case/" + name + ".json"));
    }
    ImportReport report = AutoCheckoutImport.run(dir.resolve("case"), rec);
    ReadBack read = new ReadBack(rec);
    assertThat(read.recording.store().layout().plateCount()).isEqualTo(6);
    assertThat(read.plates).isEmpty();
    assertThat(report.count("collections missing")).isEqualTo(3);
  }

  @Test
  void givenAPlanogramInInches_whenImported_thenItSaysSoAndUsesStoreMetaOrRefuses()
      throws IOException {
    small.planogram.clear();
    small.planogram.add(SmallCase.facing("00042", 1, "1,2", "", 0.4, 1 / 0.0254));
    ImportReport report = run();
    assertThat(report.problems()).anyMatch(s -> s.contains("look like inches"));
    Store store = new ReadBack(rec).recording.store();
    assertThat(store.planogram().facings().getFirst().box().size().x())
        .isCloseTo(0.4, within(1e-4));
    deleteMeta();
    assertThatThrownBy(() -> AutoCheckoutImport.run(dir.resolve("case"), dir.resolve("b.rec")))
        .isInstanceOf(ImportException.class)
        .hasMessageContaining("inches");
  }

  @Test
  void givenStoreMetaInInches_whenImported_thenItIsRefused() throws IOException {
    small.storePlates = SmallCase.metaPlate(1, 1, 4);
    assertThatThrownBy(this::run)
        .isInstanceOf(ImportException.class)
        .hasMessageContaining("Plates.json")
        .hasMessageContaining("inches");
  }

  @Test
  void givenPosesInMetres_whenImported_thenTheyAreLeftOutAndItSaysSo() throws IOException {
    small.poses.replaceAll(line -> line.replace("\"z\":65.0", "\"z\":1.65"));
    ImportReport report = run();
    assertThat(new ReadBack(rec).poses).isEmpty();
    assertThat(report.problems()).anyMatch(s -> s.contains("look like metres"));
  }

  private ImportReport run() throws IOException {
    return AutoCheckoutImport.run(small.write(), rec);
  }

  private void deleteMeta() throws IOException {
    for (String name : List.of("Gondolas", "Shelves", "Plates")) {
      Files.delete(dir.resolve("case/store_meta/" + name + ".json"));
    }
  }

  private static List<String> facings(Store store) {
    return store.planogram().facings().stream()
        .map(facing -> facing.product() + " " + facing.plates())
        .toList();
  }

  private static Product product(Store store, String code) {
    return store.catalogue().find(new ProductCode(code)).orElseThrow();
  }
}
