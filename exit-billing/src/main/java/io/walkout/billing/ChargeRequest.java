package io.walkout.billing;

import io.walkout.store.Money;

/**
 * What a gateway is asked for.
 *
 * @param idempotencyKey names this charge for ever: a gateway acts on a key once, however often it
 *     is asked
 * @param account who pays, as the credential names them, or "visit:" and the visit for a guest
 * @param amount how much, above zero
 * @param description for the shopper's statement
 */
public record ChargeRequest(
    String idempotencyKey, String account, Money amount, String description) {
  /** Throws {@link IllegalArgumentException} on a blank key or an amount that is not positive. */
  public ChargeRequest {
    if (idempotencyKey.isBlank() || account.isBlank()) {
      throw new IllegalArgumentException("a charge needs a key and an account");
    }
    if (amount.minor() <= 0) {
      throw new IllegalArgumentException(
          "charge " + idempotencyKey + " must be above zero: " + amount);
    }
  }

  /** Without the account, which names a credential. */
  @Override
  public String toString() {
    return "ChargeRequest[" + idempotencyKey + ", " + amount + "]";
  }
}
