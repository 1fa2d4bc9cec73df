package io.walkout.node.cli;

import io.walkout.store.geometry.CameraModel;
import io.walkout.tracker.calibrate.CameraFit;
import io.walkout.tracker.calibrate.FitUncertainty;
import io.walkout.tracker.calibrate.PointPair;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A fitted camera for other programs. */
final class FitJson {
  private FitJson() {}

  static Map<String, Object> of(CameraFit fit) {
    CameraModel m = fit.model();
    FitUncertainty u = fit.uncertainty();
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("size", new int[] {m.widthPixels(), m.heightPixels()});
    root.put("focal", new double[] {m.fx(), m.fy()});
    root.put("centre", new double[] {m.cx(), m.cy()});
    root.put("distortion", m.distortion());
    root.put("position", new double[] {m.position().x(), m.position().y(), m.position().z()});
    root.put("rotation", m.cameraToStore().rotation());
    root.put("rmsPixels", fit.rmsPixels());
    root.put("positionSigmaMetres", u.positionMetres());
    root.put("turnSigmaDegrees", u.turnDegrees());
    root.put("focalSigmaShare", u.focalShare());
    Map<String, Object> floor = new LinkedHashMap<>();
    for (int metres : new int[] {2, 5, 10}) {
      double off = u.floorMetresAt(metres);
      if (!Double.isNaN(off)) {
        floor.put(String.valueOf(metres), off);
      }
    }
    root.put("floorSigmaMetresAt", floor);
    root.put("points", points(fit));
    return root;
  }

  private static List<Map<String, Object>> points(CameraFit fit) {
    List<Map<String, Object>> points = new ArrayList<>();
    double[] errors = fit.errorPixels();
    boolean[] used = fit.used();
    for (int i = 0; i < errors.length; i++) {
      PointPair p = fit.pairs().get(i);
      points.add(Map.of("name", p.name(), "errorPixels", errors[i], "used", used[i]));
    }
    return points;
  }
}
