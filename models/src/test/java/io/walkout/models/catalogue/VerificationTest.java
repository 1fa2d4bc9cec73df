package io.walkout.models.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a verification finds. */
class VerificationTest {
  @TempDir private Path scratch;
  private Catalogue catalogue;
  private ModelsFolder folder;
  private Net seer;

  @BeforeEach
  void install() throws IOException {
    Path tarball = FakePackage.whole(scratch.resolve("packed.tgz"));
    catalogue = FakePackage.catalogue(tarball);
    folder = new ModelsFolder(scratch.resolve("models"));
    seer = catalogue.net("seer");
    Pull pull =
        new Pull(catalogue, folder, new FakePreparation("1"), Optional.empty(), PullWatcher.NONE);
    pull.bring(List.of(seer), pull.recognise(List.of(tarball)));
  }

  @Test
  void whatIsAsItWasIsRight() throws IOException {
    Verification.Finding finding = verify("1", seer);

    assertThat(finding.isRight()).isTrue();
    assertThat(finding.finding()).isEqualTo("hashes as kept; answers as stored");
  }

  @Test
  void oneChangedByteIsNamedWithItsFile() throws IOException {
    Path onnx = folder.folderOf(seer).resolve("seer.onnx");
    byte[] bytes = Files.readAllBytes(onnx);
    bytes[3] ^= 1;
    Files.write(onnx, bytes);

    assertThat(verify("1", seer).isRight()).isFalse();
    assertThat(verify("1", seer).finding()).contains("seer.onnx has SHA-256", "expected");
  }

  @Test
  void anotherLengthAMissingFileAndABrokenManifestAreNamed() throws IOException {
    Path licence = folder.folderOf(seer).resolve("LICENSE");
    Files.writeString(licence, "more", StandardOpenOption.APPEND);
    assertThat(verify("1", seer).finding()).contains("LICENSE has").contains("bytes, expected");

    Files.delete(licence);
    assertThat(verify("1", seer).finding()).endsWith("LICENSE is missing");

    Files.writeString(folder.folderOf(seer).resolve("manifest.json"), "{\"format\": 1}");
    assertThat(verify("1", seer).finding()).isEqualTo("has no manifest");
    assertThat(folder.state(seer, catalogue.packageOf(seer), "1"))
        .isEqualTo(ModelsFolder.State.DAMAGED);
  }

  @Test
  void whatAnotherConverterMadeDiffers() throws IOException {
    assertThat(verify("2", seer).isRight()).isFalse();
    assertThat(folder.state(seer, catalogue.packageOf(seer), "2"))
        .isEqualTo(ModelsFolder.State.OUTDATED);
  }

  @Test
  void whatIsNotHereIsNotRight() throws IOException {
    assertThat(verify("1", catalogue.net("reader")).finding()).isEqualTo("is not installed");
  }

  private Verification.Finding verify(String version, Net net) throws IOException {
    return new Verification(catalogue, folder, new FakePreparation(version)).verify(net);
  }
}
