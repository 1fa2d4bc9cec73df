package io.walkout.sim.scenario;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a named facing of a script has to be. Empty parts mean nothing is asked.
 *
 * @param name what the script calls it
 * @param line where it is named
 * @param product the product's code
 * @param gondola number of the gondola; 0 for any
 * @param shelf number of the shelf; 0 for any
 * @param plate number of a plate of it; 0 for any
 * @param height lowest, low, middle, high or highest
 * @param nextTo the facing whose neighbour on the shelf it is
 * @param sameMassAs the facing whose product has the same mass by the catalogue
 * @param nearMassOf the facing whose product's mass differs by up to 3 % by the catalogue, and is
 *     another product
 * @param near the facing that is up to 1.5 m away
 * @param farFrom the facing that is at least 2 m away
 * @param clearOf facings that are at least 0.6 m away, so that people can stand before both
 * @param holdsOf the facing whose product this one holds as well, whatever the shop's plan says
 * @param holds units that stand there at least, however the shop is filled
 * @param grams least mass of a unit; 0 for any
 */
record FacingRule(
    String name,
    int line,
    @Nullable String product,
    int gondola,
    int shelf,
    int plate,
    @Nullable String height,
    @Nullable String nextTo,
    @Nullable String sameMassAs,
    @Nullable String nearMassOf,
    @Nullable String near,
    @Nullable String farFrom,
    List<String> clearOf,
    @Nullable String holdsOf,
    int holds,
    double grams) {
  /** Copies the list. */
  FacingRule {
    clearOf = List.copyOf(clearOf);
  }

  static FacingRule any(String name, int line) {
    return new FacingRule(
        name, line, null, 0, 0, 0, null, null, null, null, null, null, List.of(), null, 0, 0);
  }

  /** Whether it is asked for by its address. */
  boolean isAddress() {
    return gondola > 0 && shelf > 0 && plate > 0;
  }
}
