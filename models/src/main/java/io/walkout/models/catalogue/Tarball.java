package io.walkout.models.catalogue;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * A package's tarball, from which only named files of known size and hash are taken. A file's place
 * on disk is the caller's, never the archive's, so no entry can write anywhere else; links and
 * devices are never followed or made.
 */
final class Tarball {
  /** Chosen: a hundred times what the largest package of the catalogue holds. */
  private static final int MOST_ENTRIES = 10_000;

  private static final int CHUNK_BYTES = 1 << 16;

  private final Path file;

  Tarball(Path file) {
    this.file = file;
  }

  /** Where a file of the package goes. */
  record Target(Net.SourceFile source, Path place) {}

  /**
   * Takes files out, each into its place; what is there already is replaced.
   *
   * @throws ModelException if one is missing, longer or other than the catalogue says
   */
  void extract(Iterable<Target> targets) throws IOException {
    Map<String, Target> missing = new LinkedHashMap<>();
    targets.forEach(target -> missing.put(target.source().path(), target));
    try (InputStream in = Files.newInputStream(file);
        TarArchiveInputStream tar =
            new TarArchiveInputStream(new GZIPInputStream(in, CHUNK_BYTES))) {
      TarArchiveEntry entry = tar.getNextEntry();
      for (int n = 0; entry != null && !missing.isEmpty(); entry = tar.getNextEntry()) {
        if (++n > MOST_ENTRIES) {
          throw broken("has more than " + MOST_ENTRIES + " entries");
        }
        Target target = missing.remove(inPackage(entry.getName()));
        if (target != null) {
          take(tar, entry, target);
        }
      }
    } catch (EOFException | ZipException e) {
      throw ModelException.input(file + " is no whole tarball: " + e.getMessage(), e);
    }
    if (!missing.isEmpty()) {
      throw broken("holds no " + String.join(", ", missing.keySet()));
    }
  }

  private void take(InputStream tar, TarArchiveEntry entry, Target target) throws IOException {
    Net.SourceFile source = target.source();
    if (!entry.isFile() || entry.isLink() || entry.isSymbolicLink()) {
      throw broken("holds " + source.path() + " as something that is no plain file");
    }
    if (entry.getSize() != source.bytes()) {
      throw broken(
          "holds %s with %,d bytes, expected %,d"
              .formatted(source.path(), entry.getSize(), source.bytes()));
    }
    MessageDigest digest = Hashes.sha("SHA-256");
    try (OutputStream out = Files.newOutputStream(target.place())) {
      byte[] chunk = new byte[CHUNK_BYTES];
      long left = source.bytes();
      while (left > 0) {
        int n = tar.read(chunk, 0, (int) Math.min(left, chunk.length));
        if (n < 0) {
          throw broken("ends inside " + source.path());
        }
        digest.update(chunk, 0, n);
        out.write(chunk, 0, n);
        left -= n;
      }
    }
    String found = HexFormat.of().formatHex(digest.digest());
    if (!found.equals(source.sha256())) {
      throw broken(
          "holds %s with SHA-256 %s, expected %s".formatted(source.path(), found, source.sha256()));
    }
  }

  /** npm puts all files into one folder, mostly {@code package}; whatever its name, it goes. */
  private static String inPackage(String entry) {
    return entry.substring(entry.indexOf('/') + 1);
  }

  private ModelException broken(String what) {
    return ModelException.input(file + " " + what);
  }
}
