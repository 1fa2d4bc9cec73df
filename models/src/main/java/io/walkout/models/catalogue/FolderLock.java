package io.walkout.models.catalogue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Lets one pull at a time work in a folder. The operating system's lock on a file keeps out other
 * programs and goes with the program that holds it, however that ends; a lock in memory keeps out
 * other threads, which file locks don't.
 */
final class FolderLock implements AutoCloseable {
  private static final String NAME = ".lock";
  private static final Map<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

  private final ReentrantLock threads;
  private final FileChannel channel;

  private FolderLock(ReentrantLock threads, FileChannel channel) {
    this.threads = threads;
    this.channel = channel;
  }

  /** Waits until the folder is free, telling the watcher once if it isn't. The folder exists. */
  static FolderLock take(Path folder, PullWatcher watcher) throws IOException {
    Path file = folder.resolve(NAME);
    ReentrantLock threads =
        THREADS.computeIfAbsent(file.toAbsolutePath().normalize(), f -> new ReentrantLock());
    boolean told = !threads.tryLock();
    if (told) {
      watcher.waits(folder);
      threads.lock();
    }
    @Nullable FileChannel channel = null;
    try {
      Files.createDirectories(folder);
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        if (!told) {
          watcher.waits(folder);
        }
        lock = channel.lock();
      }
      return new FolderLock(threads, channel);
    } catch (IOException | RuntimeException e) {
      if (channel != null) {
        channel.close();
      }
      threads.unlock();
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close(); // lets go of the file's lock too
    } finally {
      threads.unlock();
    }
  }
}
