package io.walkout.sim.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.walkout.sim.Seen;
import io.walkout.sim.world.SimStore;
import io.walkout.sim.world.StorePlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BehavioursTest {
  private final SimStore shop = StorePlan.corner();
  @TempDir Path dir;

  private Behaviours behaviours(String events) throws IOException {
    Path file = dir.resolve("behaviours.json");
    Files.writeString(
        file,
        "{'lists': [{'dataset': 'one', 'people': ['7'], 'events': [%s]}]}"
            .formatted(events)
            .replace('\'', '"'));
    return Behaviours.read(file);
  }

  private static String event(String kind, double seconds, int shelf, String products) {
    return "{'kind': '%s', 't_s': %s, 'target_id': '7', 'gondola': 1, 'shelf': %d,"
            .formatted(kind, seconds, shelf)
        + " 'plates': [2], 'products': [%s]}".formatted(products);
  }

  @Test
  void eventsGoInTheOrderOfTheirTimesAndALabelNotedTwiceCountsOnce() throws IOException {
    Behaviours read =
        behaviours(
            String.join(
                ",",
                event("putback", 9, 1, "{'barcode': 'x'}"),
                event("putback", 10, 1, "{'barcode': 'x'}"),
                event("take", 2, 1, "{'barcode': 'x'}"),
                event("take", 500, 2, "")));
    Seen seen = Seen.of(read.scenario("one", shop), 1);
    assertThat(seen.outcome().takes()).isEqualTo(2);
    assertThat(seen.outcome().putBacks()).isEqualTo(1);
    assertThat(seen.owes("7")).hasSize(1);
    assertThat(seen.outcome().seconds()).isLessThan(90);
  }

  @Test
  void aProductIsTakenWhereItStands() throws IOException {
    String code = shop.facings().get(20).product().value();
    Behaviours read = behaviours(event("take", 2, 99, "{'barcode': '" + code + "'}"));
    Seen seen = Seen.of(read.scenario("one", shop), 1);
    assertThat(seen.owes("7")).containsExactly(shop.article(20).name());
  }

  @Test
  void whatHasNoPlaceIsRefusedWithItsReason() throws IOException {
    Behaviours read = behaviours(event("take", 2, 99, "{'barcode': 'x'}"));
    assertThat(read.scenarios(shop)).isEmpty();
    assertThat(read.refusals(shop).get("one"))
        .contains("lists[0].events[0]")
        .contains("product x")
        .contains("shelf 99");
    assertThat(read.refusals(shop).get("one")).contains("behaviours.json:1: ");
    assertThatExceptionOfType(ScenarioException.class)
        .isThrownBy(() -> behaviours(event("steal", 2, 1, "")))
        .withMessageContaining("'steal'")
        .withMessageContaining("take or putback");
    assertThatIllegalArgumentException().isThrownBy(() -> read.scenario("two", shop));
  }

  @Test
  void aFileThatBreaksOffIsToldWithoutTheParsersOwnWords() throws IOException {
    Path file = dir.resolve("broken.json");
    Files.writeString(file, "{\n\"lists\": [\n{\"dataset\": ");
    assertThatExceptionOfType(ScenarioException.class)
        .isThrownBy(() -> Behaviours.read(file))
        .withMessageContaining("broken.json:3: found Unexpected end-of-input")
        .withMessageNotContaining("Source")
        .withMessageNotContaining("\n");
  }

  @Test
  void whatIsWrongIsToldWithItsLine() throws IOException {
    String good = event("take", 2, 1, "");
    String events = String.join(",\n", good, good, good.replace("'t_s': 2.0", "\n 't_s': 'two'"));
    assertThatExceptionOfType(ScenarioException.class)
        .isThrownBy(() -> behaviours(events))
        .withMessageContaining("behaviours.json:4: lists[0].events[2].t_s: ");
    assertThatExceptionOfType(ScenarioException.class)
        .isThrownBy(() -> behaviours(good + ",\n" + good.replace("'gondola': 1, ", "")))
        .withMessageContaining("behaviours.json:2: lists[0].events[1].gondola: ");
    Behaviours far = behaviours(good + ",\n\n" + event("take", 3, 99, "{'barcode': 'x'}"));
    assertThat(far.refusals(shop).get("one")).contains("behaviours.json:3: lists[0].events[1]");
  }

  @Test
  void realShoppersDoInACornerShopWhatIsFoundThere() throws IOException {
    Behaviours real = Behaviours.read(shared().resolve("behaviours/cps-test.json"));
    assertThat(real.names()).hasSizeGreaterThan(10);
    for (Scenario scenario : real.scenarios(shop)) {
      assertThat(Seen.of(scenario, 1).outcome().takes()).as(scenario.name()).isPositive();
    }
    assertThat(real.scenarios(shop).size() + real.refusals(shop).size())
        .isEqualTo(real.names().size());
  }

  private static Path shared() {
    String given = System.getenv("WALKOUT_SHARED");
    Path at = given == null ? Path.of("").toAbsolutePath() : Path.of(given);
    for (Path p = at; p != null; p = p.getParent()) {
      Path data = given == null ? p.resolve("shared/data") : p.resolve("data");
      if (Files.isDirectory(data)) {
        return data;
      }
    }
    return Assumptions.abort("no shared/data beside the project: nothing to read");
  }
}
