package io.walkout.models.catalogue;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a net that comes as ONNX answers to a picture made from a rule: its sums, as this program
 * saw them when the net was listed. Tells a broken file or a broken runtime, not a wrong net: the
 * file's hash does that.
 *
 * @param shape of the input, rows and columns last
 * @param sum of all numbers of all outputs, each times its place modulo 251
 * @param magnitudes sum of their magnitudes
 */
public record OwnAnswer(List<Long> shape, double sum, double magnitudes) {
  private static final int MOST_PLACE = 251;
  private static final double MIDDLE_PLACE = MOST_PLACE / 2.0;

  /** Pixels of the letters drawn. */
  private static final int LETTER = 32;

  private static final int STEM = 5;
  private static final int CELL = 25;

  /** As the stored answers of TFJS: other processors sum in another order. */
  private static final double TOLERANCE = 1e-4;

  /** Copies the shape. */
  public OwnAnswer {
    shape = List.copyOf(shape);
  }

  static Preparation.Comparison compare(OrtEnvironment environment, Path onnx, OwnAnswer expected)
      throws OrtException {
    OwnAnswer found = of(environment, onnx, expected.shape());
    double places = Math.abs(found.sum - expected.sum) / MIDDLE_PLACE;
    double sizes = Math.abs(found.magnitudes - expected.magnitudes);
    double off = Math.max(places, sizes) / expected.magnitudes; // NaN stays and does not pass
    return new Preparation.Comparison(
        off <= TOLERANCE, "%.0e off its stored answer (at most %.0e)".formatted(off, TOLERANCE));
  }

  /** Runs a net of one input of floats. */
  static OwnAnswer of(OrtEnvironment environment, Path onnx, List<Long> shape) throws OrtException {
    long[] sides = shape.stream().mapToLong(Long::longValue).toArray();
    double sum = 0;
    double magnitudes = 0;
    long at = 0;
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      try (OrtSession session = environment.createSession(onnx.toString(), options);
          OnnxTensor input = OnnxTensor.createTensor(environment, input(sides), sides);
          OrtSession.Result outputs =
              session.run(Map.of(session.getInputNames().iterator().next(), input))) {
        for (Map.Entry<String, OnnxValue> output : outputs) {
          FloatBuffer numbers = ((OnnxTensor) output.getValue()).getFloatBuffer();
          while (numbers.hasRemaining()) {
            float number = numbers.get();
            sum += number * (at++ % MOST_PLACE + 1); // two that change places are noticed
            magnitudes += Math.abs(number);
          }
        }
      }
    }
    return new OwnAnswer(shape, sum, magnitudes);
  }

  /** A line of the letter H, dark on light. */
  private static FloatBuffer input(long[] sides) {
    int count = 1;
    for (long side : sides) {
      count = Math.multiplyExact(count, Math.toIntExact(side));
    }
    FloatBuffer numbers = FloatBuffer.allocate(count);
    long height = sides[sides.length - 2];
    long width = sides[sides.length - 1];
    for (long i = 0; i < count; i++) {
      long x = i % width;
      long y = i / width % height;
      boolean isLine = y >= height / 4 && y < height / 4 + LETTER && x >= CELL && x < width - CELL;
      long across = x % CELL;
      boolean isBar = across >= STEM && across < 3 * STEM && y - height / 4 >= LETTER / 2;
      boolean isStem = across < STEM || (across >= 3 * STEM && across < 4 * STEM);
      boolean isInk = isLine && (isStem || (isBar && y - height / 4 < LETTER / 2 + STEM));
      numbers.put(isInk ? -2 : 2);
    }
    return numbers.rewind();
  }
}
