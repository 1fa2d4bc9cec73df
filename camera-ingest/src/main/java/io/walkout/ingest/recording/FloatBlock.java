package io.walkout.ingest.recording;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * Copies whole blocks of little-endian floats between a buffer and an array, aligned or not. Keeps
 * a view of the last buffer seen, so that nothing is allocated as long as the buffer stays. One
 * thread.
 */
final class FloatBlock {
  private static final ValueLayout.OfFloat FLOAT =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private @Nullable ByteBuffer buffer;
  private MemorySegment segment = MemorySegment.NULL;

  /** Writes {@code count} floats at the buffer's position, which moves behind them. */
  void put(ByteBuffer to, float[] values, int count) {
    MemorySegment.copy(values, 0, segmentOf(to), FLOAT, to.position(), count);
    to.position(to.position() + Float.BYTES * count);
  }

  /** Reads {@code count} floats from the buffer's position, which moves behind them. */
  void get(ByteBuffer from, float[] values, int count) {
    MemorySegment.copy(segmentOf(from), FLOAT, from.position(), values, 0, count);
    from.position(from.position() + Float.BYTES * count);
  }

  @SuppressWarnings("ReferenceEquality") // the very same buffer is meant, not one of equal content
  private MemorySegment segmentOf(ByteBuffer other) {
    if (buffer != other) {
      buffer = other;
      segment = MemorySegment.ofBuffer(other.duplicate().clear());
    }
    return segment;
  }
}
