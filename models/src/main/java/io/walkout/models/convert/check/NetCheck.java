package io.walkout.models.convert.check;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Checks a converted net against what TensorFlow.js itself answered to the same picture.
 * Thread-safe; a run takes a net's start and one run of it on one thread.
 */
public final class NetCheck {
  /**
   * The greatest difference that passes, as a share of the output's greatest magnitude. Seen are
   * 1e-6 to 1e-5 on x86-64; other processors sum in another order, and half of this net's depth of
   * rounding more would still be far below what a wrong pad or a wrong axis does (1e-1 and up).
   */
  public static final double TOLERANCE = 1e-4;

  /** Below this an output's magnitude is not what its differences are measured by. */
  private static final double LEAST_SCALE = 1e-3;

  /**
   * How far an output is from TFJS's.
   *
   * @param output its name in the ONNX file
   * @param absolute the greatest difference of a stored number
   * @param relative that, as a share of the greatest stored magnitude
   * @param sums the greatest relative difference of the sums over all numbers, stored or not
   */
  public record Difference(String output, double absolute, double relative, double sums) {
    /** Whether it is within {@link #TOLERANCE}; NaN is not. */
    public boolean passes() {
      return relative <= TOLERANCE && sums <= TOLERANCE;
    }
  }

  /**
   * What a check found.
   *
   * @param net the net's name
   * @param differences one per output, in the file's order
   */
  public record Result(String net, List<Difference> differences) {
    /** Whether every output is within {@link #TOLERANCE}. */
    public boolean passes() {
      return differences.stream().allMatch(Difference::passes);
    }

    /** The greatest relative difference of all outputs. */
    public double greatest() {
      return differences.stream()
          .mapToDouble(d -> Math.max(d.relative(), d.sums()))
          .reduce(0, Math::max);
    }

    /** The greatest absolute difference of all outputs. */
    public double greatestAbsolute() {
      return differences.stream().mapToDouble(Difference::absolute).reduce(0, Math::max);
    }
  }

  private final String name;
  private final JsonNode stored;

  private NetCheck(String name, JsonNode stored) {
    this.name = name;
    this.stored = stored;
  }

  /** The check of a net. */
  public static NetCheck of(KnownNet net) {
    String resource = net.file() + ".json";
    try (InputStream in = NetCheck.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("no stored answer " + resource);
      }
      return new NetCheck(net.file(), new ObjectMapper().readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What made the stored answer. */
  public String madeWith() {
    return stored.path("madeWith").asText();
  }

  /** The picture, as rows of pixels; each red, green, blue. */
  byte[] pixels() {
    return CheckInput.of(stored).pixels();
  }

  /**
   * Runs the net on its picture and compares.
   *
   * @param environment of ONNX Runtime; passed in because its start has an order
   * @param onnx the converted net
   * @throws OrtException if the file can't be loaded or run, or its input is another
   */
  public Result run(OrtEnvironment environment, Path onnx) throws OrtException {
    try (var options = oneThread();
        OrtSession session = environment.createSession(onnx.toString(), options)) {
      return run(environment, session);
    }
  }

  /** As {@link #run(OrtEnvironment, Path)}, with the file's bytes. */
  public Result run(OrtEnvironment environment, byte[] onnx) throws OrtException {
    try (var options = oneThread();
        OrtSession session = environment.createSession(onnx, options)) {
      return run(environment, session);
    }
  }

  private static OrtSession.SessionOptions oneThread() throws OrtException {
    var options = new OrtSession.SessionOptions();
    options.setIntraOpNumThreads(1);
    options.setInterOpNumThreads(1);
    return options;
  }

  private Result run(OrtEnvironment environment, OrtSession session) throws OrtException {
    List<Difference> differences = new ArrayList<>();
    var picture = CheckInput.of(stored);
    try (OnnxTensor input = picture.tensor(environment);
        OrtSession.Result outputs = session.run(Map.of(KnownNet.INPUT, input))) {
      int i = 0;
      for (Map.Entry<String, OnnxValue> output : outputs) {
        JsonNode expected = stored.path("outputs").path(i++);
        OnnxTensor tensor = (OnnxTensor) output.getValue();
        differences.add(difference(output.getKey(), expected, tensor.getFloatBuffer()));
      }
      if (i != stored.path("outputs").size()) {
        throw new IllegalArgumentException(
            name + " has " + i + " outputs; expected " + stored.path("outputs").size());
      }
    }
    return new Result(name, List.copyOf(differences));
  }

  private static Difference difference(String output, JsonNode expected, FloatBuffer actual) {
    int size = 1;
    for (JsonNode axis : expected.path("shape")) {
      size *= axis.asInt();
    }
    if (actual.remaining() != size) {
      throw new IllegalArgumentException(
          output + " has " + actual.remaining() + " numbers; expected " + size);
    }
    JsonNode positions = expected.path("positions"); // none: all are stored
    JsonNode numbers = expected.path("numbers");
    double scale = LEAST_SCALE;
    double absolute = 0;
    for (int i = 0; i < numbers.size(); i++) {
      double wanted = numbers.get(i).asDouble();
      int at = positions.isEmpty() ? i : positions.get(i).asInt();
      scale = Math.max(scale, Math.abs(wanted));
      // Math.max keeps NaN, so that a net that returns it doesn't pass
      absolute = Math.max(absolute, Math.abs(actual.get(at) - wanted));
    }
    return new Difference(output, absolute, absolute / scale, sums(expected, actual));
  }

  private static double sums(JsonNode expected, FloatBuffer actual) {
    double sum = 0;
    double magnitudes = 0;
    for (int i = 0; i < actual.remaining(); i++) {
      sum += actual.get(i);
      magnitudes += Math.abs(actual.get(i));
    }
    double scale = Math.max(LEAST_SCALE, expected.path("sumOfMagnitudes").asDouble());
    double ofNumbers = Math.abs(sum - expected.path("sum").asDouble());
    double ofMagnitudes = Math.abs(magnitudes - expected.path("sumOfMagnitudes").asDouble());
    return Math.max(ofNumbers, ofMagnitudes) / scale;
  }
}
