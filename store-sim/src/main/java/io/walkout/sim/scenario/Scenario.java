package io.walkout.sim.scenario;

import io.walkout.sim.world.Dice;
import io.walkout.sim.world.SimStore;
import java.util.List;
import java.util.function.Supplier;

/**
 * A scenario: a shop, and people with intentions.
 *
 * @param name as on the command line
 * @param description one line for people
 * @param tags what it is an example of, for grouping
 * @param shop where it happens
 * @param faults what is wrong with the sensors or the shop, by the names that faults have
 * @param script who comes and does what
 */
public record Scenario(
    String name,
    String description,
    List<String> tags,
    Supplier<SimStore> shop,
    List<String> faults,
    Script script) {
  /** Copies the lists. */
  public Scenario {
    tags = List.copyOf(tags);
    faults = List.copyOf(faults);
  }

  /** Writes down who does what, from the shop and the seed's dice. */
  public interface Script {
    /**
     * Writes it.
     *
     * @throws ScenarioException if the shop has not what it needs
     */
    Play play(SimStore shop, Dice dice);
  }

  /** The same people in another shop. */
  public Scenario in(Supplier<SimStore> other) {
    return new Scenario(name, description, tags, other, faults, script);
  }
}
