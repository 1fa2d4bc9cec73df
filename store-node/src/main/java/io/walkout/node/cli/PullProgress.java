package io.walkout.node.cli;

import io.walkout.models.catalogue.PullWatcher;
import io.walkout.node.report.RecordingProgress;
import java.io.PrintWriter;
import java.nio.file.Path;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** How a pull goes on: a bar for each step on a terminal, a line for each thing done everywhere. */
final class PullProgress implements PullWatcher, AutoCloseable {
  private static final long MEGABYTE = 1_000_000;

  private final PrintWriter out;
  private final boolean isWatched = RecordingProgress.onTerminal();
  private @Nullable ProgressBar bar;

  PullProgress(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void waits(Path folder) {
    ended("Another pull is at work in " + folder + "; waiting for it");
  }

  @Override
  public void begins(String step, long total) {
    close();
    if (isWatched) {
      boolean hasTotal = total >= 0;
      ProgressBarBuilder builder =
          new ProgressBarBuilder()
              .setTaskName(step)
              .setInitialMax(total)
              .setStyle(ProgressBarStyle.ASCII)
              .setUpdateIntervalMillis(200)
              .hideEta();
      bar = (hasTotal ? builder.setUnit(" MB", MEGABYTE) : builder.setUnit(" s", 1000)).build();
    }
  }

  @Override
  public void reached(long count) {
    if (bar != null) {
      bar.stepTo(count);
    }
  }

  @Override
  public void ended(String what) {
    close();
    out.println(what);
    out.flush();
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }
}
