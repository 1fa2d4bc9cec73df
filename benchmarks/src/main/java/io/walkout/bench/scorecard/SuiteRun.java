package io.walkout.bench.scorecard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Runs the cases of a suite on several threads. Cases share nothing, so that the results are the
 * same for any number of threads, and come back in the suite's order. A case that crashes is a
 * result like any other. At most one case's files for each thread are on the disk at a time, and
 * none when it is over, be it by an interrupt.
 */
final class SuiteRun {
  /** How long an interrupted run waits for its cases to notice. */
  private static final int PATIENCE_SECONDS = 10;

  private SuiteRun() {}

  /** Told of each case as it ends, from any thread, one at a time. */
  interface Watch {
    /** A case has ended. */
    void ended(CaseResult result);
  }

  /** How a case is run; {@link CaseRun#run} but for tests. */
  interface Runner {
    /** Runs it in an empty directory. */
    CaseRun.Ran run(SuiteCase which, Path scratch) throws Exception;
  }

  /**
   * What came of it.
   *
   * @param results in the suite's order
   * @param simulatedSeconds length of all recordings together
   * @param elapsedSeconds how long it took
   */
  record Ran(List<CaseResult> results, double simulatedSeconds, double elapsedSeconds) {}

  static Ran run(Suite suite, int threads, Runner runner, Watch watch)
      throws IOException, InterruptedException {
    long began = System.nanoTime();
    Path scratch = Files.createTempDirectory("walkout-scorecard");
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    Thread cleaner = new Thread(() -> abandon(pool, scratch), "scorecard-cleaner");
    Runtime.getRuntime().addShutdownHook(cleaner);
    try {
      List<Future<CaseRun.Ran>> futures = new ArrayList<>();
      for (int i = 0; i < suite.cases().size(); i++) {
        SuiteCase which = suite.cases().get(i);
        Path own = scratch.resolve("case-" + i);
        Watch unlessOver = result -> tell(pool, watch, result);
        String command = which.command(suite.folder());
        futures.add(pool.submit(() -> one(which, command, own, runner, unlessOver)));
      }
      List<CaseResult> results = new ArrayList<>();
      double simulated = 0;
      for (Future<CaseRun.Ran> future : futures) {
        CaseRun.Ran ran = future.get();
        results.add(ran.result());
        simulated += ran.simulatedSeconds();
      }
      return new Ran(results, simulated, (System.nanoTime() - began) / 1e9);
    } catch (ExecutionException e) {
      throw new IOException("the scorecard itself failed: " + e.getCause(), e);
    } finally {
      abandon(pool, scratch);
      var _ = unhook(cleaner);
    }
  }

  private static CaseRun.Ran one(
      SuiteCase which, String command, Path scratch, Runner runner, Watch watch)
      throws IOException {
    CaseRun.Ran ran;
    try {
      Files.createDirectory(scratch);
      ran = runner.run(which, scratch);
    } catch (VirtualMachineError e) {
      throw e;
    } catch (Throwable e) { // an assertion that fails in one case says nothing about the others
      ran = new CaseRun.Ran(CaseResult.failed(which, sentence(e, scratch)), 0);
    } finally {
      Scratch.remove(scratch);
    }
    CaseResult result = ran.result().repeatedBy(command);
    watch.ended(result);
    return new CaseRun.Ran(result, ran.simulatedSeconds());
  }

  /** Tells of a case unless the run was given up: then it ended because it was interrupted. */
  private static void tell(ExecutorService pool, Watch watch, CaseResult result) {
    synchronized (watch) {
      if (!pool.isShutdown()) {
        watch.ended(result);
      }
    }
  }

  /** Without the scratch directory's name, which differs from run to run. */
  private static String sentence(Throwable e, Path scratch) {
    Throwable cause = e;
    while (cause.getMessage() == null && cause.getCause() != null) {
      cause = cause.getCause();
    }
    String what = cause.getMessage() == null ? "" : ": " + cause.getMessage();
    String sentence = cause.getClass().getSimpleName() + what;
    return sentence.replace(scratch.toString(), "").replace('\n', ' ');
  }

  private static void abandon(ExecutorService pool, Path scratch) {
    pool.shutdownNow();
    try {
      pool.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (Files.exists(scratch)) {
        Scratch.remove(scratch);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      scratch.toFile().deleteOnExit(); // a case that did not stop in time still writes there
    }
  }

  /** Whether the hook is gone; it stays if it runs already, the program being on its way out. */
  private static boolean unhook(Thread cleaner) {
    try {
      return Runtime.getRuntime().removeShutdownHook(cleaner);
    } catch (IllegalStateException e) {
      return false;
    }
  }
}
