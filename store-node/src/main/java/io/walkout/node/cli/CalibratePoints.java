package io.walkout.node.cli;

import io.walkout.ingest.storefile.StoreFile;
import io.walkout.node.report.UserError;
import io.walkout.store.Camera;
import io.walkout.store.CameraId;
import io.walkout.tracker.calibrate.CalibrationRefused;
import io.walkout.tracker.calibrate.CameraFit;
import io.walkout.tracker.calibrate.Lens;
import io.walkout.tracker.calibrate.PointPair;
import io.walkout.tracker.calibrate.PoseFit;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./walkout calibrate points FRAME POINTS.csv}: a camera from clicked points. */
@Command(
    name = "points",
    description = "Find where a camera hangs from points of the floor clicked in its picture.")
public final class CalibratePoints extends Verbose implements Callable<Integer> {
  /** From so many points on a lens of unknown distortion is found too. */
  private static final int ENOUGH_TO_BEND = 12;

  /** What to find. */
  public enum Find {
    /** As much as the points and what is known of the lens allow. */
    AUTO,
    /** Where it hangs. */
    POSE,
    /** Its focal length too. */
    FOCAL,
    /** Its distortion too. */
    DISTORTION
  }

  @Parameters(
      index = "0",
      paramLabel = "FRAME",
      description = "A picture of the camera, or a video of it.")
  private Path frame;

  @Parameters(
      index = "1",
      paramLabel = "POINTS.csv",
      description = "What was clicked: u,v,x,y[,z], pixels and metres.")
  private Path points;

  @Option(names = "--lens", paramLabel = "LENS.json", description = "From 'calibrate lens'.")
  private @Nullable Path lensFile;

  @Option(
      names = "--store-lens",
      description = "Keep the lens that the camera has in the store file.")
  private boolean storeLens;

  @Option(
      names = "--fov",
      paramLabel = "DEGREES",
      description = "The lens's angle of view across the picture, from its data sheet.")
  private double fov = Double.NaN;

  @Option(
      names = "--find",
      paramLabel = "auto|pose|focal|distortion",
      defaultValue = "auto",
      description =
          "What to find (default: the pose where the lens is given, else its focal length too,"
              + " and from 12 points on its distortion).")
  private Find find;

  @Option(names = "--json", description = "Print the outcome as JSON.")
  private boolean json;

  @Mixin private CameraOutput output;

  @Spec private CommandSpec spec;

  /** For picocli. */
  public CalibratePoints() {}

  @Override
  public Integer call() throws IOException {
    List<Path> reads = new ArrayList<>(List.of(frame, points));
    if (lensFile != null) {
      reads.add(lensFile);
    }
    output.expect(reads);
    StillPicture picture = StillPicture.one(frame);
    List<PointPair> pairs = PointsFile.read(points);
    for (PointPair p : pairs) {
      if (p.u() < 0 || p.v() < 0 || p.u() > picture.width() || p.v() > picture.height()) {
        throw new UserError(
            points
                + ", "
                + p.name()
                + ": the pixel lies outside the picture, which is "
                + picture.width()
                + "x"
                + picture.height());
      }
    }
    boolean known = lensFile != null || storeLens || !Double.isNaN(fov);
    CameraFit fit;
    try {
      fit = PoseFit.fit(pairs, lens(picture), sought(known, pairs.size()));
    } catch (CalibrationRefused e) {
      throw new UserError(points + ": " + e.getMessage(), e);
    }
    PrintWriter print = spec.commandLine().getOut();
    if (json) {
      print.println(Json.pretty(FitJson.of(fit)));
    } else {
      FitText.print(fit, print);
    }
    output.write(fit, picture.image(), json ? spec.commandLine().getErr() : print);
    print.flush();
    return 0;
  }

  private PoseFit.Sought sought(boolean known, int count) {
    return switch (find) {
      case POSE -> PoseFit.Sought.POSE;
      case FOCAL -> PoseFit.Sought.FOCAL;
      case DISTORTION -> PoseFit.Sought.DISTORTION;
      case AUTO ->
          known
              ? PoseFit.Sought.POSE
              : count >= ENOUGH_TO_BEND ? PoseFit.Sought.DISTORTION : PoseFit.Sought.FOCAL;
    };
  }

  private Lens lens(StillPicture picture) throws IOException {
    Lens lens;
    if (lensFile != null) {
      lens = LensFile.read(lensFile);
    } else if (storeLens) {
      lens = ofStore();
    } else if (!Double.isNaN(fov)) {
      if (!(fov > 5 && fov < 170)) {
        throw new UserError("--fov: expected 5 to 170 degrees, found " + fov);
      }
      double focal = picture.width() / 2.0 / Math.tan(Math.toRadians(fov / 2));
      lens = Lens.plain(picture.width(), picture.height(), focal);
    } else {
      lens = Lens.plain(picture.width(), picture.height(), picture.width());
    }
    if (lens.widthPixels() != picture.width() || lens.heightPixels() != picture.height()) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "%s: expected a picture of the lens's size, %dx%d, found %dx%d",
              frame,
              lens.widthPixels(),
              lens.heightPixels(),
              picture.width(),
              picture.height()));
    }
    return lens;
  }

  private Lens ofStore() {
    Path store =
        output.store().orElseThrow(() -> new UserError("--store-lens wants --store and --camera"));
    CameraId id =
        output.camera().orElseThrow(() -> new UserError("--store-lens wants --store and --camera"));
    return StoreFile.read(store).layout().cameras().stream()
        .filter(c -> c.id().equals(id))
        .findFirst()
        .map(Camera::model)
        .map(Lens::of)
        .orElseThrow(() -> new UserError(store + ": there is no camera '" + id + "'"));
  }
}
