package io.walkout.sim.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.walkout.store.PlateId;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plates that drift and plates that die; all others read what they would have read. */
class PlateFaultTest {
  private static final PlateId PLATE = new PlateId(2, 3, 4);
  private static final String ADDRESS = "gondola=2,shelf=3,plate=4";

  @Test
  void aDriftingPlateWandersAsFastAsSaidAndItsNeighboursDont() throws IOException {
    FaultyRun whole = FaultyRun.of("alone", 5);
    FaultyRun faulty =
        FaultyRun.of("alone", 5, "PlateDrift:" + ADDRESS + ",grams-per-minute=60,from=4");
    double end = whole.outcome().seconds() - 1;
    assertThat(faulty.mean(PLATE, 0, 3)).isEqualTo(whole.mean(PLATE, 0, 3));
    double wandered = faulty.mean(PLATE, end - 1, end) - whole.mean(PLATE, end - 1, end);
    assertThat(wandered).isBetween(end - 5.5, end - 3.5);
    PlateId neighbour = new PlateId(2, 3, 5);
    assertThat(faulty.samples(neighbour)).isEqualTo(whole.samples(neighbour));
  }

  @Test
  void aCellThatSticksSaysOneValueForEver() throws IOException {
    FaultyRun faulty = FaultyRun.of("alone", 5, dead("stuck"));
    assertThat(after(faulty, 9).stream().map(FaultyRun.Sample::grams).distinct()).hasSize(1);
  }

  @Test
  void aCellThatHasNoNumberSaysSo() throws IOException {
    FaultyRun faulty = FaultyRun.of("alone", 5, dead("nan"));
    assertThat(after(faulty, 9)).allMatch(s -> Float.isNaN(s.grams()));
  }

  @Test
  void aCellOfJunkLeapsByKilogramsThatNobodyMoved() throws IOException {
    FaultyRun faulty = FaultyRun.of("alone", 5, dead("junk"));
    List<FaultyRun.Sample> samples = after(faulty, 9);
    double leaps = 0;
    for (int i = 1; i < samples.size(); i++) {
      leaps = Math.max(leaps, Math.abs(samples.get(i).grams() - samples.get(i - 1).grams()));
    }
    assertThat(leaps).isGreaterThan(5000);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aCellIsNoisyWhileItDiesAndWellBefore(long seed) throws IOException {
    FaultyRun whole = FaultyRun.of("alone", seed);
    FaultyRun faulty = FaultyRun.of("alone", seed, dead("stuck"));
    assertThat(sigma(faulty, 0, 3.9)).as("seed %d", seed).isEqualTo(sigma(whole, 0, 3.9));
    assertThat(sigma(faulty, 5, 8)).as("seed %d", seed).isGreaterThan(10 * sigma(whole, 0, 3.9));
  }

  @Test
  void aShareOfThePlatesIsThatShare() throws IOException {
    FaultyRun faulty = FaultyRun.of("alone", 5, "PlateDead:plates=5%,how=nan,at=0,dying=0");
    long dead = 0;
    var store = java.util.Objects.requireNonNull(faulty.sensors().store);
    for (var shelf : store.layout().shelves()) {
      for (var plate : shelf.plates()) {
        dead += faulty.samples(plate.id()).stream().allMatch(s -> Float.isNaN(s.grams())) ? 1 : 0;
      }
    }
    assertThat(dead).isEqualTo(Math.round(0.05 * store.layout().plateCount()));
  }

  @Test
  void whatReallyHappenedStaysTheSame() throws IOException {
    assertThat(FaultyRun.of("crowd", 2, "PlateDead:plates=20%", "PlateDrift").happened())
        .isEqualTo(FaultyRun.of("crowd", 2).happened());
  }

  private static String dead(String how) {
    return "PlateDead:" + ADDRESS + ",at=4,dying=4,how=" + how;
  }

  private static List<FaultyRun.Sample> after(FaultyRun run, double seconds) {
    return run.samples(PLATE).stream().filter(s -> s.seconds() > seconds).toList();
  }

  private static double sigma(FaultyRun run, double from, double to) {
    double mean = run.mean(PLATE, from, to);
    return Math.sqrt(
        run.samples(PLATE).stream()
            .filter(s -> s.seconds() >= from && s.seconds() < to)
            .mapToDouble(s -> (s.grams() - mean) * (s.grams() - mean))
            .average()
            .orElse(0));
  }
}
