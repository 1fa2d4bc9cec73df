package io.walkout.sim.world;

import java.util.List;

/** The shops we simulate in, by name, as a scenario names them. */
public final class NamedShops {
  private static final List<String> NAMES = List.of("corner", "big", "hall", "wide");

  private NamedShops() {}

  /** The names of all shops, in the order to show them. */
  public static List<String> names() {
    return NAMES;
  }

  /**
   * A shop by its name: {@code corner} (210 plates, one aisle), {@code big} (306 plates, one
   * aisle), {@code hall} (100 square metres, 15 gondolas with 648 plates, two islands), {@code
   * wide} (an L-shaped floor, 345 plates, an island that stands askew, one door).
   *
   * @throws IllegalArgumentException on any other name; the message lists those that there are
   */
  public static SimStore named(String name) {
    return switch (name) {
      case "corner" -> StorePlan.corner();
      case "big" -> StorePlan.big();
      case "hall" -> HallPlan.make();
      case "wide" -> WidePlan.make();
      default ->
          throw new IllegalArgumentException(
              "there is no shop '" + name + "'; there are " + String.join(", ", NAMES));
    };
  }
}
