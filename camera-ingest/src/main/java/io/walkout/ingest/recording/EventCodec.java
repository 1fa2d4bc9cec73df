package io.walkout.ingest.recording;

import io.walkout.ingest.ring.StoreEvent;
import io.walkout.store.people.Joint;
import io.walkout.store.signal.PlateBlock;
import io.walkout.store.signal.PoseSet;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Store events as the payloads of a {@link RecordLog}, laid out as docs/recording-format.md says:
 * what a sensor delivered, and for the journal also the source and watermark it came with and what
 * the detector made of a picture. Buffers are little-endian. Decoding allocates nothing for plates,
 * poses and detections. One thread.
 */
public final class EventCodec {
  private static final int PLATES = 1;
  private static final int POSES = 2;
  private static final int DOOR = 3;
  private static final int PRICE = 4;
  private static final int FRAME = 5;
  private static final int SOURCE_SILENT = 6;
  private static final int END = 7;

  private static final int LATE = 1;
  private static final int CUT_OFF = 2;

  /** Bytes of what all events share. */
  static final int COMMON_BYTES = 32;

  private static final int CAPTURE_AT = 8;
  private static final int ARRIVAL_AT = 16;
  private static final int PLATES_HEAD_BYTES = 32;
  private static final int POSE_FLOATS = 4 * Joint.COUNT;

  private final TextTable texts = new TextTable();
  private final DoorPriceCodec rare = new DoorPriceCodec(texts);
  private final FloatBlock floats = new FloatBlock();

  /** Bytes that {@link #encode} will need at most. */
  public int maxBytes(StoreEvent event) {
    return COMMON_BYTES
        + switch (event.kind) {
          case PLATES -> PLATES_HEAD_BYTES + Float.BYTES * event.plates.length();
          case POSES ->
              4 + event.poses.count * (2 + TextTable.MAX_BYTES + Float.BYTES * POSE_FLOATS);
          case DOOR, PRICE -> 2 * (2 + TextTable.MAX_BYTES) + 16;
          case FRAME ->
              DetectionsCodec.HEAD_BYTES
                  + event.detections.count * DetectionsCodec.MOST_BYTES_EACH
                  + event.hindsight.count * HindsightCodec.BYTES_EACH
                  + event.shelfLooks.count * ShelfLooksCodec.MOST_BYTES_EACH;
          case SOURCE_SILENT, END -> 0;
        };
  }

  /**
   * Writes an event at the buffer's position, which moves behind it.
   *
   * @throws IllegalArgumentException if a text is longer than 4096 bytes, or a door event or price
   *     change is absent
   */
  public void encode(StoreEvent event, ByteBuffer to) {
    to.put((byte) code(event.kind));
    to.put((byte) ((event.late ? LATE : 0) | (event.cutOff ? CUT_OFF : 0)));
    to.putShort((short) event.source);
    to.putInt(event.camera);
    to.putLong(event.captureNanos).putLong(event.arrivalNanos).putLong(event.watermarkNanos);
    switch (event.kind) {
      case PLATES -> encodePlates(event.plates, to);
      case POSES -> encodePoses(event.poses, to);
      case DOOR -> rare.encodeDoor(present(event.door), to);
      case PRICE -> rare.encodePrice(present(event.price), to);
      case FRAME -> {
        DetectionsCodec.encode(event.detections, event.shelfLooks.count, to);
        ShelfLooksCodec.encode(event.shelfLooks, to);
        HindsightCodec.encode(event.hindsight, to);
      }
      case SOURCE_SILENT, END -> {}
    }
  }

  /** Arrival time of the event whose payload starts at the buffer's position. */
  public static long arrivalNanos(ByteBuffer from) {
    return from.getLong(from.position() + ARRIVAL_AT);
  }

  /** Capture time of the event whose payload starts at the buffer's position. */
  public static long captureNanos(ByteBuffer from) {
    return from.getLong(from.position() + CAPTURE_AT);
  }

  /**
   * Reads the event between the buffer's position and limit into a slot, which is reset first.
   *
   * @return null, or in words why the payload is no event that this program knows; the slot is then
   *     undefined
   */
  public @Nullable String decode(ByteBuffer from, StoreEvent slot) {
    if (from.remaining() < COMMON_BYTES) {
      return "it is shorter than any event";
    }
    StoreEvent.Kind kind = kind(from.get());
    if (kind == null) {
      return "its kind " + from.get(from.position() - 1) + " is unknown";
    }
    slot.reset(kind);
    int flags = from.get();
    slot.late = (flags & LATE) != 0;
    slot.cutOff = (flags & CUT_OFF) != 0;
    slot.source = from.getShort();
    slot.camera = from.getInt();
    slot.captureNanos = from.getLong();
    slot.arrivalNanos = from.getLong();
    slot.watermarkNanos = from.getLong();
    boolean whole =
        switch (kind) {
          case PLATES -> decodePlates(from, slot.plates);
          case POSES -> decodePoses(from, slot.poses);
          case DOOR -> rare.decodeDoor(from, slot);
          case PRICE -> rare.decodePrice(from, slot);
          case FRAME ->
              ShelfLooksCodec.decode(
                      from, DetectionsCodec.decode(from, slot.detections), slot.shelfLooks)
                  && HindsightCodec.decode(from, slot.hindsight);
          case SOURCE_SILENT, END -> !from.hasRemaining();
        };
    return whole ? null : "its content does not fit its length";
  }

  /**
   * Whether the payload between position and limit, which stay, is an event of that kind.
   *
   * @param scratch undefined afterwards
   * @return null, or in words why it is not
   */
  @Nullable String fault(ByteBuffer payload, StoreEvent.Kind expected, StoreEvent scratch) {
    int at = payload.position();
    if (payload.remaining() >= COMMON_BYTES && kind(payload.get(at)) != expected) {
      return "its kind " + payload.get(at) + " does not belong into this stream";
    }
    if (expected == StoreEvent.Kind.PLATES && platesFit(payload, at + COMMON_BYTES)) {
      return null;
    }
    String fault = decode(payload, scratch);
    payload.position(at);
    return fault;
  }

  private static boolean platesFit(ByteBuffer from, int at) {
    if (from.limit() - at < PLATES_HEAD_BYTES) {
      return false;
    }
    int gondola = from.getInt(at);
    long samples = from.getInt(at + 4);
    long shelves = from.getInt(at + 8);
    long plates = from.getInt(at + 12);
    long most = RecordLog.MAX_PAYLOAD_BYTES;
    return gondola >= 1
        && samples >= 1
        && shelves >= 1
        && plates >= 1
        && samples <= most
        && shelves <= most
        && plates <= most / Float.BYTES
        && samples * shelves <= most
        && samples * shelves * plates * Float.BYTES == from.limit() - at - PLATES_HEAD_BYTES;
  }

  private void encodePlates(PlateBlock block, ByteBuffer to) {
    to.putInt(block.gondola).putInt(block.samples).putInt(block.shelves).putInt(block.plates);
    to.putLong(block.firstNanos).putLong(block.periodNanos);
    floats.put(to, block.grams, block.length());
  }

  private boolean decodePlates(ByteBuffer from, PlateBlock block) {
    if (!platesFit(from, from.position())) {
      return false;
    }
    block.shape(from.getInt(), from.getInt(), from.getInt(), from.getInt());
    block.firstNanos = from.getLong();
    block.periodNanos = from.getLong();
    floats.get(from, block.grams, block.length());
    return true;
  }

  private void encodePoses(PoseSet poses, ByteBuffer to) {
    to.putInt(poses.count);
    for (int i = 0; i < poses.count; i++) {
      TextTable.put(poses.targetIds[i], to);
      for (int k = i * Joint.COUNT; k < (i + 1) * Joint.COUNT; k++) {
        to.putFloat(poses.x[k]).putFloat(poses.y[k]).putFloat(poses.z[k]).putFloat(poses.score[k]);
      }
    }
  }

  private boolean decodePoses(ByteBuffer from, PoseSet poses) {
    int count = from.remaining() < 4 ? -1 : from.getInt();
    if (count < 0 || count > PoseSet.CAPACITY) {
      return false;
    }
    for (int i = 0; i < count; i++) {
      String id = texts.get(from);
      if (id == null || from.remaining() < POSE_FLOATS * Float.BYTES) {
        return false;
      }
      int k = poses.add(id) * Joint.COUNT;
      for (int end = k + Joint.COUNT; k < end; k++) {
        poses.x[k] = from.getFloat();
        poses.y[k] = from.getFloat();
        poses.z[k] = from.getFloat();
        poses.score[k] = from.getFloat();
      }
    }
    return !from.hasRemaining();
  }

  private static <T> T present(@Nullable T payload) {
    if (payload == null) {
      throw new IllegalArgumentException("the event has no payload");
    }
    return payload;
  }

  private static int code(StoreEvent.Kind kind) {
    return switch (kind) {
      case PLATES -> PLATES;
      case POSES -> POSES;
      case DOOR -> DOOR;
      case PRICE -> PRICE;
      case FRAME -> FRAME;
      case SOURCE_SILENT -> SOURCE_SILENT;
      case END -> END;
    };
  }

  private static StoreEvent.@Nullable Kind kind(int code) {
    return switch (code) {
      case PLATES -> StoreEvent.Kind.PLATES;
      case POSES -> StoreEvent.Kind.POSES;
      case DOOR -> StoreEvent.Kind.DOOR;
      case PRICE -> StoreEvent.Kind.PRICE;
      case FRAME -> StoreEvent.Kind.FRAME;
      case SOURCE_SILENT -> StoreEvent.Kind.SOURCE_SILENT;
      case END -> StoreEvent.Kind.END;
      default -> null;
    };
  }
}
