package io.walkout.bench.realism;

import io.walkout.bench.realism.figure.Curve;
import io.walkout.bench.realism.figure.Figure;
import io.walkout.bench.realism.figure.Measured;
import io.walkout.bench.realism.figure.Quantiles;
import io.walkout.bench.realism.pictures.Clip;
import io.walkout.bench.realism.pictures.PictureMeasures;
import io.walkout.bench.realism.pictures.Recoding;
import io.walkout.bench.realism.pictures.Silhouette;
import io.walkout.bench.realism.pictures.SilhouetteMatch;
import io.walkout.ingest.recording.VideoStream;
import io.walkout.sim.Simulation;
import io.walkout.store.Camera;
import io.walkout.store.EventTime;
import io.walkout.store.geometry.FloorPoint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures the pictures of both sides, camera by camera (one camera's pictures of both sides are in
 * memory at a time, some 700 MB for half a minute at 640x360), and takes out pairs to look at.
 * Single-threaded.
 */
final class PictureComparison {
  private static final String ALL = "Pictures, median over cameras";

  /** Cameras shown for one moment: those nearest to the shopper. */
  private static final int CAMERAS_A_MOMENT = 2;

  private final Side real;
  private final Side simulated;
  private final Path scratch;
  private final List<Moment> toLookAt;
  private final List<Moment> atOnePlace;
  private final List<Measured> realByCamera = new ArrayList<>();
  private final List<Measured> simulatedByCamera = new ArrayList<>();
  private final List<Double> realHeights = new ArrayList<>();
  private final List<Double> simulatedHeights = new ArrayList<>();
  private final List<PicturePair> pairs = new ArrayList<>();

  /** Compares; {@code scratch} is a directory for what is only needed on the way. */
  PictureComparison(Side real, Side simulated, Path scratch) {
    this.scratch = scratch;
    this.real = real;
    this.simulated = simulated;
    toLookAt = Moment.toLookAt(real, simulated);
    atOnePlace = Moment.atOnePlace(real, simulated);
  }

  /** Looks at a camera; does nothing if one side has no pictures of it. */
  void look(Camera camera) throws IOException {
    VideoStream mine = real.videos().get(camera.id());
    VideoStream theirs = simulated.videos().get(camera.id());
    if (mine == null || theirs == null) {
      return;
    }
    Clip truly = Clip.read(mine.file(), mine.captureNanos());
    Clip rendered = Clip.read(theirs.file(), theirs.captureNanos());
    if (truly.size() < 2 || rendered.size() < 2) {
      return;
    }
    PictureMeasures a = new PictureMeasures(truly);
    PictureMeasures b = new PictureMeasures(rendered);
    realByCamera.add(measured(a, truly));
    simulatedByCamera.add(measured(b, rendered));
    heights(camera, a, truly, b, rendered);
    for (Moment moment : toLookAt) {
      if (nearest(moment).contains(camera)) {
        pairs.add(
            PicturePair.of(
                camera.id(),
                moment,
                truly,
                realPicture(truly, moment),
                rendered,
                picture(rendered, moment)));
      }
    }
  }

  private Measured measured(PictureMeasures measures, Clip clip) throws IOException {
    Measured m = measures.measure(ALL);
    m.put(ALL, "size of a picture as it came", "kbit", clip.bitsPerPicture() / 1000);
    double recoded = Recoding.bitsPerPicture(clip, scratch.resolve("recoded.mp4"));
    m.put(ALL, "size of a picture, both coded by one H.264 encoder", "kbit", recoded / 1000);
    double[] steps = new double[clip.size() - 1];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = (clip.captureNanos()[i + 1] - clip.captureNanos()[i]) / 1e6;
    }
    m.put(ALL, "time between pictures, median", "ms", Quantiles.median(steps));
    return m;
  }

  private void heights(
      Camera camera, PictureMeasures a, Clip truly, PictureMeasures b, Clip rendered) {
    for (Moment moment : atOnePlace) {
      Silhouette mine = a.silhouette(realPicture(truly, moment));
      Silhouette theirs = b.silhouette(picture(rendered, moment));
      if (holds(mine, moment.realAt(), camera, truly)
          && holds(theirs, moment.simulatedAt(), camera, rendered)) {
        realHeights.add((double) mine.height() / truly.height());
        simulatedHeights.add((double) theirs.height() / rendered.height());
      }
    }
  }

  private static boolean holds(Silhouette box, FloorPoint at, Camera camera, Clip clip) {
    return SilhouetteMatch.holds(box, at, camera.model(), clip.width(), clip.height());
  }

  private int realPicture(Clip clip, Moment moment) {
    return clip.nearest(real.plates().nanos(moment.realSeconds()));
  }

  private static int picture(Clip clip, Moment moment) {
    return clip.nearest(
        Simulation.EPOCH_NANOS + Math.round(moment.simulatedSeconds() * EventTime.SECOND));
  }

  private List<Camera> nearest(Moment moment) {
    return real.store().layout().cameras().stream()
        .filter(c -> real.videos().containsKey(c.id()) && simulated.videos().containsKey(c.id()))
        .filter(c -> SilhouetteMatch.isInView(moment.realAt(), c.model()))
        .sorted(
            (c, d) ->
                Double.compare(
                    c.model().position().floor().distanceTo(moment.realAt()),
                    d.model().position().floor().distanceTo(moment.realAt())))
        .limit(CAMERAS_A_MOMENT)
        .toList();
  }

  /** The recording's figures over its cameras; empty without pictures. */
  Measured realMeasured() {
    return overCameras(realByCamera, realHeights);
  }

  /** The simulation's. */
  Measured simulatedMeasured() {
    return overCameras(simulatedByCamera, simulatedHeights);
  }

  /** How many pictures of each side the height of the person's box comes from. */
  int boxes() {
    return realHeights.size();
  }

  /** The pairs, by moment. */
  List<PicturePair> pairs() {
    List<PicturePair> sorted = new ArrayList<>(pairs);
    sorted.sort((a, b) -> Double.compare(a.moment().realSeconds(), b.moment().realSeconds()));
    return sorted;
  }

  private static Measured overCameras(List<Measured> cameras, List<Double> heights) {
    Measured all = new Measured();
    if (cameras.isEmpty()) {
      return all;
    }
    Map<Figure, Double> first = cameras.getFirst().figures();
    for (Figure figure : first.keySet()) {
      all.put(
          figure.group(),
          figure.name(),
          figure.unit(),
          Quantiles.median(cameras.stream().mapToDouble(c -> c.figures().get(figure)).toArray()));
    }
    all.put(
        ALL,
        "height of the person's box at equal place",
        "% of picture",
        100 * Quantiles.median(heights.stream().mapToDouble(Double::doubleValue).toArray()));
    Map<Figure, List<double[]>> curves = new LinkedHashMap<>();
    double[] x = new double[0];
    for (Measured camera : cameras) {
      for (Map.Entry<Figure, Curve> entry : camera.curves().entrySet()) {
        x = entry.getValue().x();
        curves
            .computeIfAbsent(entry.getKey(), f -> new ArrayList<>())
            .add(entry.getValue().middle());
      }
    }
    for (Map.Entry<Figure, List<double[]>> entry : curves.entrySet()) {
      Figure figure = entry.getKey();
      all.put(figure.group(), figure.name(), figure.unit(), Curve.of(x, entry.getValue()));
    }
    return all;
  }
}
