package io.walkout.node.cli;

import io.walkout.ingest.storefile.StoreFile;
import io.walkout.node.report.UserError;
import io.walkout.store.Camera;
import io.walkout.store.CameraId;
import io.walkout.store.Layout;
import io.walkout.tracker.calibrate.CameraFit;
import io.walkout.tracker.calibrate.FitPicture;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
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
              + " store file itself (default: STORE.calibrated.yaml beside it).")
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

  void write(CameraFit fit, BufferedImage frame, PrintWriter print) throws IOException {
    Optional<Layout> layout = layout();
    if (picture != null) {
      if (!picture.toString().toLowerCase(java.util.Locale.ROOT).endsWith(".png")) {
        throw new UserError("--picture: expected a name that ends in .png, found " + picture);
      }
      ImageIO.write(FitPicture.draw(frame, fit, layout), "png", picture.toFile());
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
    if (store == null || camera == null) {
      print.print(StoreFile.cameraEntry(found));
      return;
    }
    Path to = storeOut != null ? storeOut : beside(store);
    StoreFile.putCamera(store, found, to).forEach(odd -> print.println("warning: " + odd));
    print.println("camera " + camera + " in " + to);
  }

  private static Path beside(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    return file.toAbsolutePath().resolveSibling(stem + ".calibrated.yaml");
  }
}
