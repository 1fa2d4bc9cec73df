package io.walkout.ingest.recording;

import io.walkout.store.signal.Detections;
import java.nio.ByteBuffer;

/** What a detector made of a picture: box, score, floor position and wrists, as floats. */
final class DetectionsCodec {
  /** Bytes of one detection. */
  static final int BYTES_EACH = 11 * Float.BYTES;

  /** Added to the number of detections where the detector could not judge the picture. */
  private static final int BLIND = 1 << 16;

  private DetectionsCodec() {}

  static void encode(Detections found, ByteBuffer to) {
    to.putInt(found.blind ? found.count | BLIND : found.count);
    for (int i = 0; i < found.count; i++) {
      for (int k = 4 * i; k < 4 * i + 4; k++) {
        to.putFloat(found.boxes[k]);
      }
      to.putFloat(found.scores[i]).putFloat(found.floor[2 * i]).putFloat(found.floor[2 * i + 1]);
      for (int k = 4 * i; k < 4 * i + 4; k++) {
        to.putFloat(found.wrists[k]);
      }
    }
  }

  static boolean decode(ByteBuffer from, Detections found) {
    int head = from.remaining() < 4 ? -1 : from.getInt();
    int count = head & ~BLIND;
    if (count < 0 || count > Detections.CAPACITY || from.remaining() != count * BYTES_EACH) {
      return false;
    }
    found.count = count;
    found.blind = (head & BLIND) != 0;
    for (int i = 0; i < count; i++) {
      for (int k = 4 * i; k < 4 * i + 4; k++) {
        found.boxes[k] = from.getFloat();
      }
      found.scores[i] = from.getFloat();
      found.floor[2 * i] = from.getFloat();
      found.floor[2 * i + 1] = from.getFloat();
      for (int k = 4 * i; k < 4 * i + 4; k++) {
        found.wrists[k] = from.getFloat();
      }
    }
    return true;
  }
}
