package io.walkout.models.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

/** Every form in which TFJS stores weights, and files that don't fit. */
class TfjsWeightsTest {
  private static TfjsGraph read(String weights, int... bytes) {
    byte[] raw = new byte[bytes.length];
    for (int i = 0; i < raw.length; i++) {
      raw[i] = (byte) bytes[i];
    }
    String json =
        """
        {"modelTopology": {"node": [{"name": "w", "op": "Const"}]},
         "weightsManifest": [{"paths": ["w.bin"], "weights": [%s]}]}
        """
            .formatted(weights);
    return TfjsGraph.read("net.json", json, raw);
  }

  private static Tensor first(TfjsGraph graph) {
    return graph.weights().values().iterator().next();
  }

  @Test
  void halfFloatsBecomeFloats() {
    var graph =
        read(
            """
            {"name": "w", "shape": [3], "dtype": "float32", "quantization": {"dtype": "float16"}}
            """,
            0x00,
            0x3c,
            0x00,
            0xc0,
            0x00,
            0xfc);

    assertThat(first(graph).floats()).containsExactly(1, -2, Float.NEGATIVE_INFINITY);
  }

  @Test
  void bytesAreScaled() {
    var graph =
        read(
            """
            {"name": "w", "shape": [2], "dtype": "float32",
             "quantization": {"dtype": "uint8", "scale": 0.5, "min": -1}}
            """,
            4,
            255);

    assertThat(first(graph).floats()).containsExactly(1, 126.5f);
  }

  @Test
  void pairsOfBytesAreScaled() {
    var graph =
        read(
            """
            {"name": "w", "shape": [1], "dtype": "float32",
             "quantization": {"dtype": "uint16", "scale": 2, "min": 1}}
            """,
            0xff,
            0xff);

    assertThat(first(graph).floats()).containsExactly(131071);
  }

  @Test
  void wholeNumbersAndClaimsAreTakenAsTheyAre() {
    var graph =
        read(
            """
            {"name": "w", "shape": [], "dtype": "int32"},
            {"name": "b", "shape": [2], "dtype": "bool"}
            """,
            0xfe,
            0xff,
            0xff,
            0xff,
            1,
            0);

    assertThat(graph.weights().values())
        .extracting(Tensor::ints)
        .containsExactly(new int[] {-2}, new int[] {1, 0});
  }

  @Test
  void aFileThatEndsTooSoonIsRefused() {
    assertThatExceptionOfType(ConversionException.class)
        .isThrownBy(
            () -> read("{\"name\": \"w\", \"shape\": [2], \"dtype\": \"int32\"}", 1, 2, 3, 4))
        .withMessageContaining("weight 'w' of net.json needs 8 bytes, but 4 are left");
  }

  @Test
  void aFileThatGoesOnIsRefused() {
    assertThatExceptionOfType(ConversionException.class)
        .isThrownBy(
            () -> read("{\"name\": \"w\", \"shape\": [], \"dtype\": \"int32\"}", 1, 2, 3, 4, 5))
        .withMessageContaining("net.json lists weights of 4 bytes, but was given 5");
  }

  @Test
  void whatIsNoGraphModelIsRefused() {
    assertThatExceptionOfType(ConversionException.class)
        .isThrownBy(() -> TfjsGraph.read("net.json", "{\"layers\": []}", new byte[0]))
        .withMessageContaining("expected a TFJS graph model");
    assertThatExceptionOfType(ConversionException.class)
        .isThrownBy(() -> TfjsGraph.read("net.json", "<html>", new byte[0]))
        .withMessageContaining("net.json is not JSON (line 1)");
  }
}
