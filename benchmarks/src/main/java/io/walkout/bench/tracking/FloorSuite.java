package io.walkout.bench.tracking;

import io.walkout.bench.tracking.Sequences.Sequence;
import io.walkout.ingest.mot.SequenceBoxes;
import io.walkout.ingest.mot.SequenceCamera;
import io.walkout.ingest.mot.SequenceFolder;
import io.walkout.node.floor.FloorRun;
import io.walkout.node.floor.FloorTruth;
import io.walkout.node.report.UserError;
import io.walkout.node.score.tracking.Tracking;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sequences on the floor plan: every folder of several cameras, and of one that is calibrated and
 * whose truth on the floor is known, with every detector's boxes. Judged by places within half a
 * metre; a peer that draws random samples stands with the median of its runs.
 */
final class FloorSuite implements Suite {
  private static final Pattern OF_SEVERAL = Pattern.compile("det-(.+)-[^-]+\\.txt(\\.gz)?");
  private static final Pattern OF_ONE = Pattern.compile("det-([^.]+)\\.txt(\\.gz)?");

  FloorSuite() {}

  @Override
  public String title() {
    return "On the floor plan, from a detector's boxes of all cameras";
  }

  @Override
  public List<CaseFigures> run(Path data, Consumer<String> say) throws IOException {
    Peers peers = Peers.read(data);
    List<CaseFigures> figures = new ArrayList<>();
    for (Sequence sequence : Sequences.in(data)) {
      if (!sequence.severalCameras() && !isOnFloor(sequence.folder())) {
        continue;
      }
      say.accept(sequence.name() + " on the floor");
      for (String detector : detectors(sequence)) {
        figures.add(run(sequence.folder(), sequence.name(), detector, peers));
      }
    }
    return figures;
  }

  private static boolean isOnFloor(Path folder) {
    return Files.exists(folder.resolve("calibration.json"))
        && Files.exists(folder.resolve("gt-ground.txt"));
  }

  private static Set<String> detectors(Sequence sequence) {
    Pattern pattern = sequence.severalCameras() ? OF_SEVERAL : OF_ONE;
    Set<String> names = new LinkedHashSet<>();
    for (String file : sequence.detectionFiles()) {
      Matcher m = pattern.matcher(file);
      if (!m.matches()) {
        throw new UserError(
            sequence.file()
                + ": detections: file: det-DETECTOR-CAMERA.txt is expected, found '"
                + file
                + "'");
      }
      names.add(m.group(1));
    }
    return names;
  }

  private static CaseFigures run(Path folder, String name, String detector, Peers peers)
      throws IOException {
    SequenceFolder sequence = SequenceFolder.read(folder);
    List<SequenceBoxes> boxes = new ArrayList<>();
    for (SequenceCamera camera : sequence.cameras()) {
      boxes.add(sequence.boxes(detector, camera, true));
    }
    FloorTruth truth = FloorTruth.read(folder.resolve("gt-ground.txt"));
    FloorRun run = new FloorRun(sequence, boxes);
    run.warmUp();
    FloorTruth.Judge judge = truth.judge();
    run.each(judge::found);
    Tracking verdict = judge.verdict();
    return new CaseFigures(
        name,
        detector,
        "all",
        verdict,
        verdict.medianErrorMetres(),
        run.framesPerSecond(),
        peers.onFloor(name, detector));
  }
}
