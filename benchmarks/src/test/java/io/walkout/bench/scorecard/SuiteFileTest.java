package io.walkout.bench.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.walkout.node.report.UserError;
import io.walkout.sim.Scenarios;
import java.io.IOException;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The language of suites. */
class SuiteFileTest {
  @ParameterizedTest
  @ValueSource(strings = {"ci", "full", "pictures"})
  void theBuiltInSuitesCanBeRead(String name) throws IOException {
    Suite suite = SuiteFile.read(name).chosen(SuitePlan.Choice.NONE);

    assertThat(suite.cases()).isNotEmpty();
    assertThat(suite.name()).isEqualTo(name);
  }

  @Test
  void theFullSuiteHoldsEveryScenario() throws IOException {
    assertThat(SuiteFile.read("full").rows())
        .extracting(r -> r.row().scenario())
        .containsAll(Scenarios.names());
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
    assertThat(suite.cases().get(2).command())
        .contains("--fault PlateDead --fault ClockSkew --out alone-PlateDead-ClockSkew-1.rec");
  }

  @Test
  void theCommandLineStandsAboveTheFile() {
    SuitePlan plan =
        plan("seeds: 5\nrows:\n  - scenarios: [alone, demo]\n    faults: [none, PlateDrift]\n");

    Suite suite =
        plan.chosen(
            new SuitePlan.Choice(
                2, 50L, Level.PICTURE, List.of("demo"), List.of(List.of("ClockSkew"))));

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
        "rows: [{scenarios: alone, autocheckout: gzip, level: picture}] | no faults and no pictures",
        "rows: [{scenarios: alone, store: nowhere.yaml}] | store: expected a store.yaml, a recording or one of",
        "rows: [{scenarios: alone}, {scenarios: alone}] | 'alone' is in the suite already",
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
  void anUnknownSuiteIsRefused() {
    assertThatThrownBy(() -> SuiteFile.read("fulll"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no suite and no file 'fulll'; built in are ci, full, pictures");
  }

  private static SuitePlan plan(String text) {
    return SuiteFile.parse("mine.yaml", null, "mine", text);
  }

  private static Suite suite(String text) {
    return plan(text).chosen(SuitePlan.Choice.NONE);
  }
}
