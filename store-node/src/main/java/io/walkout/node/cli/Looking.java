package io.walkout.node.cli;

import io.walkout.node.mcap.McapExport;
import io.walkout.node.pipeline.Replay;
import io.walkout.node.report.Progress;
import io.walkout.node.report.UserError;
import io.walkout.sim.Watcher;
import io.walkout.sim.film.FloorFilm;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What one wants to look at of a simulation. */
final class Looking {
  @Option(
      names = "--film",
      paramLabel = "OUT.mp4",
      description = "Draw the floor plan with people, reaches, changes and carts as a film.")
  private @Nullable Path film;

  @Option(
      names = "--mcap",
      paramLabel = "OUT.mcap",
      description = "Export the recording, and what the pipeline decides on it, for MCAP viewers.")
  private @Nullable Path mcap;

  /** For picocli. */
  Looking() {}

  boolean isAsked() {
    return film != null || mcap != null;
  }

  /** Refuses files that can't be made, or are there already, before minutes are spent on them. */
  void check() {
    check(film, "--film", ".mp4");
    check(mcap, "--mcap", ".mcap");
  }

  /** Those who look on while the simulation runs. */
  List<Watcher.Maker> watchers() {
    return film == null ? List.of() : List.of(FloorFilm.to(film));
  }

  /** Exports a finished recording, if that was asked for. */
  void export(Path recording, PrintWriter print) throws IOException {
    Path file = mcap;
    if (file == null) {
      return;
    }
    Scratch.with(
        "walkout-mcap",
        scratch -> {
          Path out = scratch.resolve("out");
          Replay.run(recording, out, Replay.Options.DEFAULT, Progress.NONE);
          McapExport.Outcome written = McapExport.write(recording, Optional.of(out), file);
          written.problems().forEach(print::println);
        });
  }

  private static void check(@Nullable Path file, String option, String ending) {
    if (file == null) {
      return;
    }
    if (Files.exists(file)) {
      throw new UserError(option + ": " + file + " exists already");
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
