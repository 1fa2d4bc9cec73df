package io.walkout.bench.tracking;

import com.fasterxml.jackson.databind.JsonNode;
import io.walkout.bench.tracking.Sequences.Sequence;
import io.walkout.ingest.mot.MotDetections;
import io.walkout.ingest.mot.MotRows;
import io.walkout.node.report.UserError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sequences of one camera: every folder whose {@code seq.json} says so, with every detector's
 * boxes, in both rounds: all boxes with their scores, and only those above the detector's gate.
 */
final class BoxSuite implements Suite {
  private static final Pattern DETECTOR = Pattern.compile("det-([^.]+)\\.txt(\\.gz)?");

  BoxSuite() {}

  @Override
  public String title() {
    return "One camera, from a detector's boxes";
  }

  @Override
  public List<CaseFigures> run(Path data, Consumer<String> say) throws IOException {
    List<CaseFigures> figures = new ArrayList<>();
    String said = "";
    for (BoxCase c : cases(data)) {
      if (!c.sequence().equals(said)) {
        said = c.sequence();
        say.accept(said);
      }
      BoxRun.Outcome outcome = c.run().follow(c.detections());
      figures.add(
          new CaseFigures(
              c.sequence(),
              c.detector(),
              c.round(),
              outcome.tracking(),
              Double.NaN,
              outcome.framesPerSecond(),
              c.peers()));
    }
    return figures;
  }

  /** Every sequence with every detector's boxes in every round, by name of the folder. */
  static List<BoxCase> cases(Path data) throws IOException {
    List<Sequence> sequences = Sequences.in(data);
    Peers peers = Peers.read(data);
    List<BoxCase> cases = new ArrayList<>();
    for (Sequence sequence : sequences) {
      if (!sequence.severalCameras()) {
        sequence.detectionFiles(); // there are some
        for (JsonNode detections : sequence.tree().path("detections")) {
          add(sequence, detections, peers, cases);
        }
      }
    }
    return cases;
  }

  private static void add(Sequence sequence, JsonNode detections, Peers peers, List<BoxCase> to)
      throws IOException {
    String file = detections.path("file").asText();
    Matcher named = DETECTOR.matcher(file);
    if (!named.matches()) {
      throw new UserError(
          sequence.file()
              + ": detections: file: det-DETECTOR.txt is expected, found '"
              + file
              + "'");
    }
    BoxRun run = BoxRun.open(sequence.folder(), sequence.tree());
    MotRows rows = MotRows.read(sequence.folder().resolve(file), 7);
    double gate = detections.path("gate").asDouble();
    String name = sequence.name();
    Predicate<String> counts =
        sequence.tree().path("moving_camera").asBoolean() ? BoxSuite::isByteTrack : peer -> true;
    for (String round : gate > 0 ? List.of("all", "gated") : List.of("all")) {
      double above = round.equals("all") ? Double.NEGATIVE_INFINITY : gate;
      to.add(
          new BoxCase(
              name,
              named.group(1),
              round,
              run,
              MotDetections.above(rows, above),
              peers.best(name, named.group(1), round, counts)));
    }
  }

  /** The yardstick on a moving camera, which is no shop's: one peer stands for all. */
  private static boolean isByteTrack(String peer) {
    return peer.startsWith("bytetrack") && !peer.contains("cpp");
  }
}
