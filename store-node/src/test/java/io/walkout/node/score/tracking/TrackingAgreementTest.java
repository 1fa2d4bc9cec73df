package io.walkout.node.score.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.walkout.node.SharedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Our figures are those of the field: they agree with the scorer beside the tracking sequences,
 * which agrees with TrackEval. Skipped without that scorer, or without Python and SciPy.
 */
class TrackingAgreementTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path scratch;

  /** One place: a point on the floor, or a box. */
  private record Row(int frame, int id, double[] place) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void onRandomTracksOnTheFloor(long seed) throws IOException {
    Random random = new Random(seed);
    List<Row> truth = walks(random, 1 + random.nextInt(9), 120);
    agreesOnFloor(truth, spoil(truth, random, 0.3), "seed " + seed);
  }

  @Test
  void onRealTracksOfACrowd() throws IOException {
    List<Row> truth = read(SharedFolder.find("tracking/WILDTRACK/gt-ground.txt"), 2);
    agreesOnFloor(truth, spoil(truth, new Random(7), 0.25), "WILDTRACK");
  }

  @Test
  void onRealBoxesInAPicture() throws IOException {
    List<Row> all = read(SharedFolder.find("tracking/PETS09-S2L1/gt.txt"), 5);
    List<Row> truth = all.stream().filter(row -> row.place()[4] != 0).toList();
    List<Row> result = spoil(truth, new Random(8), 12);
    JsonNode theirs = theirs("box", write("gt.txt", all), write("est.txt", result));
    agrees(Tracking.judge(frames(truth, result, false)), theirs, "PETS09-S2L1");
  }

  @Test
  void whereNobodyIsReportedOrNobodyIsThere() throws IOException {
    List<Row> truth = walks(new Random(9), 2, 10);
    agreesOnFloor(truth, List.of(), "nobody reported");
    List<Row> gap = truth.stream().filter(r -> r.frame() < 4 || r.frame() > 6).toList();
    agreesOnFloor(truth, gap, "nobody reported for a while");
  }

  private void agreesOnFloor(List<Row> truth, List<Row> result, String name) throws IOException {
    JsonNode theirs = theirs("ground", write("gt.txt", truth), write("est.txt", result));
    Tracking ours = Tracking.judge(frames(truth, result, true));
    agrees(ours, theirs, name);
    if (theirs.hasNonNull("error_median_m")) {
      assertThat(ours.medianErrorMetres())
          .as(name)
          .isCloseTo(theirs.path("error_median_m").asDouble(), within(1e-4));
      assertThat(Tracking.of(ours.sums()).medianErrorMetres())
          .isCloseTo(ours.medianErrorMetres(), within(TrackingSums.DISTANCE_STEP_METRES));
    }
  }

  private static void agrees(Tracking ours, JsonNode theirs, String name) {
    double[] of = {ours.hota(), ours.detA(), ours.assA(), ours.mota(), ours.idf1()};
    String[] names = {"HOTA", "DetA", "AssA", "MOTA", "IDF1"};
    for (int i = 0; i < of.length; i++) {
      assertThat(100 * of[i])
          .as("%s of %s", names[i], name)
          .isCloseTo(theirs.path(names[i]).asDouble(), within(1e-4));
    }
    assertThat(ours.identitySwitches()).as(name).isEqualTo(theirs.path("IDSW").asLong());
    assertThat(ours.fragments()).as(name).isEqualTo(theirs.path("Frag").asLong());
  }

  private static TrackFrames frames(List<Row> truth, List<Row> result, boolean floor) {
    SortedMap<Integer, List<Row>> t = byFrame(truth);
    SortedMap<Integer, List<Row>> r = byFrame(result);
    TrackFrames frames = new TrackFrames();
    for (int frame = 1; frame <= t.lastKey(); frame++) {
      List<Row> a = t.getOrDefault(frame, List.of());
      List<Row> b = r.getOrDefault(frame, List.of());
      if (floor && a.isEmpty()) {
        // The scorer judges only frames that have truth, on the floor.
        continue;
      }
      double[][] similarity = new double[a.size()][b.size()];
      for (int i = 0; i < a.size(); i++) {
        for (int j = 0; j < b.size(); j++) {
          double[] p = a.get(i).place();
          double[] q = b.get(j).place();
          similarity[i][j] =
              floor ? Similarity.onFloor(p[0], p[1], q[0], q[1]) : Similarity.iou(p, 0, q, 0);
        }
      }
      frames.add(names(a), names(b), similarity);
    }
    return frames;
  }

  private static List<String> names(List<Row> rows) {
    return rows.stream().map(row -> Integer.toString(row.id())).toList();
  }

  private static SortedMap<Integer, List<Row>> byFrame(List<Row> rows) {
    SortedMap<Integer, List<Row>> frames = new TreeMap<>();
    rows.forEach(row -> frames.computeIfAbsent(row.frame(), f -> new ArrayList<>()).add(row));
    return frames;
  }

  private static List<Row> walks(Random random, int people, int frames) {
    List<Row> rows = new ArrayList<>();
    for (int id = 1; id <= people; id++) {
      double x = 6 * random.nextDouble();
      double y = 4 * random.nextDouble();
      int from = 1 + random.nextInt(1 + frames / 4);
      for (int frame = from; frame <= frames - random.nextInt(1 + frames / 4); frame++) {
        x += 0.2 * random.nextGaussian();
        y += 0.2 * random.nextGaussian();
        rows.add(new Row(frame, id, new double[] {x, y}));
      }
    }
    return rows;
  }

  /** What a poor tracker makes of it: places off, people missed, identities that change places. */
  private static List<Row> spoil(List<Row> truth, Random random, double off) {
    SortedMap<Integer, Integer> identity = new TreeMap<>();
    List<Row> rows = new ArrayList<>();
    int next = 1000;
    for (Row row : truth.stream().sorted(Comparator.comparingInt(Row::frame)).toList()) {
      if (random.nextDouble() < 0.02 || !identity.containsKey(row.id())) {
        identity.put(row.id(), next++);
      }
      double[] place = row.place().clone();
      place[0] += off * random.nextGaussian();
      place[1] += off * random.nextGaussian();
      if (random.nextDouble() > 0.1) {
        rows.add(new Row(row.frame(), identity.get(row.id()), place));
      }
      if (random.nextDouble() < 0.05) {
        double[] ghost = place.clone();
        ghost[0] += 3 * off;
        rows.add(new Row(row.frame(), next++, ghost));
      }
    }
    return rows;
  }

  private static List<Row> read(Path file, int columns) throws IOException {
    List<Row> rows = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      String[] cells = line.split(",", -1);
      double[] place = new double[columns];
      for (int i = 0; i < columns; i++) {
        place[i] = Double.parseDouble(cells[2 + i]);
      }
      rows.add(new Row(Integer.parseInt(cells[0]), Integer.parseInt(cells[1]), place));
    }
    return rows;
  }

  private Path write(String name, List<Row> rows) throws IOException {
    StringBuilder text = new StringBuilder();
    for (Row row : rows) {
      text.append(row.frame()).append(',').append(row.id());
      for (double value : row.place()) {
        text.append(',').append(value);
      }
      text.append(",1,1\n");
    }
    return Files.writeString(scratch.resolve(name), text);
  }

  private JsonNode theirs(String mode, Path truth, Path result) throws IOException {
    Path scorer = SharedFolder.find("tracking/mot_score.py");
    Path out = scratch.resolve("out.json");
    Path err = scratch.resolve("err.txt");
    try {
      Process python =
          new ProcessBuilder(
                  "python3",
                  scorer.toString(),
                  mode,
                  truth.toString(),
                  result.toString(),
                  "--json",
                  "--name",
                  "it")
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      if (!python.waitFor(300, TimeUnit.SECONDS)) {
        python.destroy();
      }
      String problem = Files.readString(err);
      Assumptions.assumeFalse(
          problem.contains("ModuleNotFoundError"), "skipped: python3 has no SciPy");
      assertThat(python.exitValue()).as(problem).isZero();
    } catch (IOException e) {
      return Assumptions.abort("skipped: python3 is not there (" + e.getMessage() + ")");
    } catch (InterruptedException e) {
      throw new IOException("interrupted", e);
    }
    return JSON.readTree(out.toFile()).path("it");
  }
}
