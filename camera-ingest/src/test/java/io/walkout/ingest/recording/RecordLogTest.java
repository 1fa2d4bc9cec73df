package io.walkout.ingest.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RecordLogTest {
  private static final long SEED = 20260131;

  @TempDir Path dir;

  @Test
  void givenRecordsOfAllSizes_whenReadBack_thenTheyAreTheSameInOrder() throws IOException {
    List<byte[]> records = records(200, 70_000);
    Path file = write(records);
    Read read = read(file);
    assertThat(read.payloads)
        .as("seed %d", SEED)
        .usingElementComparator(Arrays::compare)
        .isEqualTo(records);
    assertThat(read.tornBytes).isZero();
    assertThat(read.corrupt).isZero();
    assertThat(read.damage).isEmpty();
  }

  @Test
  void givenALogCutAtAnyByte_whenRead_thenAllWholeRecordsComeAndTheTailIsReported()
      throws IOException {
    List<byte[]> records = records(6, 40);
    byte[] whole = Files.readAllBytes(write(records));
    for (int cut = 0; cut < whole.length; cut++) {
      Path file = dir.resolve("cut-" + cut);
      Files.write(file, Arrays.copyOf(whole, cut));
      int wholeRecords = 0;
      int end = RecordLog.HEADER_BYTES;
      while (wholeRecords < records.size()
          && end + RecordLog.FRAME_BYTES + records.get(wholeRecords).length <= cut) {
        end += RecordLog.FRAME_BYTES + records.get(wholeRecords++).length;
      }
      Read read = read(file);
      assertThat(read.payloads).as("cut at %d", cut).hasSize(wholeRecords);
      assertThat(read.corrupt).isZero();
      assertThat(read.tornBytes).isEqualTo(cut < RecordLog.HEADER_BYTES ? cut : cut - end);
      if (read.tornBytes > 0) {
        assertThat(read.damage).contains(file.toString(), "offset", "torn");
      }
      Files.delete(file);
    }
  }

  @Test
  void givenAnEmptyFile_whenRead_thenItSaysThatNothingWasWritten() throws IOException {
    Path file = Files.createFile(dir.resolve("empty.log"));
    Read read = read(file);
    assertThat(read.payloads).isEmpty();
    assertThat(read.tornBytes).isZero();
    assertThat(read.damage).isEqualTo(file + ": the file is empty: nothing was written to it yet");
  }

  @Test
  void givenADiskThatTakesNoMore_whenWritten_thenTheFileIsNamed() throws IOException {
    Path file = dir.resolve("full.log");
    try (RecordLogWriter writer = RecordLog.create(file, "test")) {
      writer.flush();
      writer.append(ByteBuffer.allocate(10));
      // Stands for any failure to write: a channel refuses a thread that was interrupted.
      Thread.currentThread().interrupt();
      assertThatThrownBy(writer::flush)
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith(file + ": can't be written: ");
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void givenADamagedPayloadInTheMiddle_whenRead_thenItAloneIsSkippedAndNamed() throws IOException {
    List<byte[]> records = records(5, 40);
    Path file = write(records);
    byte[] bytes = Files.readAllBytes(file);
    int at = RecordLog.HEADER_BYTES + RecordLog.FRAME_BYTES + records.get(0).length;
    bytes[at + RecordLog.FRAME_BYTES]++;
    Files.write(file, bytes);
    Read read = read(file);
    records.remove(1);
    assertThat(read.payloads).usingElementComparator(Arrays::compare).isEqualTo(records);
    assertThat(read.corrupt).isEqualTo(1);
    assertThat(read.damage).contains(file.toString(), "offset " + at, "damaged");
  }

  @Test
  void givenADamagedLengthInTheMiddle_whenRead_thenReadingEndsBeforeItAndSaysWhatIsLost()
      throws IOException {
    List<byte[]> records = records(5, 40);
    Path file = write(records);
    byte[] bytes = Files.readAllBytes(file);
    int at = RecordLog.HEADER_BYTES + RecordLog.FRAME_BYTES + records.get(0).length;
    bytes[at]++;
    Files.write(file, bytes);
    Read read = read(file);
    assertThat(read.payloads).hasSize(1);
    assertThat(read.tornBytes).isEqualTo(bytes.length - at);
    assertThat(read.damage).contains("offset " + at);
  }

  @Test
  void givenATailOfZeros_whenRead_thenItIsNoRecord() throws IOException {
    List<byte[]> records = records(2, 40);
    Path file = write(records);
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length + 100));
    Read read = read(file);
    assertThat(read.payloads).hasSize(2);
    assertThat(read.tornBytes).isEqualTo(100);
  }

  @Test
  void givenAnUnknownVersion_whenOpened_thenItIsRefusedByName() throws IOException {
    Path file = write(records(1, 10));
    byte[] bytes = Files.readAllBytes(file);
    bytes[8] = 7;
    Files.write(file, bytes);
    assertThatThrownBy(() -> RecordLog.open(file, "test"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("version 7")
        .hasMessageContaining("'test'")
        .hasMessageContaining(file.toString());
  }

  @Test
  void givenAnotherFormatOrAForeignFile_whenOpened_thenItIsRefusedByName() throws IOException {
    Path file = write(records(1, 10));
    assertThatThrownBy(() -> RecordLog.open(file, "journal"))
        .hasMessageContaining("'test'")
        .hasMessageContaining("'journal'");
    Path foreign = Files.write(dir.resolve("foreign"), new byte[64]);
    assertThatThrownBy(() -> RecordLog.open(foreign, "journal"))
        .hasMessageContaining("is no Walkout record log");
  }

  @Test
  void givenALogInWriting_whenFlushed_thenAReaderSeesAllCommittedRecords() throws IOException {
    Path file = dir.resolve("live");
    try (RecordLogWriter log = RecordLog.create(file, "test")) {
      log.append(ByteBuffer.wrap(new byte[] {1, 2, 3}));
      log.flush();
      log.begin(100).put((byte) 1);
      assertThat(read(file).payloads).hasSize(1);
    }
    assertThat(read(file).payloads).hasSize(1);
  }

  private Path write(List<byte[]> records) throws IOException {
    Path file = Files.createTempFile(dir, "test", ".log");
    Files.delete(file);
    try (RecordLogWriter log = RecordLog.create(file, "test")) {
      for (byte[] record : records) {
        log.append(ByteBuffer.wrap(record));
      }
      assertThat(log.records()).isEqualTo(records.size());
    }
    return file;
  }

  private static List<byte[]> records(int count, int maxBytes) {
    Random random = new Random(SEED);
    List<byte[]> records = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byte[] record = new byte[1 + random.nextInt(maxBytes)];
      random.nextBytes(record);
      records.add(record);
    }
    return records;
  }

  private record Read(List<byte[]> payloads, long tornBytes, long corrupt, String damage) {}

  private static Read read(Path file) throws IOException {
    List<byte[]> payloads = new ArrayList<>();
    try (RecordLogReader log = RecordLog.open(file, "test")) {
      for (ByteBuffer record = log.next(); record != null; record = log.next()) {
        byte[] bytes = new byte[record.remaining()];
        record.get(bytes);
        payloads.add(bytes);
      }
      String damage = log.damage();
      return new Read(
          payloads, log.tornBytes(), log.corruptRecords(), damage == null ? "" : damage);
    }
  }
}
