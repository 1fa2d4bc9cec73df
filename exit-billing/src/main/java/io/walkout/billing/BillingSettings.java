package io.walkout.billing;

import io.walkout.store.visit.DoorCredentials;

/**
 * Bounds of billing.
 *
 * @param chargeAttempts how often a gateway is asked before a charge is left UNKNOWN, at least 1
 * @param credentialWindowNanos how far apart, in event time, showing a credential at a door and
 *     being first seen there may lie
 * @param openVisits most visits open at once; beyond it a visit is still settled, but as a guest's
 * @param waitingCredentials most credentials that wait for their person; beyond it the oldest is
 *     dropped and its person becomes a guest
 */
public record BillingSettings(
    int chargeAttempts, long credentialWindowNanos, int openVisits, int waitingCredentials) {
  /**
   * Three attempts (chosen: one lost answer and one more); from door to first sight as {@link
   * DoorCredentials#WINDOW_NANOS}; 1,024 visits and 1,024 credentials (chosen: sixteen times the
   * people a tracker follows at once).
   */
  public static final BillingSettings DEFAULT =
      new BillingSettings(3, DoorCredentials.WINDOW_NANOS, 1024, 1024);

  /** Throws {@link IllegalArgumentException} on a bound below 1. */
  public BillingSettings {
    if (chargeAttempts < 1
        || credentialWindowNanos < 1
        || openVisits < 1
        || waitingCredentials < 1) {
      throw new IllegalArgumentException("billing's bounds must be 1 or more");
    }
  }
}
