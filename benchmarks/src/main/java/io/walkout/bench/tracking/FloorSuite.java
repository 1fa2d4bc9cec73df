package io.walkout.bench.tracking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.walkout.ingest.mot.SequenceBoxes;
import io.walkout.ingest.mot.SequenceCamera;
import io.walkout.ingest.mot.SequenceFolder;
import io.walkout.node.floor.FloorRun;
import io.walkout.node.floor.FloorTruth;
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
import java.util.stream.Stream;

/**
 * Sequences of several cameras over one floor: every folder whose {@code seq.json} says so, with
 * every detector's boxes. Judged by places within half a metre; a peer that draws random samples
 * stands with the median of its runs.
 */
final class FloorSuite implements Suite {
  private static final Pattern DETECTOR = Pattern.compile("det-(.+)-[^-]+\\.txt(\\.gz)?");

  FloorSuite() {}

  @Override
  public String title() {
    return "Several cameras on the floor plan, from a detector's boxes";
  }

  @Override
  public List<CaseFigures> run(Path data, Consumer<String> say) throws IOException {
    Peers peers = Peers.read(data);
    List<CaseFigures> figures = new ArrayList<>();
    for (Path folder : folders(data)) {
      JsonNode sequence = new ObjectMapper().readTree(folder.resolve("seq.json").toFile());
      if (!sequence.path("kind").asText().equals("multi-camera")) {
        continue;
      }
      String name = sequence.path("name").asText();
      say.accept(name);
      for (String detector : detectors(sequence)) {
        figures.add(run(folder, name, detector, peers));
      }
    }
    return figures;
  }

  private static List<Path> folders(Path data) throws IOException {
    try (Stream<Path> inside = Files.list(data)) {
      return inside.filter(f -> Files.exists(f.resolve("seq.json"))).sorted().toList();
    }
  }

  private static Set<String> detectors(JsonNode sequence) {
    Set<String> names = new LinkedHashSet<>();
    for (JsonNode d : sequence.path("detections")) {
      Matcher m = DETECTOR.matcher(d.path("file").asText());
      if (m.matches()) {
        names.add(m.group(1));
      }
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
    return new CaseFigures(
        name,
        detector,
        "all",
        judge.verdict(),
        run.framesPerSecond(),
        peers.onFloor(name, detector));
  }
}
