package io.walkout.models.catalogue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder that nets are kept in: one folder for each, holding {@code NAME.onnx}, its licence and
 * its manifest. A net's folder comes into being whole, by one rename; what is unfinished lies in
 * {@code .staging}. Reading needs no lock.
 */
public final class ModelsFolder {
  private static final String STAGING = ".staging";

  private final Path root;

  /** A folder, which need not exist yet. */
  public ModelsFolder(Path root) {
    this.root = root;
  }

  /** How a net stands in a folder. */
  public enum State {
    /** Whole, and made from what the catalogue lists. */
    INSTALLED,
    /** Not there. */
    ABSENT,
    /** Whole, but made from another version or by another converter. */
    OUTDATED,
    /** There, but a file is missing or not what it was. */
    DAMAGED
  }

  /** This user's folder. */
  public static ModelsFolder user() {
    return new ModelsFolder(
        place(
            System.getenv(),
            System.getProperty("os.name", ""),
            Path.of(System.getProperty("user.home", "."))));
  }

  /**
   * Where a user's nets lie: {@code WALKOUT_MODELS}, or {@code walkout/models} in {@code
   * XDG_CACHE_HOME}, or in the system's usual place for caches.
   */
  static Path place(Map<String, String> environment, String system, Path home) {
    String chosen = environment.getOrDefault("WALKOUT_MODELS", "");
    if (!chosen.isBlank()) {
      return Path.of(chosen);
    }
    String xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
    if (!xdg.isBlank() && Path.of(xdg).isAbsolute()) { // the standard ignores relative ones
      return Path.of(xdg, "walkout", "models");
    }
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("mac")) {
      return home.resolve(Path.of("Library", "Caches", "walkout", "models"));
    }
    String local = environment.getOrDefault("LOCALAPPDATA", "");
    if (name.startsWith("windows") && !local.isBlank()) {
      return Path.of(local, "walkout", "models");
    }
    return home.resolve(Path.of(".cache", "walkout", "models"));
  }

  /** Where it lies. */
  public Path root() {
    return root;
  }

  /** Where a net's files lie if it is installed. */
  public Path folderOf(Net net) {
    return root.resolve(net.name());
  }

  /**
   * An installed net's file, after its hash was checked.
   *
   * @throws ModelException if it isn't installed or isn't what it was, saying what to do
   */
  public Path onnx(Net net) {
    Path folder = folderOf(net);
    Optional<Manifest> manifest = Manifest.read(folder);
    if (manifest.isEmpty()) {
      throw ModelException.input(
          "the net '%s' is not installed in %s: run './walkout models pull %s'"
              .formatted(net.name(), root, net.name()));
    }
    try {
      Optional<String> difference = manifest.get().difference(folder);
      if (difference.isPresent()) {
        throw ModelException.input(
            "%s: run './walkout models pull %s'".formatted(difference.get(), net.name()));
      }
    } catch (IOException e) {
      throw ModelException.input(folder + " can't be read: " + e.getMessage(), e);
    }
    return folder.resolve(net.onnxName());
  }

  /** How a net stands, after its hashes were checked. */
  public State state(Net net, NpmPackage from, String preparation) throws IOException {
    Path folder = folderOf(net);
    Optional<Manifest> manifest = Manifest.read(folder);
    if (manifest.isEmpty()) {
      return Files.exists(folder) ? State.DAMAGED : State.ABSENT;
    }
    if (manifest.get().difference(folder).isPresent()) {
      return State.DAMAGED;
    }
    return manifest.get().isCurrent(net, from, preparation) ? State.INSTALLED : State.OUTDATED;
  }

  /** Bytes of an installed net's files. */
  public long bytes(Net net) {
    return Manifest.read(folderOf(net)).stream()
        .flatMap(manifest -> manifest.files().stream())
        .mapToLong(Manifest.Kept::bytes)
        .sum();
  }

  Path staging() {
    return root.resolve(STAGING);
  }

  Path staged(String name) {
    return staging().resolve(name);
  }

  /** Puts a finished folder in a net's place, by a rename; what was there is dropped. */
  void install(Net net, Path finished) throws IOException {
    try (Stream<Path> files = Files.list(finished)) {
      for (Path file : files.toList()) {
        settle(file, StandardOpenOption.WRITE);
      }
    }
    settle(finished, StandardOpenOption.READ);
    Path place = folderOf(net);
    if (Files.exists(place)) {
      Path old = staged(net.name() + ".old");
      remove(old);
      Files.move(place, old, StandardCopyOption.ATOMIC_MOVE);
      move(finished, place);
      remove(old);
    } else {
      move(finished, place);
    }
  }

  private void move(Path finished, Path place) throws IOException {
    Files.move(finished, place, StandardCopyOption.ATOMIC_MOVE);
    settle(root, StandardOpenOption.READ);
  }

  /** Brings to disk what was written, so that a power cut can't leave a name without its bytes. */
  private static void settle(Path path, StandardOpenOption option) throws IOException {
    if (option == StandardOpenOption.READ && System.getProperty("os.name", "").startsWith("Win")) {
      return; // Windows opens no folders
    }
    try (FileChannel channel = FileChannel.open(path, option)) {
      channel.force(true);
    }
  }

  /** Removes a file or a folder with all in it; nothing there is fine. Links aren't followed. */
  static void remove(Path path) throws IOException {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> walk = Files.walk(path)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : all) {
      Files.deleteIfExists(each);
    }
  }
}
