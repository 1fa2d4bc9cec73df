package io.walkout.billing;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationState;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;

/**
 * One SQLite file with one writer: migrated, in WAL mode, every commit fsynced before it returns
 * (synchronous=FULL). A lock file beside it keeps a second process out for as long as this one
 * lives; the system lets go of it when the process dies, however it dies. Others may still read the
 * database itself. Threads take turns.
 */
final class SqliteFile implements AutoCloseable {
  /** How long to wait for a reader's lock. Readers hold one for moments only; chosen. */
  private static final int BUSY_MILLIS = 5_000;

  private final Path path;
  private final String what;
  private final FileChannel lockChannel;
  private final Handle handle;
  private boolean broken;

  private SqliteFile(Path path, String what, FileChannel lockChannel, Handle handle) {
    this.path = path;
    this.what = what;
    this.lockChannel = lockChannel;
    this.handle = handle;
  }

  /**
   * Opens or creates the file and brings its tables up to date.
   *
   * @param what for messages: "ledger"
   * @param migrations folder of the migrations on the class path
   * @throws StorageException if it can't be opened, is in use, is no such file or is of a newer
   *     version
   */
  static SqliteFile open(Path path, String what, String migrations) {
    if (path.toString().indexOf('?') >= 0) {
      throw new StorageException(what + " " + path + ": the path must not contain '?'");
    }
    FileChannel lockChannel = lock(path, what);
    try {
      SQLiteConfig config = new SQLiteConfig();
      config.setJournalMode(SQLiteConfig.JournalMode.WAL);
      config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
      config.enforceForeignKeys(true);
      config.setBusyTimeout(BUSY_MILLIS);
      SQLiteDataSource source = new SQLiteDataSource(config);
      source.setUrl("jdbc:sqlite:" + path.toAbsolutePath());
      migrate(source, path, what, migrations);
      Handle handle = Jdbi.open(source);
      // Arguments name credentials, and messages end up in logs.
      handle.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
      return new SqliteFile(path, what, lockChannel, handle);
    } catch (RuntimeException e) {
      closeQuietly(lockChannel, e);
      throw e instanceof StorageException
          ? e
          : new StorageException(SqliteErrors.describe(path, what, e), e);
    }
  }

  private static FileChannel lock(Path path, String what) {
    Path parent = path.toAbsolutePath().getParent();
    if (parent == null || !Files.isDirectory(parent)) {
      throw new StorageException(what + " " + path + ": there is no directory " + parent);
    }
    Path lockPath = path.resolveSibling(path.getFileName() + ".lock");
    FileChannel channel = null;
    try {
      channel = FileChannel.open(lockPath, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return channel;
      }
    } catch (IOException e) {
      throw new StorageException(what + " " + path + ": can't lock it: " + e.getMessage(), e);
    } catch (OverlappingFileLockException e) {
      // This process has it open already: refused below like any other.
    }
    StorageException inUse =
        new StorageException(
            what
                + " "
                + path
                + " is in use by another process (or twice by this one); only one may write it."
                + " Stop the other one and try again");
    closeQuietly(channel, inUse);
    throw inUse;
  }

  private static void migrate(SQLiteDataSource source, Path path, String what, String migrations) {
    Flyway flyway =
        Flyway.configure(SqliteFile.class.getClassLoader())
            .dataSource(source)
            .locations("classpath:" + migrations)
            .loggers(MigrationLog.class.getName())
            .load();
    for (var migration : flyway.info().applied()) {
      if (migration.getState() == MigrationState.FUTURE_SUCCESS) {
        throw new StorageException(
            what
                + " "
                + path
                + " has tables of version "
                + migration.getVersion()
                + ", newer than this program knows; use the newer program");
      }
    }
    flyway.migrate();
  }

  /** Reads; nothing may be written by {@code work}. */
  synchronized <T> T read(Function<Handle, T> work) {
    try {
      return work.apply(handle);
    } catch (JdbiException e) {
      throw new StorageException(SqliteErrors.describe(path, what, e), e);
    }
  }

  /**
   * Runs {@code work} as one transaction: all of it is on disk when this returns, or none of it
   * ever happened. Exceptions of {@code work} itself pass through unchanged.
   *
   * @throws StorageException if it can't be written. If a commit fails for anything but a full
   *     disk, its fate is known only after reopening (an fsync that failed can't be asked again),
   *     so all later writes are refused until then
   */
  synchronized <T> T write(Function<Handle, T> work) {
    if (broken) {
      throw new StorageException(
          what + " " + path + ": an earlier write failed at its commit; reopen it to go on");
    }
    boolean committing = false;
    try {
      handle.execute("BEGIN IMMEDIATE");
      T result = work.apply(handle);
      committing = true;
      handle.execute("COMMIT");
      return result;
    } catch (Throwable e) {
      broken = committing && !isCertainlyUndone(e);
      rollBack(e);
      if (e instanceof JdbiException) {
        throw new StorageException(
            SqliteErrors.describe(path, what, e) + "; nothing of this step was kept", e);
      }
      throw e;
    }
  }

  /** SQLite says these before the commit's own frame is whole in the log: it never happened. */
  private static boolean isCertainlyUndone(Throwable error) {
    SQLiteErrorCode code = SqliteErrors.codeOf(error);
    return code == SQLiteErrorCode.SQLITE_FULL || code == SQLiteErrorCode.SQLITE_BUSY;
  }

  private void rollBack(Throwable cause) {
    try {
      handle.execute("ROLLBACK");
    } catch (JdbiException e) {
      // SQLite rolls back by itself on a full disk and says so here; anything else is attached.
      if (!String.valueOf(e.getMessage()).contains("no transaction is active")) {
        broken = true;
        cause.addSuppressed(e);
      }
    }
  }

  /** Never lets the file grow beyond this many pages (4 KiB each), as a full disk would. */
  synchronized void limitPages(long pages) {
    handle.execute("PRAGMA max_page_count = " + pages);
  }

  @Override
  public synchronized void close() {
    try (lockChannel) {
      handle.close();
    } catch (IOException e) {
      throw new StorageException(what + " " + path + ": can't unlock it", e);
    }
  }

  private static void closeQuietly(@Nullable FileChannel channel, Throwable cause) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }
}
