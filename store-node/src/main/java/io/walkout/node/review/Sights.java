package io.walkout.node.review;

import io.walkout.billing.LineEvidence;
import io.walkout.store.Camera;
import io.walkout.store.EventTime;
import io.walkout.store.Layout;
import io.walkout.store.Plate;
import io.walkout.store.Shelf;
import io.walkout.store.geometry.CameraModel;
import io.walkout.store.geometry.OrientedBox;
import io.walkout.store.geometry.Vec3;
import io.walkout.store.shelf.ShelfChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which cameras see a place on a shelf, by their calibration: those in whose picture the room
 * before the shelf lies. What stands between, nobody has measured, so a fixture may still hide it.
 */
final class Sights {
  /** Cameras told per change: a reviewer looks at one, and at another if that was hidden. */
  private static final int CAMERAS = 3;

  /** A reach begins and ends about this long before and after the mass moves. Chosen. */
  private static final long AROUND_NANOS = 2 * EventTime.SECOND;

  private final Layout layout;
  private final VideoClock videos;

  Sights(Layout layout, VideoClock videos) {
    this.layout = layout;
    this.videos = videos;
  }

  private record Ranked(Camera camera, boolean fromBehind, double metres) {}

  /** The best cameras for a change and the moments to look at. */
  List<LineEvidence.Clip> of(ShelfChange change) {
    Shelf shelf = layout.shelf(change.shelf()).orElse(null);
    Vec3 place = shelf == null ? null : place(shelf, change);
    if (shelf == null || place == null) {
      return List.of();
    }
    Vec3 front = shelf.box().pose().rotate(new Vec3(0, -1, 0));
    List<Ranked> ranked = new ArrayList<>();
    for (Camera camera : layout.cameras()) {
      Vec3 to = camera.model().position().minus(place);
      if (isInPicture(camera.model(), place)) {
        ranked.add(new Ranked(camera, to.dot(front) < 0, to.norm()));
      }
    }
    ranked.sort(Comparator.comparing(Ranked::fromBehind).thenComparingDouble(Ranked::metres));
    long from = change.startNanos() - AROUND_NANOS;
    long to = change.endNanos() + AROUND_NANOS;
    return ranked.stream().limit(CAMERAS).map(r -> videos.clip(r.camera().id(), from, to)).toList();
  }

  /** Before the shelf's front, where a hand must have been: over the plates that felt most. */
  private @Nullable Vec3 place(Shelf shelf, ShelfChange change) {
    double weight = 0;
    double along = 0;
    for (ShelfChange.PlateDelta p : change.plates()) {
      Plate plate = layout.plate(p.plate()).orElse(null);
      if (plate != null && Double.isFinite(p.deltaGrams())) {
        double w = Math.abs(p.deltaGrams());
        weight += w;
        along += w * shelf.box().pose().applyInverse(plate.box().centre()).x();
      }
    }
    OrientedBox box = shelf.box();
    double x = weight > 0 ? along / weight : box.size().x() / 2;
    return box.pose().apply(new Vec3(x, 0, box.size().z() / 2));
  }

  private static boolean isInPicture(CameraModel model, Vec3 p) {
    double[] pixel = new double[2];
    return model.project(p.x(), p.y(), p.z(), pixel)
        && pixel[0] >= 0
        && pixel[1] >= 0
        && pixel[0] < model.widthPixels()
        && pixel[1] < model.heightPixels();
  }
}
