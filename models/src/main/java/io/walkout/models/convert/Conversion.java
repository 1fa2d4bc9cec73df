package io.walkout.models.convert;

import ai.onnx.proto.OnnxMl.AttributeProto;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One conversion under way: what the tensors seen so far have become, and the graph being made.
 *
 * <p>Pictures are kept channels first from convolution to convolution: a converter says which
 * layouts it can take, and a Transpose is added (once per tensor) only where two don't agree. So
 * the hundreds of Transposes around convolutions, which others leave to the runtime to remove, are
 * never made.
 */
final class Conversion {
  private final OnnxGraph graph;
  private final Map<String, Value> values = new HashMap<>();
  private final Map<String, Value> turned = new HashMap<>();
  private final Map<String, TfNode> makers = new HashMap<>();
  private String scope = "";

  Conversion(OnnxGraph graph) {
    this.graph = graph;
  }

  OnnxGraph graph() {
    return graph;
  }

  /** New tensors are named after this node until the next one. */
  void enter(TfNode node) {
    scope = node.name();
    makers.put(node.name(), node);
  }

  /** The TensorFlow node that makes a tensor. */
  TfNode maker(String tensor) {
    TfNode node = makers.get(TfNode.source(tensor));
    if (node == null) {
      throw new ConversionException("tensor '" + tensor + "' is read but nothing makes it");
    }
    return node;
  }

  /** Whether two of TensorFlow's names stand for one tensor. */
  boolean same(String a, String b) {
    return key(a).equals(key(b));
  }

  /** Says what an output has become. */
  void set(String tensor, Value value) {
    values.put(key(tensor), value);
  }

  void set(TfNode node, Value value) {
    set(node.name(), value);
  }

  void set(TfNode node, int output, Value value) {
    set(node.name() + ":" + output, value);
  }

  /** What a tensor of TensorFlow's has become, whatever its layout. */
  Value get(String tensor) {
    Value value = values.get(key(tensor));
    if (value == null) {
      throw new ConversionException("tensor '" + tensor + "' is read but nothing makes it");
    }
    return value;
  }

  boolean has(String tensor) {
    return values.containsKey(key(tensor));
  }

  Value in(TfNode node, int i) {
    if (i >= node.inputs().size()) {
      throw new ConversionException(
          node.title() + " has " + node.inputs().size() + " inputs; expected more");
    }
    return get(node.inputs().get(i));
  }

  /** An input in TensorFlow's own layout. */
  Value plain(TfNode node, int i) {
    return plain(in(node, i));
  }

  /** An input whose numbers must be known. */
  Tensor constant(TfNode node, int i) {
    Tensor tensor = in(node, i).constant();
    if (tensor == null) {
      throw new ConversionException(
          node.title()
              + " gets its input "
              + i
              + " from '"
              + node.inputs().get(i)
              + "', whose value is not known before the net runs; only a constant can be converted");
    }
    return tensor;
  }

  /** A constant as a value; it reaches the file only if a node reads it. */
  Value constant(String suffix, Tensor tensor) {
    String name = graph.name(scope + suffix);
    graph.constant(name, tensor);
    return new Value(name, tensor.element(), tensor.shape(), Layout.PLAIN, tensor);
  }

  Value indices(String suffix, int... numbers) {
    return constant(suffix, Tensor.indices(numbers));
  }

  /** A value in TensorFlow's own layout. */
  Value plain(Value value) {
    return value.isChannelsFirst() ? turn(value, Layout.PLAIN) : value;
  }

  /**
   * A value with the channels first, for a convolution or beside another such value.
   *
   * @param value of four axes; or a constant of fewer, which then broadcasts as before
   */
  Value channelsFirst(Value value) {
    if (value.isChannelsFirst() || value.rank() == 0) {
      return value;
    }
    return turn(value, Layout.CHANNELS_FIRST);
  }

  private Value turn(Value value, Layout layout) {
    Value before = turned.get(layout + value.name());
    if (before != null) {
      return before;
    }
    Tensor constant = value.constant();
    Value result;
    if (constant != null) {
      Tensor first = broadcastChannelsFirst(constant);
      String name = graph.name(value.name() + "/channels_first");
      graph.constant(name, first);
      result = new Value(name, value.element(), value.shape(), layout, null);
    } else {
      int[] perm = layout == Layout.PLAIN ? Layout.toPlain() : Layout.toChannelsFirst();
      String name = graph.name(value.name() + (layout == Layout.PLAIN ? "/plain" : "/turned"));
      graph.add("Transpose", List.of(value.name()), List.of(name), Attribute.wholes("perm", perm));
      result = value.seenAs(value.shape(), layout).named(name);
      turned.put(value.layout() + name, value); // turning back costs nothing
    }
    turned.put(layout + value.name(), result);
    return result;
  }

  private static Tensor broadcastChannelsFirst(Tensor constant) {
    int[] four = {1, 1, 1, 1};
    System.arraycopy(constant.shape(), 0, four, 4 - constant.rank(), constant.rank());
    Tensor turned = constant.reshape(four).transpose(Layout.toChannelsFirst());
    // [1, C, 1, 1] as [C, 1, 1]: runtimes fold such a bias into the convolution before it
    int[] shape = turned.shape();
    return shape[0] == 1 ? turned.reshape(shape[1], shape[2], shape[3]) : turned;
  }

  /** A value as whole numbers of 64 bits, which ONNX wants for shapes and positions. */
  Value int64(Value value) {
    Tensor constant = value.constant();
    if (value.element() == Element.INT64) {
      return value;
    }
    if (constant != null) {
      return constant("/int64", constant.as(Element.INT64));
    }
    return cast(value, Element.INT64);
  }

  Value cast(Value value, Element element) {
    return value.element() == element
        ? value
        : emit(
            "Cast",
            element,
            value.shape(),
            value.layout(),
            List.of(value),
            Attribute.whole("to", element.onnx()));
  }

  /** Adds a node of one output, named after the TensorFlow node. */
  Value emit(
      String op,
      Element element,
      int[] shape,
      Layout layout,
      List<Value> inputs,
      AttributeProto... attributes) {
    String name = graph.name(scope);
    graph.add(op, inputs.stream().map(Value::name).toList(), List.of(name), attributes);
    return new Value(name, element, shape, layout, null);
  }

  /** As above, of plain layout. */
  Value emit(
      String op, Element element, int[] shape, List<Value> inputs, AttributeProto... attributes) {
    return emit(op, element, shape, Layout.PLAIN, inputs, attributes);
  }

  private static String key(String tensor) {
    return TfNode.source(tensor) + ":" + TfNode.output(tensor);
  }

  /** The known numbers of all inputs of a node, or null if one is not known. */
  Tensor @Nullable [] constants(TfNode node) {
    Tensor[] constants = new Tensor[node.inputs().size()];
    for (int i = 0; i < constants.length; i++) {
      Tensor tensor = in(node, i).constant();
      if (tensor == null) {
        return null;
      }
      constants[i] = tensor;
    }
    return constants;
  }
}
