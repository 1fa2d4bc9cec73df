package io.walkout.billing;

import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogCreator;

/**
 * Sends what Flyway says to the debug log: a shopper's store has no use for its progress, and what
 * goes wrong comes as an exception. Public only because Flyway makes it by name.
 */
public final class MigrationLog implements LogCreator {
  private static final System.Logger LOGGER = System.getLogger("io.walkout.billing.migrations");

  /** For Flyway. */
  public MigrationLog() {}

  @Override
  public Log createLogger(Class<?> from) {
    return new Debug();
  }

  private static final class Debug implements Log {
    @Override
    public void debug(String message) {
      LOGGER.log(System.Logger.Level.TRACE, message);
    }

    @Override
    public void info(String message) {
      LOGGER.log(System.Logger.Level.DEBUG, message);
    }

    @Override
    public void warn(String message) {
      LOGGER.log(System.Logger.Level.DEBUG, message);
    }

    @Override
    public void error(String message) {
      LOGGER.log(System.Logger.Level.DEBUG, message);
    }

    @Override
    public void error(String message, Exception e) {
      LOGGER.log(System.Logger.Level.DEBUG, message, e);
    }

    @Override
    public void notice(String message) {
      LOGGER.log(System.Logger.Level.DEBUG, message);
    }
  }
}
