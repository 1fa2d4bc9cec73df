package io.walkout.billing;

/**
 * What a recovery found of the charges that were open.
 *
 * @param approved now known as charged
 * @param declined now known as refused
 * @param stillOpen still not known
 */
public record Recovery(int approved, int declined, int stillOpen) {
  static final Recovery NONE = new Recovery(0, 0, 0);

  Recovery plus(ChargeState state) {
    return switch (state) {
      case APPROVED -> new Recovery(approved + 1, declined, stillOpen);
      case DECLINED -> new Recovery(approved, declined + 1, stillOpen);
      case INTENT, UNKNOWN -> new Recovery(approved, declined, stillOpen + 1);
    };
  }
}
