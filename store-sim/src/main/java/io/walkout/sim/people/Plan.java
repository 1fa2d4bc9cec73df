package io.walkout.sim.people;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One visit of one person: comes in, does things in order, and leaves.
 *
 * @param person who; the visits of one person share it
 * @param arrival when and how they come in
 * @param traits what they are like
 * @param intents what they do inside, in order
 */
public record Plan(String person, Arrival arrival, Traits traits, List<Intent> intents) {
  /** Copies the list. */
  public Plan {
    intents = List.copyOf(intents);
  }

  /** What they show at the door, or null for nothing. */
  public @Nullable String credential() {
    return arrival.credential();
  }

  /** The party they belong to; empty if they came alone. */
  public String party() {
    return arrival.party();
  }

  /** Whether they work here: they owe nothing. */
  public boolean isStaff() {
    return traits.kind() == Traits.Kind.STAFF;
  }
}
