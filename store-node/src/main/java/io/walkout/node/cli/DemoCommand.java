package io.walkout.node.cli;

import io.walkout.node.pipeline.Replay;
import io.walkout.node.score.Score;
import io.walkout.node.score.ScoreFile;
import io.walkout.sim.Outcome;
import io.walkout.sim.Simulation;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code ./walkout demo}: a simulated store visit through the whole pipeline, and what the receipts
 * are worth.
 */
@Command(
    name = "demo",
    description =
        "Simulate a short store visit, make its receipts, and compare them with the truth.")
public final class DemoCommand extends Verbose implements Callable<Integer> {
  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Which visit (default: 1).")
  private long seed;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Keep the recording and the results here.")
  private @Nullable Path out;

  @Option(names = "--json", description = "Print the score as JSON and nothing else.")
  private boolean json;

  @Spec private CommandSpec spec;

  /** For picocli. */
  public DemoCommand() {}

  @Override
  public Integer call() throws IOException {
    Path keep = out;
    if (keep != null) {
      show(keep);
      return 0;
    }
    Scratch.with("walkout-demo", this::show);
    return 0;
  }

  private void show(Path directory) throws IOException {
    PrintWriter print = spec.commandLine().getOut();
    Path recording = directory.resolve("demo.rec");
    Path results = directory.resolve("out");
    Outcome simulated = Simulation.run("demo", seed, recording);
    if (!json) {
      print.println("Simulated: " + SimulationText.of(simulated));
      print.flush();
    }
    Replay.Outcome outcome = ReplayCommand.run(recording, results, Replay.Options.DEFAULT);
    Score score = ScoreFile.score(recording, results.resolve("receipts.json"));
    if (json) {
      print.println(Json.pretty(score));
    } else {
      OutcomeText.print(outcome, print);
      print.println();
      if (out != null) {
        print.println(
            "Kept in " + directory + ": demo.rec, the recording; out, what a replay leaves.");
        print.println();
      }
      print.println("Against the truth of the simulation:");
      ScoreText.print(score, print);
    }
    print.flush();
  }
}
