package io.walkout.cart.evidence;

import io.walkout.store.Product;
import io.walkout.store.shelf.ShelfChange;

/**
 * One kind of sensor, or of knowledge, and what it has to say about shelf changes: the load cells'
 * masses, their spread over the plates, the hands that were near, a camera's look at a gap. All are
 * independent given what was done; what they say is added up, and nobody who adds up knows one from
 * another. A new sensor is one class that implements this, and one line where the list is made (see
 * {@link io.walkout.cart.CartResolver}).
 *
 * <p>{@link #about} is called for each part of a change that one deed may have made, in the order
 * in which changes are decided, once the people about it are known. The same part is asked about
 * once; parts of one change may overlap, as they are different readings of it. A source may keep
 * what it needs of its own sensor between calls, within a bound; it must not look at any clock,
 * random number or hash order, as the same journal gives the same bytes.
 *
 * <p>How often things are done (rates, priors, how many one takes at once) is no evidence and stays
 * with who adds up.
 *
 * <p>Implementations are called by one thread, the resolver's.
 */
public interface Evidence {
  /** A short name in lower case, which receipts give: "mass", "place", "hands". Always the same. */
  String source();

  /**
   * What this source says about one part of a change. {@link Testimony#SILENT} where it knows
   * nothing; never null. What costs much is better found when the testimony is first asked for it:
   * not all of it is always asked.
   */
  Testimony about(Question question);

  /**
   * Tells what a change turned out to be, after it was decided: so many units, unknown here, of one
   * product were taken from where it stands by plan. Called for every product of an explanation of
   * the whole change, however unlikely; who learns from it picks those that are sure enough. Most
   * learn nothing.
   *
   * @param part the whole change
   * @param probability that it was this product, 0..1
   */
  default void learn(ShelfChange part, Product product, double probability) {}
}
