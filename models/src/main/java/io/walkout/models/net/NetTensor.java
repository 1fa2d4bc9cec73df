package io.walkout.models.net;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;

/**
 * Memory that a net reads or writes in place: a direct buffer and the tensor that wraps it. The
 * views must be used with absolute indices only.
 */
final class NetTensor implements AutoCloseable {
  private final NetPort port;
  private final long[] shape;
  private final OnnxTensor tensor;
  private final FloatBuffer floats;
  private final IntBuffer ints;
  private final LongBuffer longs;

  /**
   * Makes one, all zero.
   *
   * @param shape with every side known
   * @throws NetException if its type is none of float32, int32, int64
   */
  NetTensor(NetFile file, NetPort port, long[] shape) throws NetException {
    this.port = port;
    this.shape = shape.clone();
    int numbers = Math.toIntExact(numbers(shape));
    int bytesEach = port.type() == OnnxJavaType.INT64 ? Long.BYTES : Float.BYTES;
    ByteBuffer bytes =
        ByteBuffer.allocateDirect(Math.multiplyExact(numbers, bytesEach))
            .order(ByteOrder.nativeOrder());
    floats = bytes.asFloatBuffer();
    ints = bytes.asIntBuffer();
    longs = bytes.asLongBuffer();
    try {
      tensor =
          switch (port.type()) {
            case FLOAT -> OnnxTensor.createTensor(OnnxEngine.environment(), floats, shape);
            case INT32 -> OnnxTensor.createTensor(OnnxEngine.environment(), ints, shape);
            case INT64 -> OnnxTensor.createTensor(OnnxEngine.environment(), longs, shape);
            default ->
                throw new NetException(
                    file.path(), port + " has a type other than float32, int32 and int64");
          };
    } catch (OrtException e) {
      throw new NetException(file.path(), "no memory for " + port, e);
    }
  }

  private static long numbers(long[] shape) {
    long numbers = 1;
    for (long side : shape) {
      numbers = Math.multiplyExact(numbers, side);
    }
    return numbers;
  }

  String name() {
    return port.name();
  }

  OnnxJavaType type() {
    return port.type();
  }

  /** Side {@code i}, outermost first. */
  int side(int i) {
    return Math.toIntExact(shape[i]);
  }

  int sides() {
    return shape.length;
  }

  /** How many numbers it holds. */
  int numbers() {
    return Math.toIntExact(numbers(shape));
  }

  OnnxTensor tensor() {
    return tensor;
  }

  /** The memory as float32. */
  FloatBuffer floats() {
    return floats;
  }

  /** The memory as int32. */
  IntBuffer ints() {
    return ints;
  }

  /** The memory as int64. */
  LongBuffer longs() {
    return longs;
  }

  /** As the file states it, but with every side known. */
  @Override
  public String toString() {
    return new NetPort(port.name(), port.type(), shape).toString();
  }

  @Override
  public void close() {
    tensor.close();
  }
}
