package io.walkout.store.cart;

import io.walkout.store.PlateId;
import io.walkout.store.ProductCode;
import java.util.List;

/**
 * A facing that holds something else than the planogram says, or one of which that was said and is
 * no longer so.
 *
 * @param captureNanos end of the change by which it was found
 * @param plates the facing, its plates in order
 * @param planned what stands there by the planogram
 * @param plannedGrams mass of one of these by the catalogue; NaN where it has none
 * @param unitGrams mass of one unit of what truly stands there
 * @param found what it may be, likeliest first, at most three; empty if nothing in the catalogue
 *     fits
 * @param probability that it is not what is planned, 0..1
 * @param takes how many times goods left or came there, each by how sure it was
 * @param evidence the latest of them, oldest first, at most eight
 * @param withdrawn whether later takes spoke against what was told before
 */
public record PlanogramFault(
    long captureNanos,
    List<PlateId> plates,
    ProductCode planned,
    double plannedGrams,
    double unitGrams,
    List<Found> found,
    double probability,
    double takes,
    List<Load> evidence,
    boolean withdrawn)
    implements StoreFinding {
  /** Copies the lists. */
  public PlanogramFault {
    plates = List.copyOf(plates);
    found = List.copyOf(found);
    evidence = List.copyOf(evidence);
  }

  /**
   * What may stand there instead.
   *
   * @param product which
   * @param probability that it is this one, 0..1
   */
  public record Found(ProductCode product, double probability) {}

  /**
   * What was felt.
   *
   * @param captureNanos when it came to rest
   * @param deltaGrams negative when something left
   */
  public record Load(long captureNanos, double deltaGrams) {}
}
