package io.walkout.bench.scorecard;

import io.walkout.cart.joint.Certainty;
import io.walkout.node.cli.Verbose;
import io.walkout.node.report.UserError;
import io.walkout.node.score.Calibration;
import io.walkout.node.score.JudgedLine;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code ./walkout scorecard certainty DIR...}: whether certainty is true, and which curve would
 * make it so.
 */
@Command(
    name = "certainty",
    description = "Fit the curve of certainty to scorecards of this program; say how true it is.")
public final class CertaintyCommand extends Verbose implements Callable<Integer> {
  @Parameters(
      arity = "1..*",
      paramLabel = "DIR",
      description = "Folders with a scorecard.json of this program, or such files.")
  private List<Path> cards = new ArrayList<>();

  @Option(names = "--json", description = "Print all of it as JSON instead of the tables.")
  private boolean json;

  @Spec private CommandSpec spec;

  /** For picocli. */
  public CertaintyCommand() {}

  @Override
  public Integer call() throws IOException {
    List<Claim> claims = new ArrayList<>();
    for (Path card : cards) {
      claims.addAll(claims(Files.isDirectory(card) ? card.resolve("scorecard.json") : card));
    }
    if (claims.stream().mapToLong(Claim::seed).distinct().count() < 2) {
      throw new UserError(
          "the scorecards have lines of fewer than two seeds; expected two at least");
    }
    CertaintyFit fit = CertaintyFit.of(claims);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.print(ScorecardFile.text(ScorecardFile.JSON.valueToTree(fit)));
    } else {
      print(fit, out);
    }
    out.flush();
    return 0;
  }

  private static List<Claim> claims(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new UserError(file + ": not found; expected a scorecard.json");
    }
    Scorecard card = ScorecardFile.read(file);
    ScorecardFile.checkCurve(file);
    List<Claim> claims = new ArrayList<>();
    for (CaseResult c : card.cases()) {
      for (JudgedLine line : c.figures().judged()) {
        Double certainty = line.certainty();
        if (certainty != null) {
          claims.add(new Claim(c.of().seed(), Certainty.weight(certainty), line));
        }
      }
    }
    return claims;
  }

  private static void print(CertaintyFit fit, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "%d lines, %d seeds; certainty is made by slope %.3f and shift %.3f%n",
        fit.lines(),
        fit.seeds(),
        fit.slopeInUse(),
        fit.shiftInUse());
    fit.trials()
        .forEach(
            (name, trial) -> {
              boolean now = name.equals(CertaintyFit.STATED);
              out.printf(
                  "%n%s%s%n", name, now ? "" : ", each seed by a curve fitted to the others");
              print(trial.calibration(), out);
              trial
                  .underThreshold()
                  .forEach(
                      (threshold, under) ->
                          out.printf(
                              Locale.ROOT,
                              "  threshold %s: %.1f lines in review per 1,000, %.1f charged wrongly%n",
                              threshold,
                              under,
                              trial.wrongAbove().getOrDefault(threshold, Double.NaN)));
            });
    out.printf(
        Locale.ROOT,
        "%nFor io.walkout.cart.joint.Certainty: SLOPE = %.2f, SHIFT = %.2f, MOST = %.4f%n",
        fit.platt().slope(),
        fit.platt().shift(),
        fit.most());
  }

  private static void print(Calibration calibration, PrintWriter out) {
    out.printf("  %-14s %6s %7s %7s%n", "certainty", "lines", "stated", "right");
    for (Calibration.Bin bin : calibration.bins()) {
      out.printf(
          Locale.ROOT,
          "  %.2f to %.2f   %6d %7.3f %7.3f%n",
          bin.from(),
          bin.to(),
          bin.lines(),
          bin.stated(),
          bin.right());
    }
    out.printf(
        Locale.ROOT, "  expected calibration error %.4f%n", calibration.expectedCalibrationError());
  }
}
