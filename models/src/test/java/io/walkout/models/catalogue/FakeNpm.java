package io.walkout.models.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** A program that behaves like {@code npm pack}, without a network. */
final class FakeNpm {
  private final Path program;
  private final Path calls;

  private FakeNpm(Path folder, String script) throws IOException {
    Assumptions.assumeTrue(
        Files.isExecutable(Path.of("/bin/sh")), "skipped: the fake npm is a script for /bin/sh");
    Files.createDirectories(folder);
    program = folder.resolve("npm");
    calls = folder.resolve("calls.txt");
    Files.writeString(calls, "");
    Files.writeString(program, "#!/bin/sh\necho \"$@\" >> '" + calls + "'\n" + script);
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** Lays this tarball into the folder that it is told. */
  static FakeNpm that(Path folder, Path bringsTarball) throws IOException {
    return new FakeNpm(
        folder,
        """
        while [ "$1" != --pack-destination ]; do shift; done
        cp '%s' "$2/fake-1.0.0.tgz" && echo fake-1.0.0.tgz
        """
            .formatted(bringsTarball));
  }

  /** Says this on stderr and ends with 1. */
  static FakeNpm complaining(Path folder, String complaint) throws IOException {
    return new FakeNpm(folder, "cat >&2 <<'END'\n" + complaint + "\nEND\nexit 1\n");
  }

  NpmClient client() {
    return new NpmClient(program);
  }

  Path folder() {
    return program.resolveSibling("");
  }

  /** What it was called with, a line for each time. */
  List<String> calls() throws IOException {
    return Files.readAllLines(calls);
  }
}
