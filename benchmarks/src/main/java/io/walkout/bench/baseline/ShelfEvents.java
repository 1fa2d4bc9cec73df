package io.walkout.bench.baseline;

import io.walkout.store.Gondola;
import io.walkout.store.Layout;
import io.walkout.store.Shelf;
import io.walkout.store.shelf.ShelfChange;
import io.walkout.store.signal.PlateBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The events of all shelves of a store, each by its own {@link ShelfSeries}. Single-threaded. */
final class ShelfEvents {
  private final Map<Integer, List<ShelfSeries>> gondolas = new TreeMap<>();
  private final List<ShelfChange> found = new ArrayList<>();

  ShelfEvents(Layout layout) {
    for (Gondola gondola : layout.gondolas()) {
      List<ShelfSeries> shelves = new ArrayList<>();
      for (Shelf shelf : gondola.shelves()) {
        if (!shelf.plates().isEmpty()) {
          shelves.add(new ShelfSeries(shelf));
        }
      }
      gondolas.put(gondola.number(), shelves);
    }
  }

  /** Takes in a block; nothing of it is kept. Blocks of gondolas that the plan has not are left. */
  void add(PlateBlock block) {
    for (ShelfSeries series : gondolas.getOrDefault(block.gondola, List.of())) {
      Shelf shelf = series.shelf();
      float[] grams = new float[shelf.plates().size()];
      for (int s = 0; s < block.samples; s++) {
        for (int p = 0; p < grams.length; p++) {
          int row = shelf.id().shelf() - 1;
          int column = shelf.plates().get(p).id().plate() - 1;
          boolean has = row < block.shelves && column < block.plates;
          grams[p] = has ? block.grams[block.index(s, row, column)] : Float.NaN;
        }
        keep(series.sample(grams, block.nanosOf(s)));
      }
    }
  }

  private void keep(@Nullable ShelfChange change) {
    if (change != null) {
      found.add(change);
    }
  }

  /** All events after the last block, in the order of their ends, then of the shelves. */
  List<ShelfChange> all() {
    gondolas.values().forEach(shelves -> shelves.forEach(series -> keep(series.end())));
    found.sort(
        (a, b) ->
            a.endNanos() == b.endNanos()
                ? a.shelf().compareTo(b.shelf())
                : Long.compare(a.endNanos(), b.endNanos()));
    return found;
  }
}
