package io.walkout.sim;

import io.walkout.store.ShelfId;
import io.walkout.store.Store;
import io.walkout.store.signal.DoorEvent;
import io.walkout.store.signal.PlateBlock;
import io.walkout.store.signal.PoseSet;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A sink that keeps everything, for tests of short scenarios. */
public final class Captured implements SensorSink {
  /** A pose set with its times. */
  public record Poses(PoseSet set, long captureNanos, long arrivalNanos) {}

  /** A plate block with its arrival. */
  public record Block(PlateBlock block, long arrivalNanos) {}

  public @Nullable Store store;
  public final List<Block> blocks = new ArrayList<>();
  public final List<Poses> poses = new ArrayList<>();
  public final List<DoorEvent> doors = new ArrayList<>();

  @Override
  public void begin(Store shop, String caseName) {
    store = shop;
  }

  @Override
  public void plates(PlateBlock block, long arrivalNanos) {
    PlateBlock copy = new PlateBlock(block.length());
    copy.copyFrom(block);
    blocks.add(new Block(copy, arrivalNanos));
  }

  @Override
  public void poses(PoseSet set, long captureNanos, long arrivalNanos) {
    PoseSet copy = new PoseSet();
    copy.copyFrom(set);
    poses.add(new Poses(copy, captureNanos, arrivalNanos));
  }

  @Override
  public void door(DoorEvent door, long arrivalNanos) {
    doors.add(door);
  }

  /** Mean of a shelf's sum over the samples between two times. */
  public double meanGrams(ShelfId shelf, long fromNanos, long toNanos) {
    double sum = 0;
    int n = 0;
    for (Block b : blocks) {
      if (b.block().gondola != shelf.gondola()) {
        continue;
      }
      for (int k = 0; k < b.block().samples; k++) {
        long t = b.block().nanosOf(k);
        if (t >= fromNanos && t < toNanos) {
          for (int p = 0; p < b.block().plates; p++) {
            sum += b.block().grams[b.block().index(k, shelf.shelf() - 1, p)];
          }
          n++;
        }
      }
    }
    return sum / n;
  }
}
