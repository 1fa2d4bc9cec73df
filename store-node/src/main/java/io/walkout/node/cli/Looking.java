package io.walkout.node.cli;

import io.walkout.node.report.UserError;
import io.walkout.sim.Watcher;
import io.walkout.sim.film.FloorFilm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What one wants to look at of a simulation. */
final class Looking {
  @Option(
      names = "--film",
      paramLabel = "OUT.mp4",
      description = "Draw the floor plan with people, reaches, changes and carts as a film.")
  private @Nullable Path film;

  /** For picocli. */
  Looking() {}

  boolean isAsked() {
    return film != null;
  }

  /** Those who look on while the simulation runs. */
  List<Watcher.Maker> watchers() {
    check(film, "--film", ".mp4");
    return film == null ? List.of() : List.of(FloorFilm.to(film));
  }

  private static void check(@Nullable Path file, String option, String ending) {
    if (file == null) {
      return;
    }
    if (!file.toString().toLowerCase(Locale.ROOT).endsWith(ending)) {
      throw new UserError(option + ": expected a file that ends in " + ending + ", found " + file);
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new UserError(option + ": there is no folder " + folder);
    }
  }
}
