package io.walkout.ingest.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * Appends records to a {@link RecordLog}. Payloads are built in place: {@link #begin}, fill the
 * buffer, {@link #commit}. Buffered; {@link #flush} hands all to the operating system, {@link
 * #force} to the disk. One thread. After an {@link IOException} (a full disk) the file ends with
 * its last whole record or a torn one, the exception names the file, and the writer must be closed.
 */
public final class RecordLogWriter implements AutoCloseable {
  /** Bytes gathered before they are written: some 30 plate blocks, a tenth of a store's second. */
  private static final int BUFFER_BYTES = 256 << 10;

  private final Path file;
  private final FileChannel channel;
  private final CRC32C crc = new CRC32C();
  private ByteBuffer buffer = RecordLog.buffer(BUFFER_BYTES);
  private long records;
  private int begun = -1;

  private RecordLogWriter(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  static RecordLogWriter create(Path file, String format) throws IOException {
    byte[] header = RecordLog.header(format);
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    RecordLogWriter writer = new RecordLogWriter(file, channel);
    writer.buffer.put(header);
    return writer;
  }

  /**
   * Begins a record of at most {@code maxBytes}. The buffer returned is positioned at the payload's
   * first byte, little-endian, and belongs to the caller until {@link #commit}.
   *
   * @throws IllegalArgumentException if it is longer than a record may be
   */
  public ByteBuffer begin(int maxBytes) throws IOException {
    if (maxBytes <= 0 || maxBytes > RecordLog.MAX_PAYLOAD_BYTES) {
      throw new IllegalArgumentException(
          "a record has 1 to " + RecordLog.MAX_PAYLOAD_BYTES + " bytes, asked for " + maxBytes);
    }
    int needed = RecordLog.FRAME_BYTES + maxBytes;
    if (buffer.remaining() < needed) {
      drain();
      if (buffer.capacity() < needed) {
        buffer = RecordLog.buffer(needed);
      }
    }
    begun = buffer.position();
    return buffer.position(begun + RecordLog.FRAME_BYTES);
  }

  /** Ends the record at the buffer's position. */
  public void commit() {
    int from = begun + RecordLog.FRAME_BYTES;
    int end = buffer.position();
    if (begun < 0 || end <= from) {
      throw new IllegalStateException("no record was begun, or it is empty");
    }
    int limit = buffer.limit();
    crc.reset();
    crc.update(buffer.limit(end).position(from));
    buffer.limit(limit).position(end);
    buffer.putInt(begun, end - from).putInt(begun + 4, (int) crc.getValue());
    begun = -1;
    records++;
  }

  /** Appends a whole record: the remaining bytes of {@code payload}, which are consumed. */
  public void append(ByteBuffer payload) throws IOException {
    begin(payload.remaining()).put(payload);
    commit();
  }

  /** Records committed so far. */
  public long records() {
    return records;
  }

  /** Hands all committed records to the operating system: they survive the end of this process. */
  public void flush() throws IOException {
    drain();
  }

  /** Hands all committed records to the disk: they survive a loss of power. */
  public void force() throws IOException {
    drain();
    try {
      channel.force(false);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private void drain() throws IOException {
    buffer.flip();
    try {
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
    } catch (IOException e) {
      throw unwritable(e);
    }
    buffer.clear();
  }

  /** What a system says of a full disk names no file. */
  private IOException unwritable(IOException e) {
    String why = e.getMessage();
    return new IOException(file + ": can't be written: " + (why == null ? e : why), e);
  }

  /** Writes what is left and closes the file. A record begun and not committed is left out. */
  @Override
  public void close() throws IOException {
    try (channel) {
      if (channel.isOpen()) {
        if (begun >= 0) {
          buffer.position(begun);
          begun = -1;
        }
        drain();
      }
    }
  }
}
