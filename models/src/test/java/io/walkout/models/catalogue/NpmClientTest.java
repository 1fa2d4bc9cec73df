package io.walkout.models.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where npm is looked for, and what becomes of its complaints. */
class NpmClientTest {
  private static final NpmPackage WANTED =
      new NpmPackage("@fake/nets", "1.0.0", "sha512-", 1, "MIT", "");

  @TempDir private Path scratch;

  @Test
  void npmIsFoundInTheFoldersOfThePath() throws IOException {
    FakeNpm npm = FakeNpm.that(scratch.resolve("bin"), scratch);
    String path = scratch.resolve("nowhere") + File.pathSeparator + npm.folder();

    assertThat(NpmClient.onPath(Map.of("PATH", path), "Linux")).isPresent();
    assertThat(NpmClient.onPath(Map.of("PATH", scratch.toString()), "Linux")).isEmpty();
    assertThat(NpmClient.onPath(Map.of("PATH", ""), "Linux")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ECONNREFUSED | can't reach its registry",
        "ENOTFOUND    | can't reach its registry",
        "E404         | has no @fake/nets@1.0.0",
        "ETARGET      | has no @fake/nets@1.0.0",
        "E403         | refused @fake/nets@1.0.0",
        "ENOTCACHED   | works offline",
        "ENOSPC       | the disk is full",
        "EINTEGRITY   | than it promised",
        "EWHATEVER    | npm pack @fake/nets@1.0.0 failed: something broke",
      })
  void whatNpmComplainsOfIsSaidInOneSentence(String code, String expected) throws IOException {
    FakeNpm npm =
        FakeNpm.complaining(
            scratch.resolve("bin"),
            """
            npm error code %s
            npm error syscall connect
            npm error errno %s
            npm error something broke
            npm error     at a stack trace
            npm error A complete log of this run can be found in: a file
            """
                .formatted(code, code));
    Path into = Files.createDirectories(scratch.resolve("into"));

    assertThatThrownBy(() -> npm.client().pack(WANTED, into, PullWatcher.NONE))
        .isInstanceOfSatisfying(ModelException.class, e -> assertThat(e.isInput()).isFalse())
        .hasMessageContaining(expected)
        .hasMessageNotContaining("stack trace")
        .hasMessageNotContaining("complete log");
  }

  @Test
  void anNpmThatSaysNothingIsQuotedByItsExitCode() throws IOException {
    FakeNpm npm = FakeNpm.complaining(scratch.resolve("bin"), "");
    Path into = Files.createDirectories(scratch.resolve("into"));

    assertThatThrownBy(() -> npm.client().pack(WANTED, into, PullWatcher.NONE))
        .hasMessage("npm pack @fake/nets@1.0.0 failed: npm ended with code 1");
  }

  @Test
  void olderNpmsComplainWithAnotherWord() {
    NpmComplaint complaint =
        NpmComplaint.of(
            """
            npm ERR! code ECONNREFUSED
            npm ERR! FetchError: request to somewhere failed
            """,
            1);

    assertThat(complaint)
        .isEqualTo(new NpmComplaint("ECONNREFUSED", "request to somewhere failed", 1));
  }
}
