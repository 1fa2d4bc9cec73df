package io.walkout.ingest.autocheckout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.walkout.store.EventTime;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AutoCheckoutDamageTest {

  @TempDir Path dir;
  private SmallCase small;
  private Path rec;

  @BeforeEach
  void prepare() throws IOException {
    small = SmallCase.in(dir.resolve("case"));
    rec = dir.resolve("case.rec");
  }

  @Test
  void givenWrongClocks_whenImported_thenEachCostsItsDocumentAlone() throws IOException {
    double t = SmallCase.T0;
    small.plates.add(0, SmallCase.plateLine(1, 1.0, t));
    small.plates.add(3, SmallCase.plateLine(1, t + 3600, t));
    small.plates.add(5, SmallCase.plateLine(1, t - 3600, t));
    small.plates.add(6, SmallCase.plateLine(1, t + 4e8, t));
    small.plates.add(9, small.plates.get(8));
    small.plates.add(SmallCase.plateLine(1, t + 3600, t));
    small.plates.add(small.plates.get(2).replace("\"timestamp\":", "\"was\":"));
    ImportReport report = run();
    ReadBack read = new ReadBack(rec);
    assertThat(read.plates).hasSize(10);
    for (int i = 0; i < 10; i++) {
      assertThat(read.plates.get(i).block().firstNanos)
          .isEqualTo(SmallCase.T0_NANOS + i * 200_000_000L);
    }
    assertThat(report.count("plate documents with a time more than a day away")).isEqualTo(2);
    assertThat(report.count("plate documents whose time jumps")).isEqualTo(2);
    assertThat(report.count("plate documents with a repeated time")).isEqualTo(1);
    assertThat(report.count("plate documents that stand alone")).isEqualTo(1);
    assertThat(report.count("plate documents without a time")).isEqualTo(1);
  }

  @Test
  void givenDocumentsThatOvertookEachOther_whenImported_thenTheyAreInOrderAgain()
      throws IOException {
    small.plates.add(2, small.plates.remove(6));
    small.poses.add(8, small.poses.remove(1));
    ImportReport report = run();
    ReadBack read = new ReadBack(rec);
    assertThat(read.plates).hasSize(10);
    assertThat(read.plates)
        .isSortedAccordingTo(
            java.util.Comparator.comparingLong(plates -> plates.block().firstNanos));
    assertThat(read.poses).hasSize(10);
    assertThat(read.poses)
        .isSortedAccordingTo(java.util.Comparator.comparingLong(ReadBack.Poses::captureNanos));
    assertThat(report.count("plate documents stored out of order")).isEqualTo(1);
  }

  @Test
  void givenTimesOfStoringThatCantBe_whenImported_thenArrivalIsTheCapture() throws IOException {
    double t = SmallCase.T0;
    small.plates.set(1, SmallCase.plateLine(1, t + 0.2, t - 1000));
    small.plates.set(2, SmallCase.plateLine(1, t + 0.4, t + 1e6));
    ImportReport report = run();
    ReadBack read = new ReadBack(rec);
    assertThat(read.plates.get(1).arrivalNanos()).isEqualTo(EventTime.ofSeconds(t + 0.2));
    assertThat(read.plates.get(2).arrivalNanos()).isEqualTo(EventTime.ofSeconds(t + 0.4));
    assertThat(report.count("times of storing that can't be")).isEqualTo(2);
  }

  @Test
  void givenTimesOfStoringNearTheEpoch_whenImported_thenAllAreCountedAndToldOnce()
      throws IOException {
    small.plates.replaceAll(line -> line.replaceAll("\"2023-[^\"]*\"", "\"1970-01-01T00:00:00Z\""));
    small.poses.replaceAll(line -> line.replaceAll("\"2023-[^\"]*\"", "\"1970-01-03T00:00:00Z\""));
    ImportReport report = run();
    ReadBack read = new ReadBack(rec);
    assertThat(read.plates).allMatch(plates -> plates.arrivalNanos() == plates.block().firstNanos);
    assertThat(read.poses).allMatch(poses -> poses.arrivalNanos() == poses.captureNanos());
    assertThat(report.count("times of storing that can't be")).isEqualTo(20);
    assertThat(report.problems())
        .filteredOn(s -> s.contains("stored before their time"))
        .hasSize(2);
  }

  @Test
  void givenTimesOfStoringCutToMilliseconds_whenImported_thenTheyAreNoProblem() throws IOException {
    small.plates.set(1, SmallCase.plateLine(1, SmallCase.T0 + 0.2, SmallCase.T0 + 0.1991));
    ImportReport report = run();
    assertThat(report.count("times of storing that can't be")).isZero();
    assertThat(new ReadBack(rec).plates.get(1).arrivalNanos())
        .isEqualTo(SmallCase.T0_NANOS + 200_000_000);
  }

  @Test
  void givenSeveralTargetsWithoutIdentityAtOnce_whenImported_thenAllSuchTargetsAreLeftOut()
      throws IOException {
    String nameless = "{\"target_id\":{}}";
    double t = SmallCase.T0;
    small.poses.set(0, SmallCase.poseLine(t, t, nameless));
    small.poses.set(
        4, SmallCase.poseLine(t + 0.4, t, nameless + "," + SmallCase.target("\"7\"") + ",{}"));
    ImportReport report = run();
    ReadBack read = new ReadBack(rec);
    assertThat(read.poses.getFirst().poses().count).isZero();
    assertThat(read.poses.get(4).poses().count).isEqualTo(1);
    assertThat(read.poses.get(4).poses().targetIds[0]).isEqualTo("7");
    assertThat(report.count("targets without an identity")).isEqualTo(3);
    assertThat(report.count("targets")).isEqualTo(2);
    assertThat(report.problems())
        .anyMatch(s -> s.contains("full_targets.json") && s.contains("target_id"));
  }

  @Test
  void givenOneTargetWithoutIdentityAtATime_whenImported_thenItIsTheTargetZero()
      throws IOException {
    small.poses.set(
        0,
        SmallCase.poseLine(
            SmallCase.T0, SmallCase.T0, "{\"target_id\":{}}," + SmallCase.target("\"7\"")));
    ImportReport report = run();
    assertThat(new ReadBack(rec).poses.getFirst().poses().targetIds[0]).isEqualTo("0");
    assertThat(report.count("targets without an identity")).isZero();
  }

  @Test
  void givenAnUnknownAndASilentGondola_whenImported_thenBothAreNamed() throws IOException {
    small.plates.replaceAll(
        line -> line.replace("\"id\":1}", "\"id\":7}").replace("_id\":1}", "_id\":7}"));
    ImportReport report = run();
    assertThat(new ReadBack(rec).plates).isEmpty();
    assertThat(report.problems())
        .anyMatch(s -> s.contains("gondolas [7] are not in the store"))
        .anyMatch(s -> s.contains("nothing of gondola 1"));
  }

  @Test
  void givenNoTargetAndNoVideo_whenImported_thenItSaysThatNobodyWillBeSeen() throws IOException {
    small.poses.replaceAll(line -> line.replaceAll("\"targets\":\\{.*", "\"targets\":{}}}"));
    ImportReport report = run();
    assertThat(report.count("cases without people")).isEqualTo(1);
    assertThat(report.problems())
        .anyMatch(s -> s.startsWith("no people will be seen: full_targets.json holds no target"));
    Files.delete(dir.resolve("case/full_targets.json"));
    report = AutoCheckoutImport.run(dir.resolve("case"), dir.resolve("b.rec"));
    assertThat(report.problems())
        .anyMatch(s -> s.startsWith("no people will be seen: there is neither full_targets nor"));
  }

  @Test
  void givenAGondolaThatStopsBeforeTheOthers_whenImported_thenItIsNamedWithItsTime()
      throws IOException {
    for (int i = 1; i <= 20; i++) {
      small.plates.add(SmallCase.plateLine(7, SmallCase.T0 + i, SmallCase.T0 + i));
    }
    ImportReport report = run();
    assertThat(report.count("gondolas that stop early")).isEqualTo(1);
    assertThat(report.problems())
        .anyMatch(
            s ->
                s.contains("gondola 1 stops at 2023-11-14T22:13:22.3")
                    && s.contains("18 s before the end"));
  }

  @Test
  void givenAGondolaWhoseClockIsYearsAway_whenImported_thenItHoldsNothingUsable()
      throws IOException {
    for (int i = 1; i <= 20; i++) {
      small.plates.set(i % 10, SmallCase.plateLine(1, 1_500_000_000 + i, SmallCase.T0));
      small.plates.add(SmallCase.plateLine(7, SmallCase.T0 + i, SmallCase.T0 + i));
    }
    assertThat(run().problems()).anyMatch(s -> s.contains("holds nothing usable of gondola 1"));
  }

  @Test
  void givenLinesThatAreNoDocument_whenImported_thenTheOthersAreRead() throws IOException {
    small.plates.add(1, "{\"timestamp\":170");
    small.plates.add(2, "[1,2]");
    small.products.add("{\"product_id\":");
    small.planogram.add("\0\0\0\0\0\0\0\0");
    small.plates.add(3, small.plates.getFirst().replace("[12,3,5]", "[12,3,6]"));
    small.plates.add(4, small.plates.getFirst().replace("FLOAT32", "FLOAT64"));
    ImportReport report = run();
    assertThat(new ReadBack(rec).plates).hasSize(10);
    assertThat(report.count("lines that are no document")).isEqualTo(4);
    assertThat(report.count("plate documents that can't be used")).isEqualTo(2);
    assertThat(report.problems())
        .anyMatch(s -> s.contains("plate_data.json, line 2"))
        .noneMatch(s -> s.contains("Source"))
        .anyMatch(s -> s.contains("DATATYPE_FLOAT64"));
  }

  @Test
  void givenAGzipCutOff_whenImported_thenItIsReadAsFarAsItGoes() throws IOException {
    small.write();
    Path plain = dir.resolve("case/plate_data.json");
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new StoringGzip(zipped)) {
      out.write(Files.readAllBytes(plain));
    }
    Files.delete(plain);
    byte[] bytes = zipped.toByteArray();
    Files.write(dir.resolve("case/plate_data.json.gz"), Arrays.copyOf(bytes, bytes.length * 2 / 3));
    ImportReport report = AutoCheckoutImport.run(dir.resolve("case"), rec);
    assertThat(new ReadBack(rec).plates.size()).isBetween(5, 7);
    assertThat(report.count("files that end early")).isEqualTo(1);
  }

  @Test
  void givenALastLineTornInTheMiddle_whenImported_thenTheCaseIsKnownToEndEarly()
      throws IOException {
    small.write();
    Path plates = dir.resolve("case/plate_data.json");
    byte[] whole = Files.readAllBytes(plates);
    Files.write(plates, Arrays.copyOf(whole, whole.length - 40));
    ImportReport report = AutoCheckoutImport.run(dir.resolve("case"), rec);
    assertThat(report.count("files that end early")).isEqualTo(1);
    assertThat(report.count("lines that are no document")).isZero();
  }

  @Test
  void givenACollectionOfAnotherKind_whenImported_thenItIsNamed() throws IOException {
    small.write();
    Files.writeString(dir.resolve("case/frame_message.json"), "{}\n");
    ImportReport report = AutoCheckoutImport.run(dir.resolve("case"), rec);
    assertThat(report.problems()).anyMatch(s -> s.contains("frame_message.json"));
  }

  @Test
  void givenAGzipThatIsNone_whenImported_thenTheFileIsNamedAndNothingIsLeft() throws IOException {
    small.write();
    Files.delete(dir.resolve("case/plate_data.json"));
    Files.write(dir.resolve("case/plate_data.json.gz"), new byte[50]);
    assertThatThrownBy(() -> AutoCheckoutImport.run(dir.resolve("case"), rec))
        .isInstanceOf(ImportException.class)
        .hasMessageContaining("plate_data.json.gz");
    assertThat(dir.toFile().list()).containsExactly("case");
  }

  @Test
  void givenAForeignVideo_whenImported_thenItsCameraIsLeftOutWithOneMessage() throws IOException {
    small.write();
    Files.createDirectories(dir.resolve("case/videos"));
    Files.write(dir.resolve("case/videos/cam-1.mp4"), new byte[1000]);
    ImportReport report = AutoCheckoutImport.run(dir.resolve("case"), rec);
    assertThat(new ReadBack(rec).recording.videos()).isEmpty();
    assertThat(report.count("videos that can't be used")).isEqualTo(1);
    assertThat(report.problems()).filteredOn(s -> s.contains("cam-1.mp4")).hasSize(1);
  }

  @Test
  void givenTruthInAnotherState_whenImported_thenItIsTakenOrNamed() throws IOException {
    small.write();
    Path truth = dir.resolve("case/truth.json");
    Files.writeString(
        truth,
        "{\"case\":\"held\",\"receipts\":[{\"target_id\":\"5\",\"products\":[{\"barcode\":\"777\","
            + "\"quantity\":2}]}]}");
    ImportReport report = AutoCheckoutImport.run(dir.resolve("case"), rec);
    assertThat(report.caseName()).isEqualTo("held");
    assertThat(new ReadBack(rec).recording.truth().orElseThrow().events()).isEmpty();
    assertThat(report.problems()).anyMatch(s -> s.contains("[777]"));
    Files.writeString(truth, "{\"receipts\":[{}]}");
    report = AutoCheckoutImport.run(dir.resolve("case"), dir.resolve("b.rec"));
    assertThat(report.problems()).anyMatch(s -> s.contains("receipts[0].target_id is missing"));
    Files.writeString(truth, "{\"receipts\":[\n{");
    report = AutoCheckoutImport.run(dir.resolve("case"), dir.resolve("c.rec"));
    assertThat(report.problems())
        .anyMatch(s -> s.startsWith("truth.json, line 2, column 2: "))
        .noneMatch(s -> s.contains("Source"));
  }

  @Test
  void givenARecordingInPlace_whenImported_thenItIsNotTouched() throws IOException {
    run();
    assertThatThrownBy(this::run)
        .isInstanceOf(ImportException.class)
        .hasMessage(rec + " is there already; an import makes a new recording; give another --out");
    assertThat(new ReadBack(rec).plates).hasSize(10);
  }

  private ImportReport run() throws IOException {
    return AutoCheckoutImport.run(small.write(), rec);
  }

  /** Gzip without compression, so that a part of the bytes is the same part of the lines. */
  private static final class StoringGzip extends GZIPOutputStream {
    StoringGzip(ByteArrayOutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.NO_COMPRESSION);
    }
  }
}
