package io.walkout.bench.tracking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.walkout.node.report.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The figures of published trackers, from {@code peers.json} beside the sequences. */
final class Peers {
  private final JsonNode root;

  private Peers(JsonNode root) {
    this.root = root;
  }

  /** Whether others' figures lie beside the sequences. */
  static boolean areIn(Path data) {
    return Files.exists(data.resolve("peers.json"));
  }

  /**
   * Reads the file; nobody's figures where there is none.
   *
   * @throws UserError if there is one that can't be used
   */
  static Peers read(Path data) throws IOException {
    Path file = data.resolve("peers.json");
    if (!areIn(data)) {
      return new Peers(new ObjectMapper().createObjectNode());
    }
    JsonNode root = Sequences.object(file);
    if (!root.path("single_camera").isObject() && !root.path("multi_camera").isObject()) {
      throw new UserError(file + ": single_camera or multi_camera is expected, found neither");
    }
    return new Peers(root);
  }

  /**
   * The best of one camera's trackers; null if none ran there.
   *
   * @param counts which of them are asked, by name
   */
  @Nullable PeerFigures best(
      String sequence, String detector, String round, Predicate<String> counts) {
    JsonNode of = root.path("single_camera").path(sequence).path(detector);
    JsonNode runs = of.has(round) ? of.path(round) : of.path("all");
    PeerFigures best = null;
    for (Map.Entry<String, JsonNode> run : runs.properties()) {
      if (counts.test(run.getKey())) {
        best = better(best, run.getKey(), run.getValue());
      }
    }
    return best;
  }

  /** The best of several cameras' trackers, each by the median of its runs; null if none ran. */
  @Nullable PeerFigures onFloor(String sequence, String detector) {
    JsonNode of = root.path("multi_camera").path(sequence).path(detector);
    PeerFigures best = null;
    for (Map.Entry<String, JsonNode> peer : of.properties()) {
      best = better(best, peer.getKey(), peer.getValue().path("median"));
    }
    return best;
  }

  private static PeerFigures better(@Nullable PeerFigures b, String name, JsonNode f) {
    for (String figure : List.of("HOTA", "IDF1", "IDSW")) {
      if (!f.path(figure).isNumber()) {
        throw new UserError("peers.json: " + name + ": " + figure + ": a number is expected");
      }
    }
    double hota = f.path("HOTA").asDouble();
    double idf1 = f.path("IDF1").asDouble();
    long switches = f.path("IDSW").asLong();
    double mota = f.path("MOTA").asDouble();
    double fps = f.path("fps").asDouble();
    Double error = f.has("error_median_m") ? (Double) f.path("error_median_m").asDouble() : null;
    if (b == null) {
      return new PeerFigures(hota, name, idf1, name, switches, name, switches, mota, error, fps);
    }
    return new PeerFigures(
        Math.max(hota, b.hota()),
        hota > b.hota() ? name : b.hotaOf(),
        Math.max(idf1, b.idf1()),
        idf1 > b.idf1() ? name : b.idf1Of(),
        Math.min(switches, b.switches()),
        switches < b.switches() ? name : b.switchesOf(),
        hota > b.hota() ? switches : b.switchesOfBest(),
        Math.max(mota, b.mota()),
        least(error, b.medianErrorMetres()),
        Math.max(fps, b.framesPerSecond()));
  }

  private static @Nullable Double least(@Nullable Double a, @Nullable Double b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return Math.min(a, b);
  }
}
