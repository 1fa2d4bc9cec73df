package io.walkout.tracker.detect;

import io.walkout.store.EventTime;
import java.util.Arrays;

/**
 * Whether a camera still looks where it looked: the picture's tiles are compared with a reference,
 * and those that have lain still with texture are its judges. People hide some of them, light
 * changes none ({@link TileCorrelation}); only a moved camera shifts most of them together. Tiles
 * whose content has changed for good (goods, a poster) are learnt anew, one by one, while the
 * others say that the camera stands: the reference as a whole never follows the picture, so that a
 * camera that sags over days is noticed too. Single-threaded; no allocation but for the verdict.
 */
final class SceneWatch {
  /** Edge of a tile, working pixels: some 80 tiles in a picture, each a twelfth of it wide. */
  private static final int TILE = 24;

  private static final int SMALL_TILE = TILE / 2;

  /** Most shift looked for, pixels of the halved picture: an eighth of its width. */
  private static final int SMALL_REACH = 20;

  /** Correlation from which a tile counts as found; of different texture few pass 0.5. */
  private static final float FOUND = 0.6f;

  /**
   * A tile that correlates so well with itself, shifted by two pixels either way, shows nothing or
   * a straight edge: along it it would be found anywhere, and follow whatever else moves.
   */
  private static final float SLIDES = 0.93f;

  private static final int[][] SHIFTS = {{2, 0}, {0, 2}, {2, 2}, {2, -2}, {2, 1}, {1, 2}};

  /** A tile becomes a judge after so many looks in a row at which it was found in its place. */
  private static final int PROBATION = 3;

  /** Judges on less than this share of the tiles can't say anything. */
  private static final double LEAST_SHARE = 0.25;

  /**
   * Judges on less than this share can't say that the camera was moved, nor that it looks
   * elsewhere: where walls are bare, all texture may be on things that somebody moves. Chosen:
   * cameras of real shops and streets have judges on 0.6 to 0.9.
   */
  private static final double SCENE_SHARE = 0.4;

  /** Nor can they unless they stand in most of the ninths of the picture, this many in each. */
  private static final int LEAST_NINTHS = 7;

  private static final int LEAST_IN_NINTH = 2;

  /** What has moved as one must do so in so many ninths; a shelf that is pushed lies in fewer. */
  private static final int MOVED_NINTHS = 4;

  /** This share of the judges in their places: all is well. */
  private static final double SAME_SHARE = 0.5;

  /** This share of them shifted as one: moved. Some are shifted out of the picture, or hidden. */
  private static final double MOVED_SHARE = 0.35;

  /** Fewer that agree may do so by chance. */
  private static final int LEAST_AGREEING = 8;

  /** What moves together must reach over this share of the picture's width; a thing doesn't. */
  private static final double LEAST_SPREAD = 0.5;

  /** Less mean shift than this is no move, working pixels: about a quarter of a degree. */
  private static final double LEAST_SHIFT = 1;

  /** With less than this share of the judges' texture left, there is nothing to see. */
  private static final double TEXTURE_SHARE = 0.25;

  /** A tile is learnt anew when it was not found for so long; sooner if it never was a judge. */
  private static final long CHANGED_NANOS = 300 * EventTime.SECOND;

  private static final long NEVER_FOUND_NANOS = 5 * EventTime.SECOND;

  private final int width;
  private final int height;
  private final double focal;
  private final double scale;
  private final int columns;
  private final int tiles;
  private final float[] reference;
  private final float[] before;
  private final float[] smallReference;
  private final float[] small;
  private final float[] contrast;
  private final boolean[] distinct;
  private final int[] found;
  private final long[] foundNanos;
  private final ShiftVote vote;
  private final int[] best = new int[2];
  private final int[] inNinth = new int[9];
  private boolean begun;

  /**
   * A watch that takes the first picture for its reference.
   *
   * @param size of the pictures it is given
   * @param focalPixels the camera's focal length in those
   * @param scale pixels of the camera's picture for one of those
   */
  SceneWatch(WorkSize size, double focalPixels, double scale) {
    this.width = size.width();
    this.height = size.height();
    this.focal = focalPixels;
    this.scale = scale;
    columns = (width - 2) / TILE;
    tiles = columns * ((height - 2) / TILE);
    reference = new float[width * height];
    before = new float[width * height];
    smallReference = new float[width / 2 * (height / 2)];
    small = new float[width / 2 * (height / 2)];
    contrast = new float[tiles];
    distinct = new boolean[tiles];
    found = new int[tiles];
    foundNanos = new long[tiles];
    vote = new ShiftVote(tiles, width, height);
  }

  /** Takes a picture of the empty store, made at calibration, for the reference: all may judge. */
  void refer(float[] grey) {
    take(grey, Long.MIN_VALUE);
    Arrays.fill(found, PROBATION);
  }

  private void take(float[] grey, long nanos) {
    System.arraycopy(grey, 0, reference, 0, grey.length);
    System.arraycopy(grey, 0, before, 0, grey.length);
    halve(reference, smallReference);
    for (int t = 0; t < tiles; t++) {
      contrast[t] = TileCorrelation.contrast(grey, width, left(t), top(t), TILE);
      distinct[t] = isDistinct(t);
      foundNanos[t] = nanos;
    }
    begun = true;
  }

  /** Compares a picture, row-major grey levels of the working size; call a few times a second. */
  SceneShift look(float[] grey, long nanos) {
    if (!begun) {
      take(grey, nanos);
      return SceneShift.NOTHING;
    }
    int judges = 0;
    int staying = 0;
    for (int t = 0; t < tiles; t++) {
      boolean judge = isJudge(t);
      boolean stays = stays(grey, t);
      judges += judge ? 1 : 0;
      staying += judge && stays ? 1 : 0;
      if (foundNanos[t] == Long.MIN_VALUE) {
        foundNanos[t] = nanos;
      }
      if (stays) {
        found[t] = Math.min(PROBATION, found[t] + 1);
        foundNanos[t] = nanos;
      } else if (found[t] < PROBATION) {
        found[t] = 0;
      }
    }
    SceneShift verdict = judge(grey, judges, staying);
    if (verdict.kind() == SceneShift.Kind.SAME || verdict.kind() == SceneShift.Kind.UNKNOWN) {
      learn(grey, nanos);
    }
    System.arraycopy(grey, 0, before, 0, grey.length);
    return verdict;
  }

  private SceneShift judge(float[] grey, int judges, int staying) {
    double share = judges == 0 ? 0 : (double) staying / judges;
    if (judges < LEAST_SHARE * tiles) {
      return new SceneShift(SceneShift.Kind.UNKNOWN, 0, 0, share, judges);
    }
    if (share >= SAME_SHARE) {
      return new SceneShift(SceneShift.Kind.SAME, 0, 0, share, judges);
    }
    if (judges < SCENE_SHARE * tiles) {
      return new SceneShift(SceneShift.Kind.UNKNOWN, 0, 0, share, judges);
    }
    boolean everywhere = areEverywhere();
    if (everywhere && hasMoved(findElsewhere(grey), judges)) {
      double shift = vote.meanShift();
      double turn = Math.max(Math.atan(shift / focal), Math.abs(vote.turn()));
      SceneShift.Kind kind = shift >= LEAST_SHIFT ? SceneShift.Kind.MOVED : SceneShift.Kind.SAME;
      return new SceneShift(kind, shift * scale, Math.toDegrees(turn), share, judges);
    }
    boolean covered = textured(grey) < TEXTURE_SHARE * judges;
    SceneShift.Kind nothingFound = everywhere ? SceneShift.Kind.LOST : SceneShift.Kind.UNKNOWN;
    return new SceneShift(covered ? SceneShift.Kind.COVERED : nothingFound, 0, 0, share, judges);
  }

  private boolean hasMoved(int agreeing, int judges) {
    return agreeing >= Math.max(LEAST_AGREEING, MOVED_SHARE * judges)
        && vote.spread() >= LEAST_SPREAD * width
        && vote.ninths() >= MOVED_NINTHS;
  }

  /** Whether there are judges in enough parts of the picture to speak for all of it. */
  private boolean areEverywhere() {
    Arrays.fill(inNinth, 0);
    for (int t = 0; t < tiles; t++) {
      if (isJudge(t)) {
        inNinth[ShiftVote.ninth(left(t) + TILE / 2f, top(t) + TILE / 2f, width, height)]++;
      }
    }
    int ninths = 0;
    for (int n : inNinth) {
      ninths += n >= LEAST_IN_NINTH ? 1 : 0;
    }
    return ninths >= LEAST_NINTHS;
  }

  private boolean isJudge(int t) {
    return distinct[t] && found[t] >= PROBATION;
  }

  /** Whether the reference's tile can be told from itself shifted in any direction. */
  private boolean isDistinct(int t) {
    for (int[] shift : SHIFTS) {
      for (int sign = -1; sign <= 1; sign += 2) {
        int x = left(t) + sign * shift[0];
        int y = top(t) + sign * shift[1];
        if (x >= 0
            && y >= 0
            && x + TILE <= width
            && y + TILE <= height
            && TileCorrelation.of(reference, width, left(t), top(t), reference, x, y, TILE)
                > SLIDES) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether a tile is found in its place, and not better a pixel beside it. */
  private boolean stays(float[] grey, int t) {
    int x = left(t);
    int y = top(t);
    float here = TileCorrelation.of(reference, width, x, y, grey, x, y, TILE);
    if (here < FOUND) {
      return false;
    }
    for (int dy = -1; dy <= 1; dy++) {
      for (int dx = -1; dx <= 1; dx++) {
        if ((dx != 0 || dy != 0)
            && TileCorrelation.of(reference, width, x, y, grey, x + dx, y + dy, TILE) > here) {
          return false;
        }
      }
    }
    return true;
  }

  /** Looks for every judge in its surroundings; how many of those found agree on a shift. */
  private int findElsewhere(float[] grey) {
    halve(grey, small);
    vote.clear();
    for (int t = 0; t < tiles; t++) {
      if (isJudge(t) && search(t) && refine(grey, t)) {
        float x = left(t) + TILE / 2f;
        float y = top(t) + TILE / 2f;
        vote.add(x, y, best[0] + TILE / 2f, best[1] + TILE / 2f);
      }
    }
    return vote.agree();
  }

  private boolean search(int t) {
    int x = left(t) / 2;
    int y = top(t) / 2;
    float most = -1;
    int w = width / 2;
    int firstY = Math.max(0, y - SMALL_REACH);
    int lastY = Math.min(height / 2 - SMALL_TILE, y + SMALL_REACH);
    int firstX = Math.max(0, x - SMALL_REACH);
    int lastX = Math.min(w - SMALL_TILE, x + SMALL_REACH);
    for (int v = firstY; v <= lastY; v++) {
      for (int u = firstX; u <= lastX; u++) {
        float here = TileCorrelation.of(smallReference, w, x, y, small, u, v, SMALL_TILE);
        if (here > most) {
          most = here;
          best[0] = 2 * u;
          best[1] = 2 * v;
        }
      }
    }
    return most >= FOUND;
  }

  private boolean refine(float[] grey, int t) {
    float most = -1;
    int aroundX = best[0];
    int aroundY = best[1];
    for (int v = Math.max(0, aroundY - 2); v <= Math.min(height - TILE, aroundY + 2); v++) {
      for (int u = Math.max(0, aroundX - 2); u <= Math.min(width - TILE, aroundX + 2); u++) {
        float here = TileCorrelation.of(reference, width, left(t), top(t), grey, u, v, TILE);
        if (here > most) {
          most = here;
          best[0] = u;
          best[1] = v;
        }
      }
    }
    return most >= FOUND;
  }

  private int textured(float[] grey) {
    int n = 0;
    for (int t = 0; t < tiles; t++) {
      boolean judge = isJudge(t);
      float now = TileCorrelation.contrast(grey, width, left(t), top(t), TILE);
      n += judge && now >= contrast[t] / 3 ? 1 : 0;
    }
    return n;
  }

  private void learn(float[] grey, long nanos) {
    for (int t = 0; t < tiles; t++) {
      long patience = found[t] >= PROBATION ? CHANGED_NANOS : NEVER_FOUND_NANOS;
      if (nanos - foundNanos[t] < patience) {
        continue;
      }
      int x = left(t);
      int y = top(t);
      if (TileCorrelation.of(before, width, x, y, grey, x, y, TILE) >= FOUND) {
        for (int row = y; row < y + TILE; row++) {
          System.arraycopy(grey, row * width + x, reference, row * width + x, TILE);
        }
        halve(reference, smallReference);
        contrast[t] = TileCorrelation.contrast(grey, width, x, y, TILE);
        distinct[t] = isDistinct(t);
      }
      found[t] = 0;
      foundNanos[t] = nanos;
    }
  }

  private void halve(float[] from, float[] to) {
    int w = width / 2;
    for (int y = 0; y < height / 2; y++) {
      for (int x = 0; x < w; x++) {
        int p = 2 * y * width + 2 * x;
        to[y * w + x] = (from[p] + from[p + 1] + from[p + width] + from[p + width + 1]) / 4;
      }
    }
  }

  private int left(int tile) {
    return 1 + tile % columns * TILE;
  }

  private int top(int tile) {
    return 1 + tile / columns * TILE;
  }
}
