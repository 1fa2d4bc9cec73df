package io.walkout.node.cli;

import picocli.CommandLine.Command;

/** {@code ./walkout import FORMAT DIR --out X.rec}: turns other systems' recordings into ours. */
@Command(
    name = "import",
    description = "Turn another system's recording into ours.",
    synopsisSubcommandLabel = "FORMAT",
    subcommands = AutoCheckoutCommand.class)
public final class ImportCommand extends Verbose {
  /** For picocli. */
  public ImportCommand() {}
}
