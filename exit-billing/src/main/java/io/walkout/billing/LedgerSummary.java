package io.walkout.billing;

import io.walkout.store.Money;
import io.walkout.store.VisitId;
import java.util.Collections;
import java.util.Currency;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/**
 * A ledger's charges at a glance.
 *
 * @param chargesByState how many charges stand at each state; every state is present
 * @param chargedTotalMinor approved charges by currency code, minor units; empty if none
 * @param chargedByVisit what each visit with an approved charge was charged in all
 */
public record LedgerSummary(
    Map<ChargeState, Long> chargesByState,
    SortedMap<String, Long> chargedTotalMinor,
    SortedMap<VisitId, Money> chargedByVisit) {
  /** All charges of whatever state. */
  public long charges() {
    return chargesByState.values().stream().mapToLong(Long::longValue).sum();
  }

  static LedgerSummary of(Handle h) {
    Map<ChargeState, Long> states = new EnumMap<>(ChargeState.class);
    for (ChargeState state : ChargeState.values()) {
      states.put(state, 0L);
    }
    SortedMap<String, Long> totals = new TreeMap<>();
    SortedMap<VisitId, Money> visits = new TreeMap<>();
    h.createQuery("SELECT state, visit_id, amount_minor, currency FROM charge_now")
        .map(
            (r, context) -> {
              ChargeState state = ChargeState.valueOf(r.getString("state"));
              states.merge(state, 1L, Long::sum);
              if (state == ChargeState.APPROVED) {
                String currency = r.getString("currency");
                long minor = r.getLong("amount_minor");
                totals.merge(currency, minor, Math::addExact);
                visits.merge(
                    new VisitId(r.getString("visit_id")),
                    new Money(minor, Currency.getInstance(currency)),
                    (a, b) -> new Money(Math.addExact(a.minor(), b.minor()), a.currency()));
              }
              return state;
            })
        .list();
    return new LedgerSummary(
        Collections.unmodifiableMap(states),
        Collections.unmodifiableSortedMap(totals),
        Collections.unmodifiableSortedMap(visits));
  }
}
