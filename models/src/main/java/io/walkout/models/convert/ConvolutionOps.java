package io.walkout.models.convert;

import static io.walkout.models.convert.Layout.CHANNELS_FIRST;

import ai.onnx.proto.OnnxMl.AttributeProto;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Convolutions and matrix products, with the bias and the activation that TensorFlow fused into
 * them. Filters must be constants; they are turned here, once.
 */
final class ConvolutionOps {
  private ConvolutionOps() {}

  static void addTo(Map<String, OpConverter> table) {
    table.put("Conv2D", ConvolutionOps::convolution);
    table.put("_FusedConv2D", ConvolutionOps::convolution);
    table.put("FusedConv2D", ConvolutionOps::convolution);
    table.put("DepthwiseConv2dNative", ConvolutionOps::depthwise);
    table.put("FusedDepthwiseConv2dNative", ConvolutionOps::depthwise);
    table.put("Conv2DBackpropInput", ConvolutionOps::transposed);
    table.put("MatMul", ConvolutionOps::product);
    table.put("_FusedMatMul", ConvolutionOps::product);
  }

  private static void convolution(TfNode node, Conversion to) {
    Tensor filter = filter(node, to, 1); // rows, columns, channels in of a group, channels out
    int[] f = filter.shape();
    int channels = to.in(node, 0).shape()[3];
    int groups = channels > 0 ? channels / f[2] : 1;
    convolve(node, to, filter.transpose(3, 2, 0, 1), groups, f[3]);
  }

  private static void depthwise(TfNode node, Conversion to) {
    Tensor filter = filter(node, to, 1); // rows, columns, channels, filters per channel
    int[] f = filter.shape();
    Tensor turned = filter.transpose(2, 3, 0, 1).reshape(f[2] * f[3], 1, f[0], f[1]);
    convolve(node, to, turned, f[2], f[2] * f[3]);
  }

  private static void convolve(
      TfNode node, Conversion to, Tensor filter, int groups, int channelsOut) {
    Value x = to.channelsFirst(to.in(node, 0));
    Window window =
        Window.of(node, x.shape(), filter.shape()[2], filter.shape()[3], node.wholes("strides"));
    List<Value> inputs = new ArrayList<>(List.of(x, to.constant("/filter", filter)));
    List<String> fused = node.texts("fused_ops");
    if (fused.contains("BiasAdd")) {
      inputs.add(to.constant("/bias", to.constant(node, 2)));
    }
    List<AttributeProto> attributes = window.attributes();
    attributes.add(Attribute.whole("group", groups));
    Value y =
        to.emit(
            "Conv",
            Element.FLOAT,
            window.shapeOut(x.shape()[0], channelsOut),
            CHANNELS_FIRST,
            inputs,
            attributes.toArray(AttributeProto[]::new));
    to.set(node, activated(node, to, y, fused));
  }

  /** A fused node's activation, after the bias. */
  private static Value activated(TfNode node, Conversion to, Value y, List<String> fused) {
    Value result = y;
    for (String op : fused) {
      result =
          switch (op) {
            case "BiasAdd" -> result;
            case "LeakyRelu" ->
                ElementwiseOps.leaky(to, result, node.real("leakyrelu_alpha", 0.2f));
            case "Relu", "Relu6", "Elu", "Sigmoid", "Tanh" ->
                ElementwiseOps.activation(to, op, result);
            case "Prelu" -> ElementwiseOps.combine(to, "PRelu", result, to.in(node, 3));
            default ->
                throw new ConversionException(
                    node.title() + " is fused with " + op + ", which can't be converted");
          };
    }
    return result;
  }

  private static Tensor filter(TfNode node, Conversion to, int input) {
    String format = node.text("data_format", "NHWC");
    if (!format.equals("NHWC")) {
      throw new ConversionException(
          node.title() + " has data_format " + format + "; expected NHWC");
    }
    return to.constant(node, input);
  }

  /** The gradient of a convolution, which nets use to enlarge a picture. */
  private static void transposed(TfNode node, Conversion to) {
    int[] shape = to.constant(node, 0).ints();
    Tensor filter = filter(node, to, 1); // rows, columns, channels out, channels in
    int[] f = filter.shape();
    Value x = to.channelsFirst(to.in(node, 2));
    int[] strides = node.wholes("strides");
    int[] shapeOut = {x.shape()[0], shape[1], shape[2], f[2]};
    // the pads of the convolution that this is the gradient of
    Window window = Window.of(node, shapeOut, f[0], f[1], strides);
    int[] pads = window.pads();
    int[] extra = new int[2];
    for (int axis = 0; axis < 2; axis++) {
      int covered =
          (x.shape()[axis + 1] - 1) * strides[axis + 1] + f[axis] - pads[axis] - pads[axis + 2];
      extra[axis] = shapeOut[axis + 1] - covered;
      if (!Shapes.known(x.shape()) || extra[axis] < 0) {
        throw new ConversionException(
            node.title() + " can't make " + shapeOut[axis + 1] + " of " + x.shape()[axis + 1]);
      }
    }
    to.set(
        node,
        to.emit(
            "ConvTranspose",
            Element.FLOAT,
            shapeOut,
            CHANNELS_FIRST,
            List.of(x, to.constant("/filter", filter.transpose(3, 2, 0, 1))),
            Attribute.wholes("strides", strides[1], strides[2]),
            Attribute.wholes("pads", pads),
            Attribute.wholes("output_padding", extra)));
  }

  private static void product(TfNode node, Conversion to) {
    Value a = to.plain(node, 0);
    Value b = to.plain(node, 1);
    if (a.rank() != 2 || b.rank() != 2) {
      throw new ConversionException(node.title() + " multiplies other than matrices");
    }
    boolean turnA = node.flag("transpose_a");
    boolean turnB = node.flag("transpose_b");
    List<String> fused = node.texts("fused_ops");
    List<Value> inputs = new ArrayList<>(List.of(a, b));
    if (fused.contains("BiasAdd")) {
      inputs.add(to.plain(node, 2));
    }
    int[] shape = {a.shape()[turnA ? 1 : 0], b.shape()[turnB ? 0 : 1]};
    Value y =
        to.emit(
            "Gemm",
            Element.FLOAT,
            shape,
            inputs,
            Attribute.whole("transA", turnA ? 1 : 0),
            Attribute.whole("transB", turnB ? 1 : 0));
    to.set(node, activated(node, to, y, fused));
  }
}
