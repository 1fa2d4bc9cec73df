package io.walkout.node.cli;

import io.walkout.ingest.storefile.StoreFile;
import io.walkout.node.report.OutputFile;
import io.walkout.node.report.UserError;
import io.walkout.store.Camera;
import io.walkout.store.CameraId;
import io.walkout.store.Layout;
import io.walkout.store.Store;
import io.walkout.tracker.calibrate.CameraFit;
import io.walkout.tracker.calibrate.FitPicture;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a calibration goes: into a copy of a store file, or printed; and drawn on the frame. */
final class CameraOutput {
  @Option(
      names = "--store",
      paramLabel = "STORE.yaml",
      description = "The store file: its plan is drawn, and its camera is replaced or added.")
  private @Nullable Path store;

  @Option(names = "--camera", paramLabel = "NAME", description = "The camera's name.")
  private @Nullable String camera;

  @Option(
      names = "--store-out",
      paramLabel = "FILE",
      description =
          "The store file with the calibration in it, else as it was to the letter; may be the"
              + " store file itself (default: STORE.calibrated.yaml beside it). One that"
              + " is there already keeps the other cameras' calibrations.")
  private @Nullable Path storeOut;

  @Option(
      names = "--picture",
      paramLabel = "FILE.png",
      description = "Where to draw the frame with points, errors, floor grid and gondolas.")
  private @Nullable Path picture;

  /** For picocli. */
  CameraOutput() {}

  boolean isAsked() {
    return store != null || camera != null || storeOut != null || picture != null;
  }

  Optional<Path> store() {
    return Optional.ofNullable(store);
  }

  Optional<CameraId> camera() {
    return Optional.ofNullable(camera).map(CameraId::new);
  }

  /** The store's layout, if a store was given. */
  Optional<Layout> layout() {
    return store().map(file -> StoreFile.read(file).layout());
  }

  /**
   * Refuses, before any work is done, to write over what is read: only the store file itself may be
   * given anew.
   *
   * @param reads what the command reads beside the store's files
   */
  void expect(Collection<Path> reads) throws IOException {
    if (picture != null && !picture.toString().toLowerCase(Locale.ROOT).endsWith(".png")) {
      throw new UserError("--picture: expected a name that ends in .png, found " + picture);
    }
    List<Path> inputs = new ArrayList<>(reads);
    if (store != null) {
      inputs.addAll(StoreFile.files(store));
    }
    OutputFile.expect("--picture", picture, inputs);
    Path to = target();
    if (to == null || store == null) {
      return;
    }
    inputs.removeAll(List.of(store));
    OutputFile.expect("--store-out", to, inputs);
    if (picture != null && picture.toAbsolutePath().equals(to.toAbsolutePath())) {
      throw new UserError("--picture " + picture + ": is where the store file goes; give another");
    }
    base(store, to);
  }

  /** Where the store file goes, if one is written. */
  private @Nullable Path target() {
    if (store == null || camera == null) {
      return null;
    }
    return storeOut != null ? storeOut : beside(store);
  }

  /**
   * What a camera is put into: the file that stands where it goes, if that is the same store with
   * other calibrations, so that those found before stay.
   *
   * @throws UserError if something else stands there
   */
  private static Path base(Path store, Path to) throws IOException {
    if (!Files.exists(to) || Files.isSameFile(store, to)) {
      return store;
    }
    Optional<Store> there = StoreFile.check(to).store();
    if (there.isEmpty() || !Recalibration.isOf(StoreFile.read(store), there.get())) {
      throw new UserError(
          to
              + ": is there already and is not "
              + store
              + " with other calibrations; remove it, or give another --store-out");
    }
    return to;
  }

  void write(CameraFit fit, BufferedImage frame, PrintWriter print) throws IOException {
    Optional<Layout> layout = layout();
    if (picture != null) {
      BufferedImage drawn = FitPicture.draw(frame, fit, layout);
      OutputFile.write(
          picture,
          file -> {
            try (OutputStream out = Files.newOutputStream(file)) {
              ImageIO.write(drawn, "png", out);
            }
          });
      print.println("drawn in " + picture);
    }
    CameraId id = camera().orElse(new CameraId("camera"));
    Camera found =
        layout.stream()
            .flatMap(known -> known.cameras().stream())
            .filter(known -> known.id().equals(id))
            .map(known -> new Camera(id, fit.model(), known.detector(), known.hands()))
            .findFirst()
            .orElse(new Camera(id, fit.model()));
    Path to = target();
    if (store == null || to == null) {
      print.print(StoreFile.cameraEntry(found));
      return;
    }
    Path from = base(store, to);
    StoreFile.putCamera(from, found, to).forEach(odd -> print.println("warning: " + odd));
    print.println(
        "camera "
            + camera
            + " in "
            + to
            + (from.equals(store) ? "" : ", which was there: its other cameras stay as they were"));
  }

  private static Path beside(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    return file.toAbsolutePath().resolveSibling(stem + ".calibrated.yaml");
  }
}
