package io.walkout.ingest.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VideoPacketsTest {
  private static final int FRAMES = 40;

  @TempDir private Path dir;

  @Test
  void codedPicturesComeInAnnexBWithTheParametersBeforeEachKeyPicture() throws Exception {
    Path file = dir.resolve("a.mp4");
    ByteBuffer bgr = ByteBuffer.allocateDirect(3 * 64 * 48);
    try (var writer = VideoFileWriter.create(file, VideoSettings.camera(64, 48, 10))) {
      for (int i = 0; i < FRAMES; i++) {
        bgr.put(3 * i, (byte) 255);
        writer.write(bgr, i * 100_000_000L);
      }
      writer.finish();
    }
    int keys = 0;
    Path stream = dir.resolve("a.h264");
    try (VideoPackets packets = new VideoPackets(file);
        var out = Files.newOutputStream(stream)) {
      assertThat(packets.isPassable()).isTrue();
      for (int i = 0; i < FRAMES; i++) {
        assertThat(packets.next()).isTrue();
        assertThat(packets.index()).isEqualTo(i);
        byte[] bytes = packets.bytes();
        assertThat(bytes).startsWith(0, 0);
        int first = bytes[bytes[2] == 1 ? 3 : 4] & 0x1f;
        assertThat(first == 7)
            .as("frame %d begins with its parameters", i)
            .isEqualTo(packets.isKey());
        keys += packets.isKey() ? 1 : 0;
        out.write(bytes);
      }
      assertThat(packets.next()).isFalse();
    }
    assertThat(keys).isEqualTo(3);
    // The bare stream, without any container, is a video again.
    assertThat(VideoProbe.probe(stream).frames()).isEqualTo(FRAMES);
  }

  @Test
  void otherCodecsAreNotHandedOn() throws Exception {
    Path file = Clip.write(dir.resolve("b.mp4"), 64, 48, 5, 5, 0);
    try (VideoPackets packets = new VideoPackets(file)) {
      assertThat(packets.isPassable()).isFalse();
      assertThatThrownBy(packets::next).isInstanceOf(IllegalStateException.class);
    }
  }
}
