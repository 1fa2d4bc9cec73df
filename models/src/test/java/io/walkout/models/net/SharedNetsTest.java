package io.walkout.models.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.walkout.models.NetFamily;
import io.walkout.store.signal.Detections;
import io.walkout.store.signal.PictureFault;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Nets of the wild, where they lie beside the project for development. */
class SharedNetsTest {
  private static final String YOLOX = "yolox_nano_416x416.onnx";
  private static final String REID = "person-reidentification-retail-0248.onnx";

  @Test
  void yoloxNanoPassesItsProbeAndSeesNobodyInNoise() throws NetException {
    Detections found = new Detections();
    try (NetDetector detector =
        Nets.detector(NetFamily.YOLOX, shared(YOLOX), DetectorSettings.USUAL)) {
      detector.detect(BlankPictures.noise(640, 360), 640, 360, 0, found);
      assertThat(found.fault).isEqualTo(PictureFault.NONE);
      assertThat(found.count).isLessThan(3);
    }
  }

  @Test
  void theReidNetTellsGreyFromNoise() throws NetException {
    Detections people = new Detections();
    people.add(0, 0, 64, 128, 1);
    float[] vector = new float[256];
    try (NetEmbedder embedder = Nets.embedder(shared(REID))) {
      assertThat(embedder.length()).isEqualTo(256);
      assertThat(embedder.embed(BlankPictures.noise(64, 128), 64, 128, people, 0, vector)).isTrue();
    }
  }

  @Test
  void oneGivenForTheOtherIsRefused() {
    Path reid = shared(REID);
    Path yolox = shared(YOLOX);
    for (NetFamily family : new NetFamily[] {NetFamily.YOLOX, NetFamily.NANODET, NetFamily.DETR}) {
      assertThatThrownBy(() -> Nets.detector(family, reid, DetectorSettings.USUAL))
          .isInstanceOf(NetException.class)
          .hasMessageContaining("expected")
          .hasMessageContaining("found float32[1,256,128,3]");
    }
    assertThatThrownBy(() -> Nets.detector(NetFamily.NANODET, yolox, DetectorSettings.USUAL))
        .isInstanceOf(NetException.class)
        .hasMessageContaining("found float32[1,3,416,416] 'images' in and float32[1,3549,85]");
    assertThatThrownBy(() -> Nets.embedder(yolox)).isInstanceOf(NetException.class);
    assertThatThrownBy(() -> Nets.palms(yolox)).isInstanceOf(NetException.class);
    assertThatThrownBy(() -> Nets.poses(NetFamily.MOVENET, yolox)).isInstanceOf(NetException.class);
  }

  @Test
  void djlStartsBesideOurSessions() throws NetException {
    Nets.embedder(shared(REID)).close();
    assertThat(OnnxEngine.djl().getEngineName()).isEqualTo("OnnxRuntime");
  }

  private static Path shared(String name) {
    String named = System.getenv("WALKOUT_SHARED");
    Path above = Path.of("").toAbsolutePath();
    Path found = named == null ? null : Path.of(named, "data", "models", name);
    for (Path at = above; found == null && at != null; at = at.getParent()) {
      Path here = at.resolve("shared").resolve("data").resolve("models").resolve(name);
      found = Files.isRegularFile(here) ? here : null;
    }
    if (found == null || !Files.isRegularFile(found)) {
      return Assumptions.abort("shared/data/models/" + name + " is not beside the project");
    }
    return found;
  }
}
