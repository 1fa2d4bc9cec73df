package io.walkout.bench.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** Running many cases at a time. */
class SuiteRunTest {
  private static final SuiteRun.Watch NOBODY = result -> {};

  @Test
  void resultsComeInTheSuitesOrderForAnyNumberOfThreads() throws Exception {
    Suite suite = suite(40);
    SuiteRun.Runner runner = (which, scratch) -> ran(which);

    List<CaseResult> one = SuiteRun.run(suite, 1, runner, NOBODY).results();
    List<CaseResult> seven = SuiteRun.run(suite, 7, runner, NOBODY).results();

    assertThat(seven).isEqualTo(one);
    assertThat(one).extracting(CaseResult::of).containsExactlyElementsOf(suite.cases());
  }

  @Test
  void aCaseThatCrashesIsAResultAndTheOthersGoOn() throws Exception {
    List<CaseResult> told = new ArrayList<>();

    SuiteRun.Ran run =
        SuiteRun.run(
            suite(5),
            2,
            (which, scratch) -> {
              if (which.seed() == 3) {
                throw new AssertionError("a cent is missing in " + scratch.resolve("out"));
              }
              return ran(which);
            },
            told::add);

    assertThat(told).hasSize(5);
    assertThat(run.results().get(2).failure())
        .isEqualTo("AssertionError: a cent is missing in /out");
    assertThat(run.results().get(2).figures().f1()).isZero();
    assertThat(run.results()).filteredOn(CaseResult::isFailed).hasSize(1);
  }

  @Test
  void nothingIsLeftOnTheDiskAndNeverMoreThanOneCaseForEachThread() throws Exception {
    Set<Path> scratches = ConcurrentHashMap.newKeySet();
    Set<Integer> atOnce = ConcurrentHashMap.newKeySet();

    var unused =
        SuiteRun.run(
            suite(12),
            3,
            (which, scratch) -> {
              scratches.add(scratch);
              Files.writeString(scratch.resolve("recording"), "much");
              atOnce.add((int) scratches.stream().filter(Files::exists).count());
              return ran(which);
            },
            NOBODY);

    assertThat(unused.results()).hasSize(12);
    assertThat(scratches).hasSize(12).noneMatch(Files::exists);
    assertThat(scratches).allMatch(s -> !Files.exists(parent(s)));
    assertThat(atOnce).allMatch(n -> n <= 3);
  }

  private static Path parent(Path path) {
    Path parent = path.getParent();
    return parent == null ? path : parent;
  }

  private static Suite suite(int cases) {
    List<SuiteCase> list = new ArrayList<>();
    for (int seed = 1; seed <= cases; seed++) {
      list.add(Cases.which("alone", seed));
    }
    return new Suite("made", "", null, list);
  }

  private static CaseRun.Ran ran(SuiteCase which) throws IOException {
    return new CaseRun.Ran(Cases.result("alone", which.seed(), 1.0 / which.seed()), 10);
  }
}
