package io.walkout.ingest.storefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is odd but can be lived with is told, and the store is read all the same. */
class StoreFileWarningsTest {
  @TempDir Path directory;

  @ParameterizedTest(name = "[{index}] {0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "INT-0001,Bun,80,0.5|code: found 'INT-0001', no GTIN, expected a GTIN (it is kept as it is spelled)",
        "4006381333932,Bun,80,0.5|code: found '4006381333932', a wrong check digit",
        "36000291452,Bun,80,0.5|code: found '36000291452', a GTIN that lost its leading zeros",
        "04252614,Bun,80,0.5|code: found '04252614', a UPC-E code",
        "0096385074,Bun,80,0.5|code: found '0096385074', like 96385074 but for zeros",
        "96385074,Water 0.5 l,520,0.89|code: found '96385074' again as in line 3",
        "40170725,Bun,,0.5|massGrams: found nothing",
        "40170725,Bun,1.6,0.5|massGrams: found 1.6 g, expected the grams of one unit",
        "40170725,Bun,538000,0.5|massGrams: found 538000 g",
        "40170725,Bun,80,|price: found nothing, expected a price: without one it can't be charged",
      })
  void anOddProductIsKeptAndReported(String line, String message) throws IOException {
    Path file =
        Fixtures.store(
            directory, Fixtures.YAML, Fixtures.CATALOGUE + line + "\n", Fixtures.PLANOGRAM);

    expectWarning(file, "catalogue.csv:4: " + message);
  }

  @ParameterizedTest(name = "[{index}] {0} -> {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "origin: [5.5, 1.0]|origin: [1.7, 3.2]|gondolas[1].origin: found a gondola that stands in gondola 1",
        "origin: [5.5, 1.0]|origin: [15.5, 1.0]|gondolas[1].origin: found a gondola outside the floor",
        "position: [0.2, 2, 2.6]|position: [-3, 2, 2.6]|cameras[0].position: found a camera outside the floor",
        "position: [0.2, 2, 2.6]|position: [0.2, 2, 12]|cameras[0].position: found 12 metres up",
        "0.5, 0.8660254, -1, 0, 0, 0, -0.8660254, -0.5]|0.5, -0.8660254, 1, 0, 0, 0, -0.8660254, 0.5]|cameras[0].rotation: found a camera that looks up",
        "fx: 330|fx: 0.518|cameras[0].fx: found 0.518, expected a focal length in pixels",
        "{from: [0, 1], to: [0, 2]}|{from: [3, 1], to: [3, 2]}|doors[0].threshold: found a door 1.5 metres off",
        "[6, 0], [6, 4], [0, 4]|[6000, 0], [6000, 4], [0, 4]|floor: found 6000 metres across",
      })
  void anOddLayoutIsReported(String right, String odd, String message) throws IOException {
    String yaml = Fixtures.YAML.replace(right, odd);
    assertThat(yaml).isNotEqualTo(Fixtures.YAML);

    expectWarning(Fixtures.store(directory, yaml, Fixtures.CATALOGUE, Fixtures.PLANOGRAM), message);
  }

  @Test
  void gondolasBackToBackAreNoOverlap() throws IOException {
    String yaml = Fixtures.YAML.replace("origin: [5.5, 1.0]", "origin: [2.65, 3.5]");
    Path file = Fixtures.store(directory, yaml, Fixtures.CATALOGUE, Fixtures.PLANOGRAM);

    assertThat(StoreFile.check(file).warnings()).isEmpty();
  }

  @Test
  void codesAreKeptExactlyAsTheyAreSpelled() throws IOException {
    Path file =
        Fixtures.store(
            directory,
            Fixtures.YAML,
            Fixtures.CATALOGUE + "0012,a,80,1\n12,b,90,1\n\" 12\",c,95,1\n",
            Fixtures.PLANOGRAM + "0012,1/1/1\n12,1/1/2\n\" 12\",1/1/1\n");

    assertThat(StoreFile.read(file).planogram().facings())
        .extracting(f -> f.product().value())
        .endsWith("0012", "12", " 12");
  }

  @Test
  void anUnknownColumnIsReportedAndLeftAlone() throws IOException {
    Path file =
        Fixtures.store(
            directory,
            Fixtures.YAML,
            Fixtures.CATALOGUE.replace(",price\n", ",price,brand\n"),
            Fixtures.PLANOGRAM);

    expectWarning(file, "catalogue.csv:1: header: found an unknown column 'brand'");
  }

  private static void expectWarning(Path file, String message) {
    StoreCheck check = StoreFile.check(file);
    assertThat(check.errors()).isEmpty();
    assertThat(check.store()).isPresent();
    assertThat(check.warnings()).extracting(Problem::toString).anyMatch(w -> w.contains(message));
  }
}
