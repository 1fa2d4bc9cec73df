package io.walkout.billing;

/**
 * How a simulated card processor behaves, request by request. Rules are stacked: the one added last
 * is asked first.
 *
 * <pre>{@code
 * CardScript.always(Behaviour.APPROVE)
 *     .everyNth(5, Behaviour.TIME_OUT_AFTER)
 *     .forAccount("account:0815", Behaviour.DECLINE)
 * }</pre>
 */
@FunctionalInterface
public interface CardScript {
  /** What the processor does with a request, its {@code nth} since its book began, from 1. */
  Behaviour behaviour(ChargeRequest request, long nth);

  /** The same for every request. */
  static CardScript always(Behaviour behaviour) {
    return (request, nth) -> behaviour;
  }

  /** These for the first requests, one each, then APPROVE. */
  static CardScript first(Behaviour... behaviours) {
    Behaviour[] copy = behaviours.clone();
    return (request, nth) -> nth <= copy.length ? copy[(int) nth - 1] : Behaviour.APPROVE;
  }

  /** This script, but every nth request is met with {@code behaviour}. */
  default CardScript everyNth(long n, Behaviour behaviour) {
    if (n < 1) {
      throw new IllegalArgumentException("every nth counts from 1: " + n);
    }
    return (request, nth) -> nth % n == 0 ? behaviour : this.behaviour(request, nth);
  }

  /** This script, but requests on {@code account} are met with {@code behaviour}. */
  default CardScript forAccount(String account, Behaviour behaviour) {
    return (request, nth) ->
        request.account().equals(account) ? behaviour : this.behaviour(request, nth);
  }

  /** What a processor may do with a request. A key it has decided on keeps its decision. */
  enum Behaviour {
    /** Takes the money and says so. */
    APPROVE,
    /** Refuses. */
    DECLINE,
    /** The request is lost: nothing happens, no answer comes. */
    TIME_OUT_BEFORE,
    /** Takes the money; the answer is lost. */
    TIME_OUT_AFTER,
    /** Takes the money, says so, and delivers the same outcome a second time. */
    ANSWER_TWICE
  }
}
