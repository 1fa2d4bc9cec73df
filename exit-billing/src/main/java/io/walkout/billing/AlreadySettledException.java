package io.walkout.billing;

import io.walkout.store.VisitId;

/**
 * A visit that is settled was to be settled again with another cart. Nothing was changed and
 * nothing charged.
 */
public final class AlreadySettledException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String visitId;

  AlreadySettledException(VisitId visit) {
    super(
        "visit "
            + visit
            + " is already settled with another cart; a settled visit is corrected by a refund,"
            + " never settled anew");
    this.visitId = visit.value();
  }

  /** The visit. */
  public VisitId visit() {
    return new VisitId(visitId);
  }
}
