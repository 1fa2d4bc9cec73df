package io.walkout.ingest.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.walkout.store.EventTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Videos that are written in place, whose frames arrive later than they were captured. */
final class LateVideoTest {
  private static final long T0 = EventTime.parse("2026-01-31T12:00:00Z");
  private static final long[] CAPTURED = {T0, T0 + 100, T0 + 210, T0 + 290};
  private static final long[] ARRIVED = {T0 + 40, T0 + 900, T0 + 905, T0 + 905};

  @TempDir Path dir;

  @Test
  void givenAVideoWrittenInPlace_whenOpened_thenItsArrivalsAreThere() throws IOException {
    written("late.rec", CAPTURED, ARRIVED).close();
    Recording recording = Recording.open(dir.resolve("late.rec"));
    VideoStream video = recording.videos().getFirst();
    assertThat(video.captureNanos()).containsExactly(CAPTURED);
    assertThat(video.arrivalNanos()).containsExactly(ARRIVED);
    assertThat(Files.readString(video.file())).isEqualTo("pictures");
    assertThat(recording.startNanos()).isEqualTo(T0);
    assertThat(recording.endNanos()).isEqualTo(T0 + 905);
    assertThat(recording.problems()).isEmpty();
  }

  @Test
  void givenARecordingNeverClosed_whenOpened_thenItReachesToTheLastArrival() throws IOException {
    RecordingWriter writer = written("crash.rec", CAPTURED, ARRIVED);
    assertThat(Recording.open(dir.resolve("crash.rec")).endNanos()).isEqualTo(T0 + 905);
    writer.close();
  }

  @Test
  void givenFramesThatArriveWhenCaptured_whenWritten_thenTheTableHasTwoColumnsAsEver()
      throws IOException {
    written("prompt.rec", CAPTURED, CAPTURED).close();
    assertThat(table("prompt.rec")).startsWith("frame,capture_nanos\n0," + T0 + "\n");
    VideoStream video = Recording.open(dir.resolve("prompt.rec")).videos().getFirst();
    assertThat(video.arrivalNanos()).containsExactly(CAPTURED);
  }

  @Test
  void givenArrivalsThatFall_whenRead_thenTheyAreRaisedAndCounted() throws IOException {
    written("fall.rec", CAPTURED, ARRIVED).close();
    String fallen = table("fall.rec").replace("," + (T0 + 905), "," + (T0 + 500));
    Files.writeString(RecordingFiles.timesFile(dir.resolve("fall.rec"), SmallStore.CAMERA), fallen);
    Recording recording = Recording.open(dir.resolve("fall.rec"));
    assertThat(recording.videos().getFirst().arrivalNanos())
        .containsExactly(T0 + 40, T0 + 900, T0 + 900, T0 + 900);
    assertThat(recording.problems()).containsEntry("frames out of order of arrival", 2L);
  }

  @Test
  void givenALineWithoutItsArrival_whenRead_thenTheSentenceNamesFileAndLine() throws IOException {
    written("bad.rec", CAPTURED, ARRIVED).close();
    String cut = table("bad.rec").replace("," + (T0 + 900), "");
    Files.writeString(RecordingFiles.timesFile(dir.resolve("bad.rec"), SmallStore.CAMERA), cut);
    assertThatThrownBy(() -> Recording.open(dir.resolve("bad.rec")))
        .hasMessageContaining("times.csv, line 3: expected '1,' and two times");
  }

  @Test
  void givenWhatIsNoVideoInPlace_whenNoted_thenItIsRefused() throws IOException {
    try (RecordingWriter writer =
        RecordingWriter.create(dir.resolve("none.rec"), SmallStore.store(), "x")) {
      assertThatThrownBy(() -> writer.videoInPlace(SmallStore.CAMERA, CAPTURED, ARRIVED))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("no video");
      Files.writeString(writer.videoPlace(SmallStore.CAMERA), "pictures");
      assertThatThrownBy(
              () -> writer.videoInPlace(SmallStore.CAMERA, CAPTURED, new long[] {4, 3, 2, 1}))
          .isInstanceOf(IllegalArgumentException.class);
      writer.videoInPlace(SmallStore.CAMERA, CAPTURED, ARRIVED);
      assertThatThrownBy(() -> writer.videoInPlace(SmallStore.CAMERA, CAPTURED, ARRIVED))
          .hasMessageContaining("already");
    }
  }

  private RecordingWriter written(String name, long[] captured, long[] arrived) throws IOException {
    RecordingWriter writer = RecordingWriter.create(dir.resolve(name), SmallStore.store(), "visit");
    Files.writeString(writer.videoPlace(SmallStore.CAMERA), "pictures");
    writer.videoInPlace(SmallStore.CAMERA, captured, arrived);
    return writer;
  }

  private String table(String name) throws IOException {
    return Files.readString(RecordingFiles.timesFile(dir.resolve(name), SmallStore.CAMERA));
  }
}
