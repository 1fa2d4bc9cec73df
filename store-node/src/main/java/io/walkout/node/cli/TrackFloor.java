package io.walkout.node.cli;

import io.walkout.ingest.mot.SequenceBoxes;
import io.walkout.ingest.mot.SequenceCamera;
import io.walkout.ingest.mot.SequenceFolder;
import io.walkout.node.floor.FloorRun;
import io.walkout.node.report.OutputFile;
import io.walkout.node.report.UserError;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --floor SEQ --detector NAME}: several cameras over one floor, from public detections. */
final class TrackFloor implements TrackCommand.TrackForm {
  @Option(
      names = "--floor",
      required = true,
      paramLabel = "SEQ",
      description = "Folder with seq.json, calibration.json and det-NAME-CAMERA.txt.")
  private Path folder;

  /** For picocli. */
  TrackFloor() {}

  @Override
  public TrackReport track(Path out, @Nullable String detector, @Nullable Double fps)
      throws IOException {
    if (fps != null) {
      throw new UserError("--fps: --floor brings its own in seq.json; leave it out");
    }
    OutputFile.expect("--out", out, List.of());
    if (!Files.isDirectory(folder)) {
      throw new UserError("--floor " + folder + ": no such folder");
    }
    if (detector == null) {
      throw new UserError("--floor: needs --detector NAME too, the NAME of det-NAME-CAMERA.txt");
    }
    SequenceFolder sequence = SequenceFolder.read(folder);
    OutputFile.expect("--out", out, sequence.parts());
    List<SequenceBoxes> boxes = new ArrayList<>();
    int skipped = 0;
    int last = 0;
    for (SequenceCamera camera : sequence.cameras()) {
      SequenceBoxes read = sequence.boxes(detector, camera, true);
      boxes.add(read);
      skipped += read.boxes().skipped();
      last = Math.max(last, read.boxes().frames());
    }
    FloorRun run = new FloorRun(sequence, boxes);
    run.warmUp();
    OutputFile.write(out, file -> write(run, file));
    List<String> notes = new ArrayList<>();
    notes.add(
        "The speed is of the tracker alone, measured after a warm-up run over the same frames.");
    if (last > sequence.frames()) {
      notes.add(
          "seq.json names "
              + sequence.frames()
              + " frames; boxes of later ones, to "
              + last
              + ", are left out.");
    }
    if (last == 0) {
      notes.add(folder + ": no box in any file of detector " + detector + "; nobody to follow");
    }
    if (skipped > 0) {
      notes.add(skipped + TrackReport.SKIPPED);
    }
    return new TrackReport(
        out.toString(),
        run.frames(),
        run.people(),
        run.rows(),
        List.of(),
        notes,
        run.framesPerSecond());
  }

  private static void write(FloorRun run, Path file) throws IOException {
    try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
      run.each(
          (frame, number, x, y) ->
              writer.write(String.format(Locale.ROOT, "%d,%d,%.4f,%.4f%n", frame, number, x, y)));
    }
  }
}
