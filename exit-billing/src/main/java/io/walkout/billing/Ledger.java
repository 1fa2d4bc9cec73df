package io.walkout.billing;

import io.walkout.store.VisitId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The store's books: double entry, append-only, in one SQLite file, every step one fsynced
 * transaction. What a visit owes, its sale and the intent to charge it are written together, before
 * any gateway is asked; what the gateway said and the payment's posting are written together after.
 * A crash anywhere leaves either nothing or an open charge, which {@link #recover} finishes. The
 * tables and what each crash leaves are in {@code docs/developing/exit-billing.md}.
 *
 * <p>Threads take turns. Every method may block for an fsync, and throws {@link StorageException}
 * if the file can't be read or written.
 */
public final class Ledger implements AutoCloseable {
  private final SqliteFile file;

  private Ledger(SqliteFile file) {
    this.file = file;
  }

  /**
   * Opens or creates a ledger and locks it against a second process.
   *
   * @throws StorageException if another process has it, if it is no ledger, or of a newer version
   */
  public static Ledger open(Path db) {
    return new Ledger(SqliteFile.open(db, "ledger", "io/walkout/billing/ledger"));
  }

  /** The receipt of a settled visit, as its charge stands now. */
  public Optional<Receipt> receipt(VisitId visit) {
    return file.read(h -> ReviewTables.account(h, visit).map(VisitAccount::receipt));
  }

  /** All receipts by the time of entering, then visit. Holds them in memory. */
  public List<Receipt> receipts() {
    return file.read(
        h ->
            LedgerTables.settlements(h).stream()
                .map(s -> ReviewTables.account(h, s).receipt())
                .toList());
  }

  /** What the ledger has of every charge. */
  public LedgerSummary summary() {
    return file.read(LedgerSummary::of);
  }

  /**
   * Checks the books against themselves: every posting and every currency at zero, every charge and
   * its postings, every receipt and its charge, and the file's own structure.
   *
   * @return problems in words; empty if all is well
   */
  public List<String> verify() {
    return file.read(LedgerAudit::problems);
  }

  /**
   * Finishes every charge that a crash or a silent gateway left open: asks the gateway what became
   * of it and charges only what it has never acted on. Safe to run at any time, any number of
   * times.
   */
  public Recovery recover(PaymentGateway gateway) {
    Charging charging = new Charging(gateway, BillingSettings.DEFAULT.chargeAttempts());
    Recovery recovery = Recovery.NONE;
    for (Charge open : file.read(LedgerTables::openCharges)) {
      record(open.request().idempotencyKey(), charging.complete(open.request(), true));
      recovery = recovery.plus(file.read(h -> now(h, open.request().idempotencyKey())).state());
    }
    return recovery;
  }

  /** What a visit was settled for, if it was. */
  Optional<Settlement> settlement(VisitId visit) {
    return file.read(h -> LedgerTables.settlement(h, visit));
  }

  /** The charge of what was certain of a settled visit, if there is one. */
  Optional<Charge> charge(VisitId visit) {
    return file.read(h -> LedgerTables.charge(h, Charge.key(visit, 1)));
  }

  /** All that the ledger has of each visit, by the time of entering, then visit. */
  List<VisitAccount> accounts() {
    return file.read(
        h -> LedgerTables.settlements(h).stream().map(s -> ReviewTables.account(h, s)).toList());
  }

  /** Runs a step on the tables as one transaction: all of it is on disk afterwards, or nothing. */
  <T> T inOneStep(Function<Handle, T> step) {
    return file.write(step);
  }

  /** Writes what a visit owes, and in the same transaction its sale and the intent to charge it. */
  void post(Settlement settlement, String description) {
    file.write(
        h -> {
          LedgerTables.insertSettlement(h, settlement);
          if (settlement.isToBeCharged()) {
            LedgerTables.insertPosting(h, Posting.sale(settlement));
            LedgerTables.insertCharge(h, intent(settlement, description));
          }
          return settlement;
        });
  }

  /**
   * Writes what a gateway said of a charge, with its posting. The same answer again changes
   * nothing, nor does an Unknown after a final answer.
   *
   * @throws IllegalArgumentException if there is no charge with that key
   * @throws IdempotencyConflictException if the answer contradicts the final one the ledger has
   */
  void record(String key, ChargeOutcome outcome) {
    file.write(
        h -> {
          Charge charge = now(h, key);
          switch (outcome) {
            case ChargeOutcome.Approved a when !a.amount().equals(charge.request().amount()) ->
                unknown(
                    h, charge, "the gateway took " + a.amount() + " where another amount was due");
            case ChargeOutcome.Approved a -> {
              if (isNews(charge, ChargeState.APPROVED, a.reference())) {
                LedgerTables.insertEvent(h, charge, ChargeState.APPROVED, a.reference(), null);
                LedgerTables.insertPosting(h, Posting.payment(charge));
              }
            }
            case ChargeOutcome.Declined d -> {
              // The sale stands and stays owed: writing it off is a decision, not an answer.
              if (isNews(charge, ChargeState.DECLINED, null)) {
                LedgerTables.insertEvent(h, charge, ChargeState.DECLINED, null, d.reason());
              }
            }
            case ChargeOutcome.Unknown u -> unknown(h, charge, u.reason());
          }
          return charge;
        });
  }

  private static void unknown(Handle h, Charge charge, String reason) {
    if (charge.state() == ChargeState.INTENT
        || (charge.state() == ChargeState.UNKNOWN && !reason.equals(charge.reason()))) {
      LedgerTables.insertEvent(h, charge, ChargeState.UNKNOWN, null, reason);
    }
  }

  private static boolean isNews(Charge charge, ChargeState state, @Nullable String reference) {
    if (!charge.state().isFinal()) {
      return true;
    }
    boolean same =
        charge.state() == state && (reference == null || reference.equals(charge.reference()));
    if (!same) {
      throw new IdempotencyConflictException(
          "charge "
              + charge.request().idempotencyKey()
              + " is "
              + charge.state()
              + " but the gateway now says "
              + state
              + "; ask the gateway's operator");
    }
    return false;
  }

  private static Charge now(Handle h, String key) {
    return LedgerTables.charge(h, key)
        .orElseThrow(
            () -> new IllegalArgumentException("the ledger has no charge with key " + key));
  }

  private static Charge intent(Settlement s, String description) {
    String key = Charge.key(s.visit(), 1);
    return intent(s, new ChargeRequest(key, s.account(), s.due(), description));
  }

  /** A charge that nobody has been asked for yet. */
  static Charge intent(Settlement s, ChargeRequest request) {
    return new Charge(s.visit(), request, s.exitedNanos(), ChargeState.INTENT, null, null);
  }

  /** Lets the file grow no further, as a full disk would. */
  void limitPages(long pages) {
    file.limitPages(pages);
  }

  @Override
  public void close() {
    file.close();
  }
}
