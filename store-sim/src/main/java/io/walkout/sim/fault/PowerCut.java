package io.walkout.sim.fault;

import java.util.List;

/**
 * No power for a while.
 *
 * @param fromSeconds when it goes
 * @param untilSeconds when it comes back
 * @param torn whether the recorder dies with it
 */
public record PowerCut(double fromSeconds, double untilSeconds, boolean torn) {
  static PowerCut of(Choices choices, List<String> said) {
    double at = choices.drawn("at", 10, 25);
    double length = choices.number("for", 4);
    boolean torn = choices.given("torn").orElse("false").equals("true");
    said.add(
        choices.says(
            "no power from "
                + Parameter.text(at)
                + " s"
                + (torn
                    ? ", where the recording breaks off"
                    : " for " + Parameter.text(length) + " s")));
    return new PowerCut(at, at + length, torn);
  }

  /** Whether something captured and arriving then is never recorded. */
  boolean loses(double captureSeconds, double arrivalSeconds) {
    if (torn) {
      return arrivalSeconds >= fromSeconds;
    }
    return captureSeconds < untilSeconds && arrivalSeconds >= fromSeconds;
  }
}
