package io.walkout.models.convert;

import ai.onnx.proto.OnnxMl.AttributeProto;
import java.util.ArrayList;
import java.util.List;

/**
 * The window that a convolution or a pooling slides over a picture, and how the picture is padded
 * for it. TensorFlow's SAME puts the odd pixel of padding behind; it becomes explicit pads where
 * the picture's size is known or doesn't matter (a step of one), and ONNX's SAME_UPPER, which has
 * the same rule, where it isn't known.
 */
final class Window {
  private final int[] in;
  private final int[] size;
  private final int[] steps;
  private final int[] dilations;
  private final int[] pads; // before rows, before columns, after rows, after columns
  private final boolean same;
  private final boolean padsKnown;

  private Window(int[] in, int[] size, int[] steps, int[] dilations, int[] explicit, boolean same) {
    this.in = in;
    this.size = size;
    this.steps = steps;
    this.dilations = dilations;
    this.same = same;
    this.pads = explicit;
    boolean known = true;
    if (same) {
      for (int axis = 0; axis < 2; axis++) {
        int reach = (size[axis] - 1) * dilations[axis] + 1;
        known &= in[axis] > 0 || steps[axis] == 1;
        int last = steps[axis] == 1 ? 0 : (lengthOut(axis) - 1) * steps[axis] + 1 - in[axis];
        int total = Math.max(0, last + reach - 1);
        pads[axis] = total / 2;
        pads[axis + 2] = total - total / 2;
      }
    }
    this.padsKnown = known;
  }

  /**
   * @param shape the picture's: batch, rows, columns, channels
   * @param strides TensorFlow's four
   */
  static Window of(TfNode node, int[] shape, int rows, int columns, int... strides) {
    if (shape.length != 4) {
      throw new ConversionException(
          node.title() + " gets a tensor of " + shape.length + " axes; expected 4");
    }
    String format = node.text("data_format", "NHWC");
    if (!format.equals("NHWC")) {
      throw new ConversionException(
          node.title() + " has data_format " + format + "; expected NHWC");
    }
    int[] dilations = node.has("dilations") ? node.wholes("dilations") : new int[] {1, 1, 1, 1};
    String padding = node.text("padding", "VALID");
    int[] pads = new int[4];
    if (padding.equals("EXPLICIT")) {
      int[] eight = node.wholes("explicit_paddings"); // before and after, of each of four axes
      pads = new int[] {eight[2], eight[4], eight[3], eight[5]};
    } else if (!padding.equals("SAME") && !padding.equals("VALID")) {
      throw new ConversionException(node.title() + " has padding " + padding);
    }
    return new Window(
        new int[] {shape[1], shape[2]},
        new int[] {rows, columns},
        new int[] {strides[1], strides[2]},
        new int[] {dilations[1], dilations[2]},
        pads,
        padding.equals("SAME"));
  }

  /** Pads, of a picture of known size. */
  int[] pads() {
    return pads;
  }

  /** What a node that slides this window must be told. */
  List<AttributeProto> attributes() {
    List<AttributeProto> attributes = new ArrayList<>();
    attributes.add(Attribute.wholes("kernel_shape", size));
    attributes.add(Attribute.wholes("strides", steps));
    if (dilations[0] != 1 || dilations[1] != 1) {
      attributes.add(Attribute.wholes("dilations", dilations));
    }
    attributes.add(
        padsKnown ? Attribute.wholes("pads", pads) : Attribute.text("auto_pad", "SAME_UPPER"));
    return attributes;
  }

  /** TensorFlow's shape of what comes out. */
  int[] shapeOut(int batch, int channels) {
    return new int[] {batch, lengthOut(0), lengthOut(1), channels};
  }

  private int lengthOut(int axis) {
    if (in[axis] < 0) {
      return Shapes.UNKNOWN;
    }
    if (same) {
      return (in[axis] + steps[axis] - 1) / steps[axis];
    }
    int reach = (size[axis] - 1) * dilations[axis] + 1;
    return (in[axis] + pads[axis] + pads[axis + 2] - reach) / steps[axis] + 1;
  }
}
