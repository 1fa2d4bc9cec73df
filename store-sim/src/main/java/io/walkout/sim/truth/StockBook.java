package io.walkout.sim.truth;

import io.walkout.ingest.recording.StockHistory;
import io.walkout.sim.people.Happening;
import io.walkout.sim.world.SimStore;
import io.walkout.sim.world.Stock;
import io.walkout.store.Facing;
import io.walkout.store.ProductCode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The stock of each facing over time, from the stock at the start and what happened since. */
final class StockBook {
  private final SimStore shop;
  private final long epochNanos;
  private final List<StockHistory.Level> atStart = new ArrayList<>();

  StockBook(SimStore shop, Stock stock, long epochNanos) {
    this.shop = shop;
    this.epochNanos = epochNanos;
    for (int f = 0; f < shop.facings().size(); f++) {
      atStart.add(level(epochNanos, f, shop.facings().get(f).product(), stock.count(f)));
    }
  }

  /** The levels at the start and every change of them, in the order of time. */
  List<StockHistory.Level> levels(List<Happening> happenings) {
    List<StockHistory.Level> levels = new ArrayList<>(atStart);
    List<TreeMap<ProductCode, Integer>> held = new ArrayList<>();
    for (StockHistory.Level level : atStart) {
      held.add(new TreeMap<>());
      held.getLast().put(level.barcode(), level.units());
    }
    // The shelf's order is that in which movements began; their middles may overtake each other.
    long now = epochNanos;
    for (Happening h : happenings) {
      int units =
          held.get(h.facing())
              .merge(h.article().code(), h.take() ? -h.quantity() : h.quantity(), Integer::sum);
      now = Math.max(now, Presence.nanos(epochNanos, h.seconds()));
      levels.add(level(now, h.facing(), h.article().code(), units));
    }
    return levels;
  }

  private StockHistory.Level level(long nanos, int facing, ProductCode product, int units) {
    Facing f = shop.facings().get(facing);
    return new StockHistory.Level(nanos, f.plates().getFirst(), product, units);
  }
}
