package io.walkout.ingest.storefile;

import java.util.List;
import java.util.stream.Collectors;

/** A store's files can't be used; says everything that is wrong with them, at once. */
public final class StoreFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /** The message has one line for each problem. */
  public StoreFileException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** Every error of the files, at least one, in the order of files and lines. */
  public List<Problem> problems() {
    return problems;
  }
}
