package io.walkout.node.report;

import io.walkout.ingest.mot.MotException;
import io.walkout.ingest.video.VideoException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A file that a command writes. It is never one that the command reads, by whatever name or link,
 * and it stands beside its place until it is whole: a run that fails or is ended leaves what was
 * there. A device or a pipe is written as it comes. Stateless.
 */
public final class OutputFile {
  private static final String PART = ".part";

  /** Fills a file. */
  public interface Body {
    /** Writes all of it to {@code file}. */
    void write(Path file) throws IOException;
  }

  private OutputFile() {}

  /**
   * Refuses, before any work is done, a name that can't become a file or that is read.
   *
   * @param option named in the sentence, as {@code --out}
   * @param out where the file is to go; nothing is looked at if null
   * @param reads files that the command reads; of a folder, all files anywhere in it; what isn't
   *     there is passed over
   * @throws UserError if it can't be written there
   */
  public static void expect(String option, @Nullable Path out, Collection<Path> reads)
      throws IOException {
    if (out == null) {
      return;
    }
    if (Files.isDirectory(out)) {
      throw new UserError(option + " " + out + ": is a folder; the name of a file is expected");
    }
    for (Path read : reads) {
      if (isOrHolds(read, out) || isOrHolds(read, part(out))) {
        throw new UserError(
            option + " " + out + ": would overwrite " + read + ", which is read; give another");
      }
    }
  }

  private static boolean isOrHolds(Path read, Path out) throws IOException {
    if (!Files.exists(read) || !Files.exists(out)) {
      return false;
    }
    return Files.isDirectory(read)
        ? out.toRealPath().startsWith(read.toRealPath())
        : Files.isSameFile(read, out);
  }

  /**
   * Writes a file, making its folder if need be; what is at {@code out} is replaced only when
   * {@code body} is through, and where a link leads there the link stays.
   *
   * @throws UserError naming the file, if the system says no without naming it
   */
  public static void write(Path out, Body body) throws IOException {
    boolean link = Files.isSymbolicLink(out);
    Path place = link && Files.exists(out) ? out.toRealPath() : out.toAbsolutePath();
    Path folder = place.getParent();
    try {
      if (folder != null && !Files.isDirectory(folder)) {
        Files.createDirectories(folder);
      }
      boolean other =
          (link && !Files.exists(out)) || (Files.exists(place) && !Files.isRegularFile(place));
      if (other || folder == null || !Files.isWritable(folder)) {
        body.write(place);
      } else {
        writeBeside(place, body);
      }
    } catch (MotException | VideoException e) {
      throw e; // what was read, and says so itself
    } catch (FileSystemException e) {
      if (e.getFile() != null && !isOurs(Path.of(e.getFile()), place)) {
        throw e;
      }
      throw new UserError(out + ": can't be written (" + why(e) + ")", e);
    } catch (IOException e) {
      throw new UserError(out + ": can't be written (" + e.getMessage() + ")", e);
    }
  }

  /** Whether an error names what is written, or a folder that was to be made for it. */
  private static boolean isOurs(Path named, Path place) {
    return place.startsWith(named) || named.equals(part(place));
  }

  private static void writeBeside(Path place, Body body) throws IOException {
    Path part = part(place);
    try {
      body.write(part);
      Files.move(part, place, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static Path part(Path place) {
    return place.resolveSibling(place.getFileName() + PART);
  }

  private static String why(FileSystemException e) {
    return switch (e) {
      case AccessDeniedException denied -> "permission denied";
      case FileAlreadyExistsException there -> there.getFile() + " is a file, not a folder";
      case NoSuchFileException gone -> "there is no folder for it";
      default -> e.getReason() == null ? "no reason given" : e.getReason();
    };
  }
}
