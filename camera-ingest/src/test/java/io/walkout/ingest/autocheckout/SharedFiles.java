package io.walkout.ingest.autocheckout;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Real recordings, which lie beside the project where there are any. */
final class SharedFiles {
  private SharedFiles() {}

  /** A directory below {@code shared/data}; the test is skipped if it is not there. */
  static Path directory(String name) {
    String stated = System.getenv("WALKOUT_SHARED");
    if (stated != null && Files.isDirectory(Path.of(stated).resolve("data").resolve(name))) {
      return Path.of(stated).resolve("data").resolve(name);
    }
    for (Path dir = Path.of("").toAbsolutePath(); dir != null; dir = dir.getParent()) {
      Path found = dir.resolve("shared").resolve("data").resolve(name);
      if (Files.isDirectory(found)) {
        return found;
      }
    }
    return Assumptions.abort(
        "no shared/data/" + name + " above the working directory (or in WALKOUT_SHARED)");
  }
}
