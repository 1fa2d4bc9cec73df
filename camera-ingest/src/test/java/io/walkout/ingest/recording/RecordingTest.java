package io.walkout.ingest.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.walkout.ingest.ring.EventSource;
import io.walkout.ingest.ring.StoreEvent;
import io.walkout.store.CameraId;
import io.walkout.store.DoorId;
import io.walkout.store.EventTime;
import io.walkout.store.Money;
import io.walkout.store.PlateId;
import io.walkout.store.signal.DoorEvent;
import io.walkout.store.signal.PlateBlock;
import io.walkout.store.signal.PoseSet;
import io.walkout.store.signal.PriceChange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RecordingTest {
  private static final long T0 = EventTime.parse("2026-01-31T12:00:00Z");
  private static final int BLOCKS = 4;

  @TempDir Path dir;

  @Test
  void givenAClosedRecording_whenOpened_thenAllOfItIsThere() throws IOException {
    Path rec = dir.resolve("visit.rec");
    try (RecordingWriter writer = written(rec)) {
      writer.truth(truth());
    }
    Recording recording = Recording.open(rec);
    assertThat(recording.isComplete()).isTrue();
    assertThat(recording.name()).isEqualTo("visit");
    assertThat(recording.store().layout().plateCount()).isEqualTo(2);
    assertThat(recording.startNanos()).isEqualTo(T0 - 50);
    assertThat(recording.endNanos()).isEqualTo(T0 + 3 * EventTime.SECOND);
    assertThat(recording.truth()).contains(truth());
    assertThat(lines(recording))
        .containsExactly(
            "plates PLATES 0 g1 0.0",
            "plates PLATES 1 g1 1.0",
            "plates PLATES 2 g1 2.0",
            "plates PLATES 3 g1 3.0",
            "poses POSES 0 someone",
            "doors DOOR 0 in",
            "prices PRICE 0 1.09 USD");
    assertThat(recording.videos()).hasSize(1);
    VideoStream video = recording.videos().getFirst();
    assertThat(video.camera()).isEqualTo(SmallStore.CAMERA);
    assertThat(video.captureNanos()).containsExactly(T0 - 50, T0 + 50);
    assertThat(Files.readString(video.file())).isEqualTo("pictures");
    assertThat(recording.problems()).isEmpty();
  }

  @Test
  void givenARecordingNeverClosed_whenOpened_thenWhatWasFlushedIsReplayedAndCounted()
      throws IOException {
    Path rec = dir.resolve("crash.rec");
    RecordingWriter writer = written(rec);
    writer.flush();
    Recording recording = Recording.open(rec);
    assertThat(recording.isComplete()).isFalse();
    assertThat(lines(recording)).hasSize(7);
    assertThat(recording.videos()).hasSize(1);
    assertThat(recording.startNanos()).isEqualTo(T0 - 50);
    assertThat(recording.endNanos()).isEqualTo(T0 + 3 * EventTime.SECOND);
    assertThat(recording.problems()).containsOnlyKeys("recording not closed");
    writer.close();
  }

  @Test
  void givenAPlateStreamCutAtAnyByte_whenReplayed_thenItEndsWithItsLastWholeRecord()
      throws IOException {
    Path rec = dir.resolve("cut.rec");
    written(rec).close();
    Path plates = rec.resolve("sensors").resolve("plates.log");
    byte[] whole = Files.readAllBytes(plates);
    int record = (whole.length - RecordLog.HEADER_BYTES) / BLOCKS;
    for (int cut = 0; cut < whole.length; cut++) {
      Files.write(plates, Arrays.copyOf(whole, cut));
      Recording recording = Recording.open(rec);
      int expected = Math.max(0, cut - RecordLog.HEADER_BYTES) / record;
      assertThat(lines(recording)).as("cut at %d", cut).hasSize(expected + 3);
      assertThat(recording.problems()).containsEntry("records missing", (long) BLOCKS - expected);
      boolean atBoundary =
          cut >= RecordLog.HEADER_BYTES && (cut - RecordLog.HEADER_BYTES) % record == 0;
      assertThat(recording.problems().containsKey("torn records"))
          .as("cut at %d", cut)
          .isEqualTo(!atBoundary);
      assertThat(recording.problemSentences()).anyMatch(s -> s.contains("plates"));
    }
  }

  @Test
  void givenAWriteThatFailed_whenClosed_thenTheRecordingStaysOneThatWasCutOff() throws IOException {
    Path rec = dir.resolve("failed.rec");
    RecordingWriter writer = written(rec);
    CameraId other = new CameraId("other");
    Path absent = dir.resolve("absent.mp4");
    assertThatThrownBy(() -> writer.video(other, absent, new long[1]))
        .isInstanceOf(IOException.class);
    writer.close();
    Recording recording = Recording.open(rec);
    assertThat(recording.isComplete()).isFalse();
    assertThat(lines(recording)).hasSize(BLOCKS + 3);
  }

  @Test
  void givenAPoseStreamCutWithinItsRecord_whenReplayed_thenTheOthersAreWhole() throws IOException {
    Path rec = dir.resolve("poses.rec");
    written(rec).close();
    Path poses = rec.resolve("sensors").resolve("poses.log");
    byte[] whole = Files.readAllBytes(poses);
    for (int cut = RecordLog.HEADER_BYTES; cut < whole.length; cut++) {
      Files.write(poses, Arrays.copyOf(whole, cut));
      assertThat(lines(Recording.open(rec))).as("cut at %d", cut).hasSize(BLOCKS + 2);
    }
  }

  @Test
  void givenAStreamThatIsGone_whenReplayed_thenItsRecordsAreCountedAsMissing() throws IOException {
    Path rec = dir.resolve("gone.rec");
    written(rec).close();
    Files.delete(rec.resolve("sensors").resolve("plates.log"));
    Recording recording = Recording.open(rec);
    assertThat(lines(recording)).hasSize(3);
    assertThat(recording.problems()).containsEntry("records missing", (long) BLOCKS);
  }

  @Test
  void givenATableOfTimesCutAtAnyByte_whenOpened_thenItEndsWithItsLastWholeLine()
      throws IOException {
    Path rec = dir.resolve("times.rec");
    written(rec).close();
    Path table = RecordingFiles.timesFile(rec, SmallStore.CAMERA);
    String whole = Files.readString(table);
    int header = whole.indexOf('\n') + 1;
    for (int cut = header; cut < whole.length(); cut++) {
      String part = whole.substring(0, cut);
      Files.writeString(table, part);
      long lines = part.chars().filter(c -> c == '\n').count() - 1;
      assertThat(Recording.open(rec).videos().getFirst().captureNanos())
          .as("cut at %d", cut)
          .hasSize((int) lines);
    }
  }

  @Test
  void givenNoIndex_whenOpened_thenItCountsAsCutOff() throws IOException {
    Path rec = dir.resolve("early.rec");
    written(rec).close();
    Files.delete(rec.resolve("recording.json"));
    Recording recording = Recording.open(rec);
    assertThat(recording.name()).isEqualTo("early.rec");
    assertThat(recording.isComplete()).isFalse();
    assertThat(lines(recording)).hasSize(7);
    assertThat(recording.videos()).hasSize(1);
  }

  @Test
  void givenAVideoThatIsGone_whenOpened_thenItsAbsenceIsCounted() throws IOException {
    Path rec = dir.resolve("blind.rec");
    written(rec).close();
    Files.delete(Recording.open(rec).videos().getFirst().file());
    Recording recording = Recording.open(rec);
    assertThat(recording.videos()).isEmpty();
    assertThat(recording.problems()).containsEntry("videos missing", 1L);
  }

  @Test
  void givenAnUnknownVersion_whenOpened_thenItIsRefusedByName() throws IOException {
    Path rec = dir.resolve("future.rec");
    written(rec).close();
    Path index = rec.resolve("recording.json");
    Files.writeString(
        index, Files.readString(index).replaceAll("\"version\" *: *1", "\"version\" : 9"));
    assertThatThrownBy(() -> Recording.open(rec))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("walkout-recording version 9")
        .hasMessageContaining("recording.json");
  }

  @Test
  void givenADirectoryThatIsNoRecording_whenOpened_thenItSaysWhatIsExpected() {
    assertThatThrownBy(() -> Recording.open(dir))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("store.yaml");
  }

  @Test
  void givenADirectoryInUse_whenARecordingIsBegun_thenNothingIsTouched() throws IOException {
    Files.writeString(dir.resolve("thesis.txt"), "dear");
    assertThatThrownBy(() -> RecordingWriter.create(dir, SmallStore.store(), "x"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("not empty");
    assertThat(dir.toFile().list()).containsExactly("thesis.txt");
  }

  @Test
  void givenEventsOutOfOrderOfArrival_whenRecorded_thenTheyAreRefused() throws IOException {
    try (RecordingWriter writer = written(dir.resolve("order.rec"))) {
      assertThatThrownBy(() -> writer.plates(block(0), T0))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("order of their arrival");
    }
  }

  private RecordingWriter written(Path rec) throws IOException {
    Path video = Files.writeString(dir.resolve("clip.mp4"), "pictures");
    RecordingWriter writer = RecordingWriter.create(rec, SmallStore.store(), "visit");
    for (int i = 0; i < BLOCKS; i++) {
      writer.plates(block(i), T0 + i * EventTime.SECOND);
    }
    PoseSet poses = new PoseSet();
    poses.add("someone");
    writer.poses(poses, T0, T0 + 2 * EventTime.SECOND);
    writer.door(new DoorEvent(new DoorId("in"), T0, DoorEvent.Kind.ENTRY, null), T0);
    Money price = new Money(109, Currency.getInstance("USD"));
    writer.price(new PriceChange(SmallStore.APPLE, T0, price), T0);
    writer.video(SmallStore.CAMERA, video, new long[] {T0 - 50, T0 + 50});
    return writer;
  }

  private static PlateBlock block(int i) {
    PlateBlock block = new PlateBlock(4);
    block.shape(1, 2, 1, 2);
    block.firstNanos = T0 + i * EventTime.SECOND;
    block.periodNanos = EventTime.SECOND / 60;
    Arrays.fill(block.grams, i);
    return block;
  }

  private static Truth truth() {
    return new Truth(
        "visit",
        List.of(
            new Truth.Receipt(
                "17446744073709551557", List.of(new Truth.Item(SmallStore.APPLE, 2, "apple"))),
            new Truth.Receipt("42", List.of())),
        List.of(
            new Truth.Event(
                T0 + 123_456_789,
                Truth.Event.Kind.TAKE,
                "42",
                SmallStore.APPLE,
                1,
                List.of(new PlateId(1, 1, 2))),
            new Truth.Event(
                T0 + EventTime.SECOND,
                Truth.Event.Kind.PUT_BACK,
                "42",
                SmallStore.APPLE,
                1,
                List.of())));
  }

  private static List<String> lines(Recording recording) throws IOException {
    List<String> lines = new ArrayList<>();
    StoreEvent slot = new StoreEvent();
    for (EventSource source : recording.sensorSources()) {
      try (source) {
        while (source.peekArrivalNanos() != EventSource.ENDED) {
          long arrival = source.peekArrivalNanos();
          source.read(slot);
          assertThat(slot.arrivalNanos).isEqualTo(arrival);
          long second = (slot.captureNanos - T0) / EventTime.SECOND;
          lines.add(source.name() + " " + slot.kind + " " + second + " " + payload(slot));
        }
      }
    }
    return lines;
  }

  private static String payload(StoreEvent slot) {
    if (slot.door != null) {
      return slot.door.door().value();
    }
    if (slot.price != null) {
      return slot.price.price().toString();
    }
    return slot.kind == StoreEvent.Kind.PLATES
        ? "g" + slot.plates.gondola + " " + slot.plates.grams[3]
        : slot.poses.targetIds[0];
  }
}
