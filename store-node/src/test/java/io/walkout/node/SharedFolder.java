package io.walkout.node;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * Finds the evaluation data that lies beside a checkout and never in it; tests that need it are
 * skipped where it is absent.
 */
public final class SharedFolder {
  private SharedFolder() {}

  /**
   * A file or folder below {@code shared/data}; aborts the test with a clear message if it isn't
   * there.
   */
  public static Path find(String relative) {
    String configured = System.getenv("WALKOUT_SHARED");
    if (configured != null) {
      return existing(Path.of(configured, "data").resolve(relative));
    }
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path data = at.resolve("shared/data");
      if (Files.isDirectory(data)) {
        return existing(data.resolve(relative));
      }
    }
    return Assumptions.abort(
        "skipped: no folder shared/data beside this checkout (or set WALKOUT_SHARED)");
  }

  private static Path existing(Path path) {
    Assumptions.assumeTrue(Files.exists(path), () -> "skipped: " + path + " is not there");
    return path;
  }
}
