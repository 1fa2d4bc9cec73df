package io.walkout.ingest.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Reads a {@link RecordLog} from its first record to its last whole one, in memory that does not
 * depend on the file's length. Allocates nothing per record. One thread.
 *
 * <p>Damage: a record that reaches beyond the end of the file, or fails its checksum as the file's
 * last, is a torn tail; reading ends before it. A record that fails its checksum with more behind
 * it is skipped if a frame that checks out follows just where it ends, so that its length can be
 * trusted; if not, nothing behind it can be found with certainty and reading ends there. Each is
 * counted and {@link #damage()} names file and offset.
 */
public final class RecordLogReader implements AutoCloseable {
  /** Read at once; large reads keep a spinning disk busy, and a page cache does not mind. */
  private static final int BUFFER_BYTES = 1 << 20;

  private final Path file;
  private final FileChannel channel;
  private final CRC32C crc = new CRC32C();
  private ByteBuffer buffer = RecordLog.buffer(BUFFER_BYTES);
  private ByteBuffer view = buffer.duplicate().order(buffer.order());
  private long bufferOffset;
  private long fileBytes;
  private long tornBytes;
  private long corruptRecords;
  private @Nullable String damage;
  private boolean ended;

  private RecordLogReader(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
    buffer.limit(0);
  }

  static RecordLogReader open(Path file, String format) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    RecordLogReader reader = new RecordLogReader(file, channel);
    try {
      reader.fileBytes = channel.size();
      reader.readHeader(format);
      return reader;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  private void readHeader(String format) throws IOException {
    if (!available(RecordLog.HEADER_BYTES)) {
      torn();
      return;
    }
    byte[] header = new byte[RecordLog.HEADER_BYTES];
    buffer.get(header);
    RecordLog.check(header, file, format);
  }

  /**
   * The next record's payload from position to limit of a little-endian buffer that is valid until
   * the next call, or null when there is none. The same buffer object comes back for as long as it
   * is large enough.
   */
  public @Nullable ByteBuffer next() throws IOException {
    while (!ended) {
      if (!available(RecordLog.FRAME_BYTES)) {
        return buffer.hasRemaining() ? torn() : end();
      }
      int length = buffer.getInt(buffer.position());
      if (length <= 0 || length > RecordLog.MAX_PAYLOAD_BYTES) {
        return lost("its length says " + Integer.toUnsignedString(length) + " bytes");
      }
      if (!available(RecordLog.FRAME_BYTES + length)) {
        return torn();
      }
      int from = buffer.position() + RecordLog.FRAME_BYTES;
      if (checks(buffer.position(), length)) {
        buffer.position(from + length);
        return view.limit(from + length).position(from);
      }
      if (offset() + RecordLog.FRAME_BYTES + length == fileBytes) {
        return torn();
      }
      if (!wholeFrameFollows(length)) {
        return lost("its checksum does not match");
      }
      corruptRecords++;
      note("record is damaged and was skipped: its checksum does not match");
      buffer.position(buffer.position() + RecordLog.FRAME_BYTES + length);
    }
    return null;
  }

  /**
   * Bytes at the end of the file that are no whole record; 0 after reading a file that is whole.
   */
  public long tornBytes() {
    return tornBytes;
  }

  /** Records that were skipped because they failed their checksum. */
  public long corruptRecords() {
    return corruptRecords;
  }

  /** The first damage found, naming file and offset, or null. */
  public @Nullable String damage() {
    return damage;
  }

  /** Where in the file reading stands. */
  public long offset() {
    return bufferOffset + buffer.position();
  }

  private boolean wholeFrameFollows(int length) throws IOException {
    int skip = RecordLog.FRAME_BYTES + length;
    if (!available(skip + RecordLog.FRAME_BYTES)) {
      return false;
    }
    int next = buffer.getInt(buffer.position() + skip);
    return next > 0
        && next <= RecordLog.MAX_PAYLOAD_BYTES
        && available(skip + RecordLog.FRAME_BYTES + next)
        && checks(buffer.position() + skip, next);
  }

  private boolean checks(int frameAt, int length) {
    crc.reset();
    int from = frameAt + RecordLog.FRAME_BYTES;
    crc.update(view.limit(from + length).position(from));
    return (int) crc.getValue() == buffer.getInt(frameAt + 4);
  }

  /** Makes that many bytes available from the buffer's position, if the file has them. */
  private boolean available(int bytes) throws IOException {
    if (buffer.remaining() >= bytes) {
      return true;
    }
    bufferOffset += buffer.position();
    if (buffer.capacity() < bytes) {
      buffer = RecordLog.buffer(bytes + BUFFER_BYTES).put(buffer);
      view = buffer.duplicate().order(buffer.order());
    } else {
      buffer.compact();
    }
    while (buffer.position() < bytes && channel.read(buffer) >= 0) {}
    buffer.flip();
    return buffer.remaining() >= bytes;
  }

  private @Nullable ByteBuffer torn() {
    tornBytes = fileBytes - offset();
    if (fileBytes == 0) {
      damage = file + ": the file is empty: nothing was written to it yet";
      return end();
    }
    note("record is torn: the last " + tornBytes + " bytes are no whole record");
    return end();
  }

  private @Nullable ByteBuffer lost(String why) {
    corruptRecords++;
    tornBytes = fileBytes - offset();
    note("record is damaged: " + why + "; the last " + tornBytes + " bytes can't be read");
    return end();
  }

  private @Nullable ByteBuffer end() {
    ended = true;
    return null;
  }

  private void note(String what) {
    if (damage == null) {
      damage = file + ", offset " + offset() + ": " + what;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // Nothing was written; there is nothing to lose and nobody to tell.
      ended = true;
    }
  }
}
