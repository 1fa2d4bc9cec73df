package io.walkout.store.cart;

import io.walkout.store.DoorId;
import io.walkout.store.PersonId;
import io.walkout.store.ProductCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a visit held when it ended.
 *
 * @param person whose
 * @param targetId the identity another tracker gave them, or null
 * @param enteredNanos first sight
 * @param exitedNanos last sight
 * @param exitDoor the door they left by, or null if unknown
 * @param lines what they hold, in the order of first take; empty for one who took nothing
 */
public record Cart(
    PersonId person,
    @Nullable String targetId,
    long enteredNanos,
    long exitedNanos,
    @Nullable DoorId exitDoor,
    List<Line> lines)
    implements CartEvent {
  /** Copies the list. */
  public Cart {
    lines = List.copyOf(lines);
  }

  /**
   * One product in the cart.
   *
   * @param product the best guess
   * @param quantity how many, at least 1
   * @param certainty probability that this line (product, quantity, person) is right, 0..1
   * @param alternatives what else it might be, best first
   * @param evidence what was measured, in event-time order, at least one
   */
  public record Line(
      ProductCode product,
      int quantity,
      double certainty,
      List<Alternative> alternatives,
      List<Evidence> evidence) {
    /** Copies the lists. */
    public Line {
      alternatives = List.copyOf(alternatives);
      evidence = List.copyOf(evidence);
      if (quantity < 1 || !(certainty >= 0 && certainty <= 1) || evidence.isEmpty()) {
        throw new IllegalArgumentException(
            "a line needs a quantity, a certainty in 0..1 and evidence");
      }
    }
  }

  /**
   * Another reading of a line.
   *
   * @param product what it might be instead, or null for nothing at all
   * @param quantity how many
   * @param person who might hold it instead, or null for the same person
   * @param probability how likely, 0..1
   */
  public record Alternative(
      @Nullable ProductCode product, int quantity, @Nullable PersonId person, double probability) {}

  /**
   * One measurement behind a line.
   *
   * @param assignment what was felt and how it was explained
   * @param reachMetres distance of the doer's (the explanation's person) nearest known part (hand
   *     before elbow before head before body) from the place; NaN if unseen
   * @param reachedWith which part that was: a joint's name or "BODY"
   * @param said how much each source of evidence speaks for the assignment's best explanation as
   *     against its first alternative, in the resolver's order of sources, without those that say
   *     nothing of either; empty where there is no alternative, or nothing known of what was said
   */
  public record Evidence(
      Assignment assignment, double reachMetres, String reachedWith, List<Said> said) {
    /** Copies the list. */
    public Evidence {
      said = List.copyOf(said);
    }

    /** A measurement of which it is not known how much each source said. */
    public Evidence(Assignment assignment, double reachMetres, String reachedWith) {
      this(assignment, reachMetres, reachedWith, List.of());
    }
  }

  /**
   * How much one source of evidence speaks for one explanation, as against another.
   *
   * @param source its name: "mass", "place", "hands"
   * @param log natural logarithm of the likelihood ratio, finite: 0 says nothing, negative speaks
   *     for the other
   */
  public record Said(String source, double log) {}
}
