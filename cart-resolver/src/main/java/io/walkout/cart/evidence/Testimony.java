package io.walkout.cart.evidence;

import io.walkout.store.PersonId;
import io.walkout.store.shelf.ShelfChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one source says about one part of a change. All that it says are natural logarithms of
 * likelihood ratios: how much likelier what this source sensed is if the claim is true than if
 * anything was moved anywhere by anybody. 0 says nothing, and is what every method says that is not
 * overridden; negative infinity says that it can't be. Never NaN, never positive infinity.
 *
 * <p>Claims about what, and about who, are added up with those of all other sources, so a source
 * must say nothing twice: what it says by {@link #goods} it must not say again by {@link #place}.
 *
 * <ul>
 *   <li>What: {@link #goods} whatever the place, and {@link #place} given the goods. They are two
 *       because a product may stand on several facings: the places' ratios of all sources are
 *       multiplied inside the sum over the facings, the goods' outside of it. A source that sees
 *       units vanish from one facing says so by {@link #place}.
 *   <li>What else moved the plates: {@link #nothing}, {@link #thing}.
 *   <li>Who: {@link #hand} whatever it moved, and {@link #grip} given the goods, for a source that
 *       sees what is in a hand.
 * </ul>
 *
 * <p>Asked by one thread, some thousand times a change, hundreds of times for the same claim about
 * a place or a hand: an answer that costs more than a few floating-point operations is to be kept.
 */
public interface Testimony {
  /** Knows nothing. */
  Testimony SILENT = new Testimony() {};

  /** Of these goods having been moved, wherever they stood or came to stand on this shelf. */
  default double goods(Goods goods) {
    return 0;
  }

  /**
   * Of the place, given these goods: against the same goods anywhere on this shelf, so 0 for {@link
   * Where#ANYWHERE} unless the source tells shelves apart.
   */
  default double place(Goods goods, Where where) {
    return 0;
  }

  /**
   * Of two things moved at once, goods and places together. By default as much as of each alone;
   * not so for sources that feel but the sum of both.
   */
  default double pair(Pair pair) {
    return goods(pair.a())
        + place(pair.a(), new Where.On(pair.atA()))
        + goods(pair.b())
        + place(pair.b(), new Where.On(pair.atB()));
  }

  /** Of nothing having been moved: a press, a lean, a bump, drift. */
  default double nothing() {
    return 0;
  }

  /**
   * Of a thing that is not for sale, as a bag: set down, or fetched.
   *
   * @param before what was felt of that very thing before: the part of it that was set down first,
   *     or, if it is fetched, the thing as it came; null if nothing was
   * @param alone false if goods went along that were taken while it stood there: they are asked
   *     about as a part of their own, so a source that feels but the sum says 0 here
   */
  default double thing(@Nullable ShelfChange before, boolean alone) {
    return 0;
  }

  /**
   * Everybody whom this source noticed about then, in the order of their numbers; empty for one
   * that notices nobody by itself. Only they, of all sources together, and somebody unseen, can
   * have done it.
   */
  default List<Sight> people() {
    return List.of();
  }

  /**
   * Of that hand of that person having done it, whatever it was: against a hand anywhere in the
   * store. 0 for whom this source did not notice.
   *
   * @param side 0 left, 1 right; the same for both where this source can't tell
   */
  default double hand(PersonId person, int side) {
    return 0;
  }

  /** Whether {@link #grip} says anything about this part. If not, it is not asked. */
  default boolean seesGrips() {
    return false;
  }

  /**
   * Of these goods being what that hand of that person moved, given that it did: beyond {@link
   * #goods} and {@link #hand}.
   */
  default double grip(PersonId person, int side, Goods goods) {
    return 0;
  }

  /**
   * The share, 0..1, of the time at which it may have happened, for which this source could see
   * nobody at all: somebody whom it would have noticed else may have been there. 1 for a source
   * that notices nobody by itself.
   */
  default double blindShare() {
    return 1;
  }

  /**
   * The share, 0..1, of people's time for which this source has lost them from sight lately,
   * wherever they were: where it is great, somebody of whom nothing is known yet may be inside. 1
   * for a source that notices nobody by itself.
   */
  default double lostShare() {
    return 1;
  }
}
