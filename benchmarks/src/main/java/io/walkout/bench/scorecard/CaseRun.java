package io.walkout.bench.scorecard;

import io.walkout.bench.baseline.ContestRun;
import io.walkout.ingest.recording.Recording;
import io.walkout.node.cli.SimulateCommand;
import io.walkout.node.pipeline.Pacing;
import io.walkout.node.pipeline.Replay;
import io.walkout.node.report.Progress;
import io.walkout.node.score.Score;
import io.walkout.node.score.ScoreFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Runs one case from nothing to its figures, by the code of the commands that repeat it. */
final class CaseRun {
  private CaseRun() {}

  /**
   * What a case gave.
   *
   * @param result its figures
   * @param simulatedSeconds length of the recording
   */
  record Ran(CaseResult result, double simulatedSeconds) {}

  /**
   * Simulates into {@code scratch}, replays and scores. The contest's method needs poses: beside
   * ours it is left out at picture level.
   *
   * @param folder what the row's paths are relative to; null for the working directory
   * @param scratch an empty directory; the caller removes what is left there
   */
  static Ran run(SuiteCase which, @Nullable Path folder, Path scratch, Method method)
      throws Exception {
    Path recording = scratch.resolve("case.rec");
    simulate(which.simulation(recording.toString(), folder));
    if (method == Method.CONTEST) {
      Recording read = Recording.open(recording);
      return new Ran(
          CaseResult.of(which, contest(recording, scratch)),
          (read.endNanos() - read.startNanos()) / 1e9);
    }
    Path out = scratch.resolve("out");
    Replay.PeopleFrom people =
        which.row().level() == Level.PICTURE ? Replay.PeopleFrom.PICTURES : Replay.PeopleFrom.AUTO;
    Replay.Outcome outcome =
        Replay.run(recording, out, new Replay.Options(1, Pacing.MAX, people, false), Progress.NONE);
    Path receipts = out.resolve("receipts.json");
    Score score = ScoreFile.score(recording, receipts);
    CaseResult result = CaseResult.of(which, ScoredCase.figures(score));
    boolean beside = method == Method.BOTH && which.row().level() == Level.SENSOR;
    return new Ran(
        beside ? result.beside(contest(recording, scratch)) : result,
        (outcome.endNanos() - outcome.startNanos()) / 1e9);
  }

  private static CaseFigures contest(Path recording, Path scratch) throws IOException {
    Path out = scratch.resolve("contest");
    var _ = ContestRun.run(recording, out);
    return ScoredCase.figures(ScoreFile.score(recording, out.resolve("receipts.json")));
  }

  private static void simulate(List<String> line) throws Exception {
    Object command =
        line.getFirst().equals("simulate") ? new SimulateCommand() : new AutoCheckoutCommand();
    int named = line.getFirst().equals("simulate") ? 1 : 2;
    List<Exception> thrown = new ArrayList<>();
    int code =
        new CommandLine(command)
            .setOut(new PrintWriter(Writer.nullWriter()))
            .setErr(new PrintWriter(Writer.nullWriter()))
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setParameterExceptionHandler((e, args) -> failed(e, thrown))
            .setExecutionExceptionHandler((e, at, parsed) -> failed(e, thrown))
            .execute(line.subList(named, line.size()).toArray(String[]::new));
    if (!thrown.isEmpty()) {
      throw thrown.getFirst();
    }
    if (code != 0) {
      throw new IllegalStateException("the simulation ended with exit code " + code);
    }
  }

  private static int failed(Exception e, List<Exception> thrown) {
    thrown.add(e);
    return 1;
  }
}
