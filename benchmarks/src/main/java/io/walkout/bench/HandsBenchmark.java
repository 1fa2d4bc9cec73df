package io.walkout.bench;

import io.walkout.models.HandDetector;
import io.walkout.models.PoseEstimator;
import io.walkout.models.catalogue.Catalogue;
import io.walkout.models.catalogue.ModelException;
import io.walkout.models.catalogue.ModelsFolder;
import io.walkout.models.net.NetException;
import io.walkout.models.net.Nets;
import io.walkout.store.signal.Detections;
import io.walkout.tracker.attend.PosesWithPalms;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What one person's hands cost on one thread: the pose alone, and with palms beside it, of a body
 * of 120x300 pixels in a picture of noise. Prints the thread's processor time beside JMH's time of
 * the wall. Needs {@code movenet-thunder} and {@code handdetect}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class HandsBenchmark {
  private static final long SEED = 6;
  private static final int WIDTH = 640;
  private static final int HEIGHT = 360;

  private final List<PoseEstimator> poses = new ArrayList<>();
  private final List<HandDetector> palms = new ArrayList<>();
  private final Detections people = new Detections();
  private final ByteBuffer bgr = ByteBuffer.allocateDirect(3 * WIDTH * HEIGHT);

  private long looks;
  private long begunNanos;

  /** For JMH. */
  public HandsBenchmark() {}

  /** Opens the nets. */
  @Setup(Level.Trial)
  public void open() throws NetException, ModelException {
    Catalogue catalogue = Catalogue.load();
    ModelsFolder folder = ModelsFolder.user();
    palms.add(Nets.palms(folder.onnx(catalogue.net("handdetect"))));
    var movenet = catalogue.net("movenet-thunder");
    poses.add(Nets.poses(movenet.family().orElseThrow(), folder.onnx(movenet)));
    poses.add(new PosesWithPalms(poses.getFirst(), palms.getFirst()));
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < bgr.capacity(); i++) {
      bgr.put(i, (byte) random.nextInt(256));
    }
    people.add(250, 30, 120, 300, 1);
  }

  /** Starts a stretch of measuring. */
  @Setup(Level.Iteration)
  public void begin() {
    looks = 0;
    begunNanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /** Says the processor time, which other processes change less than the wall's. */
  @TearDown(Level.Iteration)
  public void tell() {
    long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begunNanos;
    System.out.printf(
        Locale.ROOT, "%n%.1f ms of processor a look%n", spent / 1e6 / Math.max(1, looks));
  }

  /** Frees them. */
  @TearDown(Level.Trial)
  public void close() {
    poses.forEach(PoseEstimator::close);
    palms.forEach(HandDetector::close);
  }

  /** The joints alone. */
  @Benchmark
  public float pose() {
    looks++;
    poses.get(0).estimate(bgr, WIDTH, HEIGHT, people, 0);
    return people.joints[2];
  }

  /** The joints, and palms given to their arms. */
  @Benchmark
  public float poseAndPalms() {
    looks++;
    poses.get(1).estimate(bgr, WIDTH, HEIGHT, people, 0);
    return people.joints[2];
  }
}
