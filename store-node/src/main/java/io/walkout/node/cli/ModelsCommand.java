package io.walkout.node.cli;

import picocli.CommandLine.Command;

/** {@code ./walkout models list|pull|verify|try|check}: the catalogue of nets. */
@Command(
    name = "models",
    description =
        "The catalogue of nets: what there is, bringing it here, and whether it is whole.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      ModelsListCommand.class,
      ModelsPullCommand.class,
      ModelsVerifyCommand.class,
      ModelsTryCommand.class,
      ModelsCheckCommand.class
    })
public final class ModelsCommand extends Verbose {
  /** For picocli. */
  public ModelsCommand() {}
}
