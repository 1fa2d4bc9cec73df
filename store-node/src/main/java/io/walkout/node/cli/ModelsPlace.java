package io.walkout.node.cli;

import io.walkout.models.catalogue.ModelsFolder;
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
}
