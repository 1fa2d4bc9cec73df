package io.walkout.bench.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import io.walkout.bench.Measure;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can't be measured is told in one sentence, with exit code 2, before any row is printed. */
class ShelvesCommandTest {
  @ParameterizedTest(name = "shelves {0}")
  @ValueSource(
      strings = {
        "nosuch",
        "lean --fault Bla",
        "lean --fault PlateDead:plates=900%",
        "lean --seeds 1 --wiring 1"
      })
  void givenWhatCannotBe_thenOneSentenceAndNoTable(String line) {
    PrintStream stdout = System.out;
    PrintStream stderr = System.err;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    try {
      assertThat(Measure.run(("shelves " + line).split(" ", -1))).isEqualTo(2);
    } finally {
      System.setOut(stdout);
      System.setErr(stderr);
    }
    assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(err.toString(StandardCharsets.UTF_8).strip().lines()).hasSize(1);
  }
}
