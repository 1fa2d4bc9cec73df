package io.walkout.sim.scenario;

import io.walkout.ingest.storefile.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A scenario that can't be; says everything that is wrong with it that was found at once. */
public final class ScenarioException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /** The message has one line for each problem: file, line, field, what was found and expected. */
  public ScenarioException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** One problem. */
  public ScenarioException(Path file, int line, String field, String found, String expected) {
    this(List.of(new Problem(file, line, field, found, expected)));
  }

  /** Every problem, at least one. */
  public List<Problem> problems() {
    return problems;
  }
}
