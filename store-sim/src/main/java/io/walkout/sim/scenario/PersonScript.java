package io.walkout.sim.scenario;

import io.walkout.sim.people.Traits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one person of a script does.
 *
 * @param name who
 * @param line where they are named
 * @param path the keys that lead there
 * @param kind what they are in the shop
 * @param start when they stand before the door; null for a while after the one before them
 * @param credential what they show; null for one of their own, empty for nothing
 * @param party the party they belong to; empty for none
 * @param behind whose heels they slip in on; empty for nobody's
 * @param heightMetres how tall; null to draw it
 * @param looksLike whose looks they share; empty for nobody's
 * @param pram whether they push a pram
 * @param bag whether they carry a bag
 * @param visits what they do, visit by visit, at least one
 */
record PersonScript(
    String name,
    int line,
    String path,
    Traits.Kind kind,
    @Nullable Amount start,
    @Nullable String credential,
    String party,
    String behind,
    @Nullable Amount heightMetres,
    String looksLike,
    boolean pram,
    boolean bag,
    List<Visit> visits) {
  /**
   * One visit.
   *
   * @param line where it begins
   * @param after seconds since the visit before; not used by the first
   * @param credential shown at this visit's beginning; null for that of the person
   * @param steps what they do inside
   */
  record Visit(int line, Amount after, @Nullable String credential, List<Step> steps) {}
}
