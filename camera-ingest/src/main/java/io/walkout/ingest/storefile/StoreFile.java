package io.walkout.ingest.storefile;

import io.walkout.store.Camera;
import io.walkout.store.Catalogue;
import io.walkout.store.Facing;
import io.walkout.store.Planogram;
import io.walkout.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * A store as files: {@code store.yaml}, with the catalogue and the planogram as CSV beside it. The
 * format is described in docs/integrating/store-file.md. Safe for any thread.
 */
public final class StoreFile {
  /** Name of the store file that {@link #write} makes. */
  public static final String STORE_YAML = "store.yaml";

  /** Name of the catalogue that {@link #write} makes. */
  public static final String CATALOGUE_CSV = "catalogue.csv";

  /** Name of the planogram that {@link #write} makes. */
  public static final String PLANOGRAM_CSV = "planogram.csv";

  private StoreFile() {}

  /**
   * Reads a store. Warnings are dropped; {@link #check} tells them.
   *
   * @param storeYaml the store file
   * @throws StoreFileException with every error at once if there is any
   */
  public static Store read(Path storeYaml) {
    StoreCheck check = check(storeYaml);
    return check.store().orElseThrow(() -> new StoreFileException(check.errors()));
  }

  /**
   * Reads a store and says everything that is wrong or odd about its files. Never throws on what
   * the files hold. Memory is bounded by the largest files it takes: 16 MiB of YAML, 128 MiB of CSV
   * each.
   *
   * @param storeYaml the store file
   */
  public static StoreCheck check(Path storeYaml) {
    Findings findings = new Findings();
    Optional<Node> root = YamlTree.read(storeYaml, findings);
    Optional<Store> store =
        root.flatMap(
            node -> assemble(storeYaml, new YamlMap(storeYaml, findings, "", node), findings));
    return new StoreCheck(
        findings.errorCount() == 0 ? store : Optional.empty(),
        findings.errors(storeYaml),
        findings.warnings(storeYaml));
  }

  /** The files of a store, as far as it can be read: the store file, and those it names. */
  public static List<Path> files(Path storeYaml) {
    List<Path> files = new ArrayList<>(List.of(storeYaml));
    Findings findings = new Findings();
    YamlTree.read(storeYaml, findings)
        .map(node -> new YamlMap(storeYaml, findings, "", node))
        .map(root -> new StoreYamlReader(storeYaml, root, findings).read())
        .ifPresent(
            parts -> {
              parts.catalogueFile().ifPresent(files::add);
              parts.planogramFile().ifPresent(files::add);
            });
    return files;
  }

  private static Optional<Store> assemble(Path file, YamlMap root, Findings findings) {
    StoreYamlReader.Parts parts = new StoreYamlReader(file, root, findings).read();
    Optional<CatalogueCsv.Listing> listing =
        parts
            .catalogueFile()
            .flatMap(csv -> CatalogueCsv.read(csv, parts.currency().orElse(null), findings));
    List<Facing> facings =
        parts
            .planogramFile()
            .map(csv -> PlanogramCsv.read(csv, parts.layout(), listing, findings))
            .orElse(List.of());
    if (findings.errorCount() > 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Store(
            parts.name().orElseThrow(),
            parts.zone().orElseThrow(),
            parts.currency().orElseThrow(),
            parts.layout().orElseThrow(),
            new Catalogue(new ArrayList<>(listing.orElseThrow().products().values())),
            new Planogram(facings),
            parts.policy().orElseThrow()));
  }

  /**
   * Writes a store as {@code store.yaml}, {@code catalogue.csv} and {@code planogram.csv},
   * replacing those three files if they exist. {@link #read} gives back an equal store, to the last
   * bit of every number. The files are moved into place only once they have been read back.
   *
   * @param directory where to; made if absent
   * @throws StoreFileException if the store holds what no store file may (a coordinate that is not
   *     finite, a negative price, an id used twice, a facing on a plate that doesn't exist, ...);
   *     no file is changed then
   * @throws IllegalArgumentException if a price is in another currency than the store, or a shelf
   *     or plate is listed under a gondola or shelf that its address doesn't name
   * @throws IOException if the files can't be written
   */
  public static void write(Store store, Path directory) throws IOException {
    Files.createDirectories(directory);
    Path draft = Files.createTempDirectory(directory, ".store-draft");
    List<String> names = List.of(STORE_YAML, CATALOGUE_CSV, PLANOGRAM_CSV);
    try {
      Files.writeString(draft.resolve(STORE_YAML), StoreYamlWriter.write(store));
      Files.writeString(draft.resolve(CATALOGUE_CSV), CsvWriter.catalogue(store));
      Files.writeString(draft.resolve(PLANOGRAM_CSV), CsvWriter.planogram(store));
      StoreCheck check = check(draft.resolve(STORE_YAML));
      if (check.store().isEmpty()) {
        throw new StoreFileException(
            check.errors().stream().map(p -> movedTo(directory, p)).toList());
      }
      if (!check.store().get().equals(store)) {
        throw new IllegalArgumentException(
            "store '" + store.name() + "' holds a list out of order, or text that is no Unicode");
      }
      for (String name : names) {
        Files.move(
            draft.resolve(name), directory.resolve(name), StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      for (String name : names) {
        Files.deleteIfExists(draft.resolve(name));
      }
      Files.delete(draft);
    }
  }

  /** A camera's entry as a store file has it in its list of cameras, ending with a line end. */
  public static String cameraEntry(Camera camera) {
    return "  - " + String.join("\n    ", StoreYamlWriter.cameraLines(camera)) + "\n";
  }

  /**
   * Writes a copy of a store file with one camera's calibration in it, leaving everything else to
   * the letter; a camera that it lacks is added. The copy is read back, with the catalogue and the
   * planogram it names, before it gets its name.
   *
   * @param storeYaml the store file
   * @param camera what to put in
   * @param to where the copy goes, in the directory of {@code storeYaml} if that names its
   *     catalogue by a relative path; may be {@code storeYaml} itself
   * @return what is odd about the copy, and about this camera in particular
   * @throws StoreFileException with every error of the store file or the copy; nothing is written
   * @throws IOException if it can't be written
   */
  public static List<Problem> putCamera(Path storeYaml, Camera camera, Path to) throws IOException {
    Findings findings = new Findings();
    Optional<String> patched =
        BoundedText.read(storeYaml, YamlTree.MAX_BYTES, findings)
            .flatMap(text -> CameraPatch.apply(storeYaml, text, camera, findings));
    if (patched.isEmpty()) {
      throw new StoreFileException(findings.errors(storeYaml));
    }
    Path directory = to.toAbsolutePath().getParent();
    Path draft = Files.createTempFile(directory, ".store-draft", ".yaml");
    try {
      Files.writeString(draft, patched.get());
      StoreCheck check = check(draft);
      if (check.store().isEmpty()) {
        throw new StoreFileException(
            check.errors().stream()
                .map(p -> new Problem(storeYaml, p.line(), p.field(), p.found(), p.expected()))
                .toList());
      }
      Files.move(draft, to, StandardCopyOption.REPLACE_EXISTING);
      return check.warnings().stream()
          .map(
              p ->
                  p.file().equals(draft)
                      ? new Problem(to, p.line(), p.field(), p.found(), p.expected())
                      : p)
          .toList();
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static Problem movedTo(Path directory, Problem p) {
    Path file = directory.resolve(p.file().getFileName());
    return new Problem(file, p.line(), p.field(), p.found(), p.expected());
  }
}
