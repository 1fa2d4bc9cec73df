package io.walkout.sim.people;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one shopper will do: comes in at a moment, does things in order, and leaves.
 *
 * @param startSeconds when they stand before the entry door, simulation time
 * @param credential what they show at the door, or null for nothing
 * @param intents what they do inside, in order
 */
public record Plan(double startSeconds, @Nullable String credential, List<Intent> intents) {
  /** Copies the list. */
  public Plan {
    intents = List.copyOf(intents);
  }
}
