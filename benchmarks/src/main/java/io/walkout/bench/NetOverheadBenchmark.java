package io.walkout.bench;

import io.walkout.models.DetectorChoice;
import io.walkout.models.NetFamily;
import io.walkout.models.catalogue.Catalogue;
import io.walkout.models.catalogue.ModelException;
import io.walkout.models.catalogue.ModelsFolder;
import io.walkout.models.catalogue.Net;
import io.walkout.models.net.DetectorSettings;
import io.walkout.models.net.NetDetector;
import io.walkout.models.net.NetException;
import io.walkout.models.net.Nets;
import io.walkout.store.signal.Detections;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the program adds to a net's own time, on one thread: laying the picture into the net's
 * input, reading its heads and choosing boxes. {@code around} is that, {@code netAlone} the bare
 * session, {@code detect} the whole. The net is an installed one, or one's own: {@code -p
 * net=yolox:FILE.onnx}. Pictures are of soft random shapes, so that caches and boxes are as usual.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class NetOverheadBenchmark {
  private static final long SEED = 4;
  private static final int SHAPES = 200;

  /** Who finds people, as the command line spells it. */
  @Param({"nanodet"})
  public String net = "nanodet";

  /** Size of the camera's pictures. */
  @Param({"640x360", "1920x1080"})
  public String size = "640x360";

  private final List<NetDetector> opened = new ArrayList<>();
  private final Detections found = new Detections();
  private ByteBuffer bgr = ByteBuffer.allocateDirect(0);
  private int width;
  private int height;

  /** For JMH. */
  public NetOverheadBenchmark() {}

  /** Opens the net and draws the picture. */
  @Setup(Level.Trial)
  public void open() throws NetException, ModelException {
    String[] sides = size.split("x", 2);
    width = Integer.parseInt(sides[0]);
    height = Integer.parseInt(sides[1]);
    bgr = ByteBuffer.allocateDirect(3 * width * height);
    draw();
    NetDetector detector =
        switch (DetectorChoice.parse(net)) {
          case DetectorChoice.OwnFile own ->
              Nets.detector(own.family(), own.file(), DetectorSettings.USUAL);
          case DetectorChoice.Catalogued named -> {
            Net entry = Catalogue.load().net(named.name());
            NetFamily family = entry.family().orElseThrow();
            yield Nets.detector(family, ModelsFolder.user().onnx(entry), DetectorSettings.USUAL);
          }
          case DetectorChoice.Motion motion ->
              throw new IllegalArgumentException(motion + " needs no net");
        };
    opened.add(detector);
    detector.detect(bgr, width, height, 0, found);
  }

  private void draw() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int shape = 0; shape < SHAPES; shape++) {
      int left = random.nextInt(width);
      int top = random.nextInt(height);
      int right = Math.min(width, left + 8 + random.nextInt(width / 8));
      int bottom = Math.min(height, top + 8 + random.nextInt(height / 3));
      int colour = random.nextInt();
      for (int y = top; y < bottom; y++) {
        for (int x = left; x < right; x++) {
          int at = 3 * (y * width + x);
          bgr.put(at, (byte) colour);
          bgr.put(at + 1, (byte) (colour >> 8));
          bgr.put(at + 2, (byte) (colour >> 16));
        }
      }
    }
  }

  /** Frees the net. */
  @TearDown(Level.Trial)
  public void close() {
    opened.forEach(NetDetector::close);
  }

  /** From picture to boxes. */
  @Benchmark
  public int detect() {
    opened.getFirst().detect(bgr, width, height, 0, found);
    return found.count;
  }

  /** The session's run on what its input holds. */
  @Benchmark
  public boolean netAlone() {
    return opened.getFirst().runAlone();
  }

  /** All but the session's run, with the heads as it left them. */
  @Benchmark
  public int around() {
    opened.getFirst().aroundNet(bgr, width, height, found);
    return found.count;
  }
}
