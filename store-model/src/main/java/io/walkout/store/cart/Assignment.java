package io.walkout.store.cart;

import io.walkout.store.PersonId;
import io.walkout.store.ProductCode;
import io.walkout.store.shelf.ShelfChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the resolver makes of one shelf change: the best explanation and the others it weighed.
 *
 * @param change what was felt
 * @param best the likeliest explanation
 * @param alternatives the next likeliest, at most three, best first
 */
public record Assignment(ShelfChange change, Explanation best, List<Explanation> alternatives)
    implements CartEvent {
  /** Copies the list. */
  public Assignment {
    alternatives = List.copyOf(alternatives);
  }

  /** What somebody did. */
  public enum Kind {
    /** Took units off the shelf. */
    TAKE,
    /** Put units on the shelf. */
    PUT_BACK,
    /** Nobody took or put anything: a press, a bump, a sensor's whim. */
    NOTHING
  }

  /**
   * One way to explain a shelf change.
   *
   * @param kind what was done
   * @param person by whom, or null where nobody could have
   * @param product with what, or null where nothing fits
   * @param quantity how many units, 0 for {@link Kind#NOTHING}
   * @param probability of this explanation given all the evidence, 0..1
   */
  public record Explanation(
      Kind kind,
      @Nullable PersonId person,
      @Nullable ProductCode product,
      int quantity,
      double probability) {}
}
