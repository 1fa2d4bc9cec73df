package io.walkout.bench.scorecard;

import io.walkout.sim.scenario.Behaviours;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Files of labelled acts of real shoppers, whose lists a suite's rows can name. */
final class BehaviourFiles {
  /** The file that the built-in suite {@code behaviours} plays, where it lies beside a checkout. */
  static final String SHARED = "shared/data/behaviours/cps-test.json";

  private BehaviourFiles() {}

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException if there is none or it is no such file; it says why
   */
  static Behaviours read(String name, @Nullable Path folder) {
    Path file = located(name, folder);
    try {
      if (!Files.isRegularFile(file)) {
        throw new IllegalArgumentException(
            "behaviours: expected a file of labelled acts, found no '" + name + "'");
      }
      return Behaviours.read(file);
    } catch (IOException e) {
      throw new IllegalArgumentException(name + ": can't be read: " + e.getMessage(), e);
    }
  }

  /**
   * The lists that a suite's word stands for: {@code all}, or a name.
   *
   * @throws IllegalArgumentException with what was found and what was expected
   */
  static List<String> named(String word, Behaviours behaviours) {
    if (word.equals("all")) {
      return behaviours.names();
    }
    if (!behaviours.names().contains(word)) {
      throw new IllegalArgumentException(
          "no list is called '" + word + "'; there are " + String.join(", ", behaviours.names()));
    }
    return List.of(word);
  }

  /** Where a row's file is found from the working directory. */
  static Path located(String name, @Nullable Path folder) {
    return folder == null ? Path.of(name) : folder.resolve(name).normalize();
  }

  /** The folder of the shared file: below WALKOUT_SHARED, or beside this checkout or above it. */
  static Optional<Path> sharedFolder() {
    String stated = System.getenv("WALKOUT_SHARED");
    if (stated != null) {
      Path there = Path.of(stated).resolve(SHARED.replaceFirst("^shared/", ""));
      return Files.isRegularFile(there) ? Optional.ofNullable(there.getParent()) : Optional.empty();
    }
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path there = at.resolve(SHARED);
      if (Files.isRegularFile(there)) {
        return Optional.ofNullable(
            Path.of("").toAbsolutePath().relativize(there).normalize().getParent());
      }
    }
    return Optional.empty();
  }
}
