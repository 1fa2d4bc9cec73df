package io.walkout.node.cli;

import io.walkout.ingest.video.VideoException;
import io.walkout.node.report.RecordingProgress;
import io.walkout.node.report.UserError;
import io.walkout.sim.Outcome;
import io.walkout.sim.Simulation;
import io.walkout.sim.SimulationOptions;
import io.walkout.sim.fault.FaultName;
import io.walkout.sim.fault.FaultRefused;
import io.walkout.sim.fault.Faults;
import io.walkout.sim.scenario.Scenario;
import io.walkout.sim.scenario.ScenarioException;
import io.walkout.sim.video.CameraSensor;
import io.walkout.sim.video.CameraSettings;
import io.walkout.sim.video.Level;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./walkout simulate SCENARIO --seed N --out X.rec}: a simulated recording with truth. */
@Command(
    name = "simulate",
    description = {
      "Write a simulated recording with truth: who took what, where everyone was.",
      "SCENARIO is a name of --list, or the path of a scenario's file (docs/using/scenarios.md)."
    })
public final class SimulateCommand extends Verbose implements Callable<Integer> {
  @Mixin private ScenarioChoice choice;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Same seed, same bytes (default: 1).")
  private long seed;

  @Option(names = "--out", paramLabel = "X.rec", description = "The recording to write.")
  private @Nullable Path out;

  @Option(
      names = "--level",
      paramLabel = "sensor|picture",
      defaultValue = "sensor",
      description =
          "Poses of an external tracker, or the cameras' videos instead (default: sensor).")
  private Level level;

  @Option(
      names = "--fps",
      paramLabel = "F",
      description = "Frames a second of the cameras, at picture level: 1 to 60 (default: 10).")
  private @Nullable Double framesPerSecond;

  @Option(
      names = "--fault",
      paramLabel = "FAULT",
      description =
          "What is wrong, as NAME or NAME:parameter=value,... (docs/using/faults.md); may be"
              + " repeated.")
  private List<String> faults = new ArrayList<>();

  @Mixin private Looking looking;

  @Option(
      names = "--list",
      description = "Name the scenarios (of --behaviours, where it is given).")
  private boolean list;

  @Option(names = "--list-faults", description = "Name the faults.")
  private boolean listFaults;

  @Option(names = "--json", description = "Print what was simulated, or a list, as JSON.")
  private boolean json;

  @Spec private CommandSpec spec;

  /** For picocli. */
  public SimulateCommand() {}

  @Override
  public Integer call() throws IOException {
    PrintWriter print = spec.commandLine().getOut();
    if (list) {
      print(print, choice.list());
    } else if (listFaults) {
      Map<String, String> names = new LinkedHashMap<>();
      for (FaultName name : FaultName.values()) {
        names.put(name.text(), name.meaning());
      }
      print(print, names);
    } else {
      simulate(print);
    }
    print.flush();
    return 0;
  }

  private void simulate(PrintWriter print) throws IOException {
    if (out == null && !looking.isAsked()) {
      throw new UserError("simulate needs --out X.rec, or --film or --mcap");
    }
    try {
      Scenario scenario = choice.scenario();
      Faults.parse(faults);
      CameraSettings cameras = cameras();
      looking.check();
      Path recording = out;
      if (recording != null) {
        refuseUnlessFresh(recording);
        run(scenario, cameras, recording, print);
      } else {
        Scratch.with(
            "walkout-simulate", scratch -> run(scenario, cameras, scratch.resolve("x.rec"), print));
      }
    } catch (FaultRefused | ScenarioException e) {
      throw new UserError(String.valueOf(e.getMessage()), e);
    }
  }

  private CameraSettings cameras() {
    Double rate = framesPerSecond;
    if (rate == null) {
      return CameraSettings.DEFAULT;
    }
    if (level != Level.PICTURE) {
      throw new UserError("--fps says how fast cameras film; give --level picture too");
    }
    try {
      return new CameraSettings(rate, CameraSettings.DEFAULT.quantizer());
    } catch (IllegalArgumentException e) {
      throw new UserError("--fps: expected 1 to 60, found " + rate, e);
    }
  }

  private void run(Scenario scenario, CameraSettings cameras, Path recording, PrintWriter print)
      throws IOException {
    SimulationOptions options = SimulationOptions.NONE.withFaults(faults);
    if (level == Level.PICTURE) {
      options = options.filmedBy(CameraSensor.rendered(cameras));
    }
    options = options.watchedBy(looking.watchers());
    Outcome outcome = simulated(scenario, recording, options);
    looking.export(recording, spec.commandLine().getErr());
    if (json) {
      print.println(SimulationText.json(outcome));
    } else {
      print.println(SimulationText.of(outcome) + (out == null ? "" : ", in " + out));
      outcome.faults().forEach(fault -> print.println("fault: " + fault));
    }
  }

  private Outcome simulated(Scenario scenario, Path recording, SimulationOptions options)
      throws IOException {
    try {
      if (!RecordingProgress.onTerminal() || json) {
        return Simulation.run(scenario, seed, recording, options);
      }
      try (SimulationProgress progress = new SimulationProgress(scenario.name())) {
        return Simulation.run(scenario, seed, recording, options.andWatchedBy(progress));
      }
    } catch (FileSystemException e) {
      throw e;
    } catch (IOException e) {
      throw new IOException(unwritten(recording, e), e);
    }
  }

  /** A simulation reads nothing: what failed is writing, and what a system says names no file. */
  static String unwritten(Path recording, IOException e) {
    String why = e.getMessage() == null ? e.toString() : e.getMessage();
    boolean named = e instanceof VideoException || why.contains(recording.toString());
    return named ? why : recording + ": can't be written: " + why;
  }

  /** Before minutes are spent on it. */
  private static void refuseUnlessFresh(Path recording) throws IOException {
    if (Files.isDirectory(recording)) {
      try (Stream<Path> entries = Files.list(recording)) {
        if (entries.findAny().isPresent()) {
          throw new FileAlreadyExistsException(recording.toString());
        }
      }
    } else if (Files.exists(recording)) {
      throw new FileAlreadyExistsException(recording.toString());
    }
    Path above = recording.toAbsolutePath().getParent();
    while (above != null && !Files.exists(above)) {
      above = above.getParent();
    }
    if (above != null && !Files.isDirectory(above)) {
      throw new UserError("--out " + recording + ": " + above + " is a file, not a folder");
    }
  }

  private void print(PrintWriter print, Map<String, String> described) throws IOException {
    if (json) {
      print.println(Json.pretty(described));
    } else {
      int width = described.keySet().stream().mapToInt(String::length).max().orElse(1);
      described.forEach((name, text) -> print.printf("%-" + width + "s  %s%n", name, text));
    }
  }
}
