package io.walkout.ingest.recording;

import io.walkout.store.signal.Detections;
import io.walkout.store.signal.PictureFault;
import java.nio.ByteBuffer;

/**
 * What a detector made of a picture. A head (number of boxes, whether it was blind, the fault),
 * then for each box a byte that says which parts follow its box, score, floor position and track
 * (joints, likenesses) and which wrists come from palms.
 */
final class DetectionsCodec {
  /** Bytes of one detection with all its parts, at most. */
  static final int MOST_BYTES_EACH =
      1 + 7 * Float.BYTES + Integer.BYTES + Detections.POSE * 4 + Detections.ALIKE * 8;

  /** Bytes of the head. */
  static final int HEAD_BYTES = 4;

  /** Added to the number of detections where the detector could not judge the picture. */
  private static final int BLIND = 1 << 16;

  /** Added where nobody looked and the boxes are carried on. */
  private static final int CARRIED = 1 << 17;

  /** The fault's number stands above this bit. */
  private static final int FAULT_SHIFT = 24;

  /** Five bits above this: the rows of shelves' looks that follow the detections. */
  private static final int SHELF_LOOKS_SHIFT = 18;

  private static final int SHELF_LOOKS = 31;

  private static final int WITH_JOINTS = 1;
  private static final int WITH_ALIKE = 2;

  /** The two bits of {@link Detections#palmWrists} stand above these. */
  private static final int PALMS_SHIFT = 2;

  private static final int MOST_PARTS = 15;
  private static final int PLAIN_BYTES = 7 * Float.BYTES + Integer.BYTES;
  private static final PictureFault[] FAULTS = PictureFault.values();

  private DetectionsCodec() {}

  /** Writes detections, and how many rows of shelves' looks come after them. */
  static void encode(Detections found, int shelfLooks, ByteBuffer to) {
    int flags = (found.blind ? BLIND : 0) | (found.carried ? CARRIED : 0);
    int rows = shelfLooks << SHELF_LOOKS_SHIFT;
    to.putInt(found.count | flags | rows | (found.fault.ordinal() << FAULT_SHIFT));
    for (int i = 0; i < found.count; i++) {
      int parts = parts(found, i);
      to.put((byte) parts);
      for (int k = 4 * i; k < 4 * i + 4; k++) {
        to.putFloat(found.boxes[k]);
      }
      to.putFloat(found.scores[i]).putFloat(found.floor[2 * i]).putFloat(found.floor[2 * i + 1]);
      to.putInt(found.tracks[i]);
      for (int k = 0; k < Detections.POSE && (parts & WITH_JOINTS) != 0; k++) {
        to.putFloat(found.joints[i * Detections.POSE + k]);
      }
      for (int k = 0; k < Detections.ALIKE && (parts & WITH_ALIKE) != 0; k++) {
        to.putInt(found.alikeTracks[i * Detections.ALIKE + k]);
        to.putFloat(found.alikeScores[i * Detections.ALIKE + k]);
      }
    }
  }

  private static int parts(Detections found, int i) {
    int parts = found.alikeTracks[i * Detections.ALIKE] != 0 ? WITH_ALIKE : 0;
    parts |= (found.palmWrists[i] & 3) << PALMS_SHIFT;
    for (int k = 0; k < Detections.POSE; k++) {
      if (!Float.isNaN(found.joints[i * Detections.POSE + k])) {
        return parts | WITH_JOINTS;
      }
    }
    return parts;
  }

  /**
   * Reads detections; what follows them is left.
   *
   * @return how many rows of shelves' looks follow, or -1 if the bytes don't begin with detections
   */
  static int decode(ByteBuffer from, Detections found) {
    found.clear();
    if (from.remaining() < HEAD_BYTES) {
      return -1;
    }
    int head = from.getInt();
    int count = head & (BLIND - 1);
    int fault = head >>> FAULT_SHIFT;
    if (count > Detections.CAPACITY || fault >= FAULTS.length) {
      return -1;
    }
    for (int i = 0; i < count; i++) {
      if (!decodeOne(from, found)) {
        return -1;
      }
    }
    found.blind = (head & BLIND) != 0;
    found.carried = (head & CARRIED) != 0;
    found.fault = FAULTS[fault];
    return head >>> SHELF_LOOKS_SHIFT & SHELF_LOOKS;
  }

  private static boolean decodeOne(ByteBuffer from, Detections found) {
    int parts = from.hasRemaining() ? from.get() : -1;
    boolean joints = (parts & WITH_JOINTS) != 0;
    boolean alike = (parts & WITH_ALIKE) != 0;
    int bytes =
        PLAIN_BYTES + (joints ? Detections.POSE * 4 : 0) + (alike ? Detections.ALIKE * 8 : 0);
    if (parts < 0 || parts > MOST_PARTS || from.remaining() < bytes) {
      return false;
    }
    int i = found.count;
    found.add(from.getFloat(), from.getFloat(), from.getFloat(), from.getFloat(), from.getFloat());
    found.floor[2 * i] = from.getFloat();
    found.floor[2 * i + 1] = from.getFloat();
    found.tracks[i] = from.getInt();
    found.palmWrists[i] = (byte) (parts >>> PALMS_SHIFT);
    for (int k = 0; k < Detections.POSE && joints; k++) {
      found.joints[i * Detections.POSE + k] = from.getFloat();
    }
    for (int k = 0; k < Detections.ALIKE && alike; k++) {
      found.alikeTracks[i * Detections.ALIKE + k] = from.getInt();
      found.alikeScores[i * Detections.ALIKE + k] = from.getFloat();
    }
    return true;
  }
}
