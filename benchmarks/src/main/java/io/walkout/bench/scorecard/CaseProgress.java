package io.walkout.bench.scorecard;

import io.walkout.node.report.RecordingProgress;
import java.io.PrintWriter;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * How far a suite has come: a bar with the time still to go on a terminal, elsewhere a plain line
 * for each twentieth of the cases and for each that crashed. Called by one thread at a time.
 */
final class CaseProgress implements SuiteRun.Watch, AutoCloseable {
  private static final int LINES = 20;

  private final PrintWriter err;
  private final int cases;
  private final @Nullable ProgressBar bar;
  private int ended;
  private int wrong;

  CaseProgress(String suite, int cases, PrintWriter err) {
    this.err = err;
    this.cases = cases;
    this.bar =
        RecordingProgress.onTerminal()
            ? new ProgressBarBuilder()
                .setTaskName(suite)
                .setInitialMax(cases)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .build()
            : null;
  }

  @Override
  public void ended(CaseResult result) {
    ended++;
    wrong += result.isWrong() ? 1 : 0;
    if (bar != null) {
      bar.stepTo(ended);
      bar.setExtraMessage(" " + wrong + " wrong");
    } else {
      if (result.isFailed()) {
        err.println(result.of().label() + " crashed: " + result.failure());
      }
      if (ended == cases || ended * LINES / cases > (ended - 1) * LINES / cases) {
        err.printf(Locale.ROOT, "%d of %d cases, %d wrong%n", ended, cases, wrong);
      }
      err.flush();
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
