package io.walkout.ingest.storefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example that integrators copy from the guide is a store without a single complaint. */
class GuideTest {
  private static final Pattern BLOCK = Pattern.compile("(?s)```(?:yaml|csv)\n(.*?)```");

  @TempDir Path directory;

  @Test
  void theGuidesExampleIsAStore() throws IOException {
    String guide = Files.readString(Path.of("..", "docs", "integrating", "store-file.md"));
    List<String> blocks = BLOCK.matcher(guide).results().map(m -> m.group(1)).toList();
    assertThat(blocks).hasSize(3);

    StoreCheck check =
        StoreFile.check(Fixtures.store(directory, blocks.get(0), blocks.get(1), blocks.get(2)));

    assertThat(check.errors()).isEmpty();
    assertThat(check.warnings()).isEmpty();
    assertThat(check.store().orElseThrow().planogram().facings()).hasSize(3);
  }
}
