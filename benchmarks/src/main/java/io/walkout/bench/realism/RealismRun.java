package io.walkout.bench.realism;

import io.walkout.bench.realism.figure.Comparison;
import io.walkout.bench.realism.figure.Measured;
import io.walkout.ingest.recording.Recording;
import io.walkout.store.Camera;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Makes a report: reads the recording, simulates its visit, measures both. One thread. */
final class RealismRun {
  private final Path file;
  private final Recording recording;
  private final Path scratch;
  private final Consumer<String> progress;
  private final List<String> notes = new ArrayList<>();

  /**
   * Prepares.
   *
   * @param file where the recording lies
   * @param scratch a directory for what is only needed on the way
   * @param progress is told what is being done
   */
  RealismRun(Path file, Recording recording, Path scratch, Consumer<String> progress) {
    this.file = file;
    this.recording = recording;
    this.scratch = scratch;
    this.progress = progress;
  }

  /**
   * Does it.
   *
   * @param seeds how many simulations, the first one with pictures too
   * @param command what makes this report again
   */
  RealismReport run(int seeds, String command) throws IOException {
    SimulatedSide simulator = new SimulatedSide(recording);
    progress.accept("Reading and replaying " + recording.name());
    Side real = RealSide.read(file, recording, scratch.resolve("replay"));
    Measured measured = real.measureSensors();
    List<Measured> simulated = new ArrayList<>();
    List<Long> numbers = new ArrayList<>();
    for (long seed = 1; seed <= seeds; seed++) {
      progress.accept("Simulating its visit, seed " + seed + " of " + seeds);
      simulated.add(simulator.sensors(seed).measureSensors());
      numbers.add(seed);
    }
    List<PicturePair> pairs = pictures(real, simulator, measured, simulated.getFirst());
    return new RealismReport(
        recording.name(),
        command,
        numbers,
        Comparison.of(measured, simulated),
        RealismReport.curves(measured, simulated),
        pairs,
        notes);
  }

  private List<PicturePair> pictures(
      Side real, SimulatedSide simulator, Measured measured, Measured simulated)
      throws IOException {
    if (real.videos().isEmpty()) {
      notes.add("The recording has no videos: pictures are not compared.");
      return List.of();
    }
    progress.accept("Rendering its cameras' pictures, seed 1");
    Side filmed = simulator.pictures(1, scratch.resolve("filmed.rec"));
    PictureComparison pictures = new PictureComparison(real, filmed, scratch);
    for (Camera camera : recording.store().layout().cameras()) {
      pictures.look(camera);
    }
    if (real.trail().isEmpty()) {
      notes.add("The pipeline saw nobody in the recording: pictures are not shown side by side.");
    }
    notes.add(
        "Pictures are those of seed 1. The height of the person's box comes from "
            + pictures.boxes()
            + " pictures of each side, at which both stand within a quarter metre of each other, whole"
            + " and apart from everything else that moves.");
    measured.putAll(pictures.realMeasured());
    simulated.putAll(pictures.simulatedMeasured());
    return pictures.pairs();
  }
}
