package io.walkout.models.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What lies in an installed net's folder and where it came from. Written last, so a folder without
 * it holds nothing that counts.
 *
 * @param format version of this layout
 * @param net its name
 * @param packageName the package it came from
 * @param version of the package
 * @param integrity of the package's tarball
 * @param sources the files taken from the package, with their hashes
 * @param prepared version of the {@link Preparation} that made it
 * @param check what its check found when it was made
 * @param files what lies beside this manifest
 */
record Manifest(
    int format,
    String net,
    @JsonProperty("package") String packageName,
    String version,
    String integrity,
    List<Net.SourceFile> sources,
    String prepared,
    String check,
    List<Kept> files) {

  static final String NAME = "manifest.json";
  private static final int FORMAT = 1;
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /** A file in a net's folder. */
  record Kept(String name, long bytes, String sha256) {}

  /** Describes a folder as it lies there. */
  static Manifest of(Net net, NpmPackage from, String prepared, String check, Path folder)
      throws IOException {
    List<Kept> files = new ArrayList<>();
    try (var listed = Files.list(folder)) {
      for (Path file : listed.sorted().toList()) {
        files.add(
            new Kept(String.valueOf(file.getFileName()), Files.size(file), Hashes.sha256(file)));
      }
    }
    return new Manifest(
        FORMAT,
        net.name(),
        from.name(),
        from.version(),
        from.integrity(),
        net.files(),
        prepared,
        check,
        files);
  }

  /** A folder's manifest; empty if there is none, or none that can be read. */
  static Optional<Manifest> read(Path folder) {
    Path file = folder.resolve(NAME);
    try {
      Manifest manifest = MAPPER.readValue(Files.readAllBytes(file), Manifest.class);
      return manifest.format() == FORMAT && manifest.isWhole()
          ? Optional.of(manifest)
          : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  void write(Path folder) throws IOException {
    Files.write(folder.resolve(NAME), MAPPER.writeValueAsBytes(this));
  }

  /** Whether it was made from what the catalogue lists today, as it is made today. */
  boolean isCurrent(Net listed, NpmPackage from, String preparation) {
    return net.equals(listed.name())
        && integrity.equals(from.integrity())
        && sources.equals(listed.files())
        && prepared.equals(preparation);
  }

  /** The first file that is missing or has another size or hash, with what was expected. */
  Optional<String> difference(Path folder) throws IOException {
    for (Kept kept : files) {
      Path file = folder.resolve(kept.name());
      if (!Files.isRegularFile(file)) {
        return Optional.of(file + " is missing");
      }
      if (Files.size(file) != kept.bytes()) {
        return Optional.of(
            "%s has %,d bytes, expected %,d".formatted(file, Files.size(file), kept.bytes()));
      }
      String found = Hashes.sha256(file);
      if (!found.equals(kept.sha256())) {
        return Optional.of("%s has SHA-256 %s, expected %s".formatted(file, found, kept.sha256()));
      }
    }
    return Optional.empty();
  }

  /** Whether the net and its licence are among the files: JSON may leave anything out. */
  private boolean isWhole() {
    return net != null
        && integrity != null
        && sources != null
        && prepared != null
        && files != null
        && files.stream().anyMatch(kept -> (net + ".onnx").equals(kept.name()))
        && files.stream().noneMatch(kept -> kept.name() == null || kept.name().contains("/"))
        && files.stream().anyMatch(kept -> Licences.NAME.equals(kept.name()));
  }
}
