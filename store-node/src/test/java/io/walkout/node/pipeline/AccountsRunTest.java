package io.walkout.node.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.walkout.ingest.recording.Recording;
import io.walkout.ingest.recording.Truth;
import io.walkout.node.report.Progress;
import io.walkout.sim.Simulation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From doors to receipts: who is staff, and who pays together. */
class AccountsRunTest {
  @TempDir private Path scratch;

  @Test
  void givenOneWhoFillsAShelf_thenTheirReceiptIsEmptyAndWhoTakesOfItOwes() throws IOException {
    List<JsonNode> receipts = replay("restock", 9000);
    Truth truth = Recording.open(scratch.resolve("case.rec")).truth().orElseThrow();

    assertThat(receipts).hasSize(2);
    assertThat(receipts.getFirst().path("status").asText()).isEqualTo("EMPTY");
    List<String> due = new ArrayList<>();
    truth.receipts().forEach(r -> r.products().forEach(p -> due.add(p.barcode().value())));
    List<String> billed = new ArrayList<>();
    receipts.getLast().path("lines").forEach(line -> billed.add(line.path("gtin").asText()));
    assertThat(billed).isNotEmpty().containsExactlyInAnyOrderElementsOf(due);
  }

  @Test
  void givenACoupleOnOneCredential_thenTheirReceiptsNameOneAccountAndNoCredential()
      throws IOException {
    List<JsonNode> receipts = replay("couple", 9000);

    assertThat(receipts)
        .hasSize(2)
        .allSatisfy(
            r ->
                assertThat(r.path("account").asText())
                    .isEqualTo(receipts.getFirst().path("visitId").asText()));
    for (String file : new String[] {"receipts.json", "events.jsonl", "summary.json"}) {
      assertThat(Files.readString(scratch.resolve("out").resolve(file)))
          .doesNotContain("simulated-account");
    }
  }

  private List<JsonNode> replay(String scenario, long seed) throws IOException {
    Simulation.run(scenario, seed, scratch.resolve("case.rec"));
    Replay.run(
        scratch.resolve("case.rec"),
        scratch.resolve("out"),
        new Replay.Options(1, Pacing.MAX, Replay.PeopleFrom.AUTO, false),
        Progress.NONE);
    List<JsonNode> receipts = new ArrayList<>();
    JsonMapper.builder()
        .build()
        .readTree(scratch.resolve("out").resolve("receipts.json").toFile())
        .get("receipts")
        .forEach(receipts::add);
    return receipts;
  }
}
