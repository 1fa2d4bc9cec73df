package io.walkout.ingest.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.walkout.ingest.ring.EventSource;
import io.walkout.ingest.ring.Frame;
import io.walkout.ingest.ring.FramePool;
import io.walkout.ingest.ring.StoreEvent;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VideoFileWriterTest {
  private static final int WIDTH = 320;
  private static final int HEIGHT = 180;
  private static final long SECOND = 1_000_000_000L;

  /** Ten frames a second that come up to 40 ms early or late, with a gap in the middle. */
  private static final long[] TIMES = new long[40];

  static {
    for (int i = 0; i < TIMES.length; i++) {
      long jitter = (i * 37 % 81 - 40) * 1_000_000L;
      TIMES[i] = 1_893_499_200L * SECOND + i * SECOND / 10 + jitter + (i > 20 ? SECOND : 0);
    }
  }

  @TempDir private Path dir;

  @Test
  void whatIsWrittenIsReadBackWithItsCountSizeAndLook() throws Exception {
    Path file = write("a.mp4");

    assertThat(VideoProbe.probe(file))
        .returns(WIDTH, VideoProbe::width)
        .returns(HEIGHT, VideoProbe::height)
        .returns(40L, VideoProbe::frames)
        .returns(40L, VideoProbe::declaredFrames)
        .returns("h264", VideoProbe::codec);
    ByteBuffer painted = ByteBuffer.allocateDirect(3 * WIDTH * HEIGHT);
    try (var source = new VideoFileSource("c", 0, file, TIMES, new FramePool(1))) {
      StoreEvent slot = new StoreEvent();
      for (int i = 0; i < TIMES.length; i++) {
        assertThat(source.peekArrivalNanos()).isEqualTo(TIMES[i]);
        slot.reset(StoreEvent.Kind.END);
        source.read(slot);
        paint(painted, i);
        Frame frame = Objects.requireNonNull(slot.frame);
        assertThat(psnr(painted, frame.pixels())).as("PSNR of frame %d", i).isGreaterThan(30);
        frame.release();
      }
      assertThat(source.peekArrivalNanos()).isEqualTo(EventSource.ENDED);
      assertThat(source.problem()).isEmpty();
    }
  }

  @Test
  void everyPictureIsShownWhenItWasCaptured() throws Exception {
    Path file = write("b.mp4");
    try (VideoFile video = new VideoFile(file)) {
      for (long time : TIMES) {
        assertThat(video.nextPicture()).isTrue();
        double ticks = (time - TIMES[0]) * 90_000.0 / SECOND;
        assertThat((double) video.picture().pts()).isCloseTo(ticks, within(0.51));
      }
    }
    double seconds = (TIMES[39] - TIMES[0]) / 1e9 + 0.1;
    assertThat(VideoProbe.probe(file).durationNanos() / 1e9).isCloseTo(seconds, within(0.01));
  }

  @Test
  void theSamePicturesGiveTheSameBytes() throws Exception {
    byte[] once = Files.readAllBytes(write("c.mp4"));
    byte[] twice = Files.readAllBytes(write("d.mp4"));
    assertThat(once).isEqualTo(twice);
  }

  @Test
  void aCoarserQuantizerMakesASmallerFile() throws Exception {
    VideoSettings camera = VideoSettings.camera(WIDTH, HEIGHT, 10);
    long fine = Files.size(write("e.mp4", camera.withQuantizer(20)));
    long coarse = Files.size(write("f.mp4", camera.withQuantizer(40)));
    assertThat(fine).isGreaterThan(3 * coarse);
  }

  @Test
  void aWriterThatNeverFinishesLeavesNoFileOfThatName() throws Exception {
    Path file = dir.resolve("g.mp4");
    try (var writer = VideoFileWriter.create(file, VideoSettings.camera(WIDTH, HEIGHT, 10))) {
      writer.write(ByteBuffer.allocateDirect(3 * WIDTH * HEIGHT), 5);
      assertThat(file).doesNotExist();
      assertThat(dir.resolve("g.mp4.part")).exists();
    }
    assertThat(dir).isEmptyDirectory();
  }

  @Test
  void aWriterWithoutPicturesMakesNoFile() throws Exception {
    Path file = dir.resolve("h.mp4");
    try (var writer = VideoFileWriter.create(file, VideoSettings.camera(WIDTH, HEIGHT, 10))) {
      writer.finish();
    }
    assertThat(dir).isEmptyDirectory();
  }

  @Test
  void whatCannotBeWrittenIsRefusedInOneSentence() throws Exception {
    VideoSettings settings = VideoSettings.camera(WIDTH, HEIGHT, 10);
    assertThatThrownBy(() -> VideoFileWriter.create(dir.resolve("no/such.mp4"), settings))
        .isInstanceOf(VideoException.class)
        .hasMessageContaining("such.mp4")
        .hasMessageContaining("directory");
    assertThatThrownBy(() -> VideoSettings.camera(321, 180, 10)).hasMessageContaining("321x180");
    try (var writer = VideoFileWriter.create(dir.resolve("i.mp4"), settings)) {
      ByteBuffer picture = ByteBuffer.allocateDirect(3 * WIDTH * HEIGHT);
      writer.write(picture, 7);
      assertThatThrownBy(() -> writer.write(picture, 7)).hasMessageContaining("frame 1");
      assertThatThrownBy(() -> writer.write(ByteBuffer.allocate(3 * WIDTH * HEIGHT), 8))
          .hasMessageContaining("direct buffer");
    }
  }

  private Path write(String name) throws Exception {
    return write(name, VideoSettings.camera(WIDTH, HEIGHT, 10));
  }

  private Path write(String name, VideoSettings settings) throws Exception {
    Path file = dir.resolve(name);
    ByteBuffer picture = ByteBuffer.allocateDirect(3 * WIDTH * HEIGHT);
    try (var writer = VideoFileWriter.create(file, settings)) {
      for (int i = 0; i < TIMES.length; i++) {
        paint(picture, i);
        writer.write(picture, TIMES[i]);
      }
      writer.finish();
      assertThat(writer.frames()).isEqualTo(TIMES.length);
    }
    return file;
  }

  /** A coloured slope with a bright box that moves across it. */
  private static void paint(ByteBuffer bgr, int index) {
    int left = 5 * index;
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        boolean box = x >= left && x < left + 40 && y >= 60 && y < 120;
        int at = 3 * (y * WIDTH + x);
        bgr.put(at, (byte) (box ? 60 : x * 255 / WIDTH));
        bgr.put(at + 1, (byte) (box ? 200 : 40 + y / 2 + x * 7 % 16));
        bgr.put(at + 2, (byte) (box ? 220 : 90));
      }
    }
  }

  private static double psnr(ByteBuffer a, ByteBuffer b) {
    double squares = 0;
    int n = 3 * WIDTH * HEIGHT;
    for (int i = 0; i < n; i++) {
      int off = (a.get(i) & 0xff) - (b.get(i) & 0xff);
      squares += off * off;
    }
    return 10 * Math.log10(255 * 255 / (squares / n));
  }
}
