package io.walkout.models.convert.check;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;

/**
 * The input of a check, made anew from what its stored answer says: which scene, how large, and in
 * which form the net wants it.
 *
 * @param form {@code whole}, {@code unit} or {@code planes}; see {@link KnownNet}
 * @param pixels rows of pixels, each red, green, blue
 */
record CheckInput(String form, int width, int height, byte[] pixels) {
  /** NanoDet's, of blue, green and red; double, as the script that made the answers computes. */
  private static final double[] MEANS = {103.53, 116.28, 123.675};

  private static final double[] DEVIATIONS = {57.375, 57.12, 58.395};

  static CheckInput of(JsonNode stored) {
    int width = stored.path("width").asInt();
    int height = stored.path("height").asInt();
    String scene = stored.path("scene").asText();
    byte[] pixels = CheckPicture.draw(scene, width, height);
    if (sum(pixels) != stored.path("pixelSum").asLong()) {
      throw new IllegalStateException(
          "the picture '" + scene + "' is not the one that the stored answer was made from");
    }
    return new CheckInput(stored.path("input").asText(), width, height, pixels);
  }

  /** Differs if a pixel does, or two change places; the script computes the same. */
  private static long sum(byte[] pixels) {
    long sum = 0;
    for (int i = 0; i < pixels.length; i++) {
      sum = (sum + (pixels[i] & 0xffL) * (i % 251 + 1)) % 1_000_000_007;
    }
    return sum;
  }

  OnnxTensor tensor(OrtEnvironment environment) throws OrtException {
    return switch (form) {
      case "whole" -> OnnxTensor.createTensor(environment, whole(), rows());
      case "unit" -> OnnxTensor.createTensor(environment, unit(), rows());
      case "planes" ->
          OnnxTensor.createTensor(environment, planes(), new long[] {1, 3, height, width});
      default -> throw new IllegalStateException("no input has the form " + form);
    };
  }

  private long[] rows() {
    return new long[] {1, height, width, 3};
  }

  private IntBuffer whole() {
    IntBuffer numbers = IntBuffer.allocate(pixels.length);
    for (byte pixel : pixels) {
      numbers.put(pixel & 0xff);
    }
    return numbers.rewind();
  }

  private FloatBuffer unit() {
    FloatBuffer numbers = FloatBuffer.allocate(pixels.length);
    for (byte pixel : pixels) {
      numbers.put((float) ((pixel & 0xff) / 255.0));
    }
    return numbers.rewind();
  }

  private FloatBuffer planes() {
    FloatBuffer numbers = FloatBuffer.allocate(pixels.length);
    int plane = width * height;
    for (int i = 0; i < plane; i++) {
      for (int c = 0; c < 3; c++) {
        double of = pixels[i * 3 + 2 - c] & 0xff;
        numbers.put(c * plane + i, (float) ((of - MEANS[c]) / DEVIATIONS[c]));
      }
    }
    return numbers;
  }
}
