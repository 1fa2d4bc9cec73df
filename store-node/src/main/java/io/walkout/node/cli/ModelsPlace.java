package io.walkout.node.cli;

import io.walkout.models.catalogue.ModelsFolder;
import io.walkout.node.report.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where nets are kept, as the {@code models} commands take it. */
final class ModelsPlace {
  @Option(
      names = "--dir",
      paramLabel = "DIR",
      description =
          "Where nets are kept (default: WALKOUT_MODELS, or walkout/models in the user's folder for"
              + " caches).")
  private @Nullable Path folder;

  /** For picocli. */
  ModelsPlace() {}

  ModelsFolder folder() {
    return folder == null ? ModelsFolder.user() : new ModelsFolder(folder);
  }

  /** The same for who writes into it; made if need be. */
  ModelsFolder writable() {
    ModelsFolder chosen = folder();
    Path root = chosen.root();
    if (Files.exists(root) && !Files.isDirectory(root)) {
      throw new UserError(root + ": is a file; a folder for nets is expected");
    }
    try {
      Files.createDirectories(root);
    } catch (IOException e) {
      throw new UserError(root + ": a folder for nets can't be made there", e);
    }
    if (!Files.isWritable(root)) {
      throw new UserError(root + ": nothing can be written into this folder");
    }
    return chosen;
  }
}
