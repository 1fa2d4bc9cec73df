package io.walkout.ingest.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.walkout.ingest.ring.EventSource;
import io.walkout.ingest.ring.Frame;
import io.walkout.ingest.ring.FramePool;
import io.walkout.ingest.ring.StoreEvent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VideoFileSourceTest {
  @TempDir private Path dir;

  /** What came out of a source: which pictures, with which times. */
  private record Seen(List<Integer> pictures, List<Long> times) {}

  @Test
  void everyPictureComesWithItsOwnTimeFromTheTable() throws Exception {
    Path clip = Clip.write(dir.resolve("a.mp4"), 64, 48, 20, 5, 0);
    FramePool pool = new FramePool(2);
    try (var source = new VideoFileSource("cam-1", 3, clip, times(20), pool)) {
      StoreEvent slot = new StoreEvent();
      slot.reset(StoreEvent.Kind.END);
      assertThat(source.peekArrivalNanos()).isEqualTo(1000);
      source.read(slot);

      assertThat(slot.kind).isEqualTo(StoreEvent.Kind.FRAME);
      assertThat(slot.camera).isEqualTo(3);
      assertThat(slot.captureNanos).isEqualTo(1000);
      assertThat(slot.arrivalNanos).isEqualTo(1000);
      assertThat(frameOf(slot).width()).isEqualTo(64);
      assertThat(frameOf(slot).height()).isEqualTo(48);
      frameOf(slot).release();

      Seen rest = drain(source);
      assertThat(rest.pictures()).containsExactly(range(1, 20));
      assertThat(rest.times()).first().isEqualTo(1001L);
      assertThat(source.problem()).isEmpty();
      assertThat(pool.inUse()).isZero();
    }
  }

  @Test
  void aPictureComesWhenItArrivedNotWhenItWasCaptured() throws Exception {
    Path clip = Clip.write(dir.resolve("late.mp4"), 64, 48, 3, 5, 0);
    long[] arrivals = {1040, 1900, 1900};
    try (var source = new VideoFileSource("c", 0, clip, times(3), arrivals, new FramePool(1))) {
      StoreEvent slot = new StoreEvent();
      for (int i = 0; i < 3; i++) {
        assertThat(source.peekArrivalNanos()).isEqualTo(arrivals[i]);
        slot.reset(StoreEvent.Kind.END);
        source.read(slot);
        assertThat(slot.captureNanos).isEqualTo(1000 + i);
        assertThat(slot.arrivalNanos).isEqualTo(arrivals[i]);
        frameOf(slot).release();
      }
    }
  }

  @Test
  void picturesThatTheCodecReordersComeInTheirOrder() throws Exception {
    Path clip = Clip.write(dir.resolve("b.mp4"), 64, 48, 25, 10, 2);
    try (var source = new VideoFileSource("cam-1", 0, clip, times(25), new FramePool(1))) {
      Seen seen = drain(source);
      assertThat(seen.pictures()).containsExactly(range(0, 25));
      assertThat(seen.times().getLast()).isEqualTo(1024);
    }
  }

  @Test
  void aPictureOfAnOddWidthIsPackedWithoutGaps() throws Exception {
    Path clip = Clip.write(dir.resolve("odd.avi"), 50, 38, 3, 5, 0);
    try (var source = new VideoFileSource("cam-1", 0, clip, times(3), new FramePool(1))) {
      StoreEvent slot = new StoreEvent();
      source.read(slot);
      ByteBuffer pixels = frameOf(slot).pixels();
      assertThat(pixels.remaining()).isEqualTo(3 * 50 * 38);
      for (int i = 0; i < 3 * 50 * 14; i++) {
        assertThat(Clip.pictureOf(pixels.get(i) & 0xff)).isZero();
      }
    }
  }

  @Test
  void damageInMidFileIsCountedAndShiftsNoTime() throws Exception {
    long seed = 7;
    System.out.println("seed " + seed);
    Path clip = Clip.write(dir.resolve("c.avi"), 160, 120, 30, 5, 0);
    byte[] bytes = Files.readAllBytes(clip);
    Random random = new Random(seed);
    int from = indexOf(bytes, "00dc", 8);
    byte[] junk = new byte[(indexOf(bytes, "00dc", 9) - from) - 8];
    random.nextBytes(junk);
    System.arraycopy(junk, 0, bytes, from + 8, junk.length);
    Files.write(clip, bytes);

    try (var source = new VideoFileSource("cam-1", 0, clip, times(30), new FramePool(1))) {
      Seen seen = drain(source);
      assertThat(source.damagedFrames()).isPositive();
      assertThat(seen.times()).contains(1029L).doesNotContain(1007L);
      for (int i = 20; i < seen.pictures().size(); i++) {
        assertThat(1000L + seen.pictures().get(i)).isEqualTo(seen.times().get(i));
      }
      assertThat(source.problem()).get().asString().contains("c.avi").contains("damaged");
    }
  }

  @Test
  void aFileCutOffGivesWhatIsThereAndSaysSo() throws Exception {
    Path clip = Clip.write(dir.resolve("d.mp4"), 160, 120, 30, 5, 0);
    byte[] bytes = Files.readAllBytes(clip);
    Files.write(clip, Arrays.copyOf(bytes, bytes.length - bytes.length / 3));

    VideoProbe probe = VideoProbe.probe(clip);
    assertThat(probe.truncated()).isTrue();
    assertThat(probe.declaredFrames()).isEqualTo(30);
    try (var source = new VideoFileSource("cam-1", 0, clip, times(30), new FramePool(1))) {
      Seen seen = drain(source);
      assertThat(seen.pictures()).isNotEmpty().hasSizeLessThan(30);
      assertThat(source.problem()).get().asString().contains("ended after").contains("expected 30");
    }
  }

  @Test
  void moreFramesThanTimesAreIgnoredAndReported() throws Exception {
    Path clip = Clip.write(dir.resolve("e.mp4"), 64, 48, 12, 5, 0);
    try (var source = new VideoFileSource("cam-1", 0, clip, times(10), new FramePool(1))) {
      assertThat(drain(source).pictures()).containsExactly(range(0, 10));
      assertThat(source.problem()).get().asString().contains("2 frames beyond the table");
    }
  }

  @Test
  void aForeignFileIsRefusedInOneSentence() throws Exception {
    Path text = Files.writeString(dir.resolve("notes.mp4"), "this is no video\n".repeat(99));
    assertThatThrownBy(() -> VideoProbe.probe(text))
        .isInstanceOf(VideoException.class)
        .hasMessageContaining("notes.mp4")
        .hasMessageContaining("not a video");
    assertThatThrownBy(() -> VideoProbe.probe(dir.resolve("absent.mp4")))
        .hasMessageContaining("no such video file");
  }

  @Test
  void aFileCutOffBeforeItsIndexIsRefused() throws Exception {
    Path clip = Clip.write(dir.resolve("f.mov"), 64, 48, 12, 5, 0);
    byte[] bytes = Files.readAllBytes(clip);
    Files.write(clip, Arrays.copyOf(bytes, bytes.length / 2));
    assertThatThrownBy(() -> VideoProbe.probe(clip))
        .isInstanceOf(VideoException.class)
        .hasMessageContaining("f.mov");
  }

  @Test
  void aProbeTellsSizeLengthAndCodec() throws Exception {
    Path clip = Clip.write(dir.resolve("g.mp4"), 64, 48, 20, 5, 0);
    assertThat(VideoProbe.probe(clip))
        .isEqualTo(new VideoProbe(64, 48, 20, 2_000_000_000L, "mpeg4", 20));
  }

  @Test
  void capturesTimesThatFallAreRefused() throws Exception {
    Path clip = Clip.write(dir.resolve("h.mp4"), 64, 48, 3, 5, 0);
    assertThatThrownBy(
            () -> new VideoFileSource("c", 0, clip, new long[] {5, 4, 6}, new FramePool(1)))
        .hasMessageContaining("frame 1");
    long[] arrivals = {5, 9, 8};
    assertThatThrownBy(
            () -> new VideoFileSource("c", 0, clip, times(3), arrivals, new FramePool(1)))
        .hasMessageContaining("arrival time of frame 2");
  }

  @Test
  void samplesLieEvenlyAndComeTheSameTwice() throws Exception {
    Path clip = Clip.write(dir.resolve("i.mp4"), 64, 48, 36, 5, 0);
    List<Integer> once = samples(clip);
    assertThat(once).hasSize(6).isSorted().isEqualTo(samples(clip));
    assertThat(once.getFirst()).isBetween(0, 5);
    assertThat(once.getLast()).isBetween(30, 35);
  }

  private static List<Integer> samples(Path clip) throws IOException {
    List<Integer> pictures = new ArrayList<>();
    int given =
        VideoSampler.sample(
            clip, 6, (bgr, width, height) -> pictures.add(Clip.pictureOf(bgr.get(0) & 0xff)));
    assertThat(given).isEqualTo(pictures.size());
    return pictures;
  }

  private static Seen drain(VideoFileSource source) throws IOException {
    Seen seen = new Seen(new ArrayList<>(), new ArrayList<>());
    StoreEvent slot = new StoreEvent();
    while (source.peekArrivalNanos() != EventSource.ENDED) {
      slot.reset(StoreEvent.Kind.END);
      source.read(slot);
      seen.pictures().add(Clip.pictureOf(frameOf(slot).pixels().get(0) & 0xff));
      seen.times().add(slot.captureNanos);
      frameOf(slot).release();
    }
    return seen;
  }

  private static Frame frameOf(StoreEvent slot) {
    return Objects.requireNonNull(slot.frame);
  }

  private static long[] times(int n) {
    long[] times = new long[n];
    Arrays.setAll(times, i -> 1000L + i);
    return times;
  }

  private static Integer[] range(int from, int to) {
    Integer[] all = new Integer[to - from];
    Arrays.setAll(all, i -> from + i);
    return all;
  }

  private static int indexOf(byte[] bytes, String tag, int nth) {
    byte[] sought = tag.getBytes(StandardCharsets.US_ASCII);
    int found = -1;
    for (int i = 0; i + 4 <= bytes.length; i++) {
      if (Arrays.equals(bytes, i, i + 4, sought, 0, 4) && ++found == nth) {
        return i;
      }
    }
    throw new IllegalStateException("no " + nth + "th " + tag);
  }
}
