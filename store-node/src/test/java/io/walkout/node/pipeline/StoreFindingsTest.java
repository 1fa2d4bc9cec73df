package io.walkout.node.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.walkout.node.report.EventLog;
import io.walkout.node.report.Summary;
import io.walkout.store.EventTime;
import io.walkout.store.PlateId;
import io.walkout.store.ProductCode;
import io.walkout.store.cart.CatalogueFactor;
import io.walkout.store.cart.CatalogueMass;
import io.walkout.store.cart.PlanogramFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of a plan and a catalogue that are wrong. */
class StoreFindingsTest {
  private static final long AT = EventTime.parse("2030-01-01T12:00:00Z");

  private static PlanogramFault fault(boolean withdrawn) {
    return new PlanogramFault(
        AT,
        List.of(new PlateId(1, 3, 9)),
        new ProductCode("tea"),
        Double.NaN,
        269.94,
        List.of(new PlanogramFault.Found(new ProductCode("salt"), 0.98)),
        0.99,
        2.7,
        List.of(new PlanogramFault.Load(AT, -270)),
        withdrawn);
  }

  private static Map<String, Object> plan(StoreFindings findings) {
    Summary summary = new Summary();
    findings.into(summary);
    return Objects.requireNonNull(summary.groups().get("plan"));
  }

  @Test
  void givenFindings_whenSummed_thenEachIsListedWithItsTime() {
    StoreFindings findings = new StoreFindings();
    findings.add(fault(false));
    findings.add(new CatalogueMass(AT, new ProductCode("oil"), 900, 1300, 12, 3, false));
    findings.add(new CatalogueFactor(AT, 10));

    Map<String, Object> plan = plan(findings);
    assertThat(String.valueOf(plan.get("planogramFaults")))
        .contains("12:00:00", "plates=[1/3/9]", "planned=tea", "gtin=salt")
        .doesNotContain("plannedGrams", "withdrawn");
    assertThat(String.valueOf(plan.get("catalogueMasses")))
        .contains("gtin=oil", "learnedGrams=1300.0");
    assertThat(plan).containsEntry("catalogueFactor", 10.0).containsEntry("findingsWithdrawn", 0);
  }

  @Test
  void givenAFaultThatWasTakenBack_whenSummed_thenItIsOnlyCounted() {
    StoreFindings findings = new StoreFindings();
    findings.add(fault(false));
    findings.add(fault(true));

    assertThat(plan(findings))
        .containsEntry("planogramFaults", List.of())
        .containsEntry("findingsWithdrawn", 1);
  }

  @Test
  void givenAFault_whenLogged_thenItIsOneLineWithItsEvidence(@TempDir Path dir) throws IOException {
    Path file = dir.resolve("events.jsonl");
    try (EventLog log = new EventLog(file, person -> "visit")) {
      log.finding(fault(false));
      log.finding(new CatalogueFactor(AT, 10));
    }
    List<String> lines = Files.readAllLines(file);

    assertThat(lines).hasSize(2);
    assertThat(lines.getFirst())
        .contains(
            "\"type\":\"planogramFault\"",
            "\"unitGrams\":269.9",
            "\"found\":[{\"gtin\":\"salt\",\"probability\":0.9800}]",
            "\"deltaGrams\":-270.0");
    assertThat(lines.getLast()).contains("\"type\":\"catalogueFactor\"", "\"factor\":10.0000");
  }
}
