package io.walkout.node.cli;

import picocli.CommandLine.Command;

/** {@code ./walkout review list|apply OUT}: lines that wait for a person's decision. */
@Command(
    name = "review",
    description = "Lines that were too uncertain to be charged: see them, and apply decisions.",
    subcommands = {ReviewListCommand.class, ReviewApplyCommand.class})
public final class ReviewCommand extends Verbose {
  /** For picocli. */
  public ReviewCommand() {}
}
