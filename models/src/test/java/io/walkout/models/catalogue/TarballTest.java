package io.walkout.models.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is taken out of a tarball, and what is refused. */
class TarballTest {
  private static final Net.SourceFile WANTED =
      FakePackage.source("models/a.bin", Net.Use.NET, "as listed");

  @TempDir private Path scratch;

  @Test
  void onlyTheWantedFileIsTakenOutWhateverElseThereIs() throws IOException {
    Path tarball = scratch.resolve("t.tgz");
    try (FakePackage made = new FakePackage(tarball)) {
      made.file("package/../../escaped", "x")
          .file("/absolute", "x")
          .link("package/models/link", "../../outside")
          .file("package/models/a.bin", "as listed");
    }
    Path into = Files.createDirectories(scratch.resolve("into/it"));

    new Tarball(tarball).extract(target(into.resolve("a.bin")));

    assertThat(into.resolve("a.bin")).hasContent("as listed");
    try (var files = Files.walk(scratch)) {
      assertThat(files.filter(Files::isRegularFile))
          .containsExactlyInAnyOrder(tarball, into.resolve("a.bin"));
    }
  }

  @Test
  void aFileThatIsALinkIsRefused() throws IOException {
    Path tarball = scratch.resolve("t.tgz");
    try (FakePackage made = new FakePackage(tarball)) {
      made.link("package/models/a.bin", "../../outside");
    }
    assertRefused(tarball, "holds models/a.bin as something that is no plain file");
  }

  @Test
  void aFileOfAnotherSizeIsRefusedBeforeItIsWritten() throws IOException {
    Path tarball = scratch.resolve("t.tgz");
    try (FakePackage made = new FakePackage(tarball)) {
      made.file("package/models/a.bin", "much longer than listed");
    }
    assertRefused(tarball, "holds models/a.bin with 23 bytes, expected 9");
    assertThat(scratch.resolve("out")).doesNotExist();
  }

  @Test
  void aFileOfAnotherHashIsRefused() throws IOException {
    Path tarball = scratch.resolve("t.tgz");
    try (FakePackage made = new FakePackage(tarball)) {
      made.file("package/models/a.bin", "as forged");
    }
    assertRefused(tarball, "holds models/a.bin with SHA-256");
  }

  @Test
  void aMissingFileIsNamed() throws IOException {
    Path tarball = scratch.resolve("t.tgz");
    try (FakePackage made = new FakePackage(tarball)) {
      made.file("package/models/b.bin", "as listed");
    }
    assertRefused(tarball, "holds no models/a.bin");
  }

  @Test
  void whatIsNoTarballIsRefusedByName() throws IOException {
    Path text = Files.writeString(scratch.resolve("t.tgz"), "plain text");
    assertRefused(text, "is no whole tarball");
  }

  @Test
  void aTornTarballIsRefusedByName() throws IOException {
    Path tarball = scratch.resolve("t.tgz");
    try (FakePackage made = new FakePackage(tarball)) {
      made.file("package/b", "b".repeat(10_000)).file("package/models/a.bin", "as listed");
    }
    byte[] bytes = Files.readAllBytes(tarball);
    Files.write(tarball, Arrays.copyOf(bytes, bytes.length / 2));
    assertRefused(tarball, "t.tgz");
  }

  private void assertRefused(Path tarball, String because) {
    assertThatThrownBy(() -> new Tarball(tarball).extract(target(scratch.resolve("out"))))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining(because);
  }

  private static List<Tarball.Target> target(Path place) {
    return List.of(new Tarball.Target(WANTED, place));
  }
}
