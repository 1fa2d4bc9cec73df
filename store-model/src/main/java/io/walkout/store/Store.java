package io.walkout.store;

import java.time.ZoneId;
import java.util.Currency;

/**
 * A store: everything that is known about it before it opens. Immutable.
 *
 * @param name for people
 * @param zone where its clock is
 * @param currency of all its prices
 * @param layout what stands where
 * @param catalogue what it sells
 * @param planogram what stands on which plates
 * @param policy what it has decided
 */
public record Store(
    String name,
    ZoneId zone,
    Currency currency,
    Layout layout,
    Catalogue catalogue,
    Planogram planogram,
    Policy policy) {
  /** The same store under another policy. */
  public Store with(Policy other) {
    return new Store(name, zone, currency, layout, catalogue, planogram, other);
  }
}
