package io.walkout.bench;

import io.walkout.tracker.box.BoxTracker;
import io.walkout.tracker.box.BoxTrackerSettings;
import io.walkout.tracker.box.BoxTracks;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The tracker of one camera: one operation is one picture, 30 a second. People walk to and fro on a
 * square and pass before one another; the detector misses one in ten, sees them a little beside
 * where they are, and gives false and faint boxes besides. Run with {@code -prof gc} for the
 * garbage of a picture.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class BoxTrackerBenchmark {
  private static final int WIDTH = 1920;
  private static final int HEIGHT = 1080;
  private static final int FRAMES = 900;

  /** Boxes of a picture: 27 is what a crowded public square has (MOT17-02). */
  @Param({"9", "27", "100"})
  public int boxes = 27;

  private float[][] framesBoxes = new float[0][];
  private float[][] framesScores = new float[0][];
  private final BoxTracks out = new BoxTracks();
  private BoxTracker tracker = new BoxTracker(BoxTrackerSettings.DEFAULT, WIDTH, HEIGHT);
  private int next;
  private int step = 1;
  private long captureNanos;

  /** Thirty seconds; they are played to and fro, so that nobody leaps. */
  @Setup
  public void walk() {
    Random random = new Random(1);
    tracker = new BoxTracker(BoxTrackerSettings.DEFAULT, WIDTH, HEIGHT);
    double[] phase = random.doubles(boxes, 0, 2 * Math.PI).toArray();
    framesBoxes = new float[FRAMES][4 * boxes];
    framesScores = new float[FRAMES][boxes];
    for (int f = 0; f < FRAMES; f++) {
      for (int i = 0; i < boxes; i++) {
        boolean isFalse = random.nextInt(10) == 0;
        double h = 120 + 200.0 * i / boxes;
        double x = 960 + 800 * Math.sin(phase[i] + f * 0.004 * (1 + i % 3));
        double foot = 400 + 600.0 * i / boxes;
        float[] b = framesBoxes[f];
        b[4 * i] = (float) (isFalse ? WIDTH * random.nextDouble() : x + 2 * random.nextGaussian());
        b[4 * i + 1] = (float) (foot - h + 2 * random.nextGaussian());
        b[4 * i + 2] = (float) (0.4 * h);
        b[4 * i + 3] = (float) h;
        framesScores[f][i] = isFalse ? 0.5f * random.nextFloat() : 0.5f + 0.5f * random.nextFloat();
      }
    }
    next = 0;
    captureNanos = 0;
  }

  /** The next picture. */
  @Benchmark
  public int picture() {
    tracker.update(captureNanos, framesBoxes[next], framesScores[next], boxes, out);
    captureNanos += 33_333_333;
    if (next + step < 0 || next + step >= FRAMES) {
      step = -step;
    }
    next += step;
    return out.count;
  }
}
