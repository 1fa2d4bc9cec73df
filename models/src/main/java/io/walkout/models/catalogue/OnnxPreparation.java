package io.walkout.models.catalogue;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import io.walkout.models.convert.ConversionException;
import io.walkout.models.convert.NetSpec;
import io.walkout.models.convert.TfjsGraph;
import io.walkout.models.convert.TfjsToOnnx;
import io.walkout.models.convert.check.KnownNet;
import io.walkout.models.convert.check.NetCheck;
import io.walkout.models.net.OnnxEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * How the program itself makes nets: TFJS graphs by {@link TfjsToOnnx}, checked against what
 * TensorFlow.js answered; ONNX files as they are, checked against their own answer to a picture
 * made from a rule. Holds a net's weights two or three times in memory while it works.
 */
public final class OnnxPreparation implements Preparation {
  /** The program's own preparation. */
  public OnnxPreparation() {}

  @Override
  public String version() {
    NetSpec spec = NetSpec.named("");
    return spec.producer() + " " + spec.producerVersion();
  }

  @Override
  public void convert(Net net, Path graph, Path onnx) throws IOException {
    KnownNet known =
        known(net)
            .orElseThrow(() -> ModelException.failure("no conversion is known of " + net.name()));
    try {
      NetSpec spec =
          known
              .spec()
              .about("source", net.packageName() + " " + net.file(Net.Use.GRAPH).path())
              .about("sha256 of weights", net.file(Net.Use.WEIGHTS).sha256())
              .about("upstream", net.upstream())
              .about("licence", net.licence() + ", " + net.copyright());
      ModelProto model = TfjsToOnnx.convert(TfjsGraph.read(graph), spec);
      Files.write(onnx, model.toByteArray());
    } catch (ConversionException e) {
      throw ModelException.failure(
          "%s can't be converted to ONNX: %s".formatted(net.name(), e.getMessage()), e);
    }
  }

  @Override
  public Comparison check(Net net, Path onnx) throws IOException {
    OrtEnvironment environment = OnnxEngine.environment();
    try {
      Optional<KnownNet> known = known(net);
      if (known.isPresent()) {
        NetCheck check = NetCheck.of(known.get());
        NetCheck.Result result = check.run(environment, onnx);
        return new Comparison(
            result.passes(),
            "%.0e off its stored answer (at most %.0e)"
                .formatted(result.greatest(), NetCheck.TOLERANCE));
      }
      return OwnAnswer.compare(environment, onnx, net.answer().orElseThrow());
    } catch (OrtException | IllegalArgumentException e) {
      return new Comparison(false, "ONNX Runtime can't run it: " + e.getMessage());
    }
  }

  private static Optional<KnownNet> known(Net net) {
    return Arrays.stream(KnownNet.values())
        .filter(each -> each.file().equals(net.name()))
        .findFirst();
  }
}
