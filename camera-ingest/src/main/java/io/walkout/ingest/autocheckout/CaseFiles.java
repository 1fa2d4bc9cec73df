package io.walkout.ingest.autocheckout;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** Where the collections of a case lie: each plain or gzipped, or simply absent. */
record CaseFiles(Path dir) {
  private static final int BUFFER_BYTES = 256 << 10;
  private static final List<String> ENDINGS = List.of(".json", ".json.gz", ".jsonl", ".jsonl.gz");

  private static final Set<String> READ =
      Set.of("plate_data", "full_targets", "targets", "products", "planogram", "truth");

  /** The file of a collection, such as {@code plate_data}. */
  Optional<Path> find(String collection) {
    return ENDINGS.stream()
        .map(ending -> dir.resolve(collection + ending))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  /** A file of {@code store_meta/}, plain or gzipped. */
  Optional<Path> findMeta(String name) {
    return new CaseFiles(dir.resolve("store_meta")).find(name);
  }

  /** Collections that lie there and that nothing here reads, by file name. */
  List<String> unread() throws IOException {
    List<String> unread = new ArrayList<>();
    try (var entries = Files.newDirectoryStream(dir, "*.{json,json.gz,jsonl,jsonl.gz}")) {
      for (Path entry : entries) {
        String name = String.valueOf(entry.getFileName());
        if (!READ.contains(name.substring(0, name.indexOf('.')))) {
          unread.add(name);
        }
      }
    }
    unread.sort(Comparator.naturalOrder());
    return unread;
  }

  /** The videos, cam-2 before cam-10. */
  List<Path> videos() throws IOException {
    Path videos = dir.resolve("videos");
    List<Path> found = new ArrayList<>();
    if (Files.isDirectory(videos)) {
      try (var entries = Files.newDirectoryStream(videos, "cam-*.{mp4,avi,mkv,mov,m4v,ts}")) {
        entries.forEach(found::add);
      }
    }
    found.sort(
        Comparator.<Path>comparingInt(file -> String.valueOf(file.getFileName()).length())
            .thenComparing(file -> String.valueOf(file.getFileName())));
    return found;
  }

  /** Opens a file, unzipping it if its name ends in {@code .gz}. */
  static InputStream open(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    if (!file.toString().endsWith(".gz")) {
      return in;
    }
    try {
      return new GZIPInputStream(in, BUFFER_BYTES);
    } catch (IOException e) {
      in.close();
      throw new ImportException(file + " is no gzip file: " + e.getMessage());
    }
  }

  /** Path within the case, for sentences. */
  String name(Path file) {
    return dir.relativize(file).toString();
  }
}
