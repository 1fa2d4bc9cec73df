package io.walkout.node.report;

/**
 * Something the user can mend: wrong usage or unusable input. Its message is one clear sentence
 * that says what to fix.
 */
public final class UserError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A sentence for the user. */
  public UserError(String message) {
    super(message);
  }

  /** A sentence for the user, and what lies behind it. */
  public UserError(String message, Throwable cause) {
    super(message, cause);
  }
}
