package io.walkout.ingest.storefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each way to spoil a store's files gives one sentence that names file, line and field. */
class StoreFileErrorsTest {
  @TempDir Path directory;

  @Test
  void aRightStoreHasNoErrorsAndNoWarnings() throws IOException {
    StoreCheck check = StoreFile.check(Fixtures.store(directory));

    assertThat(check.errors()).isEmpty();
    assertThat(check.warnings()).isEmpty();
    assertThat(check.store()).isPresent();
    assertThat(check.store().orElseThrow().layout().plateCount()).isEqualTo(20);
  }

  @ParameterizedTest(name = "[{index}] {0} -> {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "timezone: Europe/Berlin|timezone: Europe/Berln|2: timezone: found 'Europe/Berln' (did you mean 'Europe/Berlin'?), expected a time zone such as Europe/Berlin",
        "currency: EUR|currency: Euro|3: currency: found 'Euro', expected an ISO 4217 code such as EUR",
        "currency: EUR|currancy: EUR|1: currency: found nothing, expected text",
        "currency: EUR|currancy: EUR|3: currancy: found an unknown key (did you mean 'currency'?), expected one of",
        "units: metres|units: inches|4: units: found 'inches', expected metres: multiply every length by 0.0254",
        "units: metres|units: meters|4: units: found 'meters', expected metres (this spelling)",
        "reviewBelow: 0.8|reviewBelow: 80|8: policy.reviewBelow: found 80, expected a certainty from 0 to 1",
        "reviewBelow: 0.8|handOver: giver|8: policy.handOver: found 'giver', expected one of TAKER, RECEIVER",
        "reviewBelow: 0.8|staffCredentials: [s3cret, s3cret]|8: policy.staffCredentials: found a credential a second time, expected each credential once",
        "reviewBelow: 0.8|staffCredentials: {a: b}|8: policy.staffCredentials: found no list, expected a list of credentials such as [staff-7f3a]",
        "reviewBelow: 0.8|staffCredentials: s3cret|8: policy.staffCredentials: found no list, expected a list of credentials such as [staff-7f3a]",
        "reviewBelow: 0.8|staffCredentials: [null]|8: policy.staffCredentials: found nothing as an element, expected text",
        "reviewBelow: 0.8|staffCredentials: [5, \"\"]|8: policy.staffCredentials: found the text '', expected text that is not blank",
        "reviewBelow: 0.8|costs: {overcharge: -1}|8: policy.costs.overcharge: found -1, expected how many times the price, 0 to 1000000",
        "reviewBelow: 0.8|costs: {overcharge: 0}|8: policy.costs: found an overcharge that costs nothing, expected an overcharge above 0",
        "reviewBelow: 0.8|costs: {reveiw: 1}|8: policy.costs.reveiw: found an unknown key (did you mean 'review'?), expected one of overcharge, missed, review",
        "reviewBelow: 0.8|costs: {review: {minor: 0.5}}|8: policy.costs.review.minor: found 0.5, expected whole minor units (cents) from 0",
        "reviewBelow: 0.8|costs: 4|8: policy.costs: found '4', expected a mapping of keys to values",
        "maxLatenessSeconds: 4|maxLatenesSeconds: 4|9: policy.maxLatenesSeconds: found an unknown key (did you mean 'maxLatenessSeconds'?)",
        "maxLatenessSeconds: 4|maxLatenessSeconds: -4|9: policy.maxLatenessSeconds: found '-4', expected seconds above 0",
        "[6, 0], [6, 4]|[6, 4], [6, 0]|11: floor: found edges that cross each other, expected the corners in order",
        "[6, 0], [6, 4]|[6, .nan], [6, 4]|11: floor[1]: found '.nan', expected a finite number",
        "[6, 0], [6, 4]|[6, 1e999], [6, 4]|11: floor[1]: found '1e999', expected a finite number",
        "[6, 0], [6, 4]|[6, 0, 1], [6, 4]|11: floor[1]: found 3 numbers, expected 2 numbers",
        "origin: [1.0, 3.5]|origin: here|14: gondolas[0].origin: found 'here', expected a finite number",
        "origin: [1.0, 3.5]|origin: [\"1.0\", 3.5]|14: gondolas[0].origin: found the text '1.0', expected a finite number",
        "number: 2, offset|number: 1, offset|26: gondolas[0].shelves[1].plates[1].number: found 1 again, expected each plate once",
        "number: 2, offset|number: 0, offset|26: gondolas[0].shelves[1].plates[1].number: found 0, expected a whole number from 1",
        "- number: 2¶    origin|- number: 1¶    origin|27: gondolas[1].number: found '1' again, expected each number once",
        "{count: 12}|{count: 1.5}|20: gondolas[0].shelves[0].plates.count: found 1.5, expected a whole number",
        "size: [1.2, 0.4, 0.35]|size: [1.2, -0.4, 0.35]|19: gondolas[0].shelves[0].size: found 1.2 x -0.4 x 0.35, expected sizes of at least 0",
        "size: [640, 360]|size: [640.5, 360]|37: cameras[0].size: found 640.5 x 360, expected width and height in whole pixels",
        "fx: 330|fx: 0|38: cameras[0].fx: found 0, expected a positive focal length",
        "[-0.1, 0.02, 0.001, 0, 0]|[-0.1, 0.02]|42: cameras[0].distortion: found 2 numbers, expected a list of 5 numbers",
        "[0, -0.5, 0.8660254, -1,|[0, -0.5, 0.8660254, 1,|44: cameras[0].rotation: found a matrix that stretches or mirrors",
        "    fx: 330|    detector: nanodot¶    fx: 330|38: cameras[0].detector: found 'nanodot', expected motion, nanodet or FAMILY:PATH",
        "    fx: 330|    detector: movenet:a.onnx¶    fx: 330|38: cameras[0].detector: found 'movenet:a.onnx', expected motion",
        "    fx: 330|    detector: [motion]¶    fx: 330|38: cameras[0].detector: found a list of 1, expected text",
        "    fx: 330|    hands: paws¶    fx: 330|38: cameras[0].hands: found 'paws', expected none or palms",
        "use: BOTH|use: IN|47: doors[0].use: found 'IN', expected one of ENTRY, EXIT, BOTH",
        "kind: STAFF|kind: [STAFF]|51: zones[0].kind: found a list of 1, expected text",
        "planogram: planogram.csv|planogram: plan.csv|plan.csv: found no such file, expected a file",
        "name: Corner shop|name: *shop|1: found a YAML alias, expected the values written out",
        "name: Corner shop|name: Corner shop¶name: again|2: name: found the key a second time, expected each key once",
        "name: Corner shop|name: [|found broken YAML",
      })
  void aWrongStoreFileSaysWhatIsWrong(String right, String wrong, String message)
      throws IOException {
    String yaml = Fixtures.YAML.replaceFirst(quoted(right), quotedReplacement(wrong));
    assertThat(yaml).isNotEqualTo(Fixtures.YAML);

    expectError(Fixtures.store(directory, yaml, Fixtures.CATALOGUE, Fixtures.PLANOGRAM), message);
  }

  @ParameterizedTest(name = "[{index}] {0} -> {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "96385074,Water 0.5 l,520,0.89|96385074,Water,heavy,0.89|3: massGrams: found 'heavy', expected grams",
        "96385074,Water 0.5 l,520,0.89|96385074,Water,NaN,0.89|3: massGrams: found 'NaN', expected grams",
        "96385074,Water 0.5 l,520,0.89|96385074,Water,520,0.899|3: price: found '0.899', expected an amount of EUR with 2 decimals",
        "96385074,Water 0.5 l,520,0.89|96385074,Water,520,-0.89|3: price: found '-0.89', expected a price of at least 0",
        "96385074,Water 0.5 l,520,0.89|96385074,Water,520,0,89|3: found 5 cells, expected 4 cells",
        "96385074,Water 0.5 l,520,0.89|4006381333931,Water,520,0.89|3: code: found '4006381333931' again, unlike line 2",
        "96385074,Water 0.5 l,520,0.89|,Water,520,0.89|3: code: found nothing, expected the product's code",
        "code,name,massGrams,price|code;name;massGrams;price|1: header: found one column 'code;name;massGrams;price', expected the columns code,name,massGrams,price, with commas",
        "code,name,massGrams,price|code,name,mass,price|1: header: found no column massGrams",
        "96385074,Water 0.5 l,520,0.89|96385074,\"Water,520,0.89|3: found broken CSV",
      })
  void aWrongCatalogueSaysWhatIsWrong(String right, String wrong, String message)
      throws IOException {
    String catalogue = Fixtures.CATALOGUE.replaceFirst(quoted(right), quotedReplacement(wrong));

    expectError(
        Fixtures.store(directory, Fixtures.YAML, catalogue, Fixtures.PLANOGRAM),
        "catalogue.csv:" + message);
  }

  @ParameterizedTest(name = "[{index}] {0} -> {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "96385074,1/2/2|96385074,1/2/3|3: plates: found plate 1/2/3, expected a plate of shelf 1/2, which has 2",
        "96385074,1/2/2|96385074,9/2/3|3: plates: found plate 9/2/3, expected a plate of the store, which has no shelf 9/2",
        "96385074,1/2/2|096385074,1/2/2|3: code: found '096385074' (did you mean '96385074'?), expected a code of the catalogue",
        "96385074,1/2/2|96385074,1/2|3: plates: found '1/2', expected plates such as",
        "96385074,1/2/2|96385074,1/2/2 2/1/1|3: plates: found '1/2/2 2/1/1', expected plates of one shelf",
        "96385074,1/2/2|96385074,1/2/2-1|3: plates: found '1/2/2-1', expected plates such as",
      })
  void aWrongPlanogramSaysWhatIsWrong(String right, String wrong, String message)
      throws IOException {
    String planogram = Fixtures.PLANOGRAM.replaceFirst(quoted(right), quotedReplacement(wrong));

    expectError(
        Fixtures.store(directory, Fixtures.YAML, Fixtures.CATALOGUE, planogram),
        "planogram.csv:" + message);
  }

  @Test
  void everyErrorOfAllThreeFilesIsToldAtOnce() throws IOException {
    Path file =
        Fixtures.store(
            directory,
            Fixtures.YAML.replace("EUR", "XXQ").replace("fx: 330", "fx: wide"),
            Fixtures.CATALOGUE.replace("520", "much"),
            Fixtures.PLANOGRAM.replace("96385074,1/2/2", "404,1/2/2"));

    assertThatThrownBy(() -> StoreFile.read(file))
        .isInstanceOfSatisfying(
            StoreFileException.class,
            e -> {
              assertThat(e.problems()).hasSize(4);
              assertThat(e).message().hasLineCount(4);
              assertThat(e.problems())
                  .extracting(Problem::field)
                  .containsExactly("currency", "cameras[0].fx", "massGrams", "code");
            });
  }

  @Test
  void aWrongCurrencyHidesNoErrorOfPricesAndDuplicates() throws IOException {
    Path file =
        Fixtures.store(
            directory,
            Fixtures.YAML.replace("EUR", "XXQ"),
            Fixtures.CATALOGUE
                + "1,Bun,80,cheap\n2,Roll,80,0.899\n3,Loaf,800,-1\n96385074,Water 0.5 l,520,0.99\n",
            Fixtures.PLANOGRAM);

    assertThat(StoreFile.check(file).errors())
        .extracting(p -> p.line() + " " + p.field())
        .containsExactlyInAnyOrder("3 currency", "4 price", "5 price", "6 price", "7 code");
    expectError(file, "4: price: found 'cheap', expected an amount of money with 2 decimals");
  }

  @ParameterizedTest(name = "shelf heights {0} and {1} are in {2}")
  @CsvSource({"12,53,inches", "30,135,centimetres", "300,1350,millimetres", "0.3,28,inches"})
  void shelfHeightsInOtherUnitsAmongMetresAreRecognised(String low, String high, String unit)
      throws IOException {
    String yaml =
        Fixtures.YAML
            .replace("height: 0.3", "height: " + low)
            .replace("height: 0.7", "height: " + high);
    Path file = Fixtures.store(directory, yaml, Fixtures.CATALOGUE, Fixtures.PLANOGRAM);

    expectError(
        file,
        "22: gondolas[0].shelves[1].height: found a shelf "
            + high
            + " metres up, expected at most 4 metres (these look like "
            + unit);
    assertThat(StoreFile.check(file).errors()).hasSize(low.equals("0.3") ? 1 : 2);
  }

  @Test
  void aShelfTallerThanAShopIsRecognised() throws IOException {
    String yaml = Fixtures.YAML.replaceFirst("0\\.4, 0\\.35]", "0.4, 14]");
    Path file = Fixtures.store(directory, yaml, Fixtures.CATALOGUE, Fixtures.PLANOGRAM);

    expectError(
        file,
        "19: gondolas[0].shelves[0].size: found a shelf 14 metres tall, expected at most 4 metres"
            + " (these look like inches");
  }

  @Test
  void shelvesOnAnUpperFloorAreNoError() throws IOException {
    String yaml = Fixtures.YAML.replace("origin: [1.0, 3.5]", "origin: [1.0, 3.5, 6]");
    Path file = Fixtures.store(directory, yaml, Fixtures.CATALOGUE, Fixtures.PLANOGRAM);

    assertThat(StoreFile.check(file).errors()).isEmpty();
  }

  @Test
  void inchesGivenAsMetresAreRecognised() throws IOException {
    String yaml =
        Fixtures.YAML
            .replace("[1.2, 0.45]", "[48, 18]")
            .replace("[1.2, 0.4, 0.35]", "[48, 16, 14]")
            .replace("height: 0.3", "height: 12")
            .replace("height: 0.7", "height: 28");
    Path file = Fixtures.store(directory, yaml, Fixtures.CATALOGUE, Fixtures.PLANOGRAM);

    expectError(
        file,
        "gondolas[0].size: found fixtures 48 metres long, expected metres (these look like inches; "
            + "Walkout wants metres: multiply by 0.0254)");
  }

  @ParameterizedTest(name = "a camera {0} up is in {1}")
  @CsvSource({"97,inches", "260,centimetres", "2600,millimetres"})
  void aCeilingInOtherUnitsIsRecognised(String height, String unit) throws IOException {
    String yaml = Fixtures.YAML.replace("[0.2, 2, 2.6]", "[0.2, 2, " + height + "]");
    Path file = Fixtures.store(directory, yaml, Fixtures.CATALOGUE, Fixtures.PLANOGRAM);

    expectError(file, "cameras[0].position: found a camera " + height + " metres up");
    expectError(file, "these look like " + unit);
  }

  @Test
  void aBombOfAliasesIsRefusedBeforeItGoesOff() throws IOException {
    StringBuilder bomb = new StringBuilder("a0: &a0 [1, 1]\n");
    for (int i = 1; i < 60; i++) {
      bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }
    expectError(
        Fixtures.store(directory, bomb.toString(), Fixtures.CATALOGUE, Fixtures.PLANOGRAM),
        "store.yaml:2: found a YAML alias");
  }

  @Test
  void deepNestingIsRefused() throws IOException {
    expectError(
        Fixtures.store(directory, "floor: " + "[".repeat(100_000), "", ""),
        "store.yaml:1: found more than 20 levels of nesting");
  }

  @Test
  void aFileThatIsTooLargeOrNoTextIsRefused() throws IOException {
    Path file = Fixtures.store(directory, "#".repeat(YamlTree.MAX_BYTES + 1), "", "");
    expectError(file, "store.yaml: found more than 16777216 bytes");

    Files.write(file, "name: K\u00e4se\n".getBytes(StandardCharsets.ISO_8859_1));
    expectError(file, "store.yaml:1: found bytes that are no UTF-8, expected text in UTF-8");

    expectError(directory, "found a directory, expected a file");
    expectError(directory.resolve("absent.yaml"), "absent.yaml: found no such file");
  }

  @Test
  void noDamageEverGivesAStackTrace() throws IOException {
    Random random = new Random(7);
    for (int round = 0; round < 300; round++) {
      String yaml = damaged(Fixtures.YAML, random);
      String catalogue = damaged(Fixtures.CATALOGUE, random);
      Path file = Fixtures.store(directory, yaml, catalogue, damaged(Fixtures.PLANOGRAM, random));

      StoreCheck check = StoreFile.check(file);

      assertThat(check.store().isPresent())
          .as("seed 7, round %d", round)
          .isEqualTo(check.errors().isEmpty());
    }
  }

  @Test
  void aFloodOfErrorsIsBounded() throws IOException {
    String catalogue = "code,name,massGrams,price\n" + "x,x,x,x\n".repeat(5000);
    Path file = Fixtures.store(directory, Fixtures.YAML, catalogue, Fixtures.PLANOGRAM);

    List<Problem> errors = StoreFile.check(file).errors();

    assertThat(errors).hasSize(Findings.LIMIT + 1);
    assertThat(errors.getLast().found()).isEqualTo("9003 more problems");
  }

  private static void expectError(Path file, String message) {
    StoreCheck check = StoreFile.check(file);
    assertThat(check.store()).isEmpty();
    assertThat(check.errors()).extracting(Problem::toString).anyMatch(e -> e.contains(message));
  }

  private static String damaged(String text, Random random) {
    StringBuilder out = new StringBuilder(text);
    String bits = ":[]{},-\"'#&*!|>%\n 0.9e\tx\u0000";
    for (int i = random.nextInt(4); i > 0; i--) {
      int at = random.nextInt(out.length());
      switch (random.nextInt(3)) {
        case 0 -> out.setCharAt(at, bits.charAt(random.nextInt(bits.length())));
        case 1 -> out.delete(at, Math.min(out.length() - 1, at + random.nextInt(30)));
        default -> out.insert(at, bits.charAt(random.nextInt(bits.length())));
      }
    }
    return out.toString();
  }

  private static String quoted(String text) {
    return Pattern.quote(text.replace('\u00b6', '\n'));
  }

  private static String quotedReplacement(String text) {
    return Matcher.quoteReplacement(text.replace('\u00b6', '\n'));
  }
}
