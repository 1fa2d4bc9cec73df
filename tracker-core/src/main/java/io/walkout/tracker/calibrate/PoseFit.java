package io.walkout.tracker.calibrate;

import io.walkout.store.geometry.CameraModel;
import io.walkout.store.geometry.RigidTransform;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Finds a camera from points clicked in its picture whose places are known: candidates from four
 * points each, the one that most points agree with (M. A. Fischler, R. C. Bolles, "Random Sample
 * Consensus", 1981), then least squares over those that agree. A wrong click is named and left out.
 * The same points give the same camera.
 */
public final class PoseFit {
  /** What of a camera is to be found. */
  public enum Sought {
    /** Where it hangs and looks; its lens is given. */
    POSE(4),
    /** The focal length too. */
    FOCAL(6),
    /** The first two radial terms of its distortion too. */
    DISTORTION(8);

    private final int leastPoints;

    Sought(int leastPoints) {
      this.leastPoints = leastPoints;
    }

    /** Fewer points than this are refused: each gives two numbers, and wrong ones must show. */
    public int leastPoints() {
      return leastPoints;
    }
  }

  /** Candidates tried; with 4 of 12 points all 495 are. */
  private static final int MOST_SAMPLES = 1500;

  /** Points that must be left for a wrong one to be told from the others. */
  private static final int LEAST_LEFT = 5;

  /** Clicks within this share of the picture's width of the others' camera are no mistakes. */
  private static final double CLICK_SHARE = 0.005;

  /** While the lens is not known yet, its distortion may bend points by so much. */
  private static final double BENT_SHARE = 0.04;

  /** Errors beyond so many times the usual are no errors of clicking. */
  private static final double WRONG_SIGMAS = 4;

  /** A click is no better than this, pixels of a picture 640 wide. */
  private static final double CLICK_SIGMA = 0.5;

  /** A focal length known worse than this is not known. */
  private static final double MOST_FOCAL_SHARE = 0.1;

  /** Focal lengths tried, as shares of the picture's width: 110 to 20 degrees. */
  private static final double[] FOCALS = {0.35, 0.45, 0.55, 0.65, 0.8, 1, 1.2, 1.5, 2, 2.8};

  private final PointPair[] pairs;
  private final Lens lens;
  private final Sought sought;
  private Lens bestLens;
  private RigidTransform bestPose = RigidTransform.IDENTITY;
  private double bestCost = Double.POSITIVE_INFINITY;

  private PoseFit(List<PointPair> pairs, Lens lens, Sought sought) {
    this.pairs = pairs.toArray(PointPair[]::new);
    this.lens = lens;
    this.sought = sought;
    this.bestLens = lens;
  }

  /**
   * Fits a camera.
   *
   * @param pairs what was clicked
   * @param lens the camera's, as far as it is known
   * @param sought what to find
   * @throws CalibrationRefused if the points don't tell it, saying what is missing
   */
  public static CameraFit fit(List<PointPair> pairs, Lens lens, Sought sought) {
    PointSpread.check(pairs, lens, sought.leastPoints());
    PoseFit fit = new PoseFit(pairs, lens, sought);
    fit.search();
    return fit.refine();
  }

  private void search() {
    for (int[] sample : Samples.ofFour(pairs.length, MOST_SAMPLES)) {
      List<PointPair> four = Arrays.stream(sample).mapToObj(i -> pairs[i]).toList();
      if (sought == Sought.POSE) {
        propose(four, lens);
      } else {
        for (double share : FOCALS) {
          double f = share * lens.widthPixels();
          propose(four, lens.with(f, f * lens.fy() / lens.fx(), 0, 0));
        }
      }
    }
    if (Double.isInfinite(bestCost)) {
      throw new CalibrationRefused(
          "no camera fits these points: check that x and y are metres in the store's plan, and that"
              + " not three of four points lie on a line");
    }
  }

  private void propose(List<PointPair> four, Lens with) {
    double limit =
        (sought == Sought.DISTORTION ? BENT_SHARE : 3 * CLICK_SHARE) * lens.widthPixels();
    for (RigidTransform pose : PosePnp.poses(four, with)) {
      if (pose.translation().z() <= 0) {
        continue; // no camera looks up through the floor
      }
      CameraModel model = with.at(pose);
      double cost = 0;
      for (PointPair p : pairs) {
        double e = error(model, p) / limit;
        cost += Math.min(1, e * e);
      }
      if (cost < bestCost) {
        bestCost = cost;
        bestLens = with;
        bestPose = pose;
      }
    }
  }

  private CameraFit refine() {
    double coarse =
        (sought == Sought.DISTORTION ? BENT_SHARE : 3 * CLICK_SHARE) * lens.widthPixels();
    boolean[] used = within(bestLens.at(bestPose), coarse);
    CameraParameters parameters =
        new CameraParameters(
            bestLens, bestPose, sought != Sought.POSE, sought == Sought.DISTORTION ? 2 : 0);
    double[] at = new double[parameters.count()];
    LeastSquares fitted = solve(parameters, at, used);
    for (int round = 0; round < 10; round++) {
      at = fitted.parameters();
      CameraModel model = parameters.model(at);
      boolean[] next = within(model, Math.max(clickLimit(), WRONG_SIGMAS * usual(model, used)));
      if (Arrays.equals(next, used)) {
        break;
      }
      used = next;
      fitted = solve(parameters, at, used);
    }
    return outcome(parameters, fitted, used);
  }

  private LeastSquares solve(CameraParameters parameters, double[] start, boolean[] used) {
    PointPair[] some = some(used);
    if (some.length < Math.min(pairs.length, Math.max(LEAST_LEFT, sought.leastPoints() - 1))) {
      throw new CalibrationRefused(
          "the points disagree with each other: no camera fits more than "
              + some.length
              + " of the "
              + pairs.length
              + "; check that x and y are not exchanged, and click more points");
    }
    return new LeastSquares(
        (p, r) -> parameters.residuals(p, some, r), start, parameters.steps(), 2 * some.length);
  }

  private CameraFit outcome(CameraParameters parameters, LeastSquares fitted, boolean[] used) {
    double[] at = fitted.parameters();
    CameraModel model = parameters.model(at);
    int n = some(used).length;
    double least = CLICK_SIGMA * lens.widthPixels() / 640;
    int free = 2 * n - parameters.count();
    double sigma = Math.max(least, free > 0 ? Math.sqrt(fitted.cost() / free) : 0);
    double[][] covariance = fitted.covariance();
    for (double[] row : covariance) {
      for (int i = 0; i < row.length; i++) {
        row[i] *= sigma * sigma;
      }
    }
    FitUncertainty uncertainty = new FitUncertainty(parameters, at, covariance);
    if (!(uncertainty.focalShare() < MOST_FOCAL_SHARE)) {
      throw new CalibrationRefused(
          String.format(
              Locale.ROOT,
              "these points don't tell the focal length (it would be known to %.0f %% only): the"
                  + " camera looks nearly straight down, or they lie too near each other; give the"
                  + " lens (--lens, or --fov), or click points at different heights",
              100 * uncertainty.focalShare()));
    }
    double[] errors = new double[pairs.length];
    Arrays.setAll(errors, i -> error(model, pairs[i]));
    return new CameraFit(
        model, List.of(pairs), errors, used, Math.sqrt(fitted.cost() / n), sigma, uncertainty);
  }

  private double clickLimit() {
    return CLICK_SHARE * lens.widthPixels();
  }

  /** The usual error, by its median: of two normal coordinates it is 1.18 of their deviation. */
  private double usual(CameraModel model, boolean[] used) {
    double[] errors =
        Arrays.stream(some(used)).mapToDouble(p -> error(model, p)).sorted().toArray();
    return errors.length == 0 ? 0 : errors[errors.length / 2] / 1.18;
  }

  private boolean[] within(CameraModel model, double limit) {
    boolean[] within = new boolean[pairs.length];
    for (int i = 0; i < within.length; i++) {
      within[i] = pairs.length <= LEAST_LEFT || error(model, pairs[i]) <= limit;
    }
    return within;
  }

  private PointPair[] some(boolean[] used) {
    List<PointPair> some = new ArrayList<>();
    for (int i = 0; i < used.length; i++) {
      if (used[i]) {
        some.add(pairs[i]);
      }
    }
    return some.toArray(PointPair[]::new);
  }

  private static double error(CameraModel model, PointPair p) {
    double[] pixel = new double[2];
    return model.project(p.x(), p.y(), p.z(), pixel)
        ? Math.hypot(pixel[0] - p.u(), pixel[1] - p.v())
        : Double.MAX_VALUE;
  }
}
