package io.walkout.node.mcap;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Bytes of MCAP records, growing as needed: little-endian numbers, texts, maps. Single-threaded.
 */
final class RecordBytes {
  /** Opcode and length before each record. */
  private static final int PREFIX_BYTES = 9;

  private ByteBuffer bytes;

  RecordBytes(int capacity) {
    bytes = ByteBuffer.allocate(capacity).order(ByteOrder.LITTLE_ENDIAN);
  }

  RecordBytes u8(int value) {
    room(1).put((byte) value);
    return this;
  }

  RecordBytes u16(int value) {
    room(2).putShort((short) value);
    return this;
  }

  RecordBytes u32(long value) {
    room(4).putInt((int) value);
    return this;
  }

  RecordBytes u64(long value) {
    room(8).putLong(value);
    return this;
  }

  RecordBytes raw(byte[] data, int length) {
    room(length).put(data, 0, length);
    return this;
  }

  RecordBytes text(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return u32(utf8.length).raw(utf8, utf8.length);
  }

  /** A map of texts, in the map's own order. */
  RecordBytes texts(Map<String, String> map) {
    int at = beginSized();
    map.forEach((key, value) -> text(key).text(value));
    return endSized(at);
  }

  /** Begins something whose length in bytes, as u32, stands before it. */
  int beginSized() {
    u32(0);
    return bytes.position();
  }

  /** Ends it. */
  RecordBytes endSized(int begun) {
    bytes.putInt(begun - 4, bytes.position() - begun);
    return this;
  }

  /** Begins a record. */
  int beginRecord(int opcode) {
    u8(opcode).u64(0);
    return bytes.position();
  }

  /** Ends it. */
  RecordBytes endRecord(int begun) {
    bytes.putLong(begun - (PREFIX_BYTES - 1), bytes.position() - begun);
    return this;
  }

  int size() {
    return bytes.position();
  }

  void clear() {
    bytes.clear();
  }

  /** What is in it, from 0 to its size; valid until the next change. */
  byte[] array() {
    return bytes.array();
  }

  private ByteBuffer room(int more) {
    if (bytes.remaining() < more) {
      int capacity = Math.max(2 * bytes.capacity(), bytes.position() + more);
      bytes = ByteBuffer.allocate(capacity).order(ByteOrder.LITTLE_ENDIAN).put(bytes.flip());
    }
    return bytes;
  }
}
