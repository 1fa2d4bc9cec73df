package io.walkout.sim.fault;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One fault as it was asked for.
 *
 * @param name which
 * @param given its parameters in the order given, each one that the fault has, each value within
 *     its range
 */
record Fault(FaultName name, Map<String, String> given) {
  /**
   * Reads {@code "LateFrames:ms=800,share=0.3"}.
   *
   * @throws FaultRefused with one sentence that says what there is
   */
  static Fault parse(String text) {
    String stripped = text.strip();
    int colon = stripped.indexOf(':');
    FaultName name = FaultName.of((colon < 0 ? stripped : stripped.substring(0, colon)).strip());
    Map<String, String> given = new LinkedHashMap<>();
    if (colon >= 0) {
      for (String part : stripped.substring(colon + 1).split(",", -1)) {
        add(name, part.strip(), given);
      }
    }
    return new Fault(name, given);
  }

  private static void add(FaultName name, String part, Map<String, String> given) {
    int equals = part.indexOf('=');
    if (equals < 0) {
      throw new FaultRefused(
          name.text() + ": expected parameter=value, found '" + part + "'; it has " + all(name));
    }
    String key = part.substring(0, equals).strip();
    String value = part.substring(equals + 1).strip();
    Parameter parameter =
        name.parameter(key)
            .orElseThrow(
                () ->
                    new FaultRefused(
                        name.text() + " has no parameter '" + key + "'; it has " + all(name)));
    if (!parameter.takes(value)) {
      throw new FaultRefused(
          name.text() + ": " + key + " is " + parameter.range() + ", found '" + value + "'");
    }
    if (given.put(key, value) != null) {
      throw new FaultRefused(name.text() + ": " + key + " is given twice");
    }
  }

  private static String all(FaultName name) {
    return name.parameters().stream().map(Parameter::name).collect(Collectors.joining(", "));
  }

  /** The text it would be read from, without blanks. */
  String text() {
    return given.isEmpty()
        ? name.text()
        : given.entrySet().stream()
            .map(e -> e.getKey() + "=" + e.getValue())
            .collect(Collectors.joining(",", name.text() + ":", ""));
  }
}
