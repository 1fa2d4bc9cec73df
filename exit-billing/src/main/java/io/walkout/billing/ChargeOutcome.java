package io.walkout.billing;

import io.walkout.store.Money;

/** What became of a charge, as the gateway tells it. */
public sealed interface ChargeOutcome {
  /**
   * The money was taken.
   *
   * @param reference the gateway's name for it, printed on the receipt
   * @param amount how much was taken: whoever asked compares it with what was meant
   */
  record Approved(String reference, Money amount) implements ChargeOutcome {}

  /**
   * The charge was refused; no money moved.
   *
   * @param reason in words
   */
  record Declined(String reason) implements ChargeOutcome {}

  /**
   * No usable answer: money may or may not have moved.
   *
   * @param reason in words
   */
  record Unknown(String reason) implements ChargeOutcome {}
}
