package io.walkout.bench.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.walkout.node.report.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows of a suite that are labelled acts of real shoppers. */
class BehaviourRowTest {
  private static final String EVENT =
      """
      {"kind": "take", "t_s": 0, "target_id": "7", "gondola": 1, "shelf": 2, "plates": [2, 3, 4],
       "products": []}""";

  @TempDir Path directory;

  @BeforeEach
  void notes() throws IOException {
    String list = "{\"dataset\": \"%s\", \"people\": [\"7\"], \"events\": [" + EVENT + "]}";
    Files.writeString(
        directory.resolve("acts.json"),
        "{\"lists\": [" + list.formatted("one") + ", " + list.formatted("other") + "]}");
  }

  @Test
  void allIsEachListOfTheFile() throws IOException {
    Suite suite = chosen("rows: [{scenarios: all, behaviours: acts.json, store: big}]", null);

    assertThat(suite.cases())
        .extracting(c -> c.row().label())
        .containsExactly(
            "one, as noted in acts.json, in big", "other, as noted in acts.json, in big");
    assertThat(suite.cases().getFirst().command(null))
        .startsWith(
            "./walkout simulate one --behaviours acts.json --seed 1 --store big"
                + " --out one-in-big-1.rec && ");
  }

  @Test
  void theCommandLineCanNameAnotherShop() throws IOException {
    Suite suite = chosen("rows: [{scenarios: one, behaviours: acts.json, store: big}]", "corner");

    assertThat(suite.cases()).extracting(c -> c.row().store()).containsExactly("corner");
  }

  @Test
  void aShopsFileIsNamedFromTheSuitesFolder() throws IOException {
    Path folder = Files.createDirectories(directory.resolve("a/b"));
    Path store = Files.writeString(directory.resolve("store.yaml"), "");

    assertThat(Library.storeFrom(store.toString(), folder)).isEqualTo("../../store.yaml");
    assertThat(Library.storeFrom("hall", folder)).isEqualTo("hall");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rows: [{scenarios: all, behaviours: acts.json}] | behaviours: expected a store too",
        "rows: [{scenarios: all, behaviours: no.json, store: big}] | found no 'no.json'",
        "rows: [{scenarios: two, behaviours: acts.json, store: big}] | no list is called 'two'; there are one, other",
        "rows: [{scenarios: alone, behaviours: acts.json, store: big}] | no list is called 'alone'"
      })
  void whatCannotBeIsRefusedWithItsLine(String text, String message) {
    assertThatThrownBy(() -> chosen(text, null))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("line 1: ")
        .hasMessageContaining(message);
  }

  @Test
  void theBuiltInSuitePlaysTheSharedFile() throws IOException {
    if (BehaviourFiles.sharedFolder().isEmpty()) {
      assertThatThrownBy(() -> SuiteFile.read("behaviours"))
          .isInstanceOf(SuiteAbsent.class)
          .hasMessageContaining("suite behaviours skipped: no " + BehaviourFiles.SHARED);
      Assumptions.abort("no " + BehaviourFiles.SHARED + " above the working directory");
    }

    SuitePlan plan = SuiteFile.read("behaviours");

    assertThat(plan.rows()).hasSizeGreaterThan(10);
    assertThat(plan.rows()).allMatch(r -> r.firstSeed() >= 9000);
  }

  private Suite chosen(String text, @Nullable String store) throws IOException {
    Path file = Files.writeString(directory.resolve("mine.yaml"), text);
    SuitePlan.Choice choice = new SuitePlan.Choice(null, null, null, List.of(), List.of(), store);
    Suite suite = SuiteFile.read(file.toString()).chosen(choice);
    return new Suite(suite.name(), "", null, suite.cases());
  }
}
