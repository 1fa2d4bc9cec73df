package io.walkout.cart;

import io.walkout.store.shelf.ShelfChange;
import java.util.List;

/**
 * The seam between evidence and assignments. Changes go in in event-time order; decisions come out
 * in that order too, at once or, from a decider that weighs several changes together, later.
 */
interface Decider {
  /** Takes one more change; gives what is decided now, which may be nothing or older changes. */
  List<Decision> decide(ShelfChange change);

  /** Decides whatever is still held back. */
  List<Decision> finish();
}
