package io.walkout.billing;

/** Where a charge stands. INTENT and UNKNOWN are open; APPROVED and DECLINED are final. */
public enum ChargeState {
  /** Written down in the ledger; whether the gateway was asked is not known. */
  INTENT,
  /** The gateway has taken the money. */
  APPROVED,
  /** The gateway refused; no money moved. */
  DECLINED,
  /** The gateway was asked and gave no usable answer; money may or may not have moved. */
  UNKNOWN;

  /** Whether this state is the last one. */
  public boolean isFinal() {
    return this == APPROVED || this == DECLINED;
  }
}
