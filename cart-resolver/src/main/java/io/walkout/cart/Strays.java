package io.walkout.cart;

import io.walkout.store.Product;
import io.walkout.store.ShelfId;
import io.walkout.store.shelf.ShelfChange;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What stands on the shelves out of plan, the oldest first. */
final class Strays {
  /** Most things remembered for a shelf; the oldest is forgotten first, and counted. */
  private static final int MOST = 16;

  private final Map<ShelfId, Deque<Stray>> strays = new TreeMap<>();
  private long forgotten;

  /** The things on a shelf. */
  Collection<Stray> on(ShelfId shelf) {
    Deque<Stray> here = strays.get(shelf);
    return here == null ? List.of() : here;
  }

  /** A thing was left where the decision says; null for one that is not for sale. */
  void leave(Decision decision, @Nullable Product product, int units) {
    ShelfChange change = decision.assignment().change();
    Deque<Stray> here = strays.computeIfAbsent(change.shelf(), s -> new ArrayDeque<>());
    if (here.size() == MOST) {
      here.removeFirst();
      forgotten++;
    }
    here.addLast(
        new Stray(
            change.shelf(),
            product,
            units,
            change.deltaGrams() / units,
            change.sigmaGrams() / units,
            decision.place().centreMetres(),
            decision.place().spreadMetres()));
  }

  /** So many of a thing are not there any more. */
  void takeAway(Stray stray, int units) {
    Deque<Stray> here = strays.get(stray.shelf());
    if (here != null && here.remove(stray) && stray.quantity() > units) {
      here.addLast(stray.less(units));
    }
  }

  /** Things forgotten at the bound, so far. */
  long forgotten() {
    return forgotten;
  }
}
