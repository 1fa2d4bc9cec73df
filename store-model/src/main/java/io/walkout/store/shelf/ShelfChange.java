package io.walkout.store.shelf;

import io.walkout.store.PlateId;
import io.walkout.store.ShelfId;
import java.util.List;

/**
 * A lasting step of mass on one shelf.
 *
 * @param shelf where
 * @param startNanos when the load began to move: the last moment of the old level
 * @param endNanos when it came to rest: the first moment of the new level
 * @param deltaGrams new level minus old level, all plates of the change together; negative when
 *     something was taken
 * @param sigmaGrams standard deviation of {@code deltaGrams} from noise and drift (not the spread
 *     of the product's own mass)
 * @param plates the change of each plate that took part, in the order of their numbers
 */
public record ShelfChange(
    ShelfId shelf,
    long startNanos,
    long endNanos,
    double deltaGrams,
    double sigmaGrams,
    List<PlateDelta> plates) {
  /**
   * Copies the list. Throws {@link IllegalArgumentException} on an end before the start or a sigma
   * that is not positive.
   */
  public ShelfChange {
    plates = List.copyOf(plates);
    if (endNanos < startNanos
        || !(sigmaGrams > 0)
        || !Double.isFinite(deltaGrams)
        || plates.isEmpty()) {
      throw new IllegalArgumentException(
          "no change: "
              + shelf
              + " "
              + startNanos
              + ".."
              + endNanos
              + " "
              + deltaGrams
              + "±"
              + sigmaGrams);
    }
  }

  /**
   * The share of one plate.
   *
   * @param plate which
   * @param deltaGrams its new level minus its old level
   * @param sigmaGrams standard deviation of that
   */
  public record PlateDelta(PlateId plate, double deltaGrams, double sigmaGrams) {}
}
