package io.walkout.node.cli;

import io.walkout.store.geometry.CameraModel;
import io.walkout.tracker.calibrate.CameraFit;
import io.walkout.tracker.calibrate.FitUncertainty;
import io.walkout.tracker.calibrate.PointPair;
import java.io.PrintWriter;
import java.util.Locale;

/** A fitted camera in words, for who installs it. */
final class FitText {
  /** A wrong click is off by so many times the others' error; beyond this the fit is poor. */
  private static final double POOR_SHARE = 0.005;

  private FitText() {}

  static void print(CameraFit fit, PrintWriter print) {
    CameraModel m = fit.model();
    FitUncertainty u = fit.uncertainty();
    double[] errors = fit.errorPixels();
    boolean[] used = fit.used();
    for (int i = 0; i < errors.length; i++) {
      PointPair p = fit.pairs().get(i);
      print.printf(
          Locale.ROOT,
          "  %-12s pixel %7.1f %7.1f  floor %6.2f %6.2f  off by %5.1f px%s%n",
          p.name(),
          p.u(),
          p.v(),
          p.x(),
          p.y(),
          errors[i],
          used[i] ? "" : "  does not fit the others: left out");
    }
    print.printf(
        Locale.ROOT,
        "camera at %.2f, %.2f, %.2f m (to %.1f cm), turned as known to %.2f degrees%s; %.2f px rms%n",
        m.position().x(),
        m.position().y(),
        m.position().z(),
        100 * u.positionMetres(),
        u.turnDegrees(),
        u.focalShare() == 0
            ? ""
            : String.format(
                Locale.ROOT, ", focal length %.0f px (to %.1f %%)", m.fx(), 100 * u.focalShare()),
        fit.rmsPixels());
    for (double metres : new double[] {2, 5, 10}) {
      double off = u.floorMetresAt(metres);
      if (!Double.isNaN(off)) {
        print.printf(
            Locale.ROOT, "a person at %.0f m is placed to %.1f cm by this%n", metres, 100 * off);
      }
    }
    if (fit.rmsPixels() > POOR_SHARE * m.widthPixels()) {
      print.println(
          "warning: the points fit poorly; look at the picture (--picture), and check the plan");
    }
  }
}
