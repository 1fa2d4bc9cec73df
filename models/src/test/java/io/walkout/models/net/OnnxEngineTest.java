package io.walkout.models.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class OnnxEngineTest {
  /** What another process runs. */
  static final class Start {
    private Start() {}

    public static void main(String[] args) {
      OnnxEngine.environment();
      System.out.println(OnnxEngine.djl().getEngineName());
    }
  }

  @Test
  void djlAndOurSessionsShareOneEnvironmentWhicheverIsAskedForFirst() {
    assertThat(OnnxEngine.environment()).isSameAs(OnnxEngine.environment());
    assertThat(OnnxEngine.djl().getEngineName()).isEqualTo("OnnxRuntime");
  }

  /** ONNX Runtime 1.29 dies of these where it may report to its makers. */
  @Test
  void aLongCommandLineIsNoMatter() throws IOException, InterruptedException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-Dpadding=" + "x".repeat(20_000),
            "-cp",
            System.getProperty("java.class.path"),
            Start.class.getName());
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    assertThat(said).contains("OnnxRuntime");
  }
}
