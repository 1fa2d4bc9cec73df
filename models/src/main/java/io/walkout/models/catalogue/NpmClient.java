package io.walkout.models.catalogue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The user's own npm, asked for a package's tarball. It goes to the registry or mirror that the
 * user set up, with the user's credentials and proxy; nothing of the package runs.
 */
public final class NpmClient {
  /** Chosen: 144 MB at a slow line's 50 kB/s, rounded up. */
  private static final long MOST_SECONDS = 3600;

  /** Chosen: far more than npm's longest complaint. */
  private static final int MOST_COMPLAINT_BYTES = 1 << 16;

  private static final long TICK_MILLIS = 100;

  private final Path program;

  /** An npm program. */
  public NpmClient(Path program) {
    this.program = program;
  }

  /** The npm that a shell would find. */
  public static Optional<NpmClient> onPath() {
    return onPath(System.getenv(), System.getProperty("os.name", ""));
  }

  /** The npm that a shell with this environment would find. */
  static Optional<NpmClient> onPath(Map<String, String> environment, String system) {
    boolean windows = system.toLowerCase(Locale.ROOT).startsWith("windows");
    List<String> names = windows ? List.of("npm.cmd", "npm.exe") : List.of("npm");
    String path = environment.getOrDefault("PATH", environment.getOrDefault("Path", ""));
    return Arrays.stream(path.split(File.pathSeparator, -1))
        .flatMap(folder -> names.stream().flatMap(name -> program(folder, name).stream()))
        .findFirst()
        .map(NpmClient::new);
  }

  private static Optional<Path> program(String folder, String name) {
    try {
      return Optional.of(Path.of(folder.isEmpty() ? "." : folder, name).toAbsolutePath())
          .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file));
    } catch (InvalidPathException e) {
      return Optional.empty(); // no folder at all, so no npm in it
    }
  }

  /**
   * Brings a package's tarball into an empty folder and waits for it.
   *
   * @return the tarball, its hash not yet checked
   * @throws ModelException if npm fails or takes longer than an hour, saying why
   */
  Path pack(NpmPackage wanted, Path folder, PullWatcher watcher) throws IOException {
    Path complaints = folder.resolve("npm.err");
    Process npm =
        new ProcessBuilder(
                program.toString(),
                "pack",
                wanted.spec(),
                "--pack-destination",
                folder.toAbsolutePath().toString(),
                "--ignore-scripts",
                "--loglevel=error",
                // npm's own waits between its tries are 10 and 60 s: long for somebody who looks on
                "--fetch-retry-mintimeout=1000",
                "--fetch-retry-maxtimeout=5000")
            .redirectOutput(folder.resolve("npm.out").toFile())
            .redirectError(complaints.toFile())
            .start();
    npm.getOutputStream().close();
    Thread stop = new Thread(() -> end(npm), "npm stop");
    Runtime.getRuntime().addShutdownHook(stop);
    try {
      await(npm, wanted, watcher);
    } finally {
      end(npm);
      forget(stop);
    }
    if (npm.exitValue() != 0) {
      throw NpmComplaint.of(head(complaints), npm.exitValue()).about(wanted);
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".tgz"))
          .findFirst()
          .orElseThrow(
              () -> ModelException.failure("npm pack " + wanted.spec() + " left no tarball"));
    }
  }

  private static void await(Process npm, NpmPackage wanted, PullWatcher watcher) {
    long began = System.nanoTime();
    try {
      while (!npm.waitFor(TICK_MILLIS, TimeUnit.MILLISECONDS)) {
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);
        if (seconds > MOST_SECONDS) {
          throw ModelException.failure(
              "npm pack %s took more than %d s and was stopped"
                  .formatted(wanted.spec(), MOST_SECONDS));
        }
        watcher.reached(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ModelException.failure("the pull was interrupted", e);
    }
  }

  private static void end(Process npm) {
    npm.descendants().forEach(ProcessHandle::destroyForcibly);
    npm.destroyForcibly();
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      return; // the program is ending: the hook does its work
    }
  }

  private static String head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(MOST_COMPLAINT_BYTES), StandardCharsets.UTF_8);
    }
  }
}
