package io.walkout.node.pipeline;

import com.lmax.disruptor.EventHandler;
import io.walkout.ingest.ring.StoreEvent;

/** One handler of the ring: does its work on each event until some stage has failed. */
final class Stage implements EventHandler<StoreEvent> {
  /** The work of a stage on one event. */
  @FunctionalInterface
  interface Work {
    void on(StoreEvent event) throws Exception;

    /** Lets go of what the event holds, once some stage has failed and no work is done any more. */
    default void afterFailure(StoreEvent event) {}
  }

  private final Failure failure;
  private final Work work;

  Stage(Failure failure, Work work) {
    this.failure = failure;
    this.work = work;
  }

  @Override
  public void onEvent(StoreEvent event, long sequence, boolean endOfBatch) throws Exception {
    if (!failure.hasFailed()) {
      work.on(event);
    } else {
      work.afterFailure(event);
    }
  }
}
