package io.walkout.bench.realism;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.walkout.bench.realism.figure.Comparison;
import io.walkout.bench.realism.figure.Curve;
import java.math.BigDecimal;
import java.math.MathContext;

/** {@code realism.json}: every figure and curve of a report, without its pictures. */
final class RealismJson {
  /** Nothing here is known better. */
  private static final MathContext DIGITS = new MathContext(5);

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private RealismJson() {}

  static String text(RealismReport report) throws JsonProcessingException {
    ObjectNode root = JSON.createObjectNode();
    root.put("recording", report.recording());
    root.put("command", report.command());
    root.put("differsBeyondFactor", Comparison.DIFFERS_FACTOR);
    ArrayNode seeds = root.putArray("seeds");
    report.seeds().forEach(seeds::add);
    ArrayNode notes = root.putArray("notes");
    report.notes().forEach(notes::add);
    ArrayNode figures = root.putArray("figures");
    for (Comparison.Row row : report.comparison().rows()) {
      ObjectNode one = figures.addObject();
      one.put("group", row.figure().group());
      one.put("name", row.figure().name());
      one.put("unit", row.figure().unit());
      number(one, "real", row.real());
      number(one, "simulated", row.simulated());
      number(one, "lowest", row.lowest());
      number(one, "highest", row.highest());
      one.put("seeds", row.seeds());
      number(one, "ratio", row.ratio());
      one.put("verdict", row.verdict().name());
    }
    ArrayNode curves = root.putArray("curves");
    report
        .curves()
        .forEach(
            (figure, both) -> {
              ObjectNode one = curves.addObject();
              one.put("group", figure.group());
              one.put("name", figure.name());
              one.put("unit", figure.unit());
              curve(one.putObject("real"), both.real());
              ArrayNode simulated = one.putArray("simulated");
              both.simulated().forEach(c -> curve(simulated.addObject(), c));
            });
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
  }

  private static void curve(ObjectNode node, Curve curve) {
    numbers(node.putArray("x"), curve.x());
    numbers(node.putArray("middle"), curve.middle());
    if (curve.hasBand()) {
      numbers(node.putArray("low"), curve.low());
      numbers(node.putArray("high"), curve.high());
    }
  }

  private static void numbers(ArrayNode array, double[] values) {
    for (double value : values) {
      if (Double.isFinite(value)) {
        array.add(rounded(value));
      } else {
        array.addNull();
      }
    }
  }

  private static void number(ObjectNode node, String field, double value) {
    if (Double.isFinite(value)) {
      node.put(field, rounded(value));
    } else {
      node.putNull(field);
    }
  }

  private static BigDecimal rounded(double value) {
    return BigDecimal.valueOf(value).round(DIGITS);
  }
}
