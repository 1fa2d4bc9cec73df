package io.walkout.bench.scorecard;

import io.walkout.billing.ReadReceipt;
import io.walkout.billing.ReceiptsFile;
import io.walkout.ingest.recording.Recording;
import io.walkout.ingest.recording.Truth;
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
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
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
   * Simulates into {@code scratch}, replays and scores.
   *
   * @param scratch an empty directory; the caller removes what is left there
   */
  static Ran run(SuiteCase which, Path scratch) throws IOException {
    Path recording = scratch.resolve("case.rec");
    Path out = scratch.resolve("out");
    simulate(which, recording);
    Replay.PeopleFrom people =
        which.row().level() == Level.PICTURE ? Replay.PeopleFrom.PICTURES : Replay.PeopleFrom.AUTO;
    Replay.Outcome outcome =
        Replay.run(recording, out, new Replay.Options(1, Pacing.MAX, people, false), Progress.NONE);
    Path receipts = out.resolve("receipts.json");
    Score score = ScoreFile.score(recording, receipts);
    Truth truth = Recording.open(recording).truth().orElseThrow();
    CaseFigures figures = figures(score, ReceiptsFile.read(receipts), truth);
    return new Ran(
        CaseResult.of(which, figures), (outcome.endNanos() - outcome.startNanos()) / 1e9);
  }

  private static void simulate(SuiteCase which, Path recording) {
    List<String> line = which.simulation(recording.toString());
    Object command =
        line.getFirst().equals("simulate") ? new SimulateCommand() : new AutoCheckoutCommand();
    int named = line.getFirst().equals("simulate") ? 1 : 2;
    CommandLine.IExecutionExceptionHandler rethrow =
        (e, at, parsed) -> {
          throw e;
        };
    int code =
        new CommandLine(command)
            .setOut(new PrintWriter(Writer.nullWriter()))
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setParameterExceptionHandler(
                (e, args) -> {
                  throw e;
                })
            .setExecutionExceptionHandler(rethrow)
            .execute(line.subList(named, line.size()).toArray(String[]::new));
    if (code != 0) {
      throw new IllegalStateException("the simulation ended with exit code " + code);
    }
  }

  private static CaseFigures figures(Score score, List<ReadReceipt> receipts, Truth truth) {
    List<CaseFigures.StatedLine> stated = new ArrayList<>();
    for (ReadReceipt receipt : receipts) {
      for (ReadReceipt.Line line : receipt.lines()) {
        Double certainty = line.certainty();
        if (certainty != null) {
          stated.add(new CaseFigures.StatedLine(certainty, isRight(receipt, line, truth)));
        }
      }
    }
    List<String> wrong = new ArrayList<>();
    SortedMap<String, Integer> causes = new TreeMap<>();
    note("missed", score.missing(), wrong, causes);
    note("invented", score.extra(), wrong, causes);
    return new CaseFigures(
        score.f1(),
        score.f1Charged(),
        score.f1WithoutPeople(),
        score.truePositives(),
        score.predicted(),
        score.truth(),
        score.exactReceipts(),
        score.people(),
        Double.isFinite(score.moneyError()) ? score.moneyError() : null,
        score.lines(),
        score.linesInReview(),
        Double.isFinite(score.secondsToReceipt()) ? List.of(score.secondsToReceipt()) : List.of(),
        stated,
        causes,
        wrong);
  }

  private static void note(
      String cause,
      Map<String, Map<String, Integer>> byPerson,
      List<String> wrong,
      SortedMap<String, Integer> causes) {
    byPerson.forEach(
        (person, units) ->
            units.forEach(
                (barcode, n) -> {
                  causes.merge(cause, n, Integer::sum);
                  wrong.add(person + ": " + cause + " " + n + " x " + barcode);
                }));
  }

  private static boolean isRight(ReadReceipt receipt, ReadReceipt.Line line, Truth truth) {
    int taken =
        truth.receipts().stream()
            .filter(r -> r.targetId().equals(receipt.targetId()))
            .flatMap(r -> r.products().stream())
            .filter(item -> item.barcode().value().equals(line.gtin()))
            .mapToInt(Truth.Item::quantity)
            .sum();
    return taken == line.quantity();
  }
}
