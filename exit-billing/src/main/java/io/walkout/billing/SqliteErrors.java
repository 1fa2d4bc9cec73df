package io.walkout.billing;

import java.nio.file.Path;
import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What SQLite's errors mean to the person who has to act on them. */
final class SqliteErrors {
  private SqliteErrors() {}

  /** One sentence: which file, and what is wrong with it. */
  static String describe(Path path, String what, Throwable error) {
    String file = what + " " + path + ": ";
    SQLiteErrorCode code = codeOf(error);
    if (code == null) {
      return file + (error instanceof FlywayException ? firstLine(error) : error.getMessage());
    }
    return file
        + switch (code) {
          case SQLITE_FULL -> "the disk is full";
          case SQLITE_NOTADB -> "this file is no SQLite database";
          case SQLITE_CORRUPT -> "the file is damaged; restore it from a copy";
          case SQLITE_BUSY, SQLITE_LOCKED -> "another process holds it locked";
          case SQLITE_READONLY -> "the file may not be written";
          case SQLITE_CANTOPEN -> "the file can't be opened";
          default ->
              code.name().startsWith("SQLITE_IOERR")
                  ? "the disk failed (" + code + ")"
                  : "SQLite refused: " + code + " " + code.message + ": " + root(error);
        };
  }

  /** SQLite's own code for it, or null where SQLite has no part in it. */
  static @Nullable SQLiteErrorCode codeOf(Throwable error) {
    for (Throwable t = error; t != null; t = t.getCause()) {
      if (t instanceof SQLiteException sqlite) {
        return sqlite.getResultCode();
      }
      if (t instanceof SQLException sql && sql.getErrorCode() != 0) {
        return SQLiteErrorCode.getErrorCode(sql.getErrorCode());
      }
    }
    return null;
  }

  private static String firstLine(Throwable error) {
    return String.valueOf(error.getMessage()).lines().findFirst().orElse("can't be migrated");
  }

  private static @Nullable String root(Throwable error) {
    Throwable t = error;
    while (t.getCause() != null) {
      t = t.getCause();
    }
    return t.getMessage();
  }
}
