package io.walkout.models.convert;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads a TFJS weights file: the tensors of the manifest one after the other, little endian, plain
 * or quantised (half floats; or 8 and 16 bit whole numbers with a scale and a least value).
 */
final class TfjsWeights {
  private final String file;
  private final ByteBuffer bytes;

  private TfjsWeights(String file, byte[] bytes) {
    this.file = file;
    this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * @param file for messages
   * @param manifest the graph's {@code weightsManifest}
   * @param bytes all groups' files one after the other
   * @throws ConversionException if the two don't fit
   */
  static Map<String, Tensor> read(String file, JsonNode manifest, byte[] bytes) {
    var weights = new TfjsWeights(file, bytes);
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (JsonNode group : manifest) {
      for (JsonNode entry : group.path("weights")) {
        String name = entry.path("name").asText();
        tensors.put(name, weights.tensor("weight '" + name + "' of " + file, entry));
      }
    }
    if (weights.bytes.hasRemaining()) {
      throw new ConversionException(
          file
              + " lists weights of "
              + weights.bytes.position()
              + " bytes, but was given "
              + bytes.length);
    }
    return tensors;
  }

  private Tensor tensor(String title, JsonNode entry) {
    int[] shape = new int[entry.path("shape").size()];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = entry.path("shape").get(i).asInt(-1);
      if (shape[i] < 0) {
        throw new ConversionException(title + " has a shape that is no list of lengths");
      }
    }
    int size = Shapes.size(shape);
    Element element = Element.of(entry.path("dtype").asText("nothing"), title);
    JsonNode quantization = entry.path("quantization");
    if (element == Element.FLOAT) {
      return Tensor.floats(shape, floats(title, quantization, size));
    }
    int[] ints = new int[size];
    require(title, (element == Element.BOOL ? 1L : 4L) * size);
    boolean affine = quantization.has("scale");
    if (affine) {
      throw new ConversionException(title + " is quantised whole numbers; expected them plain");
    }
    for (int i = 0; i < size; i++) {
      ints[i] = element == Element.BOOL ? bytes.get() : bytes.getInt();
    }
    return Tensor.ints(element, shape, ints);
  }

  private float[] floats(String title, JsonNode quantization, int size) {
    String stored = quantization.path("dtype").asText("float32");
    int width =
        switch (stored) {
          case "float32" -> 4;
          case "float16", "uint16" -> 2;
          case "uint8" -> 1;
          default ->
              throw new ConversionException(
                  title
                      + " is stored as "
                      + stored
                      + "; expected float32, float16, uint16 or uint8");
        };
    require(title, (long) width * size);
    float scale = (float) quantization.path("scale").asDouble(1);
    float least = (float) quantization.path("min").asDouble(0);
    float[] numbers = new float[size];
    for (int i = 0; i < size; i++) {
      numbers[i] =
          switch (stored) {
            case "float32" -> bytes.getFloat();
            case "float16" -> Float.float16ToFloat(bytes.getShort());
            case "uint16" -> (bytes.getShort() & 0xffff) * scale + least;
            default -> (bytes.get() & 0xff) * scale + least;
          };
    }
    return numbers;
  }

  private void require(String title, long needed) {
    if (needed > bytes.remaining()) {
      throw new ConversionException(
          title
              + " needs "
              + needed
              + " bytes, but "
              + bytes.remaining()
              + " are left; is the"
              + " weights file of "
              + file
              + " whole?");
    }
  }
}
