package io.walkout.node.cli;

import io.walkout.sim.Stage;
import io.walkout.sim.Watcher;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * Says on a terminal how far a simulation has come. Nobody knows when the last shopper will leave,
 * so it counts time and not shares.
 */
final class SimulationProgress implements Watcher.Maker, AutoCloseable {
  private final long beganNanos = System.nanoTime();
  private final ProgressBar bar;

  SimulationProgress(String name) {
    bar =
        new ProgressBarBuilder()
            .setTaskName(name)
            .setInitialMax(-1)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(200)
            .hideEta()
            .build();
  }

  @Override
  public Watcher watch(Stage stage) {
    return new Watcher() {
      private int shown;

      @Override
      public void step(double seconds, double step) {
        if (seconds >= shown + 1) {
          shown = (int) seconds;
          long inside = stage.scene().shoppers().stream().filter(s -> s.isVisible()).count();
          double speed = seconds * 1e9 / Math.max(1, System.nanoTime() - beganNanos);
          bar.stepTo(shown);
          bar.setExtraMessage(
              String.format(" s simulated, %.0fx real time, %d people inside", speed, inside));
        }
      }

      @Override
      public void end(double seconds) {}
    };
  }

  @Override
  public void close() {
    bar.close();
  }
}
