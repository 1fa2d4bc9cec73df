package io.walkout.models.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where nets lie, and what is said if one doesn't. */
class ModelsFolderTest {
  private static final Path HOME = Path.of("/somewhere/me");

  @Test
  void theUsersOwnWordComesFirst() {
    assertThat(
            ModelsFolder.place(
                Map.of("WALKOUT_MODELS", "/nets", "XDG_CACHE_HOME", "/cache"), "Linux", HOME))
        .isEqualTo(Path.of("/nets"));
  }

  @Test
  void thenTheStandardPlaceForCaches() {
    assertThat(ModelsFolder.place(Map.of("XDG_CACHE_HOME", "/cache"), "Linux", HOME))
        .isEqualTo(Path.of("/cache/walkout/models"));
    assertThat(ModelsFolder.place(Map.of("XDG_CACHE_HOME", "relative"), "Linux", HOME))
        .isEqualTo(HOME.resolve(".cache/walkout/models"));
    assertThat(ModelsFolder.place(Map.of(), "Linux", HOME))
        .isEqualTo(HOME.resolve(".cache/walkout/models"));
  }

  @Test
  void otherSystemsHaveTheirOwnPlaces() {
    assertThat(ModelsFolder.place(Map.of(), "Mac OS X", HOME))
        .isEqualTo(HOME.resolve("Library/Caches/walkout/models"));
    assertThat(ModelsFolder.place(Map.of("LOCALAPPDATA", "/local"), "Windows 11", HOME))
        .isEqualTo(Path.of("/local/walkout/models"));
  }

  @Test
  void aNetThatIsNotHereSaysHowToGetIt(@TempDir Path scratch) {
    ModelsFolder folder = new ModelsFolder(scratch);

    assertThatThrownBy(() -> folder.onnx(Catalogue.load().net("nanodet")))
        .isInstanceOfSatisfying(ModelException.class, e -> assertThat(e.isInput()).isTrue())
        .hasMessageContaining("'nanodet' is not installed")
        .hasMessageEndingWith("run './walkout models pull nanodet'");
  }
}
