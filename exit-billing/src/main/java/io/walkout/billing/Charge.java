package io.walkout.billing;

import io.walkout.store.VisitId;
import org.jspecify.annotations.Nullable;

/**
 * A charge as the ledger has it.
 *
 * @param visit what for
 * @param request what the gateway is asked
 * @param eventNanos when the visit ended, event time
 * @param state where it stands
 * @param reference the gateway's name for it, or null unless approved
 * @param reason why it is declined or unknown, or null
 */
record Charge(
    VisitId visit,
    ChargeRequest request,
    long eventNanos,
    ChargeState state,
    @Nullable String reference,
    @Nullable String reason) {
  private static final String NUMBER = "/charge/";

  /** The idempotency key of a visit's charge with that number, from 1. */
  static String key(VisitId visit, int number) {
    return visit + NUMBER + number;
  }

  /** Its number among its visit's charges, from 1. */
  int number() {
    String key = request.idempotencyKey();
    return Integer.parseInt(key.substring(key.lastIndexOf('/') + 1));
  }
}
