package io.walkout.billing;

import io.walkout.store.Money;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * A card processor that lives in this process and keeps its book in a file of its own: another
 * party, which remembers what it did whatever becomes of the store. It behaves as its script says,
 * faults included. Threads take turns; blocks for an fsync per request.
 */
public final class SimulatedCardProcessor implements PaymentGateway, AutoCloseable {
  private final SqliteFile book;
  private final CardScript script;
  private BiConsumer<String, ChargeOutcome> listener = (key, outcome) -> {};
  private boolean reachable = true;

  private SimulatedCardProcessor(SqliteFile book, CardScript script) {
    this.book = book;
    this.script = script;
  }

  /** Opens or creates a processor's book. Throws {@link StorageException} if it can't be. */
  public static SimulatedCardProcessor open(Path db, CardScript script) {
    return new SimulatedCardProcessor(
        SqliteFile.open(db, "card processor", "io/walkout/billing/processor"), script);
  }

  /** Who is told outcomes that come by themselves: {@link ExitBilling#delivered}. */
  public void onDelivery(BiConsumer<String, ChargeOutcome> newListener) {
    listener = newListener;
  }

  /** Cuts the line to the processor, or restores it: until then every call ends in Unknown. */
  public void setReachable(boolean isReachable) {
    reachable = isReachable;
  }

  @Override
  public ChargeOutcome charge(ChargeRequest request) {
    if (!reachable) {
      return new ChargeOutcome.Unknown("the card processor can't be reached");
    }
    Answer answer = book.write(h -> answer(h, request));
    if (answer.comesTwice()) {
      listener.accept(request.idempotencyKey(), answer.outcome());
    }
    return answer.outcome();
  }

  @Override
  public Optional<ChargeOutcome> find(String idempotencyKey) {
    if (!reachable) {
      return Optional.of(new ChargeOutcome.Unknown("the card processor can't be reached"));
    }
    return book.read(h -> decision(h, idempotencyKey)).map(Decision::outcome);
  }

  /** What the processor has taken, by idempotency key: its own truth, to hold a ledger against. */
  public SortedMap<String, Money> taken() {
    return book.read(
        h -> {
          SortedMap<String, Money> taken = new TreeMap<>();
          h.createQuery("SELECT * FROM decision WHERE reference IS NOT NULL")
              .map((r, context) -> Map.entry(r.getString("idempotency_key"), amount(r)))
              .forEach(e -> taken.put(e.getKey(), e.getValue()));
          return taken;
        });
  }

  /** How many requests have arrived, faults included. */
  public long requests() {
    return book.read(SimulatedCardProcessor::requests);
  }

  private record Answer(ChargeOutcome outcome, boolean comesTwice) {}

  /** What was decided on a key: a reference where approved, else a reason. */
  private record Decision(
      String account, Money amount, @Nullable String reference, @Nullable String reason) {
    ChargeOutcome outcome() {
      return reference != null
          ? new ChargeOutcome.Approved(reference, amount)
          : new ChargeOutcome.Declined(String.valueOf(reason));
    }
  }

  private Answer answer(Handle h, ChargeRequest request) {
    long nth = requests(h) + 1;
    CardScript.Behaviour behaviour = script.behaviour(request, nth);
    h.execute(
        "INSERT INTO request (nth, idempotency_key, behaviour) VALUES (?, ?, ?)",
        nth,
        request.idempotencyKey(),
        behaviour.name());
    if (behaviour == CardScript.Behaviour.TIME_OUT_BEFORE) {
      return new Answer(new ChargeOutcome.Unknown("the card processor gave no answer"), false);
    }
    Decision decision =
        decision(h, request.idempotencyKey()).orElseGet(() -> decide(h, request, behaviour));
    if (!decision.amount().equals(request.amount())
        || !decision.account().equals(request.account())) {
      throw new IdempotencyConflictException(
          "the card processor knows "
              + request.idempotencyKey()
              + " as a charge of "
              + decision.amount()
              + ", not of "
              + request.amount()
              + ", or on another account");
    }
    return switch (behaviour) {
      case TIME_OUT_AFTER ->
          new Answer(new ChargeOutcome.Unknown("the card processor gave no answer"), false);
      case ANSWER_TWICE -> new Answer(decision.outcome(), true);
      case APPROVE, DECLINE, TIME_OUT_BEFORE -> new Answer(decision.outcome(), false);
    };
  }

  private static Decision decide(Handle h, ChargeRequest request, CardScript.Behaviour behaviour) {
    boolean declined = behaviour == CardScript.Behaviour.DECLINE;
    // Made from the key, so that a replay prints the same reference.
    byte[] key = request.idempotencyKey().getBytes(StandardCharsets.UTF_8);
    String reference = "sim-" + UUID.nameUUIDFromBytes(key).toString().substring(0, 13);
    Decision decision =
        new Decision(
            request.account(),
            request.amount(),
            declined ? null : reference,
            declined ? "card refused" : null);
    h.execute(
        "INSERT INTO decision (idempotency_key, account, amount_minor, currency, reference,"
            + " reason) VALUES (?, ?, ?, ?, ?, ?)",
        request.idempotencyKey(),
        request.account(),
        request.amount().minor(),
        request.amount().currency().getCurrencyCode(),
        decision.reference(),
        decision.reason());
    return decision;
  }

  private static Optional<Decision> decision(Handle h, String key) {
    return h.createQuery("SELECT * FROM decision WHERE idempotency_key = :key")
        .bind("key", key)
        .map(
            (r, context) ->
                new Decision(
                    r.getString("account"),
                    amount(r),
                    r.getString("reference"),
                    r.getString("reason")))
        .findOne();
  }

  private static Money amount(ResultSet r) throws SQLException {
    return new Money(r.getLong("amount_minor"), Currency.getInstance(r.getString("currency")));
  }

  /** Lets the book grow no further, as a full disk would. */
  void limitPages(long pages) {
    book.limitPages(pages);
  }

  @Override
  public void close() {
    book.close();
  }

  private static long requests(Handle h) {
    return h.createQuery("SELECT COALESCE(MAX(nth), 0) FROM request").mapTo(Long.class).one();
  }
}
