package io.walkout.bench.scorecard;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.walkout.cart.joint.Certainty;
import io.walkout.node.report.UserError;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/**
 * {@code scorecard.json}. All but its member {@code run} is the same bytes for the same program and
 * suite: what the wall clock saw stands there alone.
 */
final class ScorecardFile {
  static final String FORMAT = "walkout-scorecard";
  static final int VERSION = 1;

  /** The curve by which the program that was scored made its certainties. */
  private static final String CURVE = "certaintyCurve";

  /** Decimals kept: far below what a unit more or less would change. */
  private static final int DECIMALS = 6;

  static final ObjectMapper JSON =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .addModule(
              new SimpleModule()
                  .addSerializer(Double.class, new Rounded())
                  .addSerializer(double.class, new Rounded()))
          .build();

  private static final DefaultPrettyPrinter LINES =
      new DefaultPrettyPrinter()
          .withObjectIndenter(new DefaultIndenter("  ", "\n"))
          .withArrayIndenter(new DefaultPrettyPrinter.FixedSpaceIndenter());

  private ScorecardFile() {}

  /**
   * What the wall clock saw; informational.
   *
   * @param elapsedSeconds how long the suite took
   * @param simulatedSeconds length of all recordings together
   * @param timesRealTime one over the other
   * @param threads cases at a time
   * @param cores processors of the machine
   * @param java version of the Java VM
   */
  record Run(
      double elapsedSeconds,
      double simulatedSeconds,
      double timesRealTime,
      int threads,
      int cores,
      String java) {}

  static ObjectNode json(Scorecard card, Run run) {
    ObjectNode root = JSON.createObjectNode();
    root.put("format", FORMAT).put("version", VERSION);
    root.putObject(CURVE).put("slope", Certainty.SLOPE).put("shift", Certainty.SHIFT);
    ObjectNode computed = JSON.valueToTree(card);
    JsonNode cases = computed.remove("cases"); // the figures stand before them
    root.setAll(computed);
    root.set("cases", cases);
    root.set("run", JSON.valueToTree(run));
    return root;
  }

  /** Text with a line for each member, ending in a line feed. */
  static String text(JsonNode json) throws IOException {
    return JSON.writer(LINES).writeValueAsString(json) + "\n";
  }

  /** Replaces a file in one step: whoever is interrupted leaves the old one or the new one. */
  static void write(Path file, String text) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.writeString(part, text, StandardCharsets.UTF_8);
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Reads one; what was computed is computed anew from its cases. */
  static Scorecard read(Path file) throws IOException {
    JsonNode root = root(file, FORMAT, VERSION);
    CaseResult[] cases;
    try {
      cases = JSON.treeToValue(root.path("cases"), CaseResult[].class);
    } catch (IOException e) {
      String why = Objects.requireNonNullElse(e.getMessage(), "").lines().findFirst().orElse("");
      throw new UserError(file + ": cases can't be read: " + why, e);
    }
    if (cases == null) {
      throw new UserError(file + ": cases is missing; expected a list");
    }
    return Scorecard.of(
        root.path("suite").asText(""),
        root.path("description").asText(""),
        method(file, root.path("method").asText(Method.WALKOUT.name())),
        java.util.List.of(cases));
  }

  /** Refuses a scorecard of a program that made its certainties by another curve than this one. */
  static void checkCurve(Path file) throws IOException {
    JsonNode curve = root(file, FORMAT, VERSION).path(CURVE);
    boolean isOurs =
        curve.path("slope").asDouble() == Certainty.SLOPE
            && curve.path("shift").asDouble() == Certainty.SHIFT;
    if (!isOurs) {
      throw new UserError(
          "%s: %s: found %s, expected slope %s and shift %s of this program; run the suite again"
              .formatted(
                  file,
                  CURVE,
                  curve.isMissingNode() ? "nothing" : curve,
                  Certainty.SLOPE,
                  Certainty.SHIFT));
    }
  }

  private static Method method(Path file, String name) {
    for (Method method : Method.values()) {
      if (method.name().equals(name)) {
        return method;
      }
    }
    throw new UserError(file + ": method: expected WALKOUT or CONTEST, found '" + name + "'");
  }

  /** A file's JSON, once it is known to be of the right format and version. */
  static JsonNode root(Path file, String format, int version) throws IOException {
    JsonNode root;
    try {
      root = JSON.readTree(Files.readString(file));
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new UserError(
          file
              + ", line "
              + e.getLocation().getLineNr()
              + ": broken JSON: "
              + e.getOriginalMessage(),
          e);
    }
    if (!root.path("format").asText().equals(format)) {
      throw new UserError(
          file
              + ": format: expected '"
              + format
              + "', found '"
              + root.path("format").asText()
              + "'");
    }
    if (root.path("version").asInt() != version) {
      throw new UserError(
          file + ": version " + root.path("version").asText() + " is unknown; expected " + version);
    }
    return root;
  }

  /** Writes numbers with at most six decimals, and those that are none as null. */
  private static final class Rounded extends JsonSerializer<Double> {
    @Override
    public void serialize(
        Double value, com.fasterxml.jackson.core.JsonGenerator out, SerializerProvider provider)
        throws IOException {
      if (!Double.isFinite(value)) {
        out.writeNull();
        return;
      }
      BigDecimal rounded =
          BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN).stripTrailingZeros();
      out.writeNumber(rounded.scale() < 0 ? rounded.setScale(0) : rounded);
    }
  }
}
