package io.walkout.node.report;

import java.io.Console;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * A progress bar on a terminal: recording time done, speed against real time, people, changes,
 * carts. Silent elsewhere. {@link #reached} comes from the feeding thread, the counts from any.
 */
public final class RecordingProgress implements Progress, AutoCloseable {
  private final AtomicInteger people = new AtomicInteger();
  private final AtomicInteger changes = new AtomicInteger();
  private final AtomicInteger carts = new AtomicInteger();
  private final long startNanos;
  private final long beganNanos = System.nanoTime();
  private final ProgressBar bar;
  private long shownMillis;

  private RecordingProgress(String name, long startNanos, long endNanos) {
    this.startNanos = startNanos;
    this.bar =
        new ProgressBarBuilder()
            .setTaskName(name)
            .setInitialMax(TimeUnit.NANOSECONDS.toMillis(Math.max(1, endNanos - startNanos)))
            .setUnit("s", 1000)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(200)
            .hideEta()
            .build();
  }

  /** Whether somebody watches. */
  @SuppressWarnings("SystemConsoleNull") // a JDK built without a console module still returns null
  public static boolean onTerminal() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }

  /** A bar from the recording's first to its last moment. */
  public static RecordingProgress bar(String name, long startNanos, long endNanos) {
    return new RecordingProgress(name, startNanos, endNanos);
  }

  @Override
  public void person() {
    people.incrementAndGet();
  }

  @Override
  public void change() {
    changes.incrementAndGet();
  }

  @Override
  public void cart() {
    carts.incrementAndGet();
  }

  @Override
  public void reached(long arrivalNanos) {
    long millis = TimeUnit.NANOSECONDS.toMillis(arrivalNanos - startNanos);
    if (millis - shownMillis >= 100) {
      shownMillis = millis;
      double speed =
          (double) (arrivalNanos - startNanos) / Math.max(1, System.nanoTime() - beganNanos);
      bar.stepTo(millis);
      bar.setExtraMessage(
          String.format(
              " %.0fx  %d people  %d changes  %d carts",
              speed, people.get(), changes.get(), carts.get()));
    }
  }

  @Override
  public void close() {
    bar.close();
  }
}
