package io.walkout.models.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.walkout.store.signal.Detections;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetEmbedderTest {
  /** Noise has a mean of 127.5 and the grey of the probe one of 114, so these differ. */
  private static final float BETWEEN_GREY_AND_NOISE = 120;

  @TempDir Path folder;

  private final Detections people = new Detections();

  @Test
  void vectorsHaveUnitLength() throws NetException {
    float[] dark = {3, 4, 0, 0, 0, 0, 0, 0};
    float[] white = {0, 0, 0, 0, 0, 0, 0, -2};
    people.add(10, 10, 40, 80, 1);
    float[] vector = new float[8];
    try (NetEmbedder embedder = open(dark, white)) {
      assertThat(embedder.length()).isEqualTo(8);
      assertThat(embedder.embed(Pictures.black(64, 128), 64, 128, people, 0, vector)).isTrue();
      assertThat(vector).containsExactly(0.6f, 0.8f, 0, 0, 0, 0, 0, 0);
      assertThat(embedder.embed(Pictures.white(64, 128), 64, 128, people, 0, vector)).isTrue();
      assertThat(vector).containsExactly(0, 0, 0, 0, 0, 0, 0, -1);
    }
  }

  @Test
  void ofSomebodyHardlyInThePictureNothingCanBeSaid() throws NetException {
    float[] vector = new float[8];
    people.add(-30, 10, 40, 80, 1);
    people.add(10, 10, 4, 8, 1);
    try (NetEmbedder embedder =
        open(new float[] {1, 0, 0, 0, 0, 0, 0, 0}, new float[] {0, 1, 0, 0, 0, 0, 0, 0})) {
      assertThat(embedder.embed(Pictures.black(64, 128), 64, 128, people, 0, vector)).isFalse();
      assertThat(embedder.embed(Pictures.black(64, 128), 64, 128, people, 1, vector)).isFalse();
      assertThat(embedder.faults()).isZero();
    }
  }

  @Test
  void aNetThatSaysTheSameOfEverythingIsRefused() {
    float[] same = {1, 1, 1, 1, 1, 1, 1, 1};
    assertThatThrownBy(() -> open(same, same))
        .isInstanceOf(NetException.class)
        .hasMessageContaining("answers different pictures with the same vector");
  }

  @Test
  void aNetThatSaysNothingIsRefused() {
    assertThatThrownBy(() -> open(new float[8], new float[] {Float.NaN, 0, 0, 0, 0, 0, 0, 0}))
        .isInstanceOf(NetException.class)
        .hasMessageContaining("expected a vector");
  }

  private NetEmbedder open(float[] dark, float[] white) throws NetException {
    return Nets.embedder(
        TinyNets.fed(TinyNets.FLOAT, BETWEEN_GREY_AND_NOISE, 1, 64, 32, 3)
            .answers("vector", dark, white, 1, 8)
            .in(folder));
  }
}
