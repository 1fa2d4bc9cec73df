package io.walkout.bench.realism;

import io.walkout.bench.realism.figure.Comparison;
import io.walkout.bench.realism.figure.Measured;
import io.walkout.ingest.recording.Recording;
import io.walkout.node.cli.Verbose;
import io.walkout.node.report.UserError;
import io.walkout.store.Camera;
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
 * {@code ./walkout realism REAL.rec --out DIR}: a report that puts a real recording beside
 * simulations of the same visit in the same store.
 */
@Command(
    name = "realism",
    description =
        "Put a real recording beside simulations of the same visit in the same store: noise, steps"
            + " and pictures, measured by the same code.")
public final class RealismCommand extends Verbose implements Callable<Integer> {
  @Parameters(paramLabel = "REAL.rec", description = "The recording, with truth.json.")
  private Path recording;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Where the report goes; it holds pictures of the recording.")
  private Path out;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      defaultValue = "5",
      description = "How many simulations (default: ${DEFAULT-VALUE}).")
  private int seeds;

  @Spec private CommandSpec spec;

  /** For picocli. */
  public RealismCommand() {}

  @Override
  public Integer call() throws IOException {
    if (seeds < 1 || seeds > 100) {
      throw new UserError("--seeds is a number from 1 to 100, not " + seeds);
    }
    Recording real = Recording.open(recording);
    PrintWriter print = spec.commandLine().getOut();
    Path scratch = Files.createTempDirectory("walkout-realism");
    try {
      Side truly = RealSide.read(recording, real, scratch.resolve("replay"));
      RealismReport report = compare(real, truly, scratch);
      Files.createDirectories(out);
      RealismJson.write(report, out.resolve("realism.json"));
      Files.writeString(out.resolve("realism.html"), RealismPage.html(report));
      print(report.comparison(), print);
    } finally {
      Scratch.remove(scratch);
    }
    print.flush();
    return 0;
  }

  private RealismReport compare(Recording real, Side truly, Path scratch) throws IOException {
    Measured measured = truly.measureSensors();
    SimulatedSide simulator = new SimulatedSide(real);
    List<Measured> simulated = new ArrayList<>();
    List<Long> numbers = new ArrayList<>();
    for (long seed = 1; seed <= seeds; seed++) {
      simulated.add(simulator.sensors(seed).measureSensors());
      numbers.add(seed);
    }
    List<PicturePair> pairs = List.of();
    List<String> notes = new ArrayList<>();
    if (truly.videos().isEmpty()) {
      notes.add("The recording has no videos: pictures are not compared.");
    } else {
      Side filmed = simulator.pictures(numbers.getFirst(), scratch.resolve("filmed.rec"));
      PictureComparison pictures = new PictureComparison(truly, filmed);
      for (Camera camera : real.store().layout().cameras()) {
        pictures.look(camera);
      }
      measured.putAll(pictures.realMeasured());
      simulated.getFirst().putAll(pictures.simulatedMeasured());
      pairs = pictures.pairs();
    }
    return new RealismReport(
        real.name(),
        "./walkout realism " + recording + " --out " + out + " --seeds " + seeds,
        numbers,
        Comparison.of(measured, simulated),
        RealismReport.curves(measured, simulated),
        pairs,
        notes);
  }

  private static void print(Comparison comparison, PrintWriter out) {
    for (Comparison.Row row : comparison.rows()) {
      out.printf(
          Locale.ROOT,
          "%-95s %10.3f %10.3f  (%.3f to %.3f)  x%.2f %s%n",
          row.figure(),
          row.real(),
          row.simulated(),
          row.lowest(),
          row.highest(),
          row.ratio(),
          row.verdict());
    }
  }
}
