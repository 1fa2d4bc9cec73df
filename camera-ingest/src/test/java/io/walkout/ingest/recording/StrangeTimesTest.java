package io.walkout.ingest.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.walkout.ingest.ring.EventSource;
import io.walkout.ingest.ring.StoreEvent;
import io.walkout.store.DoorId;
import io.walkout.store.EventTime;
import io.walkout.store.signal.DoorEvent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a stream of a recording does with arrivals and captures that can't be meant. */
final class StrangeTimesTest {
  private static final long T0 = EventTime.parse("2026-01-31T12:00:00Z");
  private static final long MINUTE = 60 * EventTime.SECOND;
  private static final long HOUR = 60 * MINUTE;
  private static final long YEAR = 365 * 24 * HOUR;

  @TempDir Path dir;
  private final ReadProblems problems = new ReadProblems();

  @Test
  void givenArrivalsInOrder_whenRead_thenAllComeAsTheyAre() throws IOException {
    assertThat(arrivals(0, MINUTE, MINUTE, 2 * MINUTE)).containsExactly(0L, 60L, 60L, 120L);
    assertThat(problems.counts()).isEmpty();
  }

  @Test
  void givenOneArrivalYearsAhead_whenRead_thenItIsSkippedAndTheOthersKeepTheirTimes()
      throws IOException {
    assertThat(arrivals(0, MINUTE, 3 * YEAR, 2 * MINUTE, 3 * MINUTE))
        .containsExactly(0L, 60L, 120L, 180L);
    assertThat(problems.counts()).containsOnlyKeys("records whose arrival leaps");
    assertThat(problems.sentences()).singleElement().asString().contains("2029").contains("doors");
  }

  @Test
  void givenTwoArrivalsAtDifferentYearsAhead_whenRead_thenBothAreSkipped() throws IOException {
    assertThat(arrivals(0, 0, 3 * YEAR, 9 * YEAR, Long.MAX_VALUE - T0, MINUTE))
        .containsExactly(0L, 0L, 60L);
    assertThat(problems.counts()).containsEntry("records whose arrival leaps", 3L);
  }

  @Test
  void givenAFirstArrivalYearsAheadOrBehind_whenRead_thenItIsSkipped() throws IOException {
    assertThat(arrivals(3 * YEAR, 0, MINUTE)).containsExactly(0L, 60L);
    assertThat(arrivals(-T0, 0, MINUTE)).containsExactly(0L, 60L);
    assertThat(arrivals(Long.MIN_VALUE, 0, MINUTE)).containsExactly(0L, 60L);
    assertThat(problems.counts()).containsOnlyKeys("records whose arrival leaps");
    assertThat(problems.counts()).containsEntry("records whose arrival leaps", 3L);
  }

  @Test
  void givenALastArrivalYearsAhead_whenRead_thenItIsSkipped() throws IOException {
    assertThat(arrivals(0, MINUTE, 3 * YEAR)).containsExactly(0L, 60L);
  }

  @Test
  void givenPausesOfHoursAndANight_whenRead_thenNothingIsSkipped() throws IOException {
    assertThat(arrivals(0, HOUR, 3 * HOUR, 3 * HOUR + MINUTE, 20 * HOUR, 36 * HOUR))
        .containsExactly(0L, 3600L, 10800L, 10860L, 72000L, 129600L);
    assertThat(arrivals(0, MINUTE, 200 * HOUR, 200 * HOUR + MINUTE))
        .containsExactly(0L, 60L, 720000L, 720060L);
    assertThat(arrivals(5 * HOUR)).containsExactly(18000L);
    assertThat(problems.counts()).isEmpty();
  }

  @Test
  void givenAnArrivalYearsBack_whenRead_thenItIsRaisedAndCounted() throws IOException {
    assertThat(arrivals(0, MINUTE, -3 * YEAR, 2 * MINUTE)).containsExactly(0L, 60L, 60L, 120L);
    assertThat(problems.counts()).containsOnlyKeys("records out of order of arrival");
  }

  @Test
  void givenACaptureFarAfterItsArrival_whenRead_thenTheRecordIsSkipped() throws IOException {
    List<DoorEvent> doors = new ArrayList<>();
    doors.add(door(0));
    doors.add(door(59 * EventTime.SECOND));
    doors.add(door(MINUTE + 2 * EventTime.SECOND));
    doors.add(door(3 * YEAR));
    doors.add(door(Long.MAX_VALUE - T0));
    doors.add(door(0));
    long[] arrivals = {T0, T0, T0, T0, T0, T0 + EventTime.SECOND};

    assertThat(read(doors, arrivals)).containsExactly(0L, 0L, 1L);
    assertThat(problems.counts()).containsOnlyKeys("records from the future");
    assertThat(problems.counts()).containsEntry("records from the future", 3L);
  }

  /** Reads door events with these arrivals after T0; gives those that come, in seconds after T0. */
  private List<Long> arrivals(long... afterNanos) throws IOException {
    List<DoorEvent> doors = new ArrayList<>();
    long[] arrivals = new long[afterNanos.length];
    for (int i = 0; i < arrivals.length; i++) {
      arrivals[i] = T0 + afterNanos[i];
      doors.add(new DoorEvent(new DoorId("in"), arrivals[i], DoorEvent.Kind.ENTRY, null));
    }
    return read(doors, arrivals);
  }

  private static DoorEvent door(long afterNanos) {
    return new DoorEvent(new DoorId("in"), T0 + afterNanos, DoorEvent.Kind.ENTRY, null);
  }

  private List<Long> read(List<DoorEvent> doors, long[] arrivals) throws IOException {
    Path file = dir.resolve("doors.log");
    Files.deleteIfExists(file);
    EventCodec codec = new EventCodec();
    StoreEvent slot = new StoreEvent();
    try (RecordLogWriter log = RecordLog.create(file, RecordingFiles.SENSOR_FORMAT)) {
      for (int i = 0; i < arrivals.length; i++) {
        slot.reset(StoreEvent.Kind.DOOR);
        slot.door = doors.get(i);
        slot.captureNanos = doors.get(i).captureNanos();
        slot.arrivalNanos = arrivals[i];
        ByteBuffer buffer = log.begin(codec.maxBytes(slot));
        codec.encode(slot, buffer);
        log.commit();
      }
    }
    List<Long> seconds = new ArrayList<>();
    try (EventSource source =
        new LogEventSource(StoreEvent.Kind.DOOR, file, arrivals.length, problems)) {
      while (source.peekArrivalNanos() != EventSource.ENDED) {
        source.read(slot);
        seconds.add((slot.arrivalNanos - T0) / EventTime.SECOND);
      }
    }
    return seconds;
  }
}
