package io.walkout.sim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.walkout.sim.Scenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page of the library says what the library holds. */
class LibraryPageTest {
  @Test
  void theTableIsThatOfTheLibrary() throws IOException {
    List<String> page = Files.readAllLines(page());
    List<String> table =
        page.stream().filter(l -> l.startsWith("| `") && rows().contains(l)).toList();
    assertThat(table)
        .as("the table in docs/using/scenarios.md should be:%n%s", String.join("\n", rows()))
        .isEqualTo(rows());
  }

  @Test
  void everyVerbOfTheLanguageIsOnThePage() throws IOException {
    String page = Files.readString(page());
    for (String verb : StepReader.verbs()) {
      assertThat(page).contains("`" + verb);
    }
    for (Confusion kind : Confusion.values()) {
      assertThat(page).contains(kind.word());
    }
  }

  @Test
  void theExampleOfThePageRuns() throws IOException {
    String page = Files.readString(page());
    String yaml = page.split("```yaml\n", -1)[1].split("```", -1)[0];
    assertThat(ScenarioReader.parse(yaml, Path.of("example.yaml")).name()).isEqualTo("gift");
  }

  private static List<String> rows() {
    return Scenarios.names().stream()
        .map(
            n ->
                "| `"
                    + n
                    + "` | "
                    + Scenarios.describe(n)
                    + " | "
                    + String.join(", ", Scenarios.tags(n))
                    + " |")
        .toList();
  }

  private static Path page() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.exists(at.resolve("docs/using/scenarios.md"))) {
        return at.resolve("docs/using/scenarios.md");
      }
    }
    throw new IllegalStateException("no docs/using/scenarios.md above the working directory");
  }
}
