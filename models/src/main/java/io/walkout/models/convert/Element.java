package io.walkout.models.convert;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;

/** What the numbers of a tensor are, with ONNX's code and TensorFlow's names for it. */
enum Element {
  FLOAT(DataType.FLOAT),
  INT32(DataType.INT32),
  INT64(DataType.INT64),
  BOOL(DataType.BOOL);

  private final DataType onnx;

  Element(DataType onnx) {
    this.onnx = onnx;
  }

  int onnx() {
    return onnx.getNumber();
  }

  /** The type that a graph's {@code DT_...} or a manifest's name stands for. */
  static Element of(String name, String where) {
    return switch (name) {
      case "DT_FLOAT", "float32" -> FLOAT;
      case "DT_INT32", "int32" -> INT32;
      case "DT_INT64" -> INT64;
      case "DT_BOOL", "bool" -> BOOL;
      default ->
          throw new ConversionException(
              where + " has elements of type " + name + "; expected float32, int32 or bool");
    };
  }
}
