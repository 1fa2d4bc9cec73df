package io.walkout.ingest.autocheckout;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.walkout.ingest.recording.Provenance;
import io.walkout.ingest.recording.Recording;
import io.walkout.ingest.recording.RecordingWriter;
import io.walkout.ingest.recording.Truth;
import io.walkout.store.Camera;
import io.walkout.store.Catalogue;
import io.walkout.store.Gondola;
import io.walkout.store.Layout;
import io.walkout.store.Policy;
import io.walkout.store.ProductCode;
import io.walkout.store.Store;
import io.walkout.store.geometry.FloorPolygon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Turns a case directory of the AutoCheckout format into a recording. Reads the streams twice
 * (first their times, then their content), each line by line; memory grows by some 30 bytes a
 * document.
 */
public final class AutoCheckoutImport {
  private final CaseFiles files;
  private final ImportLog log = new ImportLog();

  private AutoCheckoutImport(Path caseDir) {
    this.files = new CaseFiles(caseDir);
  }

  /**
   * Imports a case. The recording appears whole or not at all. Blocks on the disk.
   *
   * @param caseDir the case: collections as JSON lines, plain or gzipped, {@code store_meta/},
   *     {@code videos/}, {@code truth.json}; what is missing is absent
   * @param recDir the recording's directory, which must not exist or be empty
   * @return what was found, changed and left out
   * @throws ImportException if nobody could tell from the case where the plates are, or its lengths
   *     are in the wrong units; or if the recording's directory is there already and not empty
   * @throws IOException if a file can't be read or written
   * @throws io.walkout.ingest.storefile.StoreFileException if the store that the case describes is
   *     none that Walkout could work in, with all reasons
   */
  public static ImportReport run(Path caseDir, Path recDir) throws IOException {
    if (!Files.isDirectory(caseDir)) {
      throw new ImportException(caseDir + " is no directory; expected a case of AutoCheckout");
    }
    if (Files.exists(recDir) && !isEmptyDirectory(recDir)) {
      throw new ImportException(
          recDir + " is there already; an import makes a new recording; give another --out");
    }
    Path part = recDir.resolveSibling(recDir.getFileName() + ".part");
    deleteAll(part);
    try {
      ImportReport report = new AutoCheckoutImport(caseDir).importInto(part);
      Recording.open(part);
      Files.deleteIfExists(recDir);
      Files.move(part, recDir, StandardCopyOption.ATOMIC_MOVE);
      return report;
    } finally {
      deleteAll(part);
    }
  }

  private ImportReport importInto(Path recDir) throws IOException {
    for (String name : files.unread()) {
      log.problem("collections not read", name + " is no collection that this importer reads");
    }
    Optional<Path> plates = files.find("plate_data");
    Optional<Path> poses = poses();
    CaseSurvey survey = CaseSurvey.of(files, plates, poses);
    if (poses.isPresent() && survey.posesLookLikeMetres()) {
      log.problem(
          "collections in wrong units",
          files.name(poses.get())
              + ": heads would be at "
              + Math.round(100 * survey.heads().medianHeight())
              + " cm: these poses look like metres, expected inches; the stream is left out");
      poses = Optional.empty();
    }
    Catalogue catalogue = ProductCollection.read(files, log);
    List<PlannedFacing> planned = planned();
    List<Gondola> gondolas = fixtures(planned, survey);
    PlanogramCollection.Plan plan = PlanogramCollection.make(planned, gondolas, catalogue, log);
    Calibration calibration = Calibration.read(files, log);
    List<VideoClip> clips = VideoClip.read(files, calibration, survey, log);
    List<Camera> cameras = clips.stream().map(VideoClip::camera).toList();
    FloorPolygon floor =
        FloorExtent.of(
            gondolas,
            calibration,
            !cameras.isEmpty(),
            poses.isPresent() ? survey.heads() : new FloorSamples(),
            log);
    Layout layout = new Layout(floor, gondolas, cameras, List.of(), List.of());
    Optional<Truth> truth = truth(catalogue);
    String name =
        truth
            .map(Truth::caseName)
            .filter(stated -> !stated.isBlank())
            .orElse(String.valueOf(files.dir().toAbsolutePath().normalize().getFileName()));
    Store store =
        new Store(
            name,
            ZoneOffset.UTC,
            ProductCollection.CURRENCY,
            layout,
            plan.catalogue(),
            plan.planogram(),
            // The competition's rule: who leaves with it owes for it.
            Policy.DEFAULT.with(Policy.HandOver.RECEIVER));
    log.note("prices are taken to be in " + ProductCollection.CURRENCY + "; the format names none");
    try (RecordingWriter writer = RecordingWriter.create(recDir, store, name)) {
      if (plates.isPresent()) {
        PlateStream.write(files, plates.get(), survey, layout, writer, log);
      } else {
        log.problem("collections missing", "plate_data is missing: no shelf will be felt");
      }
      int targets =
          poses.isPresent() ? PoseStream.write(files, poses.get(), survey, writer, log) : 0;
      if (targets == 0 && clips.isEmpty()) {
        tellNobodySeen(poses);
      }
      for (VideoClip clip : clips) {
        writer.video(clip.camera().id(), clip.file(), clip.captureNanos());
      }
      if (truth.isPresent()) {
        writer.truth(truth.get());
      }
      ImportReport report = log.report(name);
      writer.provenance(
          new Provenance("autocheckout", report.counts(), report.problems(), report.notes()));
      return report;
    }
  }

  /** Without people nothing can be charged: that must not look like an empty shop. */
  private void tellNobodySeen(Optional<Path> poses) throws IOException {
    String streams =
        poses
            .map(file -> files.name(file) + " holds no target that can be used")
            .orElse("there is neither full_targets nor targets that can be used");
    String videos =
        files.videos().isEmpty() ? "there is no video" : "none of the videos can be used";
    log.problem("cases without people", "no people will be seen: " + streams + ", and " + videos);
  }

  private Optional<Path> poses() {
    Optional<Path> full = files.find("full_targets");
    Optional<Path> heads = files.find("targets");
    if (full.isPresent() && heads.isPresent()) {
      log.note("full_targets is used; targets holds the same people with fewer joints");
    }
    return full.isPresent() ? full : heads;
  }

  private List<PlannedFacing> planned() throws IOException {
    Optional<Path> file = files.find("planogram");
    if (file.isEmpty()) {
      log.problem(
          "collections missing",
          "planogram is missing: nobody knows what stands where, and every line will be uncertain");
      return new ArrayList<>();
    }
    return PlannedFacing.read(files, file.get(), log);
  }

  private List<Gondola> fixtures(List<PlannedFacing> planned, CaseSurvey survey)
      throws IOException {
    Optional<List<Gondola>> meta = StoreMeta.read(files, log);
    long inches = planned.stream().filter(PlannedFacing::looksLikeInches).count();
    if (inches > 0) {
      String sentence =
          "planogram: "
              + inches
              + " facings have plates more than "
              + (int) StoreMeta.WIDEST_PLATE
              + " m wide: these lengths look like inches; planogram is expected in metres";
      if (meta.isEmpty()) {
        throw new ImportException(sentence);
      }
      log.problem(
          "facings in wrong units", inches, sentence + "; the boxes of store_meta are used");
      planned.replaceAll(facing -> facing.looksLikeInches() ? facing.withoutBox() : facing);
    }
    if (meta.isEmpty()) {
      log.note(
          "store_meta is missing or incomplete: fixtures are placed by the planogram, and a gondola"
              + " has as many plates on each shelf as its longest planned shelf");
      return PlannedFixtures.from(planned, survey);
    }
    log.note("fixtures stand as store_meta says");
    return meta.get();
  }

  private Optional<Truth> truth(Catalogue catalogue) throws IOException {
    Path file = files.dir().resolve("truth.json");
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    Truth truth;
    try {
      truth = Truth.read(file);
    } catch (IOException e) {
      String why =
          e.getCause() instanceof JsonProcessingException json
              ? Json.sentence(files.name(file), json)
              : String.valueOf(e.getMessage());
      log.problem("truth that can't be read", why + "; it is left out");
      return Optional.empty();
    }
    TreeSet<ProductCode> unknown = new TreeSet<>();
    for (Truth.Receipt receipt : truth.receipts()) {
      for (Truth.Item item : receipt.products()) {
        if (catalogue.find(item.barcode()).isEmpty()) {
          unknown.add(item.barcode());
        }
      }
    }
    if (!unknown.isEmpty()) {
      log.problem(
          "products of the truth not in the catalogue",
          unknown.size(),
          "truth.json: products " + unknown + " are not in the catalogue");
    }
    return Optional.of(truth);
  }

  private static boolean isEmptyDirectory(Path dir) throws IOException {
    if (!Files.isDirectory(dir)) {
      return false;
    }
    try (Stream<Path> entries = Files.list(dir)) {
      return entries.findAny().isEmpty();
    }
  }

  private static void deleteAll(Path dir) throws IOException {
    if (!Files.exists(dir)) {
      return;
    }
    try (Stream<Path> all = Files.walk(dir)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
