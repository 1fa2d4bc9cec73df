package io.walkout.ingest.autocheckout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.walkout.ingest.recording.Recording;
import io.walkout.ingest.recording.VideoStream;
import io.walkout.ingest.video.Clip;
import io.walkout.store.EventTime;
import io.walkout.store.geometry.CameraModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VideoImportTest {
  private static final int FRAMES = 12;

  @TempDir Path dir;
  private Path source;
  private Path rec;

  @BeforeEach
  void prepare() throws IOException {
    source = SmallCase.in(dir.resolve("case")).write();
    rec = dir.resolve("case.rec");
    Files.createDirectories(source.resolve("videos"));
    Clip.write(source.resolve("videos/cam-3.mp4"), 64, 48, FRAMES, 4, 0);
    calibration("calibration.json", "3", 0.5, 100);
  }

  @Test
  void givenOffsets_whenImported_thenFramesHaveTheirTimesAndTheCameraItsPlaceInMetres()
      throws IOException {
    offsets("{\"fps_nominal\":5,\"cameras\":{\"cam-3\":{\"start_epoch_s\":1700000001.25}}}");
    run();
    Recording recording = Recording.open(rec);
    VideoStream video = recording.videos().getFirst();
    assertThat(video.captureNanos()).hasSize(FRAMES);
    assertThat(video.captureNanos()[0]).isEqualTo(EventTime.ofSeconds(1_700_000_001.25));
    assertThat(video.captureNanos()[3] - video.captureNanos()[0]).isEqualTo(600_000_000);
    assertThat(Files.mismatch(video.file(), source.resolve("videos/cam-3.mp4"))).isEqualTo(-1);
    CameraModel model = recording.store().layout().cameras().getFirst().model();
    assertThat(model.widthPixels()).isEqualTo(64);
    assertThat(model.fx()).isCloseTo(32, within(1e-9));
    assertThat(model.fy()).isCloseTo(24, within(1e-9));
    assertThat(model.position().z()).isCloseTo(2.54, within(1e-9));
  }

  @Test
  void givenNoOffsets_whenImported_thenTheClipBeginsWithTheFirstDocumentAndItSaysSo()
      throws IOException {
    ImportReport report = run();
    assertThat(Recording.open(rec).videos().getFirst().captureNanos()[0])
        .isEqualTo(SmallCase.T0_NANOS);
    assertThat(report.count("videos without a stated time")).isEqualTo(1);
    assertThat(report.problems()).anyMatch(s -> s.contains("offsets.json does not say"));
  }

  @Test
  void givenAnOffsetYearsAway_whenImported_thenTheClipIsLeftOut() throws IOException {
    offsets("{\"cameras\":{\"cam-3\":{\"start_epoch_s\":17.5}}}");
    ImportReport report = run();
    assertThat(Recording.open(rec).videos()).isEmpty();
    assertThat(report.count("videos with a time that can't be")).isEqualTo(1);
  }

  @Test
  void givenAFittedCalibration_whenImported_thenItIsPreferredAndNamed() throws IOException {
    calibration("calibration-fitted.json", "3", 0.75, 100);
    ImportReport report = run();
    assertThat(Recording.open(rec).store().layout().cameras().getFirst().model().fx())
        .isCloseTo(48, within(1e-9));
    assertThat(report.notes()).anyMatch(s -> s.contains("calibration-fitted.json"));
  }

  @Test
  void givenBrokenOffsets_whenImported_thenTheyCountAsAbsentAndOneSentenceSaysWhere()
      throws IOException {
    offsets("{\"fps_nominal\":5,\n\"cameras\":{");
    ImportReport report = run();
    assertThat(Recording.open(rec).videos().getFirst().captureNanos()[0])
        .isEqualTo(SmallCase.T0_NANOS);
    assertThat(report.count("files that can't be read")).isEqualTo(1);
    assertThat(report.problems())
        .anyMatch(s -> s.startsWith("videos/offsets.json, line 2, column 12: "))
        .noneMatch(s -> s.contains("Source"));
  }

  @Test
  void givenARateOfFramesThatIsNone_whenImported_thenTheVideosOwnIsTakenAndItSaysSo()
      throws IOException {
    offsets("{\"fps_nominal\":\"fast\",\"cameras\":{\"cam-3\":{\"start_epoch_s\":1700000001}}}");
    ImportReport report = run();
    long[] times = Recording.open(rec).videos().getFirst().captureNanos();
    assertThat(times[1] - times[0]).isCloseTo(100_000_000L, within(1_000_000L));
    assertThat(report.problems())
        .anyMatch(s -> s.contains("videos/offsets.json: fps_nominal is \"fast\""));
  }

  @Test
  void givenABrokenFittedCalibration_whenImported_thenThePublishedOneIsTaken() throws IOException {
    Files.writeString(
        source.resolve("store_meta/calibration-fitted.json"), "{\"cameras\":{\"3\":{}}} x");
    ImportReport report = run();
    assertThat(Recording.open(rec).videos()).hasSize(1);
    assertThat(report.notes()).anyMatch(s -> s.endsWith("store_meta/calibration.json"));
    assertThat(report.problems())
        .anyMatch(s -> s.startsWith("store_meta/calibration-fitted.json, line 1, column "));
  }

  @Test
  void givenABrokenCalibration_whenImported_thenTheRestOfTheCaseIsThere() throws IOException {
    Files.writeString(source.resolve("store_meta/calibration.json"), "{\"cameras\":[");
    ImportReport report = run();
    assertThat(new ReadBack(rec).plates).hasSize(10);
    assertThat(report.count("files that can't be read")).isEqualTo(1);
    assertThat(report.count("videos without calibration")).isEqualTo(1);
    assertThat(report.problems()).noneMatch(s -> s.contains("Source"));
  }

  @Test
  void givenNoCalibrationOfThatNumber_whenImported_thenTheClipIsLeftOut() throws IOException {
    calibration("calibration.json", "4", 0.5, 100);
    ImportReport report = run();
    assertThat(Recording.open(rec).videos()).isEmpty();
    assertThat(report.count("videos without calibration")).isEqualTo(1);
  }

  @Test
  void givenACalibrationInMetresOrPixels_whenImported_thenItSaysSoAndTheCameraIsLeftOut()
      throws IOException {
    calibration("calibration.json", "3", 0.5, 2.54);
    assertThat(run().problems()).anyMatch(s -> s.contains("looks like metres"));
    calibration("calibration.json", "3", 330, 100);
    rec = dir.resolve("b.rec");
    assertThat(run().problems()).anyMatch(s -> s.contains("looks like pixels"));
    assertThat(Recording.open(rec).videos()).isEmpty();
  }

  @Test
  void givenAVideoCutOff_whenImported_thenOneMessageNamesItAndTheFramesThatAreThereStay()
      throws IOException {
    offsets("{\"cameras\":{\"cam-3\":{\"start_epoch_s\":1700000001.25}}}");
    Path video = source.resolve("videos/cam-3.mp4");
    byte[] bytes = Files.readAllBytes(video);
    Files.write(video, Arrays.copyOf(bytes, bytes.length - 30));
    ImportReport report = run();
    assertThat(Recording.open(rec).videos().getFirst().captureNanos().length).isBetween(1, 11);
    assertThat(report.count("videos cut off")).isEqualTo(1);
    assertThat(report.problems()).filteredOn(s -> s.contains("cam-3")).hasSize(1);
  }

  private ImportReport run() throws IOException {
    return AutoCheckoutImport.run(source, rec);
  }

  private void offsets(String json) throws IOException {
    Files.writeString(source.resolve("videos/offsets.json"), json);
  }

  /** A camera that looks straight down, {@code height} inches above the floor. */
  private void calibration(String file, String key, double focal, double height)
      throws IOException {
    Files.writeString(
        source.resolve("store_meta").resolve(file),
        "{\"cameras\":{\""
            + key
            + "\":{\"K\":[["
            + focal
            + ",0,0.5],[0,"
            + focal
            + ",0.5],[0,0,1]],\"Tw\":[[1,0,0,10],[0,-1,0,-20],[0,0,-1,"
            + height
            + "],[0,0,0,1]],\"dist_coeffs\":[0,0,0,0,0]}}}");
  }
}
