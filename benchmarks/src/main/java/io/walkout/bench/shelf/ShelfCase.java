package io.walkout.bench.shelf;

import io.walkout.sim.SensorSink;
import io.walkout.sim.Simulation;
import io.walkout.sim.SimulationOptions;
import io.walkout.sim.Stage;
import io.walkout.sim.Watcher;
import io.walkout.sim.people.Act;
import io.walkout.sim.people.Happening;
import io.walkout.sim.world.PlateRow;
import io.walkout.store.Facing;
import io.walkout.store.Store;
import io.walkout.store.signal.DoorEvent;
import io.walkout.store.signal.PlateBlock;
import io.walkout.store.signal.PoseSet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One simulated visit as the shelves felt it: the blocks of all plates in the order of their
 * arrival, and every load that truly came or went.
 */
final class ShelfCase implements SensorSink, Watcher {
  /** How wide a simulated bag bears on a shelf, standard deviation, metres. */
  private static final double BAG_SPREAD_METRES = 0.11;

  /** How long a simulated bag takes on average; its act is timed at the beginning. */
  private static final double BAG_SECONDS = 0.45;

  final List<PlateBlock> blocks = new ArrayList<>();
  final List<Long> arrivals = new ArrayList<>();
  final List<TrueLoad> loads = new ArrayList<>();
  double plateHours;
  private @Nullable Store store;
  private @Nullable Stage stage;

  private ShelfCase() {}

  /**
   * Simulates.
   *
   * @param scenario a name of the library or a scenario's file
   * @param faults as after {@code --fault}
   */
  static ShelfCase of(String scenario, long seed, List<String> faults) throws IOException {
    ShelfCase made = new ShelfCase();
    Watcher.Maker watch =
        stage -> {
          made.stage = stage;
          return made;
        };
    var options = SimulationOptions.NONE.withFaults(faults).andWatchedBy(watch);
    Simulation.run(scenario, seed, made, options);
    return made;
  }

  /** The store as its file tells it. */
  Store store() {
    if (store == null) {
      throw new IllegalStateException("nothing was simulated");
    }
    return store;
  }

  @Override
  public void begin(Store told, String caseName) {
    store = told;
  }

  @Override
  public void plates(PlateBlock block, long arrivalNanos) {
    PlateBlock kept = new PlateBlock(0);
    kept.copyFrom(block);
    blocks.add(kept);
    arrivals.add(arrivalNanos);
  }

  @Override
  public void poses(PoseSet poses, long captureNanos, long arrivalNanos) {}

  @Override
  public void door(DoorEvent door, long arrivalNanos) {}

  @Override
  public void step(double seconds, double step) {}

  @Override
  public void end(double seconds) {
    if (stage == null) {
      throw new IllegalStateException("nothing was watched");
    }
    for (Happening h : stage.scene().happenings()) {
      loads.add(new TrueLoad(h.shelf(), nanos(h.seconds()), h.changeGrams(), true));
    }
    for (Act act : stage.scene().acts()) {
      if (act.kind() == Act.Kind.BAG_ON || act.kind() == Act.Kind.BAG_OFF) {
        loads.add(bag(stage, act));
      }
    }
    loads.sort(Comparator.comparingLong(TrueLoad::nanos));
    plateHours = seconds / 3600 * stage.shop().store().layout().plateCount();
  }

  private static TrueLoad bag(Stage stage, Act act) {
    Facing facing = stage.shop().facings().get(act.facing());
    PlateRow row = stage.shop().row(facing.shelf());
    double[] grams = row.bell(row.left(facing) + row.width(facing) / 2, BAG_SPREAD_METRES);
    for (int p = 0; p < grams.length; p++) {
      grams[p] *= act.kind() == Act.Kind.BAG_ON ? act.massGrams() : -act.massGrams();
    }
    return new TrueLoad(facing.shelf(), nanos(act.seconds() + BAG_SECONDS / 2), grams, false);
  }

  private static long nanos(double seconds) {
    return Simulation.EPOCH_NANOS + Math.round(seconds * 1e6) * 1000;
  }
}
