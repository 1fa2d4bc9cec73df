package io.walkout.tracker.attend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is kept of the people near a shelf, and what happens at the bound. */
class CropRingTest {
  private static final int SIZE = 40;

  @Test
  void givenKeptCrops_whenAStretchIsAskedFor_thenThoseWithinReachComeOldestFirst() {
    CropRing ring = new CropRing(1 << 20);
    for (int t = 0; t < 10; t++) {
      keep(ring, t, 7, t < 5 ? Reach.bit(1) : Reach.bit(2));
    }
    ring.want(2, 8, Reach.bit(1));
    long at = 2;
    for (int k = ring.nextWanted(); k >= 0; k = ring.nextWanted()) {
      assertThat(ring.nanos(k)).isEqualTo(at++);
      assertThat(ring.track(k)).isEqualTo(7);
      ring.done(k);
    }
    assertThat(at).isEqualTo(5);
    ring.want(2, 8, Reach.bit(1));
    assertThat(ring.nextWanted()).as("no pose is taken twice").isNegative();
  }

  @Test
  void givenMoreThanFits_thenTheOldestGoAndTheRestIsUntouched() {
    for (long seed = 1; seed <= 20; seed++) {
      Random random = new Random(seed);
      CropRing ring = new CropRing(20_000);
      for (int t = 0; t < 300; t++) {
        ByteBuffer picture = picture(t);
        float[] box = {random.nextInt(20), random.nextInt(20), 4 + random.nextInt(12), 8};
        assertThat(ring.keep(picture, SIZE, SIZE, t, 1, box, 0, 1, false)).isTrue();
        assertThat(ring.count()).isPositive();
        ring.want(0, t, 1);
        int oldest = ring.nextWanted();
        ByteBuffer crop = ByteBuffer.allocateDirect(3 * SIZE * SIZE);
        ring.read(oldest, crop);
        int bytes = 3 * ring.cropWidth(oldest) * ring.cropHeight(oldest);
        for (int b = 0; b < bytes; b++) {
          assertThat(crop.get(b))
              .as("seed %d, picture %d", seed, t)
              .isEqualTo((byte) ring.nanos(oldest));
        }
      }
      assertThat(ring.dropped()).isPositive();
    }
  }

  @Test
  void givenCropsThatAreLetGoOf_thenTheirPixelsAreWiped() {
    for (long seed = 1; seed <= 10; seed++) {
      Random random = new Random(seed);
      CropRing ring = new CropRing(20_000);
      for (int t = 1; t <= 100; t++) {
        float[] box = {random.nextInt(20), random.nextInt(20), 4 + random.nextInt(12), 8};
        ring.keep(picture(t), SIZE, SIZE, t, 1, box, 0, 1, false);
        if (t % 10 == 0) {
          ring.forgetBefore(t);
          assertThat(ring.count()).isOne();
          ring.forgetBefore(t + 1);
          assertThat(ring.count()).isZero();
          assertThat(ring.unblankBytes()).as("seed %d, picture %d", seed, t).isZero();
        }
      }
    }
  }

  @Test
  void givenABoxOutsideThePicture_thenNothingIsKept() {
    CropRing ring = new CropRing(1 << 20);
    float[] box = {500, 500, 10, 10};
    assertThat(ring.keep(picture(1), SIZE, SIZE, 1, 1, box, 0, 1, false)).isFalse();
  }

  private static void keep(CropRing ring, long nanos, int track, long reach) {
    float[] box = {10, 10, 10, 20};
    assertThat(ring.keep(picture(nanos), SIZE, SIZE, nanos, track, box, 0, reach, false)).isTrue();
  }

  private static ByteBuffer picture(long value) {
    ByteBuffer bgr = ByteBuffer.allocateDirect(3 * SIZE * SIZE);
    for (int i = 0; i < bgr.capacity(); i++) {
      bgr.put(i, (byte) value);
    }
    return bgr;
  }
}
