package io.walkout.bench.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.walkout.node.report.UserError;
import io.walkout.sim.Scenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The language of suites. */
class SuiteFileTest {
  private static final String GOOD =
      """
      name: mine
      description: one takes a thing
      facings: {a: any}
      people:
        - name: ann
          do: [{take: a}]
      """;

  private static final String BAD = GOOD.replace("{take: a}", "{put-back: {what: a, to: a}}");

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"ci", "full", "pictures", "mixtures", "faults"})
  void theBuiltInSuitesCanBeRead(String name) throws IOException {
    Suite suite = SuiteFile.read(name).chosen(SuitePlan.Choice.NONE);

    assertThat(suite.cases()).isNotEmpty();
    assertThat(suite.name()).isEqualTo(name);
  }

  @Test
  void theFullSuiteAndTheMixturesHoldEveryScenario() throws IOException {
    List<SuitePlan.Seeded> rows = new ArrayList<>(SuiteFile.read("full").rows());
    rows.addAll(SuiteFile.read("mixtures").rows());

    assertThat(rows).extracting(r -> r.row().scenario()).containsAll(Scenarios.names());
  }

  @Test
  void theMixturesAreReportedOnSeedsThatNoConstantWasChosenOn() throws IOException {
    List<SuitePlan.Seeded> rows = SuiteFile.read("mixtures").rows();

    assertThat(rows).allMatch(r -> r.firstSeed() >= 9000 && r.row().level() == Level.SENSOR);
    assertThat(rows)
        .filteredOn(r -> r.row().scenario().startsWith("mixed"))
        .extracting(SuitePlan.Seeded::seeds)
        .containsExactly(100, 100);
  }

  @Test
  void aRowHasItsOwnSeedsOrThoseOfTheSuite() {
    Suite suite =
        suite(
            """
            seeds: 2
            first-seed: 100
            rows:
              - scenarios: [alone]
              - scenarios: take-two
                seeds: 1
                first-seed: 7
            """);

    assertThat(suite.cases())
        .containsExactly(
            Cases.which("alone", 100), Cases.which("alone", 101), Cases.which("take-two", 7));
  }

  @Test
  void allButSome() {
    Suite suite = suite("rows:\n  - {scenarios: all, except: [demo, alone]}\n");

    assertThat(suite.cases())
        .hasSize(Scenarios.names().size() - 2)
        .doesNotContain(Cases.which("demo", 1));
  }

  @Test
  void eachFaultAndEachQuirkIsARow() {
    Suite suite =
        suite(
            """
            rows:
              - scenarios: alone
                faults: [none, PlateDrift, PlateDead+ClockSkew]
              - scenarios: alone
                autocheckout: [gzip, dead-plates=0.1+no-store-meta]
            """);

    assertThat(suite.cases())
        .extracting(c -> c.row().label())
        .containsExactly(
            "alone",
            "alone, PlateDrift",
            "alone, PlateDead + ClockSkew",
            "alone, AutoCheckout gzip",
            "alone, AutoCheckout dead-plates=0.1+no-store-meta");
    assertThat(suite.cases().get(2).command(null))
        .contains("--fault PlateDead --fault ClockSkew --out alone-PlateDead-ClockSkew-1.rec");
  }

  @Test
  void theCommandLineStandsAboveTheFile() {
    SuitePlan plan =
        plan("seeds: 5\nrows:\n  - scenarios: [alone, demo]\n    faults: [none, PlateDrift]\n");

    Suite suite =
        plan.chosen(
            new SuitePlan.Choice(
                2, 50L, Level.PICTURE, List.of("demo"), List.of(List.of("ClockSkew")), null));

    Row row = new Row("demo", Level.PICTURE, List.of("ClockSkew"), null, null);
    assertThat(suite.cases())
        .containsExactlyElementsOf(
            LongStream.of(50, 51).mapToObj(seed -> new SuiteCase(row, seed)).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rows: 5 | line 1: rows: expected a list",
        "seeds: 3 | rows is missing",
        "seed: 3 | line 1: unknown key 'seed'; expected one of suite",
        "rows: [{scenarios: alone, speed: 2}] | line 1: unknown key 'speed'",
        "rows: [{seeds: 2}] | line 1: scenarios is missing",
        "rows: [{scenarios: alnoe}] | line 1: no scenario is called 'alnoe'; there are ",
        "rows: [{scenarios: 'tag:nope'}] | line 1: no scenario has the tag 'nope'; there are",
        "rows: [{scenarios: alone, seeds: 0}] | seeds: expected a whole number from 1 to 1000, found '0'",
        "rows: [{scenarios: alone, seeds: many}] | seeds: expected a whole number",
        "rows: [{scenarios: alone, level: smell}] | level: expected sensor or picture, found 'smell'",
        "rows: [{scenarios: alone, faults: PlateDirft}] | PlateDirft",
        "rows: [{scenarios: alone, autocheckout: dusty}] | 'dusty' is no quirk; there are plain",
        "rows: [{scenarios: alone, autocheckout: gzip, level: picture}] | no faults, no pictures",
        "rows: [{scenarios: alone, store: nowhere.yaml}] | store: expected a store.yaml, a recording or one of",
        "rows: [{scenarios: alone}, {scenarios: alone}] | 'alone' is in the suite already",
        "rows: [{scenarios: alone, store: hall, autocheckout: gzip}] | no store of its own",
        "rows: [{scenarios: alone, faults: 'PlateDrift:gondola=99'}] | line 1: PlateDrift",
        "rows: [ | line 1: broken YAML"
      })
  void aBadSuiteIsRefusedWithItsLine(String text, String message) {
    assertThatThrownBy(() -> suite(text))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("mine.yaml")
        .hasMessageContaining(message);
  }

  @Test
  void theLineIsThatOfTheFault() {
    assertThatThrownBy(
            () -> suite("seeds: 1\nrows:\n  - scenarios:\n      - alone\n      - nobody\n"))
        .hasMessageStartingWith("mine.yaml, line 5: no scenario is called 'nobody'");
  }

  @Test
  void aFaultThatTheShopCannotHaveIsRefusedOnItsOwnLine() {
    assertThatThrownBy(
            () ->
                suite(
                    """
                    rows:
                      - scenarios: alone
                        faults:
                          - PlateDrift
                          - PlateDrift:gondola=99
                    """))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("mine.yaml, line 5: PlateDrift")
        .hasMessageContaining("99");
  }

  @Test
  void aScenarioThatCannotBeIsRefusedWithBothLines() throws IOException {
    Files.writeString(directory.resolve("bad.yaml"), BAD);

    assertThatThrownBy(() -> plan("rows:\n  - scenarios:\n      - alone\n      - bad.yaml\n"))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("mine.yaml, line 4: ")
        .hasMessageContaining("bad.yaml:6: people[0].do[0].put-back")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
  }

  @Test
  void aScenariosFileIsNamedAsTheSuiteWritesItWhereverTheSuiteLies() throws IOException {
    String text = "rows: [{scenarios: ./scenes/mine.yaml}]";
    List<SuiteCase> cases = new ArrayList<>();
    List<String> commands = new ArrayList<>();
    for (String checkout : List.of("here", "there")) {
      Path folder = Files.createDirectories(directory.resolve(checkout).resolve("scenes"));
      Files.writeString(folder.resolve("mine.yaml"), GOOD);
      Path file = Files.writeString(directory.resolve(checkout).resolve("suite.yaml"), text);
      Suite suite = SuiteFile.read(file.toString()).chosen(SuitePlan.Choice.NONE);
      cases.addAll(suite.cases());
      suite.cases().forEach(c -> commands.add(c.command(suite.folder())));
    }

    assertThat(cases).hasSize(2).containsOnly(Cases.which("scenes/mine.yaml", 1));
    assertThat(commands.get(0))
        .startsWith(
            "./walkout simulate " + directory.resolve("here/scenes/mine.yaml") + " --seed 1")
        .contains(" --out mine-1.rec && ./walkout replay mine-1.rec --out mine-1 &&");
  }

  @Test
  void aPathBeneathTheSuiteIsTheSameRowHoweverItIsWritten() throws IOException {
    Path file = Files.writeString(directory.resolve("mine.yaml"), GOOD);

    assertThat(plan("rows: [{scenarios: " + file + "}]").rows())
        .extracting(r -> r.row().scenario())
        .containsExactly("mine.yaml");
  }

  @Test
  void theCommandLineChoosesAScenariosFileByItsPathFromWhereItIsRun() throws IOException {
    Path file = Files.writeString(directory.resolve("mine.yaml"), GOOD);
    SuitePlan plan = plan("rows: [{scenarios: [alone, mine.yaml]}]");

    Suite suite =
        plan.chosen(
            new SuitePlan.Choice(
                null, null, null, Library.named(file.toString(), null), List.of(), null));

    assertThat(suite.cases()).containsExactly(Cases.which("mine.yaml", 1));
  }

  @Test
  void anUnknownSuiteIsRefused() {
    assertThatThrownBy(() -> SuiteFile.read("fulll"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no suite and no file 'fulll'; built in are ci, full, pictures");
  }

  private SuitePlan plan(String text) {
    return SuiteFile.parse("mine.yaml", directory, "mine", text);
  }

  private Suite suite(String text) {
    return plan(text).chosen(SuitePlan.Choice.NONE);
  }
}
