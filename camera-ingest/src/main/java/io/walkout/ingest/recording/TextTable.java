package io.walkout.ingest.recording;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Turns short UTF-8 texts in a buffer into strings, the same object for the same text, so that the
 * names that every record repeats are made once. Bounded: at the bound an older text's place is
 * taken. One thread.
 */
final class TextTable {
  /** Places; a store sees far fewer identities at a time. */
  private static final int PLACES = 1024;

  /** Longest name, identity or credential in bytes of UTF-8. */
  static final int MAX_BYTES = 4096;

  private final byte[] @Nullable [] bytes = new byte @Nullable [PLACES][];
  private final String[] texts = new String[PLACES];

  TextTable() {
    Arrays.fill(texts, "");
  }

  /**
   * Writes a text behind its length.
   *
   * @throws IllegalArgumentException if it is too long
   */
  static void put(String text, ByteBuffer to) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > MAX_BYTES) {
      throw new IllegalArgumentException(
          "a text of a record has at most " + MAX_BYTES + " bytes, found " + bytes.length);
    }
    to.putShort((short) bytes.length).put(bytes);
  }

  /** Reads a text behind its length; null if the buffer does not hold it. */
  @Nullable String get(ByteBuffer from) {
    if (from.remaining() < 2) {
      return null;
    }
    int length = Short.toUnsignedInt(from.getShort());
    return length > MAX_BYTES || length > from.remaining() ? null : read(from, length);
  }

  /** The text of {@code length} bytes at the buffer's position, which moves behind it. */
  private String read(ByteBuffer buffer, int length) {
    int hash = length;
    int at = buffer.position();
    for (int i = 0; i < length; i++) {
      hash = 31 * hash + buffer.get(at + i);
    }
    int place = (hash ^ (hash >>> 16)) & (PLACES - 1);
    byte[] known = bytes[place];
    if (known != null && same(known, buffer, at, length)) {
      buffer.position(at + length);
      return texts[place];
    }
    byte[] fresh = new byte[length];
    buffer.get(fresh);
    bytes[place] = fresh;
    texts[place] = new String(fresh, StandardCharsets.UTF_8);
    return texts[place];
  }

  private static boolean same(byte[] known, ByteBuffer buffer, int at, int length) {
    if (known.length != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (known[i] != buffer.get(at + i)) {
        return false;
      }
    }
    return true;
  }
}
