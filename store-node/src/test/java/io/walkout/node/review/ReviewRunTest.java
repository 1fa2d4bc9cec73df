package io.walkout.node.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.walkout.node.Walkout;
import io.walkout.sim.Simulation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reviewer's way through the commands, on two people who reach into one shelf at once. */
class ReviewRunTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> WRITTEN =
      List.of("receipts.json", "reviews.json", "summary.json", "events.jsonl");

  @TempDir private static Path scratch;
  private static Path recording;
  private static Path answers;

  private record Ran(int exit, String out, String err) {}

  /** The store charges nothing by itself: every line of the case waits for a reviewer. */
  @BeforeAll
  static void simulateAndAnswer() throws IOException {
    recording = scratch.resolve("neighbours.rec");
    Simulation.run("neighbours", 1, recording);
    Path store = recording.resolve("store.yaml");
    String yaml = Files.readString(store);
    assertThat(yaml).contains("costs: {");
    Files.writeString(store, yaml.replaceFirst("costs: \\{[^}]*}", "reviewBelow: 1.0"));
    Path out = replay("first");
    answers = scratch.resolve("answers.json");
    ObjectNode file = JSON.createObjectNode().put("recording", "neighbours-1");
    ArrayNode all = file.putArray("answers");
    for (JsonNode review : reviews(out).path("reviews")) {
      ObjectNode answer =
          all.addObject()
              .put("review", review.path("review").asText())
              .put("fingerprint", review.path("fingerprint").asText());
      if (all.size() == 1) {
        answer.put("decision", "CONFIRM").put("by", "the night shift");
      } else {
        answer
            .put("decision", "CHOOSE")
            .put("visitId", reviews(out).at("/reviews/0/visitId").asText());
      }
    }
    assertThat(all.size()).as("lines in review").isGreaterThan(1);
    Files.write(answers, JSON.writeValueAsBytes(file));
  }

  private static Path replay(String name, String... more) {
    Path out = scratch.resolve(name);
    assertThat(ran(recording, out, more).exit()).isZero();
    return out;
  }

  private static Ran ran(Path from, Path out, String... more) {
    List<String> args = new ArrayList<>(List.of("replay", from.toString(), "--out", "" + out));
    args.addAll(List.of(more));
    return run(args.toArray(String[]::new));
  }

  private static JsonNode reviews(Path out) throws IOException {
    return JSON.readTree(out.resolve("reviews.json").toFile());
  }

  private static void assertSameFiles(Path a, Path b) {
    for (String file : WRITTEN) {
      assertThat(a.resolve(file)).hasSameBinaryContentAs(b.resolve(file));
    }
  }

  @Test
  void aReviewSaysWhatWasFeltWhoWasNearAndWhereToLook() throws IOException {
    JsonNode review = reviews(replay("look")).at("/reviews/0");
    assertThat(review.path("status").asText()).isEqualTo("OPEN");
    assertThat(review.path("explanations").size()).isBetween(2, 3);
    assertThat(review.at("/explanations/0/says").asText()).contains("g by the catalogue");
    JsonNode event = review.at("/evidence/events/0");
    assertThat(event.path("deltaGrams").asDouble()).isNegative();
    assertThat(event.path("expectedGrams").asDouble()).isNegative();
    assertThat(event.path("plates")).isNotEmpty();
    assertThat(event.path("near").findValuesAsText("visitId"))
        .containsExactlyInAnyOrder("neighbours-1-1", "neighbours-1-2");
    assertThat(event.at("/near/0/metres").asDouble()).isBetween(0.0, 0.3);
    assertThat(review.path("watch").findValuesAsText("camera"))
        .isNotEmpty()
        .doesNotHaveDuplicates();
    Ran list = run("review", "list", scratch.resolve("look").toString());
    assertThat(list.exit()).isZero();
    assertThat(list.out()).contains("neighbours-1-1/1", "lines wait for a decision", "see:");
  }

  @Test
  void answersInAReplayMakeTheSameFilesAsAnswersAfterwards() throws IOException {
    Path together = replay("together", "--reviews", answers.toString());
    Path afterwards = replay("afterwards");
    Ran applied = run("review", "apply", afterwards.toString(), "--answers", answers.toString());
    assertThat(applied.err()).isEmpty();
    assertThat(applied.exit()).isZero();

    assertSameFiles(together, afterwards);
    assertThat(reviews(afterwards).path("open").asInt()).isZero();

    run("review", "apply", afterwards.toString(), "--answers", answers.toString());
    assertSameFiles(together, afterwards);
    assertThat(ran(recording, afterwards).exit()).as("replayed onto its own books").isZero();
    for (String file : List.of("receipts.json", "reviews.json")) {
      assertThat(afterwards.resolve(file)).hasSameBinaryContentAs(together.resolve(file));
    }
  }

  @Test
  void answersToAJournalMakeTheSameReceiptsAsToItsRecording() {
    Path together = replay("recorded", "--reviews", answers.toString());
    Path again = scratch.resolve("journalled");
    assertThat(ran(together.resolve("journal"), again, "--reviews", answers.toString()).exit())
        .isZero();
    for (String file : List.of("receipts.json", "reviews.json")) {
      assertThat(again.resolve(file)).hasSameBinaryContentAs(together.resolve(file));
    }
  }

  @Test
  void whatWasDecidedIsScoredAsCharged() {
    Path out = replay("scored", "--reviews", answers.toString());
    Ran score =
        run("score", recording.toString(), "--receipts", out.resolve("receipts.json").toString());
    assertThat(score.exit()).isZero();
    assertThat(score.out()).containsPattern("lines in review +0 of").contains("lines decided");
    assertThat(score.out()).doesNotContain("expected calibration error");
  }

  @Test
  void anAnswerThatDoesNotFitExitsWithTwoAndAppliesNothing() throws IOException {
    Path out = replay("refusing");
    byte[] before = Files.readAllBytes(out.resolve("receipts.json"));
    String good = Files.readString(answers);
    refused(out, good.replace("neighbours-1-2/1", "neighbours-1-9/1"), "has no receipt");
    refused(out, good.replaceFirst("\"fingerprint\":\"....", "\"fingerprint\":\"0000"), "again");
    refused(out, good.replace("CONFIRM", "PERHAPS"), "expected CONFIRM, CHOOSE or DROP");
    refused(out, good.replace("\"by\"", "\"quantiy\""), "no member 'quantiy'");
    refused(out, good.replace("\"neighbours-1\"", "\"demo-1\""), "'demo-1', not to");
    refused(out, good.substring(0, good.length() / 2), "no JSON");
    refused(out, "{}", "a list 'answers'");
    refused(
        out,
        good.replace("\"decision\":\"CONFIRM\"", "\"decision\":\"DROP\",\"quantity\":2"),
        "belong to CHOOSE");
    refused(
        out,
        good.replace("\"decision\":\"CONFIRM\"", "\"decision\":\"CHOOSE\",\"quantity\":1000"),
        "g were felt");
    assertThat(out.resolve("receipts.json")).hasBinaryContent(before);
    assertThat(reviews(out).path("open").asInt()).isEqualTo(reviews(out).path("reviews").size());
  }

  private static void refused(Path out, String content, String why) throws IOException {
    Path file = scratch.resolve("wrong.json");
    Files.writeString(file, content);
    Ran ran = run("review", "apply", out.toString(), "--answers", file.toString());
    assertThat(ran.exit()).as(ran.err()).isEqualTo(2);
    assertThat(ran.err()).contains("wrong.json", why).doesNotContain("\tat ");
    assertThat(ran.err().strip().lines()).hasSize(1);
  }

  @Test
  void aLedgerThatIsDamagedExitsWithTwoInOneSentence() throws IOException {
    Path out = replay("damaged");
    Files.deleteIfExists(out.resolve("ledger.db-wal"));
    Files.writeString(out.resolve("ledger.db"), "no database at all, but long enough".repeat(200));
    for (Ran ran :
        List.of(
            run("review", "list", out.toString()),
            run("review", "apply", out.toString(), "--answers", answers.toString()))) {
      assertThat(ran.exit()).as(ran.err()).isEqualTo(2);
      assertThat(ran.err()).contains("ledger.db");
      assertThat(ran.err().strip().lines()).hasSize(1);
    }
  }

  @Test
  void aReceiptWithATimeThatIsNoneIsToldByItsField() throws IOException {
    Path out = replay("times");
    Path file = out.resolve("receipts.json");
    String good = Files.readString(file);
    Files.writeString(
        file, good.replaceFirst("\"exitedAt\" : \"[^\"]*", "\"exitedAt\" : \"yesterday"));
    Ran ran = run("score", recording.toString(), "--receipts", file.toString());
    assertThat(ran.exit()).as(ran.err()).isEqualTo(2);
    assertThat(ran.err()).contains("receipts.json, receipts[0].exitedAt: expected a time");
  }

  @Test
  void aReplayWithAnswersThatDoNotFitStillLeavesItsResults() throws IOException {
    Path file = scratch.resolve("stale.json");
    Files.writeString(
        file,
        Files.readString(answers).replaceAll("\"fingerprint\":\"....", "\"fingerprint\":\"0000"));
    Path out = scratch.resolve("stale");
    Ran ran = ran(recording, out, "--reviews", file.toString());
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).contains("nothing was applied");
    assertThat(reviews(out).path("open").asInt()).isPositive();
    assertThat(out.resolve("summary.json")).exists();
  }

  @Test
  void everyMemberThatIsWrittenIsInTheSchema() throws IOException {
    Path schemas = Path.of("..", "docs", "integrating");
    JsonNode schema = JSON.readTree(schemas.resolve("reviews.schema.json").toFile());
    Path out = replay("schema", "--reviews", answers.toString());
    checkMembers(reviews(out), schema, schema);
    assertThat(reviews(out).path("reviewBelow").asDouble()).isEqualTo(1.0);
    JsonNode ofAnswers = JSON.readTree(schemas.resolve("answers.schema.json").toFile());
    checkMembers(JSON.readTree(answers.toFile()), ofAnswers, ofAnswers);
  }

  /** The store file as it was simulated: it gives costs, as every store of a new run does. */
  @Test
  void aRunWithCostsWritesWhatTheSchemaAsksFor() throws IOException {
    JsonNode schema =
        JSON.readTree(Path.of("..", "docs", "integrating", "reviews.schema.json").toFile());
    Path withCosts = scratch.resolve("costs.rec");
    Simulation.run("neighbours", 1, withCosts);
    Path out = scratch.resolve("costs");
    assertThat(ran(withCosts, out).exit()).isZero();
    assertThat(reviews(out).at("/reviewCosts/overcharge/prices").asDouble()).isEqualTo(4);
    checkMembers(reviews(out), schema, schema);
  }

  private static void checkMembers(JsonNode value, JsonNode schema, JsonNode root) {
    JsonNode at = schema.has("$ref") ? root.at(schema.path("$ref").asText().substring(1)) : schema;
    if (value.isObject()) {
      value
          .properties()
          .forEach(
              member -> {
                JsonNode of = at.path("properties").path(member.getKey());
                assertThat(of.isObject()).as(member.getKey() + " in the schema").isTrue();
                checkMembers(member.getValue(), of, root);
              });
      assertThat(hasRequired(value, at)).as("%s in %s", at.path("required"), value).isTrue();
      if (at.has("oneOf")) {
        assertThat(at.path("oneOf")).filteredOn(one -> hasRequired(value, one)).hasSize(1);
      }
    }
    value.forEach(
        item -> {
          if (value.isArray() && !item.isNull()) {
            checkMembers(item, at.path("items"), root);
          }
        });
  }

  private static boolean hasRequired(JsonNode value, JsonNode schema) {
    for (JsonNode name : schema.path("required")) {
      if (!value.has(name.asText())) {
        return false;
      }
    }
    return true;
  }

  private static Ran run(String... args) {
    PrintStream stdout = System.out;
    PrintStream stderr = System.err;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    try {
      int exit = Walkout.run(args);
      return new Ran(
          exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(stdout);
      System.setErr(stderr);
    }
  }
}
