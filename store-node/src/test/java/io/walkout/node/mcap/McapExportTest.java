package io.walkout.node.mcap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.walkout.ingest.recording.Recording;
import io.walkout.ingest.recording.RecordingWriter;
import io.walkout.ingest.video.VideoFileWriter;
import io.walkout.ingest.video.VideoSettings;
import io.walkout.node.pipeline.Replay;
import io.walkout.node.report.Progress;
import io.walkout.node.report.UserError;
import io.walkout.sim.Simulation;
import io.walkout.store.Camera;
import io.walkout.store.Store;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class McapExportTest {
  @TempDir private static Path dir;
  private static Path recording;
  private static Path replayed;

  @BeforeAll
  static void aReplayedVisit() throws IOException {
    recording = dir.resolve("alone.rec");
    replayed = dir.resolve("out");
    Simulation.run("alone", 1, recording);
    Replay.run(recording, replayed, Replay.Options.DEFAULT, Progress.NONE);
  }

  @Test
  void aFileHoldsEverythingOfTheVisitAndItsDecisions() throws IOException {
    Path file = dir.resolve("a.mcap");
    McapExport.Outcome outcome = McapExport.write(recording, Optional.of(replayed), file);

    SortedMap<String, Integer> counts = messages(file);
    assertThat(counts)
        .containsKeys(
            "/store",
            "/tf",
            "/cameras/cam-1/calibration",
            "/poses",
            "/weights/gondola_1",
            "/doors",
            "/truth/events",
            "/decisions/assignment",
            "/decisions/receipt",
            "/people",
            "/carts",
            "/log");
    assertThat(counts).containsEntry("/truth/events", 1).containsEntry("/doors", 2);
    assertThat((long) counts.values().stream().mapToInt(i -> i).sum())
        .isEqualTo(outcome.messages());
    assertThat(Files.size(file)).isEqualTo(outcome.bytes());
    assertThat(outcome.problems()).isEmpty();
  }

  @Test
  void theSameInputGivesTheSameBytes() throws IOException {
    Path first = dir.resolve("b.mcap");
    Path again = dir.resolve("c.mcap");
    McapExport.write(recording, Optional.of(replayed), first);
    McapExport.write(recording, Optional.of(replayed), again);
    assertThat(again).hasSameBinaryContentAs(first);
  }

  @Test
  void picturesComeAsTheyAreCodedOneByOneWithTheirTimes() throws IOException {
    Path file = dir.resolve("d.mcap");
    McapExport.write(filmed(), Optional.empty(), file);

    SortedMap<String, Integer> counts = messages(file);
    assertThat(counts).containsEntry("/cameras/cam-1/video", 20);
    String all = Files.readString(file, StandardCharsets.ISO_8859_1);
    // A start code and a set of parameters, as base64: the stream begins with what decoders need.
    assertThat(all).contains("\"data\":\"AAAAAWdC").contains("\"format\":\"h264\"");
  }

  @Test
  void theReferenceReaderReadsIt() throws Exception {
    String modules = System.getenv("WALKOUT_MCAP_NODE_MODULES");
    if (modules == null) {
      Assumptions.abort(
          "WALKOUT_MCAP_NODE_MODULES does not say where npm put @mcap/core; not compared with it");
    }
    Path file = dir.resolve("e.mcap");
    McapExport.write(recording, Optional.of(replayed), file);
    Path script = Files.createTempFile(dir, "check", ".mjs");
    try (var source = McapExportTest.class.getResourceAsStream("/mcap-check.mjs")) {
      Files.write(script, source == null ? new byte[0] : source.readAllBytes());
    }
    Path said = dir.resolve("check.txt");
    Process node =
        new ProcessBuilder("node", script.toString(), file.toString(), modules)
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    assertThat(node.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(node.exitValue()).as(Files.readString(said)).isZero();
    SortedMap<String, Integer> counts = messages(file);
    List<String> lines = Files.readAllLines(said);
    assertThat(lines).hasSize(counts.size());
    for (String line : lines) {
      String[] words = line.split(" ", -1);
      assertThat(counts).containsEntry(words[0], Integer.valueOf(words[2]));
    }
  }

  @Test
  void whatIsNotThereIsNamed() {
    Path file = dir.resolve("f.mcap");
    assertThatThrownBy(() -> McapExport.write(dir.resolve("no.rec"), Optional.empty(), file))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no.rec");
    assertThatThrownBy(() -> McapExport.write(recording, Optional.of(dir), file))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("events.jsonl");
    assertThatThrownBy(
            () -> McapExport.write(recording, Optional.empty(), dir.resolve("no/such.mcap")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("such.mcap");
    assertThat(file).doesNotExist();
    assertThat(dir.resolve("f.mcap.part")).doesNotExist();
  }

  /** Two seconds of a grey picture in a shop with cameras. */
  private static Path filmed() throws IOException {
    Store store = Recording.open(recording).store();
    Camera camera = store.layout().cameras().getFirst();
    Path rec = dir.resolve("filmed.rec");
    try (RecordingWriter writer = RecordingWriter.create(rec, store, "filmed")) {
      long[] times = new long[20];
      Arrays.setAll(times, i -> Simulation.EPOCH_NANOS + i * 100_000_000L);
      ByteBuffer grey = ByteBuffer.allocateDirect(3 * 640 * 360);
      try (var video =
          VideoFileWriter.create(
              writer.videoPlace(camera.id()), VideoSettings.camera(640, 360, 10))) {
        for (long time : times) {
          video.write(grey, time);
        }
        video.finish();
      }
      writer.videoInPlace(camera.id(), times, times);
    }
    return rec;
  }

  /** Messages of each topic, read from the front; checks magic, lengths, chunk and summary CRCs. */
  private static SortedMap<String, Integer> messages(Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    long magic = bytes.getLong();
    assertThat(bytes.getLong(bytes.limit() - 8)).isEqualTo(magic);
    SortedMap<String, Integer> counts = new TreeMap<>();
    SortedMap<Integer, String> topics = new TreeMap<>();
    while (bytes.position() < bytes.limit() - 8) {
      int opcode = bytes.get();
      ByteBuffer record = slice(bytes, (int) bytes.getLong());
      if (opcode == 0x06) {
        record.position(8 + 8 + 8);
        long crc = record.getInt() & 0xffffffffL;
        assertThat(record.getInt()).as("length of the compression's name").isZero();
        chunk(slice(record, (int) record.getLong()), crc, topics, counts);
      } else if (opcode == 0x02) {
        checkSummary(bytes, record);
      }
    }
    return counts;
  }

  private static void chunk(
      ByteBuffer records,
      long crc,
      SortedMap<Integer, String> topics,
      SortedMap<String, Integer> counts) {
    CRC32 computed = new CRC32();
    computed.update(records.duplicate());
    assertThat(computed.getValue()).isEqualTo(crc);
    while (records.hasRemaining()) {
      int opcode = records.get();
      ByteBuffer record = slice(records, (int) records.getLong());
      int id = record.getShort();
      if (opcode == 0x04) {
        record.getShort();
        byte[] topic = new byte[record.getInt()];
        record.get(topic);
        topics.put(id, new String(topic, StandardCharsets.UTF_8));
      } else if (opcode == 0x05) {
        counts.merge(topics.get(id), 1, Integer::sum);
      }
    }
  }

  private static void checkSummary(ByteBuffer file, ByteBuffer footer) {
    long start = footer.getLong();
    footer.getLong();
    long crc = footer.getInt() & 0xffffffffL;
    CRC32 computed = new CRC32();
    computed.update(file.duplicate().limit(file.position() - 4).position((int) start));
    assertThat(computed.getValue()).isEqualTo(crc);
  }

  private static ByteBuffer slice(ByteBuffer from, int length) {
    ByteBuffer part = from.slice(from.position(), length).order(ByteOrder.LITTLE_ENDIAN);
    from.position(from.position() + length);
    return part;
  }
}
