package io.walkout.ingest.video;

import static org.assertj.core.api.Assertions.assertThat;

import io.walkout.ingest.ring.EventSource;
import io.walkout.ingest.ring.Frame;
import io.walkout.ingest.ring.FramePool;
import io.walkout.ingest.ring.StoreEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Videos of cameras whose settings are changed, or whose link breaks, while they are recorded. */
class ChangingVideoTest {
  private static final long STEP = 100_000_000L;

  @TempDir private Path dir;

  @Test
  void aStreamThatChangesItsSizeGivesEachPictureInItsOwn() throws Exception {
    Path small = video("small.mp4", 320, 180, 12, 60);
    Path large = video("large.mp4", 640, 480, 8, 160);
    Path joined = dir.resolve("joined.h264");
    Files.write(joined, joined(annexB(small), annexB(large), annexB(small)));

    List<String> seen = pictures(joined, 32);

    assertThat(seen.subList(0, 12)).containsOnly("320x180 of 60");
    assertThat(seen.subList(12, 20)).containsOnly("640x480 of 160");
    assertThat(seen.subList(20, 32)).containsOnly("320x180 of 60").hasSize(12);
  }

  @Test
  void aFileWhoseCameraWasSwitchedToAnotherSizeDoesSoToo() throws Exception {
    Path file = dir.resolve("switched.mp4");
    try (VideoFileWriter writer =
        VideoFileWriter.create(file, VideoSettings.camera(320, 180, 10))) {
      for (int i = 0; i < 30; i++) {
        boolean large = i >= 10 && i < 20;
        int w = large ? 480 : 320;
        int h = large ? 360 : 180;
        writer.resize(w, h);
        writer.write(grey(w, h, large ? 160 : 60), i * STEP);
      }
      writer.finish();
    }

    List<String> seen = pictures(file, 30);

    assertThat(seen.subList(0, 10)).containsOnly("320x180 of 60");
    assertThat(seen.subList(10, 20)).containsOnly("480x360 of 160");
    assertThat(seen.subList(20, 30)).containsOnly("320x180 of 60");
    assertThat(VideoProbe.probe(file).frames()).isEqualTo(30);
  }

  @Test
  void aStreamCutInMidPictureAndGarbledGivesWhatIsWholeAndEnds() throws Exception {
    byte[] bytes =
        joined(annexB(video("a.mp4", 320, 180, 20, 60)), annexB(video("b.mp4", 640, 480, 20, 160)));
    for (int cut = 3; cut < 8; cut++) {
      byte[] broken = Arrays.copyOf(bytes, bytes.length * cut / 8);
      for (int i = broken.length / 2; i < broken.length / 2 + 40 && i < broken.length; i++) {
        broken[i] ^= (byte) (37 * i);
      }
      Path file = dir.resolve("broken" + cut + ".h264");
      Files.write(file, broken);

      List<String> seen = pictures(file, 40);

      assertThat(seen).hasSizeLessThanOrEqualTo(40).isNotEmpty();
      assertThat(seen).allMatch(p -> p.startsWith("320x180") || p.startsWith("640x480"));
    }
  }

  /** Each picture's size and grey, or fails if the file does anything else than end. */
  private static List<String> pictures(Path file, int times) throws IOException {
    List<String> seen = new ArrayList<>();
    long[] nanos = new long[times];
    for (int i = 0; i < times; i++) {
      nanos[i] = i * STEP;
    }
    StoreEvent slot = new StoreEvent();
    try (VideoFileSource source = new VideoFileSource("c", 0, file, nanos, new FramePool(2))) {
      while (source.peekArrivalNanos() != EventSource.ENDED) {
        slot.reset(StoreEvent.Kind.END);
        source.read(slot);
        Frame frame = Objects.requireNonNull(slot.frame);
        int middle = 3 * (frame.height() / 2 * frame.width() + frame.width() / 2);
        int grey = frame.pixels().get(middle) & 0xff;
        int nearest = Math.abs(grey - 60) < Math.abs(grey - 160) ? 60 : 160;
        seen.add(frame.width() + "x" + frame.height() + " of " + nearest);
        frame.release();
      }
    }
    return seen;
  }

  private Path video(String name, int width, int height, int frames, int grey) throws IOException {
    Path file = dir.resolve(name);
    try (VideoFileWriter writer =
        VideoFileWriter.create(file, VideoSettings.camera(width, height, 10))) {
      for (int i = 0; i < frames; i++) {
        writer.write(grey(width, height, grey), i * STEP);
      }
      writer.finish();
    }
    return file;
  }

  private static ByteBuffer grey(int width, int height, int value) {
    ByteBuffer bgr = ByteBuffer.allocateDirect(3 * width * height);
    while (bgr.hasRemaining()) {
      bgr.put((byte) value);
    }
    return bgr.flip();
  }

  private static byte[] annexB(Path file) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (VideoPackets packets = new VideoPackets(file)) {
      while (packets.next()) {
        out.writeBytes(packets.bytes());
      }
    }
    return out.toByteArray();
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
