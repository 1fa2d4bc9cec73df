package io.walkout.ingest.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * An append-only file of records, each framed as {@code [u32 length][u32 CRC32C of the
 * payload][payload]}, little-endian, after a header of {@value #HEADER_BYTES} bytes that names the
 * format and its version. Sensor streams of a recording and the decision journal are such files. A
 * crash while writing costs at most the records that had not been flushed: the reader stops at the
 * last whole one.
 *
 * <p>Header: {@code "WALKOUT\n"}, u8 version, u8 length of the format's name, the name in ASCII,
 * zeros.
 */
public final class RecordLog {
  /** Bytes before the first record. */
  public static final int HEADER_BYTES = 32;

  /** Bytes before each payload: its length and its CRC32C. */
  public static final int FRAME_BYTES = 8;

  /** The one version this program reads and writes. */
  public static final int VERSION = 1;

  /**
   * Longest payload. A plate block of 60 samples of 16 shelves of 64 plates takes 240 KiB; whatever
   * claims more than this is damage, not data.
   */
  public static final int MAX_PAYLOAD_BYTES = 4 << 20;

  private static final byte[] MAGIC = "WALKOUT\n".getBytes(StandardCharsets.US_ASCII);
  private static final int VERSION_AT = MAGIC.length;
  private static final int NAME_LENGTH_AT = VERSION_AT + 1;
  private static final int NAME_AT = NAME_LENGTH_AT + 1;

  private RecordLog() {}

  /**
   * Starts a new file. Throws {@link java.nio.file.FileAlreadyExistsException} if there is one.
   *
   * @param format what the records are, at most 22 ASCII letters; the reader must ask for the same
   */
  public static RecordLogWriter create(Path file, String format) throws IOException {
    return RecordLogWriter.create(file, format);
  }

  /**
   * Opens a file for reading from its first record.
   *
   * @throws IOException if it is no such file, holds another format, or has an unknown version
   */
  public static RecordLogReader open(Path file, String format) throws IOException {
    return RecordLogReader.open(file, format);
  }

  /** The header of a file of that format. */
  static byte[] header(String format) {
    byte[] name = format.getBytes(StandardCharsets.US_ASCII);
    if (name.length == 0 || name.length > HEADER_BYTES - NAME_AT) {
      throw new IllegalArgumentException(
          "a log's format has a name of 1 to " + (HEADER_BYTES - NAME_AT) + " letters: " + format);
    }
    byte[] header = new byte[HEADER_BYTES];
    System.arraycopy(MAGIC, 0, header, 0, MAGIC.length);
    header[VERSION_AT] = VERSION;
    header[NAME_LENGTH_AT] = (byte) name.length;
    System.arraycopy(name, 0, header, NAME_AT, name.length);
    return header;
  }

  /** Throws unless {@code header} is a whole header of that format and of our version. */
  static void check(byte[] header, Path file, String format) throws IOException {
    if (!Arrays.equals(header, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      throw new IOException(
          file + " is no Walkout record log: it does not begin with \"WALKOUT\" and a line end");
    }
    int length = Byte.toUnsignedInt(header[NAME_LENGTH_AT]);
    String found =
        new String(
            header, NAME_AT, Math.min(length, HEADER_BYTES - NAME_AT), StandardCharsets.US_ASCII);
    int version = Byte.toUnsignedInt(header[VERSION_AT]);
    if (version != VERSION) {
      throw new IOException(
          file
              + " is written in version "
              + version
              + " of format '"
              + found
              + "'; this program reads version "
              + VERSION);
    }
    if (!found.equals(format)) {
      throw new IOException(file + " holds '" + found + "' records, expected '" + format + "'");
    }
  }

  /** A direct little-endian buffer. */
  static ByteBuffer buffer(int bytes) {
    return ByteBuffer.allocateDirect(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
