package io.walkout.node.mcap;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * Writes an MCAP file (mcap.dev/spec, version 0): messages in uncompressed chunks with their CRC
 * and index, then a summary with schemas, channels, chunk indexes and statistics. The same calls
 * give the same bytes. Holds one chunk, and some hundred bytes for each that was written. The file
 * gets its name with {@link #finish}; until then {@code .part} stands behind it. Single-threaded.
 */
final class McapWriter implements AutoCloseable {
  private static final byte[] MAGIC = {(byte) 0x89, 'M', 'C', 'A', 'P', '0', '\r', '\n'};
  private static final int HEADER = 0x01;
  private static final int FOOTER = 0x02;
  private static final int SCHEMA = 0x03;
  private static final int CHANNEL = 0x04;
  private static final int MESSAGE = 0x05;
  private static final int CHUNK = 0x06;
  private static final int MESSAGE_INDEX = 0x07;
  private static final int CHUNK_INDEX = 0x08;
  private static final int STATISTICS = 0x0B;
  private static final int SUMMARY_OFFSET = 0x0E;
  private static final int DATA_END = 0x0F;

  /** What viewers read at once; some seconds of a recording with pictures. */
  private static final int CHUNK_BYTES = 1 << 20;

  private final Path file;
  private final Path part;
  private final OutputStream out;
  private final CRC32 dataCrc = new CRC32();
  private final RecordBytes chunk = new RecordBytes(CHUNK_BYTES + (CHUNK_BYTES >> 2));
  private final RecordBytes scratch = new RecordBytes(1 << 16);
  private final List<byte[]> schemas = new ArrayList<>();
  private final Map<String, Integer> schemaIds = new LinkedHashMap<>();
  private final List<byte[]> channels = new ArrayList<>();
  private final SortedMap<Integer, RecordBytes> index = new TreeMap<>();
  private final SortedMap<Integer, Long> counts = new TreeMap<>();
  private final RecordBytes chunkIndexes = new RecordBytes(1 << 12);
  private long offset;
  private long chunks;
  private long messages;
  private long chunkFirst = Long.MAX_VALUE;
  private long chunkLast = Long.MIN_VALUE;
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;
  private boolean finished;

  /** Begins a file. */
  McapWriter(Path file) throws IOException {
    this.file = file;
    part = file.resolveSibling(file.getFileName() + ".part");
    out = Files.newOutputStream(part);
    emit(MAGIC, MAGIC.length);
    scratch.clear();
    int record = scratch.beginRecord(HEADER);
    scratch.text("").text("walkout").endRecord(record);
    emit(scratch.array(), scratch.size());
  }

  /** The number of a schema; each name is written once. */
  int schema(String name, String jsonSchema) {
    Integer known = schemaIds.get(name);
    if (known != null) {
      return known;
    }
    int id = schemas.size() + 1;
    scratch.clear();
    int record = scratch.beginRecord(SCHEMA);
    byte[] data = jsonSchema.getBytes(StandardCharsets.UTF_8);
    scratch.u16(id).text(name).text("jsonschema").u32(data.length).raw(data, data.length);
    scratch.endRecord(record);
    schemas.add(copy(scratch));
    chunk.raw(scratch.array(), scratch.size());
    schemaIds.put(name, id);
    return id;
  }

  /** The number of a new channel of JSON messages. */
  int channel(String topic, int schema) {
    int id = channels.size() + 1;
    scratch.clear();
    int record = scratch.beginRecord(CHANNEL);
    scratch.u16(id).u16(schema).text(topic).text("json").texts(Map.of()).endRecord(record);
    channels.add(copy(scratch));
    chunk.raw(scratch.array(), scratch.size());
    counts.put(id, 0L);
    return id;
  }

  /** Writes a message: a time, and JSON in UTF-8. */
  void message(int channel, long nanos, byte[] json, int length) throws IOException {
    long count = counts.merge(channel, 1L, Long::sum);
    RecordBytes entries = index.computeIfAbsent(channel, c -> new RecordBytes(256));
    entries.u64(nanos).u64(chunk.size());
    int record = chunk.beginRecord(MESSAGE);
    chunk.u16(channel).u32(count - 1).u64(nanos).u64(nanos).raw(json, length).endRecord(record);
    messages++;
    chunkFirst = Math.min(chunkFirst, nanos);
    chunkLast = Math.max(chunkLast, nanos);
    if (chunk.size() >= CHUNK_BYTES) {
      flushChunk();
    }
  }

  private void flushChunk() throws IOException {
    if (chunk.size() == 0) {
      return;
    }
    boolean empty = chunkLast == Long.MIN_VALUE;
    long from = empty ? 0 : chunkFirst;
    long to = empty ? 0 : chunkLast;
    CRC32 crc = new CRC32();
    crc.update(chunk.array(), 0, chunk.size());
    long start = offset;
    scratch.clear();
    scratch.u8(CHUNK).u64(8 + 8 + 8 + 4 + 4 + 8 + (long) chunk.size());
    scratch.u64(from).u64(to).u64(chunk.size()).u32(crc.getValue()).text("").u64(chunk.size());
    emit(scratch.array(), scratch.size());
    emit(chunk.array(), chunk.size());
    final long chunkLength = offset - start;
    int record = chunkIndexes.beginRecord(CHUNK_INDEX);
    chunkIndexes.u64(from).u64(to).u64(start).u64(chunkLength);
    int map = chunkIndexes.beginSized();
    final long indexStart = offset;
    for (Map.Entry<Integer, RecordBytes> entry : index.entrySet()) {
      if (entry.getValue().size() > 0) {
        chunkIndexes.u16(entry.getKey()).u64(offset);
        emitMessageIndex(entry.getKey(), entry.getValue());
      }
    }
    chunkIndexes.endSized(map);
    chunkIndexes.u64(offset - indexStart).text("").u64(chunk.size()).u64(chunk.size());
    chunkIndexes.endRecord(record);
    first = Math.min(first, chunkFirst);
    last = Math.max(last, chunkLast);
    chunks++;
    chunk.clear();
    chunkFirst = Long.MAX_VALUE;
    chunkLast = Long.MIN_VALUE;
  }

  private void emitMessageIndex(int channel, RecordBytes entries) throws IOException {
    scratch.clear();
    int record = scratch.beginRecord(MESSAGE_INDEX);
    scratch.u16(channel).u32(entries.size()).raw(entries.array(), entries.size());
    scratch.endRecord(record);
    emit(scratch.array(), scratch.size());
    entries.clear();
  }

  /** Writes the summary and gives the file its name. */
  void finish() throws IOException {
    flushChunk();
    scratch.clear();
    int record = scratch.beginRecord(DATA_END);
    scratch.u32(dataCrc.getValue()).endRecord(record);
    emit(scratch.array(), scratch.size());
    writeSummary();
    out.close();
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    finished = true;
  }

  private void writeSummary() throws IOException {
    final long start = offset;
    RecordBytes summary = new RecordBytes(1 << 16);
    RecordBytes offsets = new RecordBytes(256);
    int from = summary.size();
    schemas.forEach(s -> summary.raw(s, s.length));
    group(offsets, SCHEMA, start + from, summary.size() - from);
    from = summary.size();
    channels.forEach(c -> summary.raw(c, c.length));
    group(offsets, CHANNEL, start + from, summary.size() - from);
    from = summary.size();
    summary.raw(chunkIndexes.array(), chunkIndexes.size());
    group(offsets, CHUNK_INDEX, start + from, summary.size() - from);
    from = summary.size();
    writeStatistics(summary);
    group(offsets, STATISTICS, start + from, summary.size() - from);
    final long offsetsStart = start + summary.size();
    summary.raw(offsets.array(), offsets.size());
    summary.u8(FOOTER).u64(8 + 8 + 4).u64(start).u64(offsetsStart);
    CRC32 crc = new CRC32();
    crc.update(summary.array(), 0, summary.size());
    summary.u32(crc.getValue()).raw(MAGIC, MAGIC.length);
    emit(summary.array(), summary.size());
  }

  private void writeStatistics(RecordBytes summary) {
    boolean empty = messages == 0;
    int record = summary.beginRecord(STATISTICS);
    summary.u64(messages).u16(schemas.size()).u32(channels.size()).u32(0).u32(0).u32(chunks);
    summary.u64(empty ? 0 : first).u64(empty ? 0 : last);
    int map = summary.beginSized();
    counts.forEach((channel, count) -> summary.u16(channel).u64(count));
    summary.endSized(map).endRecord(record);
  }

  private static void group(RecordBytes offsets, int opcode, long start, long length) {
    if (length > 0) {
      int record = offsets.beginRecord(SUMMARY_OFFSET);
      offsets.u8(opcode).u64(start).u64(length).endRecord(record);
    }
  }

  /** Messages written so far. */
  long messages() {
    return messages;
  }

  /** Bytes written so far. */
  long bytes() {
    return offset;
  }

  private void emit(byte[] bytes, int length) throws IOException {
    out.write(bytes, 0, length);
    dataCrc.update(bytes, 0, length);
    offset += length;
  }

  private static byte[] copy(RecordBytes bytes) {
    return Arrays.copyOf(bytes.array(), bytes.size());
  }

  /** Throws away what was not finished. */
  @Override
  public void close() throws IOException {
    if (!finished) {
      out.close();
      Files.deleteIfExists(part);
    }
  }
}
