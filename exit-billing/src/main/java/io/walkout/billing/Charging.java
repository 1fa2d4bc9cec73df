package io.walkout.billing;

import java.util.Optional;

/**
 * Asks a gateway for a charge until it knows what became of it, a bounded number of times, always
 * with the same key. Whatever was asked before is looked up first and only asked again if the
 * gateway has never acted on it. There is no pause between attempts: waiting would need a clock,
 * and what stays open is taken up by the ledger's recovery.
 */
final class Charging {
  private final PaymentGateway gateway;
  private final int attempts;

  Charging(PaymentGateway gateway, int attempts) {
    this.gateway = gateway;
    this.attempts = attempts;
  }

  /**
   * Asks, or asks again.
   *
   * @param maybeAsked whether the gateway may have been asked before
   * @return what became of it; Unknown if even the last attempt gave no usable answer
   */
  ChargeOutcome complete(ChargeRequest request, boolean maybeAsked) {
    ChargeOutcome outcome = attempt(request, maybeAsked);
    for (int i = 1; i < attempts && outcome instanceof ChargeOutcome.Unknown; i++) {
      outcome = attempt(request, true);
    }
    return outcome;
  }

  private ChargeOutcome attempt(ChargeRequest request, boolean maybeAsked) {
    try {
      Optional<ChargeOutcome> known =
          maybeAsked ? gateway.find(request.idempotencyKey()) : Optional.empty();
      return known.isPresent() ? known.get() : gateway.charge(request);
    } catch (RuntimeException e) {
      // A gateway that breaks has not told us anything: the money may have moved.
      return new ChargeOutcome.Unknown(
          e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
    }
  }
}
