package io.walkout.sim.people;

import org.jspecify.annotations.Nullable;

/**
 * When and how somebody comes into the shop.
 *
 * @param startSeconds when they stand before the entry door, simulation time; with {@code after},
 *     seconds after that visit's end; with {@code behind}, how far behind that person's back
 * @param credential what they show at the door, or null for nothing
 * @param party a name that is shared by all who entered on one credential; empty for nobody else
 * @param behind the plan of the person whose heels they slip in on, without an event of the door;
 *     -1 for none
 * @param after the plan of their own visit before this one; -1 for none
 */
public record Arrival(
    double startSeconds, @Nullable String credential, String party, int behind, int after) {
  /** No such plan. */
  public static final int NONE = -1;

  /** Comes alone, by the door. */
  public static Arrival at(double startSeconds, @Nullable String credential) {
    return new Arrival(startSeconds, credential, "", NONE, NONE);
  }
}
