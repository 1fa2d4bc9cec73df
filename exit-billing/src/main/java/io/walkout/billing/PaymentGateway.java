package io.walkout.billing;

import java.util.Optional;

/**
 * Takes money from shoppers: a card processor, or a retailer's own system. Called from one thread;
 * both methods may block for as long as the gateway's own time limit. A runtime exception other
 * than {@link IdempotencyConflictException} is taken for {@link ChargeOutcome.Unknown}.
 */
public interface PaymentGateway {
  /**
   * Charges an account, once per idempotency key: asked again with the same key and amount, the
   * gateway gives the same answer and takes nothing more.
   *
   * @throws IdempotencyConflictException if the key is known with another account or amount
   */
  ChargeOutcome charge(ChargeRequest request);

  /**
   * What became of an earlier charge: empty if the gateway has never acted on that key, {@link
   * ChargeOutcome.Unknown} if it can't tell.
   */
  Optional<ChargeOutcome> find(String idempotencyKey);
}
