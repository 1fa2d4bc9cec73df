package io.walkout.bench.realism.plates;

import io.walkout.store.EventTime;
import io.walkout.store.Layout;
import io.walkout.store.PlateId;
import io.walkout.store.signal.PlateBlock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Everything the plates of a store sent, held in memory: some 25 kB for each plate and minute.
 * Takes at most {@link #MOST_SECONDS} of each gondola; what comes later is left out.
 * Single-threaded.
 */
public final class PlateTape {
  /** Samples a second. */
  public static final int RATE_HERTZ = 60;

  /** A visit is a minute or two; measures over more than this say nothing more. */
  public static final double MOST_SECONDS = 900;

  private final Layout layout;
  private final long zeroNanos;
  private final Map<Integer, List<PlateBlock>> blocks = new TreeMap<>();

  /**
   * An empty tape.
   *
   * @param layout says which plates there are
   * @param zeroNanos what its seconds count from
   */
  public PlateTape(Layout layout, long zeroNanos) {
    this.layout = layout;
    this.zeroNanos = zeroNanos;
  }

  /** Takes in a block; it is copied. */
  public void add(PlateBlock block) {
    if (seconds(block.firstNanos) <= MOST_SECONDS) {
      PlateBlock copy = new PlateBlock(block.length());
      copy.copyFrom(block);
      blocks.computeIfAbsent(block.gondola, g -> new ArrayList<>()).add(copy);
    }
  }

  /** A moment on this tape's scale. */
  public double seconds(long nanos) {
    return EventTime.secondsBetween(zeroNanos, nanos);
  }

  /** The moment in nanoseconds since the epoch. */
  public long nanos(double seconds) {
    return zeroNanos + Math.round(seconds * EventTime.SECOND);
  }

  /** What came so far, gondola by gondola. Plates that the layout has not are left out. */
  public List<GondolaTape> gondolas() {
    List<GondolaTape> tapes = new ArrayList<>();
    blocks.forEach((number, sent) -> tapes.add(gondola(number, sent)));
    return tapes;
  }

  private GondolaTape gondola(int number, List<PlateBlock> unsorted) {
    List<PlateBlock> sent = new ArrayList<>(unsorted);
    sent.sort((a, b) -> Long.compare(a.firstNanos, b.firstNanos));
    int samples = sent.stream().mapToInt(b -> b.samples).sum();
    double[] firsts = new double[sent.size()];
    double[] times = new double[samples];
    int at = 0;
    for (int b = 0; b < firsts.length; b++) {
      PlateBlock block = sent.get(b);
      firsts[b] = seconds(block.firstNanos);
      for (int k = 0; k < block.samples; k++) {
        times[at++] = seconds(block.nanosOf(k));
      }
    }
    List<PlateSeries> plates = new ArrayList<>();
    PlateBlock shape = sent.getFirst();
    for (int s = 0; s < shape.shelves; s++) {
      for (int p = 0; p < shape.plates; p++) {
        PlateId id = new PlateId(number, s + 1, p + 1);
        if (layout.plate(id).isPresent()) {
          PlateSeries series = new PlateSeries(id, series(sent, s, p, samples));
          if (!series.isDead()) {
            plates.add(series);
          }
        }
      }
    }
    return new GondolaTape(number, firsts, times, plates);
  }

  private static float[] series(List<PlateBlock> sent, int shelf, int plate, int samples) {
    float[] grams = new float[samples];
    int at = 0;
    for (PlateBlock block : sent) {
      boolean has = shelf < block.shelves && plate < block.plates;
      for (int k = 0; k < block.samples; k++) {
        grams[at++] = has ? block.grams[block.index(k, shelf, plate)] : Float.NaN;
      }
    }
    return Arrays.copyOf(grams, at);
  }
}
