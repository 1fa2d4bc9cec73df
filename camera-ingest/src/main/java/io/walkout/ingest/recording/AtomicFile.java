package io.walkout.ingest.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Files that are there whole or not at all: written beside their place, then moved into it. */
final class AtomicFile {
  private AtomicFile() {}

  /** Writes the bytes to the disk and moves them to {@code file}, replacing what is there. */
  static void write(Path file, byte[] content) throws IOException {
    Path part = part(file);
    try (FileChannel channel =
        FileChannel.open(
            part,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    } catch (FileSystemException e) {
      throw e;
    } catch (IOException e) {
      throw new IOException(file + ": can't be written: " + e.getMessage(), e);
    }
    move(part, file);
  }

  /** Copies a file unchanged. */
  static void copy(Path from, Path file) throws IOException {
    Path part = part(file);
    Files.copy(from, part, StandardCopyOption.REPLACE_EXISTING);
    move(part, file);
  }

  private static Path part(Path file) {
    return file.resolveSibling(file.getFileName() + ".part");
  }

  private static void move(Path part, Path file) throws IOException {
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
