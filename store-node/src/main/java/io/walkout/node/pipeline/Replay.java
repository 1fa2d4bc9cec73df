package io.walkout.node.pipeline;

import io.walkout.billing.AlreadySettledException;
import io.walkout.billing.BillingSettings;
import io.walkout.billing.CardScript;
import io.walkout.billing.ExitBilling;
import io.walkout.billing.Ledger;
import io.walkout.billing.Receipt;
import io.walkout.billing.ReviewAnswer;
import io.walkout.billing.Reviews;
import io.walkout.billing.SimulatedCardProcessor;
import io.walkout.ingest.journal.JournalWriter;
import io.walkout.ingest.recording.Provenance;
import io.walkout.ingest.ring.Watermark;
import io.walkout.node.report.EventLog;
import io.walkout.node.report.Progress;
import io.walkout.node.report.Summary;
import io.walkout.node.report.UserError;
import io.walkout.node.review.ReviewRun;
import io.walkout.node.review.VideoClock;
import io.walkout.node.review.Witness;
import io.walkout.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs the pipeline on a recording, or on the journal of an earlier run, and writes what
 * CONTRACT.md names into a directory.
 */
public final class Replay {
  private Replay() {}

  /** Where people come from. */
  public enum PeopleFrom {
    /** From poses if the recording has them, else from pictures. */
    AUTO,
    /** From another tracker's poses. */
    POSES,
    /** From the cameras. */
    PICTURES
  }

  /**
   * How to run.
   *
   * @param workers threads that look at pictures
   * @param pacing how fast to feed
   * @param people where people come from
   * @param fresh whether to start an earlier run's ledger over
   * @param sight what to look at pictures with
   * @param answers a reviewer's answers to apply at the end, or null for none
   */
  public record Options(
      int workers,
      Pacing pacing,
      PeopleFrom people,
      boolean fresh,
      SightChoice sight,
      @Nullable Path answers) {
    /** As fast as two threads go. */
    public static final Options DEFAULT = new Options(2, Pacing.MAX, PeopleFrom.AUTO, false);

    /** Without answers. */
    public Options(
        int workers, Pacing pacing, PeopleFrom people, boolean fresh, SightChoice sight) {
      this(workers, pacing, people, fresh, sight, null);
    }

    /** With the detector that needs no weights. */
    public Options(int workers, Pacing pacing, PeopleFrom people, boolean fresh) {
      this(workers, pacing, people, fresh, SightChoice.DEFAULT);
    }
  }

  /**
   * What came of it.
   *
   * @param store the store
   * @param receipts in the order they were made
   * @param summary what was counted
   * @param startNanos arrival of the first event
   * @param endNanos arrival of the last event
   * @param elapsedSeconds how long it took, opening and closing included
   */
  public record Outcome(
      Store store,
      List<Receipt> receipts,
      Summary summary,
      long startNanos,
      long endNanos,
      double elapsedSeconds) {}

  /** Replays into {@code out}, which is made if need be. */
  public static Outcome run(Path recording, Path out, Options options, Progress progress)
      throws IOException {
    return run(ReplayInput.open(recording), out, options, progress);
  }

  /** Replays an input that is open already. */
  public static Outcome run(ReplayInput input, Path out, Options options, Progress progress)
      throws IOException {
    long began = System.nanoTime();
    RunFiles files = RunFiles.in(out, input);
    Path file = options.answers();
    List<ReviewAnswer> answers = file == null ? List.of() : ReviewRun.answers(file, input.name());
    if (options.fresh()) {
      files.removeLedger();
    }
    Summary summary = new Summary();
    summary.put("recording", "name", input.name());
    input.provenance().ifPresent(from -> noteImport(summary, from));
    Pipeline.Result result;
    List<Receipt> receipts;
    @Nullable UserError refused;
    try (Ledger ledger = Ledger.open(files.ledger());
        SimulatedCardProcessor processor =
            SimulatedCardProcessor.open(
                files.processor(), CardScript.always(CardScript.Behaviour.APPROVE));
        ReplayStreams streams = input.streams(options);
        JournalWriter journal =
            JournalWriter.create(
                files.newJournal(), input.store(), input.name(), streams.sourceNames())) {
      ledger.recover(processor);
      ExitBilling billing =
          new ExitBilling(input.name(), input.store(), ledger, processor, BillingSettings.DEFAULT);
      VideoClock videos = input.videoClock();
      videos.writeTo(files.partJournal());
      try (EventLog log =
          new EventLog(files.newEvents(), person -> billing.visitId(person).value())) {
        Watermark watermark = new Watermark(streams.sources().size(), input.store().policy());
        streams.releaseSparse(watermark);
        Pipeline pipeline =
            new Pipeline(
                input.store(),
                streams.sight(),
                options.workers(),
                journal,
                billing,
                new Witness(input.store(), videos),
                log,
                streams.sourceNames(),
                progress);
        result =
            pipeline.run(
                streams.sources(),
                watermark,
                input::isCutOff,
                input.isJournal(),
                options.pacing(),
                summary);
      }
      Reviews reviews = new Reviews(input.name(), input.store(), ledger, processor);
      refused = applyAtTheEnd(reviews, answers);
      receipts = asTheyStand(result.receipts(), ledger);
      ReviewRun.write(out, input.name(), input.store(), reviews, receipts);
      summary.putAll("problems", input.problems());
      summary.putAll("problems", streams.problems());
      if (!input.problemSentences().isEmpty()) {
        summary.put("problems", "where", input.problemSentences());
      }
      ReviewRun.note(summary, ledger, reviews);
      summary.write(files.newSummary());
    } catch (AlreadySettledException e) {
      throw new UserError(
          e.getMessage()
              + "; "
              + out
              + " holds the ledger of an earlier run: use --fresh or another --out",
          e);
    }
    files.keepNew();
    if (refused != null) {
      throw refused;
    }
    return new Outcome(
        input.store(),
        receipts,
        summary,
        result.firstNanos(),
        result.lastNanos(),
        (System.nanoTime() - began) / 1e9);
  }

  /** Answers that do not fit leave the run as it is without them: it was long, and is through. */
  private static @Nullable UserError applyAtTheEnd(Reviews reviews, List<ReviewAnswer> answers) {
    try {
      if (!answers.isEmpty()) {
        ReviewRun.apply(reviews, answers);
      }
      return null;
    } catch (UserError e) {
      return e;
    }
  }

  /** A later answer may have changed a receipt, by a line moved to it from another's. */
  private static List<Receipt> asTheyStand(List<Receipt> made, Ledger ledger) {
    return made.stream().map(r -> ledger.receipt(r.visit()).orElse(r)).toList();
  }

  private static void noteImport(Summary summary, Provenance from) {
    summary.put("import", "format", from.format());
    summary.putAll("import", from.counts());
    summary.put("import", "problems", from.problems());
    summary.put("import", "notes", from.notes());
  }
}
