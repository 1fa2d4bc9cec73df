package io.walkout.models.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the program's own catalogue must hold, and must not. */
class CatalogueTest {
  private final Catalogue catalogue = Catalogue.load();

  @Test
  void weightsAreUnderTermsThatLetAnybodyUseThem() throws IOException {
    for (Net net : catalogue.nets()) {
      assertThat(net.licence()).as(net.name()).isIn("Apache-2.0", "MIT");
      assertThat(Licences.text(net.licence())).isNotBlank();
      assertThat(Licences.text(catalogue.packageOf(net).licence())).isNotBlank();
      assertThat(net.copyright()).as(net.name()).startsWith("Copyright");
    }
  }

  @Test
  void everyFileHasItsHashAndEveryNetTheFilesOfItsForm() {
    for (Net net : catalogue.nets()) {
      assertThat(net.files()).allMatch(f -> f.sha256().matches("[0-9a-f]{64}") && f.bytes() > 0);
      List<Net.Use> uses = net.files().stream().map(Net.SourceFile::use).toList();
      switch (net.form()) {
        case TFJS_GRAPH -> assertThat(uses).containsExactly(Net.Use.GRAPH, Net.Use.WEIGHTS);
        case ONNX -> assertThat(uses).startsWith(Net.Use.NET);
      }
    }
  }

  @Test
  void everyPackageIsPinnedByVersionAndSha512() {
    for (NpmPackage each : catalogue.packages()) {
      assertThat(each.version()).matches("\\d+\\.\\d+\\.\\d+");
      assertThat(each.integrity()).startsWith("sha512-");
      assertThat(Base64.getDecoder().decode(each.integrity().substring(7))).hasSize(64);
    }
  }

  @Test
  void whatGoesInAndComesOutIsSaidAndFamiliesAreKnown() {
    for (Net net : catalogue.nets()) {
      assertThat(net.inputs()).as(net.name()).isNotEmpty();
      assertThat(net.outputs()).as(net.name()).isNotEmpty();
      assertThat(net.purpose()).isNotBlank();
      net.family(); // throws on a word that is no family
    }
  }

  @Test
  void namesAreUniqueAndServeAsFolders() {
    assertThat(catalogue.nets()).extracting(Net::name).doesNotHaveDuplicates();
    assertThat(catalogue.nets()).allMatch(net -> net.name().matches("[a-z0-9-]+"));
  }

  @Test
  void theProgramUsesADetectorPosesAndPalms() {
    assertThat(catalogue.usedByProgram())
        .extracting(Net::name)
        .containsExactly("nanodet", "movenet-thunder", "movenet-lightning", "handdetect");
  }

  @Test
  void anUnknownNameIsRefusedWithTheKnownOnes() {
    assertThatThrownBy(() -> catalogue.net("centernet"))
        .hasMessageStartingWith("'centernet' is not in the catalogue of nets (nanodet, ");
  }

  @Test
  void aCatalogueThatIsNoneIsRefused() {
    byte[] text = "{\"format\": 1, \"nets\": 7}".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> Catalogue.read(new ByteArrayInputStream(text)))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("the catalogue of nets can't be read");
  }
}
