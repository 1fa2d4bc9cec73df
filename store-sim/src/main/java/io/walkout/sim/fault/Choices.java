package io.walkout.sim.fault;

import io.walkout.sim.world.Dice;
import java.util.List;
import java.util.Optional;

/**
 * What holds for one fault in one shop: what was given, else what is standard, else what the dice
 * say. The dice are thrown also where a value was given, so that giving one changes no other.
 */
final class Choices {
  private final Fault fault;
  private final Dice dice;

  Choices(Fault fault, Dice dice) {
    this.fault = fault;
    this.dice = dice;
  }

  Dice dice() {
    return dice;
  }

  Optional<String> given(String name) {
    return Optional.ofNullable(fault.given().get(name));
  }

  /** A number that has a standard. */
  double number(String name, double standard) {
    return given(name).map(v -> parameter(name).number(v)).orElse(standard);
  }

  /** A number that is drawn where it was not given, in steps of a tenth. */
  double drawn(String name, double low, double high) {
    double drawn = Math.rint(dice.between(low, high) * 10) / 10;
    return number(name, drawn);
  }

  /** As {@link #drawn}, either way from zero. */
  double drawnEitherWay(String name, double low, double high) {
    double drawn = Math.rint(dice.between(low, high)) * (dice.chance(0.5) ? 1 : -1);
    return number(name, drawn);
  }

  /** One of the parameter's words, drawn where it was not given. */
  String word(String name) {
    List<String> words = parameter(name).words();
    String drawn = words.get(dice.below(words.size()));
    return given(name).orElse(drawn);
  }

  FaultRefused refused(String why) {
    return new FaultRefused(fault.name().text() + ": " + why);
  }

  /** A sentence of {@link ShopFaults#describe}. */
  String says(String what) {
    return fault.name().text() + ": " + what;
  }

  private Parameter parameter(String name) {
    return fault
        .name()
        .parameter(name)
        .orElseThrow(() -> new IllegalStateException(fault.name() + " has no " + name));
  }
}
