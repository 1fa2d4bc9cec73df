package io.walkout.node.score.tracking;

import java.util.ArrayList;
import java.util.List;

/**
 * Boxes of one camera to judge, by intersection over union, as the MOTChallenge benchmarks do it:
 * reported boxes that lie on a distractor (a person on a vehicle, a mirror image) are taken out,
 * picture by picture, by the best assignment of all reported boxes to all boxes of the truth at an
 * overlap of a half or more; then only those of the truth that count are held against the rest (A.
 * Milan, L. Leal-Taixe, I. Reid, S. Roth, K. Schindler: MOT16, arXiv 1603.00831, section 4.1.3).
 * One thread.
 */
public final class PictureFrames {
  /** What a box of the truth is for. */
  public enum Role {
    /** A person who must be found. */
    COUNTS,
    /** Whoever reports it is neither right nor wrong. */
    DISTRACTOR,
    /** Not held against anybody; reporting it is wrong like reporting nothing. */
    IGNORED
  }

  /**
   * Boxes of one picture.
   *
   * @param ids identities, each once
   * @param boxes left, top, width, height in pixels of box i at 4 i
   */
  public record Boxes(long[] ids, double[] boxes) {
    /** How many. */
    public int count() {
      return ids.length;
    }
  }

  private final TrackFrames frames = new TrackFrames();
  private final BestAssignment best = new BestAssignment();

  /** An empty sequence. */
  public PictureFrames() {}

  /**
   * Adds the next picture.
   *
   * @param truth who truly was there
   * @param roles what each box of the truth is for
   * @param result who was reported
   */
  public void add(Boxes truth, Role[] roles, Boxes result) {
    double[][] overlap = new double[truth.count()][result.count()];
    for (int t = 0; t < overlap.length; t++) {
      for (int r = 0; r < result.count(); r++) {
        overlap[t][r] = Similarity.iou(truth.boxes(), 4 * t, result.boxes(), 4 * r);
      }
    }
    boolean[] out = onDistractors(overlap, roles, result.count());
    List<String> truthNames = new ArrayList<>();
    List<String> resultNames = new ArrayList<>();
    List<double[]> rows = new ArrayList<>();
    for (int r = 0; r < out.length; r++) {
      if (!out[r]) {
        resultNames.add(Long.toString(result.ids()[r]));
      }
    }
    for (int t = 0; t < overlap.length; t++) {
      if (roles[t] == Role.COUNTS) {
        truthNames.add(Long.toString(truth.ids()[t]));
        rows.add(kept(overlap[t], out, resultNames.size()));
      }
    }
    frames.add(truthNames, resultNames, rows.toArray(new double[0][]));
  }

  private boolean[] onDistractors(double[][] overlap, Role[] roles, int results) {
    boolean[] out = new boolean[results];
    double[][] score = new double[overlap.length][results];
    boolean any = false;
    for (int t = 0; t < overlap.length; t++) {
      any |= roles[t] == Role.DISTRACTOR;
      for (int r = 0; r < results; r++) {
        score[t][r] = overlap[t][r] < ClearMot.SAME - Math.ulp(1.0) ? 0 : overlap[t][r];
      }
    }
    if (!any) {
      return out;
    }
    int[] columnOf = best.solve(score);
    for (int t = 0; t < columnOf.length; t++) {
      if (columnOf[t] >= 0 && roles[t] == Role.DISTRACTOR && score[t][columnOf[t]] > 0) {
        out[columnOf[t]] = true;
      }
    }
    return out;
  }

  private static double[] kept(double[] row, boolean[] out, int count) {
    double[] kept = new double[count];
    int n = 0;
    for (int r = 0; r < out.length; r++) {
      if (!out[r]) {
        kept[n++] = row[r];
      }
    }
    return kept;
  }

  /** What was added, ready to be judged. */
  public TrackFrames frames() {
    return frames;
  }
}
