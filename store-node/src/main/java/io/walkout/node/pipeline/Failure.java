package io.walkout.node.pipeline;

import com.lmax.disruptor.ExceptionHandler;
import io.walkout.ingest.ring.StoreEvent;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The first failure of any stage. From then on every stage lets events pass untouched and the feed
 * stops, so that a run ends with the cause instead of hanging behind it. Safe for any thread.
 */
final class Failure implements ExceptionHandler<StoreEvent> {
  private final AtomicReference<@Nullable Throwable> first = new AtomicReference<>();

  boolean hasFailed() {
    return first.get() != null;
  }

  void set(Throwable failure) {
    first.compareAndSet(null, failure);
  }

  /** Throws what failed, if anything did. */
  void rethrow() {
    switch (first.get()) {
      case null -> {}
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case Throwable e -> throw new IllegalStateException(e.getMessage(), e);
    }
  }

  @Override
  public void handleEventException(Throwable failure, long sequence, StoreEvent event) {
    set(failure);
  }

  @Override
  public void handleOnStartException(Throwable failure) {
    set(failure);
  }

  @Override
  public void handleOnShutdownException(Throwable failure) {
    set(failure);
  }
}
