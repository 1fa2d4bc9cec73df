package io.walkout.node.pipeline;

import com.lmax.disruptor.EventHandler;
import io.walkout.ingest.journal.JournalWriter;
import io.walkout.ingest.ring.StoreEvent;
import java.io.IOException;

/**
 * Writes every event to the journal, and hands it to the operating system at the end of each batch.
 * The stages behind see a batch only after this has returned from it, so whatever a decision rests
 * on survives the end of the process.
 */
final class JournalStage implements EventHandler<StoreEvent> {
  private final Failure failure;
  private final JournalWriter journal;

  JournalStage(Failure failure, JournalWriter journal) {
    this.failure = failure;
    this.journal = journal;
  }

  @Override
  public void onEvent(StoreEvent event, long sequence, boolean endOfBatch) throws IOException {
    if (failure.hasFailed()) {
      return;
    }
    journal.write(event);
    if (endOfBatch) {
      journal.flush();
    }
  }
}
