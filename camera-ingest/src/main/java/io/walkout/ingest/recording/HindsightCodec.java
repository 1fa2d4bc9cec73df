package io.walkout.ingest.recording;

import io.walkout.store.signal.Detections;
import io.walkout.store.signal.Hindsight;
import java.nio.ByteBuffer;

/** Poses found afterwards, as rows of one length that fill the rest of a frame's payload. */
final class HindsightCodec {
  /** Bytes of one row. */
  static final int BYTES_EACH =
      Long.BYTES + Integer.BYTES + 4 * Float.BYTES + Detections.POSE * Float.BYTES;

  /** Which wrists come from palms stands above a track's number, which has 24 bits at most. */
  private static final int PALMS_SHIFT = 28;

  private static final int TRACK = (1 << PALMS_SHIFT) - 1;

  private HindsightCodec() {}

  static void encode(Hindsight found, ByteBuffer to) {
    for (int i = 0; i < found.count; i++) {
      to.putLong(found.captureNanos[i]);
      to.putInt(found.tracks[i] | (found.palmWrists[i] & 3) << PALMS_SHIFT);
      for (int k = 4 * i; k < 4 * i + 4; k++) {
        to.putFloat(found.boxes[k]);
      }
      for (int k = i * Detections.POSE; k < (i + 1) * Detections.POSE; k++) {
        to.putFloat(found.joints[k]);
      }
    }
  }

  /** False if the rest of the bytes is not whole rows, or too many. */
  static boolean decode(ByteBuffer from, Hindsight found) {
    found.clear();
    if (from.remaining() % BYTES_EACH != 0 || from.remaining() / BYTES_EACH > Hindsight.CAPACITY) {
      return false;
    }
    while (from.hasRemaining()) {
      long nanos = from.getLong();
      int track = from.getInt();
      int i =
          found.add(
              nanos,
              track & TRACK,
              from.getFloat(),
              from.getFloat(),
              from.getFloat(),
              from.getFloat());
      found.palmWrists[i] = (byte) (track >>> PALMS_SHIFT & 3);
      for (int k = i * Detections.POSE; k < (i + 1) * Detections.POSE; k++) {
        found.joints[k] = from.getFloat();
      }
    }
    return true;
  }
}
