package io.walkout.tracker.box;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Following allocates nothing once it runs. */
class NoGarbageTest {
  private static final int PEOPLE = 27;
  private static final int FRAMES = 3000;

  @Test
  void steadyFollowingAllocatesNothing() {
    Assumptions.assumeTrue(
        ManagementFactory.getThreadMXBean() instanceof ThreadMXBean,
        "skipped: this Java VM does not count allocated bytes");
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    BoxTracker tracker = new BoxTracker(BoxTrackerSettings.DEFAULT, 1920, 1080);
    BoxTracks out = new BoxTracks();
    float[] boxes = new float[4 * PEOPLE];
    float[] scores = new float[PEOPLE];
    Random random = new Random(1);
    long thread = Thread.currentThread().threadId();
    long allocated = 0;
    for (int f = 0; f < FRAMES; f++) {
      for (int i = 0; i < PEOPLE; i++) {
        boxes[4 * i] = 60 * i + (f + 7 * i) % 200 + random.nextFloat();
        boxes[4 * i + 1] = 100 + 20 * i;
        boxes[4 * i + 2] = 60;
        boxes[4 * i + 3] = 160;
        scores[i] = 0.2f + 0.8f * random.nextFloat();
      }
      long before = threads.getThreadAllocatedBytes(thread);
      tracker.update(f * 33_000_000L, boxes, scores, PEOPLE, out);
      if (f >= FRAMES / 2) {
        allocated += threads.getThreadAllocatedBytes(thread) - before;
      }
    }
    // Tolerant of the measuring itself: a single double[4] a frame would be 48 bytes.
    assertThat((double) allocated / (FRAMES / 2.0)).as("bytes a frame").isLessThan(8);
  }
}
