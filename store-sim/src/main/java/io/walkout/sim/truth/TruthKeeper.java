package io.walkout.sim.truth;

import io.walkout.ingest.recording.StockHistory;
import io.walkout.ingest.recording.TruthTracksWriter;
import io.walkout.sim.people.Scene;
import io.walkout.sim.people.Shopper;
import io.walkout.sim.world.SimStore;
import io.walkout.sim.world.Stock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the truth of a simulation that {@code truth.json} has no room for, and writes it into the
 * recording's folder {@code truth/}: everybody's place ten times a second, who they are, and the
 * stock of each facing over time. Positions go to the disk as they come. One thread.
 */
public final class TruthKeeper {
  /** As often as poses come; a walker moves 13 cm in between. */
  public static final int FRAMES_PER_SECOND = 10;

  /** Steps don't fall on whole frames to the last bit. */
  private static final double ROUNDING_SECONDS = 1e-6;

  private final Path recording;
  private final long epochNanos;
  private final Scene scene;
  private final StockBook stock;
  private @Nullable TruthTracksWriter tracks;
  private int frames;

  /**
   * Before the first step.
   *
   * @param recording the recording's directory; nothing is written before the first step
   * @param epochNanos event time at the simulation's beginning
   */
  public TruthKeeper(Path recording, SimStore shop, Stock stock, Scene scene, long epochNanos) {
    this.recording = recording;
    this.epochNanos = epochNanos;
    this.scene = scene;
    this.stock = new StockBook(shop, stock, epochNanos);
  }

  /** The shop has moved on to that time. */
  public void step(double seconds) throws IOException {
    if (seconds + ROUNDING_SECONDS < (double) frames / FRAMES_PER_SECOND) {
      return;
    }
    TruthTracksWriter to = tracks();
    frames++;
    List<Shopper> shoppers = scene.shoppers();
    for (int i = 0; i < shoppers.size(); i++) {
      Shopper shopper = shoppers.get(i);
      if (shopper.isInside()) {
        to.row(frames, i + 1, shopper.at().x(), shopper.at().y());
      }
    }
  }

  /** Everybody has left: writes what is still to be written. */
  public void end() throws IOException {
    tracks().finish(frames, Presence.of(scene, epochNanos));
    new StockHistory(stock.levels(scene.happenings())).write(recording);
  }

  private TruthTracksWriter tracks() throws IOException {
    TruthTracksWriter open = tracks;
    if (open == null) {
      open = new TruthTracksWriter(recording, epochNanos, FRAMES_PER_SECOND);
      tracks = open;
    }
    return open;
  }
}
