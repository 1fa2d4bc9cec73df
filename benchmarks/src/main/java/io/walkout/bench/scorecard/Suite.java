package io.walkout.bench.scorecard;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which cases to run, in order.
 *
 * @param name as the scorecard heads it
 * @param description one line for people; may be empty
 * @param folder what the rows' paths are relative to, as said in the working directory; null for
 *     the working directory itself
 * @param cases no two of them equal
 */
public record Suite(String name, String description, @Nullable Path folder, List<SuiteCase> cases) {
  /** More than a night's work; a guard against a slip in a file. */
  static final int MOST_CASES = 20_000;

  /**
   * Copies the list. Throws {@link IllegalArgumentException} on no case, too many, or one twice.
   */
  public Suite {
    cases = List.copyOf(cases);
    if (cases.isEmpty()) {
      throw new IllegalArgumentException("suite " + name + " holds no case");
    }
    if (cases.size() > MOST_CASES) {
      throw new IllegalArgumentException(
          "suite " + name + " holds " + cases.size() + " cases, more than " + MOST_CASES);
    }
    if (cases.stream().distinct().count() < cases.size()) {
      throw new IllegalArgumentException("suite " + name + " holds a case twice");
    }
  }
}
