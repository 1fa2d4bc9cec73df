package io.walkout.tracker.floor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Following people over the floor allocates nothing once it runs. */
class NoGarbageTest {
  private static final int MOMENTS = 1500;
  private static final int PEOPLE = 12;

  @Test
  void steadyFollowingAllocatesNothing() {
    Assumptions.assumeTrue(
        ManagementFactory.getThreadMXBean() instanceof ThreadMXBean,
        "skipped: this Java VM does not count allocated bytes");
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    List<FloorCamera> cameras = List.of(above(2, 2), above(4, 2), above(2, 4), above(4, 4));
    FloorTracker tracker =
        new FloorTracker(cameras, null, FloorSight.OPEN, FloorTrackerSettings.of(64, 32, 0));
    FloorView[] views = new FloorView[cameras.size()];
    for (int c = 0; c < views.length; c++) {
      views[c] = new FloorView(32, 0);
    }
    Random random = new Random(1);
    double[] pixel = new double[FloorCamera.LINEAR];
    long thread = Thread.currentThread().threadId();
    long allocated = 0;
    int most = 0;
    for (int m = 0; m < MOMENTS; m++) {
      for (int c = 0; c < views.length; c++) {
        views[c].clear(c);
        for (int i = 0; i < PEOPLE; i++) {
          double x = 1 + i % 4 * 1.2 + 0.3 * Math.sin(0.05 * m + i);
          int row = i / 4;
          see(cameras.get(c), views[c], x, 1.2 + 1.4 * row, random, pixel);
        }
      }
      long before = threads.getThreadAllocatedBytes(thread);
      most = Math.max(most, tracker.update(m * 100_000_000L, views, views.length).count);
      if (m >= MOMENTS / 2) {
        allocated += threads.getThreadAllocatedBytes(thread) - before;
      }
    }
    assertThat(most).as("people followed").isGreaterThanOrEqualTo(PEOPLE);
    // Tolerant of the measuring itself: a single double[4] a moment would be 48 bytes.
    assertThat((double) allocated / (MOMENTS / 2.0)).as("bytes a moment").isLessThan(8);
  }

  private static void see(
      FloorCamera c, FloorView into, double x, double y, Random random, double[] pixel) {
    if (random.nextInt(20) == 0) {
      return;
    }
    double left = Double.POSITIVE_INFINITY;
    double top = Double.POSITIVE_INFINITY;
    double right = 0;
    double bottom = 0;
    for (int k = 0; k < 16; k++) {
      double angle = Math.PI * k / 4;
      c.project(x + 0.25 * Math.cos(angle), y + 0.25 * Math.sin(angle), k < 8 ? 0 : 1.75, pixel);
      left = Math.min(left, pixel[0]);
      top = Math.min(top, pixel[1]);
      right = Math.max(right, pixel[0]);
      bottom = Math.max(bottom, pixel[1]);
    }
    double jitter = 3 * random.nextGaussian();
    into.add(left + jitter, top + jitter, right - left, bottom - top, 0.9);
  }

  /** 6 m up, looking straight down. */
  private static FloorCamera above(double x, double y) {
    double[] p = {500, 0, -640, 0, 0, -500, -360, 0, 0, 0, -1, 0};
    for (int r = 0; r < 3; r++) {
      p[4 * r + 3] = -(p[4 * r] * x + p[4 * r + 1] * y + p[4 * r + 2] * 6);
    }
    return new ProjectiveCamera(1280, 720, p);
  }
}
