package io.walkout.node.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.walkout.billing.Ledger;
import io.walkout.ingest.autocheckout.AutoCheckoutImport;
import io.walkout.node.SharedFolder;
import io.walkout.node.report.Progress;
import io.walkout.node.score.Score;
import io.walkout.node.score.ScoreFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real visit: one man, four cameras, shelves that weigh. Skipped where the recording is not at
 * hand.
 */
class RealVisitTest {
  @TempDir private Path scratch;

  @Test
  void aManWhoTakesTwoThingsPaysForExactlyThose() throws IOException {
    Path recording = scratch.resolve("real.rec");
    Path out = scratch.resolve("out");
    AutoCheckoutImport.run(SharedFolder.find("recordings/cps-test-01"), recording);

    Replay.Outcome outcome = Replay.run(recording, out, Replay.Options.DEFAULT, Progress.NONE);

    Score score = ScoreFile.score(recording, out.resolve("receipts.json"));
    assertThat(score.f1()).isEqualTo(1.0);
    assertThat(score.linesInReview()).isZero();
    assertThat(score.exactReceipts()).isEqualTo(1);
    assertThat(outcome.receipts())
        .singleElement()
        .satisfies(
            r ->
                assertThat(r.lines())
                    .allSatisfy(l -> assertThat(l.certainty()).isGreaterThan(0.9)));
    try (Ledger ledger = Ledger.open(out.resolve("ledger.db"))) {
      assertThat(ledger.verify()).isEmpty();
      assertThat(ledger.summary().charges()).isOne();
      assertThat(ledger.summary().chargedTotalMinor())
          .containsExactly(Map.entry("USD", outcome.receipts().getFirst().totalMinor()));
    }
  }
}
