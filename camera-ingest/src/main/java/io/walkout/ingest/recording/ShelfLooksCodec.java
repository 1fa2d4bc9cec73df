package io.walkout.ingest.recording;

import io.walkout.store.signal.ShelfLooks;
import java.nio.ByteBuffer;

/** How shelves' looks changed, as rows behind the detections of a frame. */
final class ShelfLooksCodec {
  private static final int HEAD_BYTES = 2 * Short.BYTES + 2 * Long.BYTES + 1;

  /** Bytes of one row, at most. */
  static final int MOST_BYTES_EACH = HEAD_BYTES + ShelfLooks.MOST_SLICES;

  private ShelfLooksCodec() {}

  static void encode(ShelfLooks looks, ByteBuffer to) {
    for (int i = 0; i < looks.count; i++) {
      to.putShort((short) looks.gondolas[i]).putShort((short) looks.shelves[i]);
      to.putLong(looks.fromNanos[i]).putLong(looks.toNanos[i]);
      to.put((byte) looks.slices[i]);
      to.put(looks.changes, i * ShelfLooks.MOST_SLICES, looks.slices[i]);
    }
  }

  /** False if the bytes don't begin with so many rows, or so many can't be; leaves the rest. */
  static boolean decode(ByteBuffer from, int rows, ShelfLooks looks) {
    looks.clear();
    if (rows < 0 || rows > ShelfLooks.CAPACITY) {
      return false;
    }
    for (int i = 0; i < rows; i++) {
      if (from.remaining() < HEAD_BYTES) {
        return false;
      }
      int gondola = from.getShort();
      int shelf = from.getShort();
      long fromNanos = from.getLong();
      long toNanos = from.getLong();
      int slices = from.get();
      if (slices < 1 || slices > ShelfLooks.MOST_SLICES || from.remaining() < slices) {
        return false;
      }
      looks.add(gondola, shelf, slices, fromNanos, toNanos);
      from.get(looks.changes, i * ShelfLooks.MOST_SLICES, slices);
    }
    return true;
  }
}
