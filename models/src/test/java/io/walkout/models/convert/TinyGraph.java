package io.walkout.models.convert;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.walkout.models.net.OnnxEngine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** A TFJS graph written by hand in a test, and what it answers once converted. */
final class TinyGraph {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ArrayNode nodes = JSON.createArrayNode();
  private final ArrayNode weights = JSON.createArrayNode();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Map<String, Object> inputs = new LinkedHashMap<>();
  private final Map<String, long[]> shapes = new LinkedHashMap<>();

  /** An input and the numbers it will get; {@code declared} axes may be −1. */
  TinyGraph input(String name, int[] declared, int[] shape, float... numbers) {
    inputs.put(name, numbers);
    return placeholder(name, "DT_FLOAT", declared, shape);
  }

  TinyGraph input(String name, int[] shape, float... numbers) {
    return input(name, shape, shape, numbers);
  }

  TinyGraph input(String name, int[] shape, int... numbers) {
    inputs.put(name, numbers);
    return placeholder(name, "DT_INT32", shape, shape);
  }

  private TinyGraph placeholder(String name, String type, int[] declared, int... shape) {
    shapes.put(name, Arrays.stream(shape).asLongStream().toArray());
    ObjectNode attributes = add(name, "Placeholder");
    attributes.putObject("dtype").put("type", type);
    ArrayNode dims = attributes.putObject("shape").putObject("shape").putArray("dim");
    for (int axis : declared) {
      dims.addObject().put("size", "" + axis);
    }
    return this;
  }

  TinyGraph weight(String name, int[] shape, float... numbers) {
    manifest(name, "float32", shape);
    ByteBuffer raw = ByteBuffer.allocate(4 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
    raw.asFloatBuffer().put(numbers);
    bytes.writeBytes(raw.array());
    return this;
  }

  TinyGraph weight(String name, int[] shape, int... numbers) {
    manifest(name, "int32", shape);
    ByteBuffer raw = ByteBuffer.allocate(4 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
    raw.asIntBuffer().put(numbers);
    bytes.writeBytes(raw.array());
    return this;
  }

  private void manifest(String name, String type, int... shape) {
    add(name, "Const");
    ArrayNode axes = weights.addObject().put("name", name).put("dtype", type).putArray("shape");
    for (int axis : shape) {
      axes.add(axis);
    }
  }

  private ObjectNode add(String name, String op, String... reads) {
    ObjectNode node = nodes.addObject().put("name", name).put("op", op);
    ArrayNode list = node.putArray("input");
    for (String read : reads) {
      list.add(read);
    }
    return node.putObject("attr");
  }

  /**
   * A node.
   *
   * @param call {@code name = Op(input, input)}
   * @param attributes {@code name=value}: a whole number, {@code true}, a list {@code [1,2]}, a
   *     type {@code DT_...}, a real number with a point, or a text
   */
  TinyGraph node(String call, String... attributes) {
    int equal = call.indexOf(" = ");
    int open = call.indexOf('(');
    String op = call.substring(equal + 3, open);
    String[] reads = list(call.substring(open + 1, call.length() - 1));
    ObjectNode attr = add(call.substring(0, equal), op, reads);
    for (String attribute : attributes) {
      int equals = attribute.indexOf('=');
      set(attr.putObject(attribute.substring(0, equals)), attribute.substring(equals + 1));
    }
    return this;
  }

  private static void set(ObjectNode attribute, String value) {
    if (value.startsWith("[")) {
      String[] entries = list(value.substring(1, value.length() - 1));
      boolean wholes = entries[0].matches("-?\\d+");
      ArrayNode list = attribute.putObject("list").putArray(wholes ? "i" : "s");
      for (String entry : entries) {
        list.add(wholes ? entry : base64(entry));
      }
    } else if (value.startsWith("DT_")) {
      attribute.put("type", value);
    } else if (value.matches("-?\\d+")) {
      attribute.put("i", value);
    } else if (value.matches("-?\\d+\\.\\d+")) {
      attribute.put("f", Double.parseDouble(value));
    } else if (value.equals("true") || value.equals("false")) {
      attribute.put("b", Boolean.parseBoolean(value));
    } else {
      attribute.put("s", base64(value));
    }
  }

  private static String[] list(String text) {
    return Pattern.compile(", *").split(text, -1);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  TfjsGraph graph() {
    ObjectNode root = JSON.createObjectNode();
    root.putObject("modelTopology").set("node", nodes);
    root.putArray("weightsManifest").addObject().set("weights", weights);
    try {
      return TfjsGraph.read("tiny.json", JSON.writeValueAsString(root), bytes.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Converted, with these outputs under their own names (a colon becomes a dash). */
  ModelProto onnx(String... outputs) {
    NetSpec spec = NetSpec.named("tiny");
    for (String output : outputs) {
      spec = spec.output(output, output.replace(':', '-') + "_out");
    }
    return TfjsToOnnx.convert(graph(), spec);
  }

  /** What the converted graph answers for one of its outputs. */
  Answer run(String output) throws OrtException {
    return run(onnx(output));
  }

  Answer run(ModelProto model) throws OrtException {
    OnnxEngine.djl(); // which must start before the environment is asked for
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    Map<String, OnnxTensor> tensors = new LinkedHashMap<>();
    try (var options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      try (OrtSession session = environment.createSession(model.toByteArray(), options)) {
        for (String name : session.getInputNames()) {
          tensors.put(name, tensor(environment, name));
        }
        try (OrtSession.Result result = session.run(tensors)) {
          return Answer.of((OnnxTensor) result.get(0));
        }
      }
    } finally {
      tensors.values().forEach(OnnxTensor::close);
    }
  }

  private OnnxTensor tensor(OrtEnvironment environment, String name) throws OrtException {
    Object numbers = inputs.get(name);
    long[] shape = shapes.get(name);
    return numbers instanceof float[] floats
        ? OnnxTensor.createTensor(environment, FloatBuffer.wrap(floats), shape)
        : OnnxTensor.createTensor(environment, IntBuffer.wrap((int[]) numbers), shape);
  }

  /** Shape and numbers of an output; whole numbers as floats. */
  record Answer(int[] shape, float[] numbers) {
    static Answer of(OnnxTensor tensor) {
      int[] shape = Arrays.stream(tensor.getInfo().getShape()).mapToInt(Math::toIntExact).toArray();
      float[] numbers = new float[Shapes.size(shape)];
      switch (tensor.getInfo().type) {
        case FLOAT -> tensor.getFloatBuffer().get(numbers);
        case INT32 -> {
          IntBuffer ints = tensor.getIntBuffer();
          for (int i = 0; i < numbers.length; i++) {
            numbers[i] = ints.get(i);
          }
        }
        case BOOL -> {
          ByteBuffer flags = tensor.getByteBuffer();
          for (int i = 0; i < numbers.length; i++) {
            numbers[i] = flags.get(i);
          }
        }
        default -> throw new IllegalStateException("an output of " + tensor.getInfo().type);
      }
      return new Answer(shape, numbers);
    }
  }

  static int[] shape(int... axes) {
    return axes;
  }

  /** Numbers that are all different and of both signs. */
  static float[] numbers(int... shape) {
    float[] numbers = new float[Shapes.size(shape)];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (i * 37 % 101 - 50) / 16f;
    }
    return numbers;
  }
}
