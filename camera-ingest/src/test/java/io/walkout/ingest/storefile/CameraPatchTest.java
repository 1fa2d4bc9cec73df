package io.walkout.ingest.storefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.walkout.store.Camera;
import io.walkout.store.CameraId;
import io.walkout.store.geometry.CameraModel;
import io.walkout.store.geometry.RigidTransform;
import io.walkout.store.geometry.Vec3;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A calibration goes into a store file, and nothing else of it changes by a letter. */
class CameraPatchTest {
  private static final double[] DOWN = {1, 0, 0, 0, -1, 0, 0, 0, -1};

  @TempDir private Path dir;

  @Test
  void aCameraIsReplacedAndEveryOtherLineStays() throws IOException {
    Path file =
        store(Fixtures.YAML.replace("cameras:\n", "# ceiling, seen from the till\ncameras:\n"));
    List<String> before = Files.readAllLines(file);

    StoreFile.putCamera(file, camera("west", 400), file);

    List<String> after = Files.readAllLines(file);
    assertThat(after).hasSameSizeAs(before);
    assertThat(after).contains("    fx: 400", "# ceiling, seen from the till");
    assertThat(differing(before, after)).allMatch(l -> l.startsWith("  "));
    assertThat(StoreFile.read(file).layout().cameras())
        .contains(camera("west", 400))
        .hasSameSizeAs(cameras(Fixtures.YAML));
  }

  @Test
  void aCameraThatIsNotThereIsAdded() throws IOException {
    Path file = store(Fixtures.YAML);

    StoreFile.putCamera(file, camera("east", 380), dir.resolve("new.yaml"));

    assertThat(Files.readString(file)).isEqualTo(Fixtures.YAML);
    assertThat(StoreFile.read(dir.resolve("new.yaml")).layout().cameras())
        .containsAll(cameras(Fixtures.YAML))
        .contains(camera("east", 380));
  }

  @Test
  void everyWayToWriteCamerasTakesOne() {
    for (String yaml :
        List.of(
            "name: x\ncameras: []\ndoors: []\n",
            "name: x\ndoors: []",
            "cameras: [{id: west, fx: 1}]\nname: x\n",
            "cameras:\n- {id: west, fx: 1} # old\nname: \"\uD83D\uDED2\"\n",
            "name: \"\uD83D\uDED2\"\ncameras:\n- fx: 1\n  id: west\n  size: [1,\n    2]\n\n# end\n")) {
      Findings findings = new Findings();
      Optional<String> patched =
          CameraPatch.apply(Path.of("s.yaml"), yaml, camera("west", 400), findings);

      assertThat(patched).as(yaml).isPresent();
      assertThat(patched.get()).contains("fx: 400").doesNotContain("fx: 1\n");
      assertThat(YamlTree.parse(Path.of("s.yaml"), patched.get(), findings))
          .as(patched.get())
          .isPresent();
      assertThat(findings.errorCount()).isZero();
      for (String kept : List.of("doors: []", "# old", "# end", "name: \"\uD83D\uDED2\"")) {
        assertThat(patched.get().contains(kept)).as(kept).isEqualTo(yaml.contains(kept));
      }
    }
  }

  @Test
  void aStoreFileWithErrorsIsRefusedAndStays() throws IOException {
    Path file = store(Fixtures.YAML.replace("currency: EUR", "currency: EURO"));
    String before = Files.readString(file);

    assertThatThrownBy(() -> StoreFile.putCamera(file, camera("west", 400), file))
        .isInstanceOf(StoreFileException.class)
        .hasMessageContaining("currency");
    assertThat(Files.readString(file)).isEqualTo(before);
    try (var left = Files.list(dir)) {
      assertThat(left.map(p -> p.getFileName().toString())).noneMatch(n -> n.contains("draft"));
    }
  }

  private Path store(String yaml) throws IOException {
    Path file = Fixtures.store(dir);
    Files.writeString(file, yaml);
    return file;
  }

  private List<Camera> cameras(String yaml) throws IOException {
    Path other = Files.createDirectories(dir.resolve("as-it-was"));
    Path file = Fixtures.store(other);
    Files.writeString(file, yaml);
    return StoreFile.read(file).layout().cameras();
  }

  private static List<String> differing(List<String> a, List<String> b) {
    return IntStream.range(0, a.size())
        .filter(i -> !a.get(i).equals(b.get(i)))
        .mapToObj(b::get)
        .toList();
  }

  private static Camera camera(String id, double focal) {
    return new Camera(
        new CameraId(id),
        new CameraModel(
            640,
            360,
            focal,
            focal,
            320,
            180,
            new double[5],
            new RigidTransform(DOWN, new Vec3(3, 2, 2.7))));
  }
}
