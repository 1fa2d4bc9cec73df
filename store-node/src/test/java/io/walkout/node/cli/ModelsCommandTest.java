package io.walkout.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.walkout.node.Walkout;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The {@code models} commands in a folder without nets, and without a network. */
class ModelsCommandTest {
  @TempDir private Path scratch;

  private record Ran(int exit, String out, String err) {}

  @ParameterizedTest
  @ValueSource(strings = {"", "list", "pull", "verify", "try", "check"})
  void everyCommandHasHelp(String command) {
    Ran ran = run(("models " + command + " --help").replace("  ", " ").split(" ", -1));
    assertThat(ran.exit()).isZero();
    assertThat(ran.out()).contains("Usage: walkout models");
    assertThat(ran.err()).isEmpty();
  }

  @Test
  void theListShowsEachNetWithItsLicenceAndThatItIsNotHere() {
    Ran ran = run("models", "list", "--dir", scratch.resolve("nets").toString());

    assertThat(ran.exit()).isZero();
    assertThat(ran.out().lines().filter(line -> line.startsWith("nanodet")))
        .singleElement()
        .asString()
        .contains(" no ", "Apache-2.0", " MB ", "finds people");
    assertThat(scratch.resolve("nets")).doesNotExist();
  }

  @Test
  void theListAsJsonHoldsVersionsHashesShapesAndLicences() throws IOException {
    Ran ran = run("models", "list", "--json", "--dir", scratch.toString());

    JsonNode nets = new ObjectMapper().readTree(ran.out()).path("nets");
    assertThat(nets).isNotEmpty();
    for (JsonNode net : nets) {
      assertThat(net.path("package").path("integrity").asText()).startsWith("sha512-");
      assertThat(net.path("package").path("version").asText()).isNotEmpty();
      assertThat(net.path("files").path(0).path("sha256").asText()).hasSize(64);
      assertThat(net.path("licence").asText()).isEqualTo("Apache-2.0");
      assertThat(net.path("inputs").path(0).path("shape").asText()).startsWith("[");
      assertThat(net.path("installed").asBoolean()).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "models pull centernet            | 'centernet' is not in the catalogue of nets (nanodet,",
        "models pull --from nowhere.tgz   | nowhere.tgz: no such file",
        "models verify centernet          | 'centernet' is not in the catalogue of nets",
        "models try nanodet nowhere.png   | the net 'nanodet' is not installed in",
        "models check frcnn nowhere.onnx  | 'frcnn' is no family of nets known here",
        "models check yolox nowhere.onnx  | nowhere.onnx: no such file",
        "models check yolox               | Missing required parameter",
        "models                           | Missing required subcommand",
      })
  void wrongUsageAndUnusableInputExitWithTwoAndOneSentence(String command, String sentence) {
    String[] words = command.split(" ", -1);
    boolean hasFolder = words.length > 1 && !words[1].equals("check");
    Ran ran =
        run((hasFolder ? command + " --dir " + scratch.resolve("nets") : command).split(" ", -1));

    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).startsWith("walkout: ").contains(sentence).doesNotContain("\tat ");
  }

  @Test
  void aTarballThatIsNoneOfTheCatalogueIsRefusedBeforeItIsOpened() throws IOException {
    Path file = Files.writeString(scratch.resolve("other.tgz"), "no tarball");

    Ran ran = run("models", "pull", "--from", file.toString(), "--dir", scratch + "/nets");

    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).contains("other.tgz is no package of the catalogue", "sha512-");
  }

  @Test
  void nothingHereIsNoRightBoxNorIsANamedNetThatIsMissing() {
    Ran all = run("models", "verify", "--dir", scratch.resolve("nets").toString());
    assertThat(all.exit()).isEqualTo(1);
    assertThat(all.err()).contains("no net is in").contains("models pull");

    Ran named = run("models", "verify", "nanodet", "--dir", scratch.resolve("nets").toString());
    assertThat(named.exit()).isEqualTo(1);
    assertThat(named.out()).contains("nanodet", "DIFFERS", "is not installed");
    assertThat(named.err())
        .isEqualTo(
            "walkout: not as it must be: nanodet; './walkout models pull nanodet' makes it good\n");
  }

  private static Ran run(String... args) {
    PrintStream outBefore = System.out;
    PrintStream errBefore = System.err;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
      int exit = Walkout.run(args);
      return new Ran(
          exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(outBefore);
      System.setErr(errBefore);
    }
  }
}
