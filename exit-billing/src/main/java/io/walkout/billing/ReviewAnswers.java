package io.walkout.billing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a reviewer's answers: an object with {@code answers}, as {@code docs/operating/reviews.md}
 * gives it, and perhaps the {@code recording} they belong to. A member that is not known is
 * refused, so that a slip of the pen never passes for an answer.
 */
public final class ReviewAnswers {
  /** Most answers in a file; beyond it the file is refused. Chosen: more than a week's work. */
  public static final int MOST_ANSWERS = 100_000;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final Set<String> ROOT = Set.of("recording", "answers");
  private static final Set<String> MEMBERS =
      Set.of("review", "fingerprint", "decision", "gtin", "quantity", "visitId", "by", "note");

  private final String file;

  private ReviewAnswers(String file) {
    this.file = file;
  }

  /**
   * Reads the file.
   *
   * @param recordingName the run whose lines are to be decided; a file of another one is refused
   * @throws IOException if it can't be read
   * @throws IllegalArgumentException in one sentence that names file and member, if it is no such
   *     file
   */
  public static List<ReviewAnswer> read(Path file, String recordingName) throws IOException {
    return new ReviewAnswers(file.toString()).answers(Files.readAllBytes(file), recordingName);
  }

  private List<ReviewAnswer> answers(byte[] json, String recordingName) throws IOException {
    JsonNode root;
    try {
      root = JSON.readTree(json);
    } catch (JsonProcessingException e) {
      var at = e.getLocation();
      throw new IllegalArgumentException(
          file
              + (at == null ? "" : ":" + at.getLineNr())
              + ": this is no JSON: "
              + e.getOriginalMessage().lines().findFirst().orElse(""),
          e);
    }
    if (!root.isObject() || !root.path("answers").isArray()) {
      throw new IllegalArgumentException(file + ": expected an object with a list 'answers'");
    }
    known(root, ROOT, "the file");
    String of = text(root, "recording", "the file");
    if (of != null && !of.equals(recordingName)) {
      throw wrong("recording", "these are answers to '" + of + "', not to '" + recordingName + "'");
    }
    if (root.path("answers").size() > MOST_ANSWERS) {
      throw wrong("answers", "expected at most " + MOST_ANSWERS);
    }
    List<ReviewAnswer> answers = new ArrayList<>();
    for (JsonNode node : root.path("answers")) {
      answers.add(answer(node, "answers[" + answers.size() + "]"));
    }
    return answers;
  }

  private ReviewAnswer answer(JsonNode node, String at) {
    if (!node.isObject()) {
      throw wrong(at, "expected an object, found " + node);
    }
    known(node, MEMBERS, at);
    String where = file + ", " + at;
    return new ReviewAnswer(
        where,
        needed(node, "review", at),
        needed(node, "fingerprint", at),
        decision(node, at),
        text(node, "gtin", at),
        quantity(node, at),
        text(node, "visitId", at),
        text(node, "by", at),
        text(node, "note", at));
  }

  private void known(JsonNode node, Set<String> members, String at) {
    for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!members.contains(name)) {
        throw wrong(at, "there is no member '" + name + "'");
      }
    }
  }

  private ReviewAnswer.Decision decision(JsonNode node, String at) {
    String text = needed(node, "decision", at).toUpperCase(Locale.ROOT);
    for (ReviewAnswer.Decision d : ReviewAnswer.Decision.values()) {
      if (d.name().equals(text)) {
        return d;
      }
    }
    throw wrong(at + ".decision", "expected CONFIRM, CHOOSE or DROP, found " + text);
  }

  private @Nullable Integer quantity(JsonNode node, String at) {
    JsonNode value = node.path("quantity");
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isIntegralNumber() || !value.canConvertToInt()) {
      throw wrong(at + ".quantity", "expected a whole number, found " + value);
    }
    return value.intValue();
  }

  private String needed(JsonNode node, String member, String at) {
    String text = text(node, member, at);
    if (text == null) {
      throw wrong(at, "expected a " + member);
    }
    return text;
  }

  private @Nullable String text(JsonNode node, String member, String at) {
    JsonNode value = node.path(member);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isTextual() || value.asText().isBlank()) {
      throw wrong(at + "." + member, "expected text, found " + value);
    }
    return Pricing.wellFormed(value.asText());
  }

  private IllegalArgumentException wrong(String at, String what) {
    return new IllegalArgumentException(file + ", " + at + ": " + what);
  }
}
