package io.walkout.cart.joint;

import io.walkout.cart.evidence.Reach;
import io.walkout.store.PersonId;
import io.walkout.store.shelf.ShelfChange;
import java.util.List;
import java.util.Set;

/**
 * How far what was felt can be trusted, given what is known to be unknown: people who are inside
 * and were not seen when it happened, a time for which nobody was seen, and mass that was not
 * weighed. The worlds are weighed by what was seen alone; a line is no surer than this allows, so
 * that what a failing sensor loses is lost to review and not charged to whoever happened to be
 * seen.
 */
final class Doubt {
  /**
   * Trust in a change of which a part was not weighed: neither what nor how many is known. Chosen:
   * no more than a guess.
   */
  private static final double PART_UNSEEN = 0.5;

  /**
   * People inside of whom nothing is known yet, where everybody is always lost from sight: one has
   * come in within the last seconds, or the tracker gave one up. Chosen.
   */
  private static final double UNKNOWN = 0.4;

  private Doubt() {}

  /**
   * Trust in a change, 0..1; 1 where all that could have been seen was seen.
   *
   * @param seen everybody who was seen about then
   * @param inside everybody who was inside then, seen or not
   * @param dark the share of the time at which it may have happened for which nobody was looked at
   * @param lost the share of people's time for which they are lost from sight
   */
  static double trust(
      ShelfChange part, List<Reach> seen, Set<PersonId> inside, double dark, double lost) {
    double what = part.isWhole() ? 1 : PART_UNSEEN;
    double ratios = 0;
    int unseen = inside.size();
    for (Reach r : seen) {
      ratios += r.ratio();
      unseen -= inside.contains(r.person()) ? 1 : 0;
    }
    // One of whom nothing is known may be at this place as well as at any: a ratio of one. Where
    // only one person is inside, nobody else can have done it, unless people go unseen.
    int absent = inside.size() < 2 ? 0 : unseen;
    double others = absent + UNKNOWN * lost;
    double who = others == 0 ? 1 : ratios / (ratios + others);
    // Who comes in while nobody looks is not known to be inside: one more than are known.
    return what * ((1 - dark) * who + dark / (inside.size() + 1));
  }
}
