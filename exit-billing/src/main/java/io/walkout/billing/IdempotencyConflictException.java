package io.walkout.billing;

/**
 * A gateway knows the idempotency key with another account or amount. The request was not acted on;
 * trying again will not help, a person has to look.
 */
public final class IdempotencyConflictException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what the key is already used for. */
  public IdempotencyConflictException(String message) {
    super(message);
  }
}
