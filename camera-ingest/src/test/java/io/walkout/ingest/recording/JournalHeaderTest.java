package io.walkout.ingest.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.walkout.ingest.journal.JournalWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The header of a journal, byte for byte: a hash's order differs from one start to the next. */
class JournalHeaderTest {
  @Test
  void givenARun_whenItsJournalIsBegun_thenItsMembersStandInTheirOrder(@TempDir Path directory)
      throws IOException {
    JournalWriter.create(directory, SmallStore.store(), "run", List.of("door", "plates")).close();

    assertThat(directory.resolve("journal.json"))
        .hasContent(
            """
            {
              "run" : {
                "name" : "run",
                "sources" : [ "door", "plates" ]
              }
            }""");
  }
}
