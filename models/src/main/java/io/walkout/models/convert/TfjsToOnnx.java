package io.walkout.models.convert;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Converts a TensorFlow.js graph model to ONNX (operator set {@value OnnxFile#OPERATOR_SET}): folds
 * what is constant, turns one operator at a time, takes padding into convolutions, and drops what
 * no output needs. The same graph and spec give the same bytes.
 */
public final class TfjsToOnnx {
  /** Changes whenever the same graph and spec would give another file. */
  public static final String VERSION = "2";

  private final TfjsGraph source;
  private final NetSpec spec;
  private final OnnxGraph graph = new OnnxGraph();
  private final Conversion conversion = new Conversion(graph);

  private TfjsToOnnx(TfjsGraph source, NetSpec spec) {
    this.source = source;
    this.spec = spec;
  }

  /**
   * Converts.
   *
   * @param graph the net
   * @param spec what to call its inputs and outputs, and what the file says about itself
   * @return the model; {@code toByteArray()} are the file's bytes
   * @throws ConversionException if an operator is not known, or is used in a way that can't be
   *     converted; the message names the operator and the node
   */
  public static ModelProto convert(TfjsGraph graph, NetSpec spec) {
    return new TfjsToOnnx(graph, spec).convert();
  }

  private ModelProto convert() {
    // outputs' names are taken first, so that no inner tensor gets one
    Map<String, String> outputs = outputs();
    outputs.values().forEach(this::reserve);
    for (TfNode node : source.nodes()) {
      conversion.enter(node);
      try {
        convert(node);
      } catch (IndexOutOfBoundsException | ArithmeticException | NegativeArraySizeException e) {
        throw new ConversionException(
            node.title()
                + " of "
                + source.file()
                + " has too few inputs, or shapes or attributes that don't fit them");
      }
    }
    outputs.forEach(this::giveOut);
    PadFolding.apply(graph);
    BiasFolding.apply(graph);
    DeadNodes.remove(graph);
    return OnnxFile.of(graph, spec);
  }

  private void reserve(String name) {
    if (!graph.name(name).equals(name)) {
      throw new ConversionException("two outputs are to be called '" + name + "'");
    }
  }

  private void convert(TfNode node) {
    switch (node.op()) {
      case "Placeholder" -> takeIn(node);
      case "Const" -> {
        Tensor weight = source.weights().get(node.name());
        if (weight == null) {
          throw new ConversionException(
              node.title() + " of " + source.file() + " has no weight in the manifest");
        }
        conversion.set(node, conversion.constant("", weight));
      }
      case "NoOp" -> {}
      default -> {
        Tensor[] known = conversion.constants(node);
        Tensor[] folded = known == null ? null : ConstantFolding.fold(node, known);
        if (folded == null) {
          OpTable.of(source.file(), node).convert(node, conversion);
          return;
        }
        for (int i = 0; i < folded.length; i++) {
          conversion.set(node, i, conversion.constant("", folded[i]));
        }
      }
    }
  }

  private void takeIn(TfNode node) {
    int[] shape = node.shape("shape");
    if (node.attributes().path("shape").path("shape").path("unknownRank").asBoolean()) {
      throw new ConversionException(
          "input '" + node.name() + "' of " + source.file() + " may have any shape; expected one");
    }
    List<Integer> fixed = spec.shapes().get(node.name());
    if (fixed != null) {
      if (fixed.size() != shape.length) {
        throw new ConversionException(
            "input '"
                + node.name()
                + "' has "
                + shape.length
                + " axes, but is to be fixed to "
                + fixed);
      }
      for (int i = 0; i < shape.length; i++) {
        if (shape[i] >= 0 && shape[i] != fixed.get(i)) {
          throw new ConversionException(
              "input '"
                  + node.name()
                  + "' has shape "
                  + Arrays.toString(shape)
                  + " and can't be fixed to "
                  + fixed);
        }
        shape[i] = fixed.get(i);
      }
    }
    String name = graph.name(spec.inputs().getOrDefault(node.name(), node.name()));
    Element element = node.element("dtype");
    graph.inputs().add(new OnnxGraph.Port(name, element, shape));
    conversion.set(node, new Value(name, element, shape, Layout.PLAIN, null));
  }

  /** TFJS's name and new name of each output, in order. */
  private Map<String, String> outputs() {
    if (!spec.outputs().isEmpty()) {
      return spec.outputs();
    }
    if (source.outputs().isEmpty()) {
      throw new ConversionException(
          source.file() + " has no signature; name its outputs in the spec");
    }
    Map<String, String> outputs = new LinkedHashMap<>();
    source.outputs().stream()
        .sorted(Comparator.comparingInt(TfjsToOnnx::number).thenComparing(name -> name))
        .forEach(name -> outputs.put(name, TfNode.source(name)));
    return outputs;
  }

  /** The number that TensorFlow appends to a name that it has used before: Identity, Identity_1. */
  private static int number(String output) {
    String name = TfNode.source(output);
    String digits = name.substring(name.lastIndexOf('_') + 1);
    boolean numbered = digits.length() < 9 && digits.chars().allMatch(Character::isDigit);
    return numbered && !digits.isEmpty() ? Integer.parseInt(digits) : 0;
  }

  private void giveOut(String tfjs, String name) {
    if (!conversion.has(tfjs)) {
      throw new ConversionException(source.file() + " has no output '" + tfjs + "'");
    }
    Value value = conversion.plain(conversion.get(tfjs));
    int[] declared = source.outputShape(tfjs);
    boolean says = Shapes.known(declared) && declared.length == value.rank();
    int[] shape = says && !Shapes.known(value.shape()) ? declared : value.shape();
    graph.outputs().add(new OnnxGraph.Port(name, value.element(), shape));
    graph
        .nodes()
        .add(
            NodeProto.newBuilder()
                .setOpType("Identity")
                .setName(name)
                .addInput(value.name())
                .addOutput(name)
                .build());
  }
}
