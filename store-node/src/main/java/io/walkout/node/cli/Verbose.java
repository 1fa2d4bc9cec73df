package io.walkout.node.cli;

import picocli.CommandLine.Option;

/** What every command takes. */
public abstract class Verbose {
  @Option(names = "--verbose", description = "On failure, print the stack trace too.")
  private boolean verbose;

  /** For the commands of this room. */
  protected Verbose() {}

  boolean isVerbose() {
    return verbose;
  }
}
