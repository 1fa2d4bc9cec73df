package io.walkout.node.review;

import io.walkout.billing.CardScript;
import io.walkout.billing.ChargeState;
import io.walkout.billing.Ledger;
import io.walkout.billing.LedgerSummary;
import io.walkout.billing.Receipt;
import io.walkout.billing.ReceiptsFile;
import io.walkout.billing.Review;
import io.walkout.billing.ReviewAnswer;
import io.walkout.billing.ReviewAnswers;
import io.walkout.billing.ReviewRefusedException;
import io.walkout.billing.Reviews;
import io.walkout.billing.ReviewsFile;
import io.walkout.billing.SimulatedCardProcessor;
import io.walkout.billing.StorageException;
import io.walkout.ingest.journal.Journal;
import io.walkout.node.report.Summary;
import io.walkout.node.report.UserError;
import io.walkout.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The reviews of a run's directory: its open books, and the files that show them. The ledger is
 * what counts; receipts.json and reviews.json are made from it anew after each step, so that a
 * crash before they are written is mended by applying the same answers again. One thread.
 */
public final class ReviewRun implements AutoCloseable {
  private final Path out;
  private final String name;
  private final Store store;
  private final Ledger ledger;
  private final SimulatedCardProcessor processor;
  private final Reviews reviews;

  private ReviewRun(
      Path out, String name, Store store, Ledger ledger, SimulatedCardProcessor processor) {
    this.out = out;
    this.name = name;
    this.store = store;
    this.ledger = ledger;
    this.processor = processor;
    this.reviews = new Reviews(name, store, ledger, processor);
  }

  /** Opens what a replay left. Throws {@link UserError} if it is no such directory. */
  public static ReviewRun open(Path out) throws IOException {
    Path journal = out.resolve("journal");
    if (!Journal.isAt(journal) || !Files.isRegularFile(out.resolve("ledger.db"))) {
      throw new UserError(
          out + ": expected what a replay leaves (with journal/ and ledger.db), found none");
    }
    Journal run;
    try {
      run = Journal.open(journal);
    } catch (IOException e) {
      throw new UserError(String.valueOf(e.getMessage()), e);
    }
    Ledger ledger = opened(out.resolve("ledger.db"));
    try {
      SimulatedCardProcessor processor =
          SimulatedCardProcessor.open(
              out.resolve("card-processor.db"), CardScript.always(CardScript.Behaviour.APPROVE));
      return new ReviewRun(out, run.name(), run.store(), ledger, processor);
    } catch (RuntimeException e) {
      ledger.close();
      throw e instanceof StorageException ? new UserError(String.valueOf(e.getMessage()), e) : e;
    }
  }

  private static Ledger opened(Path db) {
    try {
      return Ledger.open(db);
    } catch (StorageException e) {
      throw new UserError(String.valueOf(e.getMessage()), e);
    }
  }

  /** The answers of a file. Throws {@link UserError} if they can't be used. */
  public static List<ReviewAnswer> answers(Path file, String runName) throws IOException {
    try {
      return ReviewAnswers.read(file, runName);
    } catch (IllegalArgumentException e) {
      throw new UserError(String.valueOf(e.getMessage()), e);
    }
  }

  /** Applies answers, all or none. Throws {@link UserError} if one does not fit the books. */
  public static Reviews.Applied apply(Reviews reviews, List<ReviewAnswer> answers) {
    try {
      return reviews.apply(answers);
    } catch (ReviewRefusedException e) {
      throw new UserError(e.getMessage() + "; nothing was applied", e);
    }
  }

  /** Writes reviews.json and receipts.json as the books stand; whole, one after the other. */
  public static void write(
      Path out, String runName, Store store, Reviews reviews, List<Receipt> receipts)
      throws IOException {
    ReviewsFile.write(
        out.resolve("reviews.json"), runName, store.policy().reviewBelow(), reviews.all());
    ReceiptsFile.write(out.resolve("receipts.json"), runName, receipts);
  }

  /** Notes what the books hold, as every summary of a run ends. */
  public static void note(Summary summary, Ledger ledger, Reviews reviews) {
    LedgerSummary books = ledger.summary();
    Map<String, Object> sums = new LinkedHashMap<>();
    books.chargesByState().forEach((state, n) -> sums.put(state.name(), n));
    books
        .chargedTotalMinor()
        .forEach((currency, minor) -> sums.put("chargedMinor " + currency, minor));
    summary.replace("ledger", sums);
    List<Review> all = reviews.all();
    long open = all.stream().filter(Review::isOpen).count();
    summary.replace("reviews", Map.of("open", open));
    summary.put("reviews", "decided", all.size() - open);
  }

  private void refreshSummary() throws IOException {
    Path file = out.resolve("summary.json");
    if (Files.isRegularFile(file)) {
      Summary summary = Summary.read(file);
      note(summary, ledger, reviews);
      Path part = out.resolve("summary.json.part");
      summary.write(part);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Applies a file of answers and brings the files up to date. */
  public Reviews.Applied apply(Path answers) throws IOException {
    Reviews.Applied applied = apply(reviews, answers(answers, name));
    write(out, name, store, reviews, reviews.receipts());
    refreshSummary();
    return applied;
  }

  /** All reviews, decided or not. */
  public List<Review> reviews() {
    return reviews.all();
  }

  /** Charges that a crash or a silent gateway left open; applying answers finishes them. */
  public long openCharges() {
    Map<ChargeState, Long> states = ledger.summary().chargesByState();
    return states.getOrDefault(ChargeState.INTENT, 0L)
        + states.getOrDefault(ChargeState.UNKNOWN, 0L);
  }

  /** The same as JSON, as reviews.json has them. */
  public String json() throws IOException {
    return ReviewsFile.json(name, store.policy().reviewBelow(), reviews.all());
  }

  /** Whose zone times are shown in. */
  public Store store() {
    return store;
  }

  @Override
  public void close() {
    try (ledger) {
      processor.close();
    }
  }
}
