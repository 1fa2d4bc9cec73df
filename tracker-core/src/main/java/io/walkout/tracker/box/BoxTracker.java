package io.walkout.tracker.box;

import org.jspecify.annotations.Nullable;

/**
 * Follows the people of one camera from a detector's boxes, picture by picture, without looking
 * ahead: what is reported for a picture is never changed. Of the family of SORT (A. Bewley, Z. Ge,
 * L. Ott, F. Ramos, B. Upcroft, ICIP 2016) with ByteTrack's second look at faint boxes (Y. Zhang
 * and others, ECCV 2022). What is different: everything is in seconds and people's heights, so that
 * neither the frame rate nor the picture's size matters, and irregular capture times are taken as
 * they are; who would be hidden is less easily taken for the one who is seen, and measured less
 * firmly; how long somebody unseen is still reported is learned from this camera's own gaps; the
 * camera's own motion is told from what all people do in common; a track is certain once its
 * evidence is, not after a number of pictures; what the detector's scores mean is learned.
 * docs/developing/box-tracker.md has the method and its figures.
 *
 * <p>Single-threaded. Allocates nothing after construction, except once when vectors first come.
 * The same calls give the same tracks on any machine.
 */
public final class BoxTracker {
  /** Boxes of one picture that are looked at; of more, those with the highest scores. */
  public static final int BOX_CAPACITY = 1024;

  /** Tracks followed at once; a box that would begin one more is left alone. */
  public static final int TRACK_CAPACITY = 1024;

  /** Pictures someone is looked for, whatever the frame rate, before being forgotten. */
  private static final int LEAST_MISSES = 3;

  /** After so many times the memory without a picture all is forgotten. */
  private static final double LONGEST_PAUSE = 5;

  /** How long a track that is not certain is looked for. */
  private static final double UNCERTAIN_SECONDS = 0.5;

  /** Log-odds that a track may lose at once without being given up. */
  private static final double SLACK = 0.3;

  private static final double LEAST_ODDS = 0.02;

  private final BoxTrackerSettings s;
  private final double width;
  private final double height;
  private final TrackTable tracks = new TrackTable();
  private final SeenBoxes seen = new SeenBoxes();
  private final ScoreScale scale = new ScoreScale();
  private final Pairing pairing = new Pairing(TRACK_CAPACITY, BOX_CAPACITY);
  private final int[] rows = new int[TRACK_CAPACITY];
  private final int[] columns = new int[BOX_CAPACITY];
  private final BoxMotion motion;
  private final CameraSway sway;
  private final Hiding hiding;
  private final Looks looks;
  private final PairCost cost;
  private float @Nullable [] vectors;
  private boolean started;
  private long lastNanos;
  private double now;
  private double sinceLast;
  private long lastNumber;
  private long birthsLeftOut;

  /**
   * A tracker that has seen nothing.
   *
   * @param settings what it goes by
   * @param width of the pictures, pixels
   * @param height of the pictures, pixels
   * @throws IllegalArgumentException if the picture has no size
   */
  public BoxTracker(BoxTrackerSettings settings, int width, int height) {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("a picture of " + width + "x" + height + " pixels");
    }
    this.s = settings;
    this.width = width;
    this.height = height;
    motion = new BoxMotion(s.motion(), tracks, seen);
    double surely = s.evidence().sureScore();
    sway = new CameraSway(s.absence().swaySeconds(), surely, tracks, seen, motion);
    hiding = new Hiding(s.absence(), tracks);
    looks = new Looks(tracks);
    cost = new PairCost(s.likeness(), tracks, seen, motion, looks);
  }

  /**
   * Takes the next picture.
   *
   * @param captureNanos when it was taken; one that is not after the last picture counts as taken
   *     with it
   * @param boxes left, top, width, height in pixels of box i at 4 i; they may reach beyond the
   *     picture; one that is not finite or has no size is ignored
   * @param scores how sure the detector is of box i, 0..1
   * @param count boxes in use; zero is a picture without people
   * @param out emptied, then filled with the people followed
   */
  public void update(long captureNanos, float[] boxes, float[] scores, int count, BoxTracks out) {
    update(captureNanos, boxes, scores, count, null, 0, out);
  }

  /**
   * Takes the next picture, with how each box looks.
   *
   * @param looksOfBoxes the vector of box i at {@code i * length}; NaN where there is none; null if
   *     there are none at all
   * @param length numbers in a vector, the same in every call
   * @see #update(long, float[], float[], int, BoxTracks)
   */
  public void update(
      long captureNanos,
      float[] boxes,
      float[] scores,
      int count,
      float @Nullable [] looksOfBoxes,
      int length,
      BoxTracks out) {
    sinceLast = started ? Math.max(0, captureNanos - lastNanos) * 1e-9 : 0;
    lastNanos = started ? Math.max(lastNanos, captureNanos) : captureNanos;
    started = true;
    now += sinceLast;
    vectors = looksOfBoxes;
    if (vectors != null) {
      looks.begin(length);
    }
    seen.load(boxes, scores, count, s.evidence().faintScore(), scale);
    scale.learn(seen);
    predict();
    pairCertain(true, s.likeness().sureLimit());
    pairCertain(false, s.likeness().faintLimit());
    pairUncertain();
    miss();
    begin();
    tracks.sweep();
    if (vectors != null) {
      tellApart(vectors);
    }
    report(out);
  }

  /**
   * Boxes that were not looked at because a picture had more than {@link #BOX_CAPACITY}, since the
   * beginning.
   */
  public long boxesLeftOut() {
    return seen.leftOut;
  }

  /**
   * Pairs of track and box, within reach of each other, that were not weighed because a picture had
   * more than {@value Pairing#OFFERS} of them, since the beginning; those with the least in common.
   */
  public long pairsLeftOut() {
    return pairing.leftOut;
  }

  /**
   * Boxes that would have begun a track and did not because there were {@link #TRACK_CAPACITY},
   * since the beginning.
   */
  public long birthsLeftOut() {
    return birthsLeftOut;
  }

  private void predict() {
    double longest = LONGEST_PAUSE * s.absence().memorySeconds();
    boolean paused = sinceLast > longest;
    for (int i = 0; i < tracks.count; i++) {
      int k = tracks.order[i];
      tracks.box[k] = -1;
      tracks.gone[k] = paused;
      motion.predict(k, sinceLast);
    }
    if (paused) {
      tracks.sweep();
    }
    if (s.absence().swaySeconds() > 0) {
      sway.follow(sinceLast);
    }
    hiding.cover(now, sinceLast);
  }

  /** Continues certain tracks: any with sure boxes, then those seen lately with faint ones. */
  private void pairCertain(boolean sure, double limit) {
    double since = sure ? Double.NEGATIVE_INFINITY : now - s.absence().faintSeconds();
    int rowCount = 0;
    for (int i = 0; i < tracks.count; i++) {
      int k = tracks.order[i];
      if (tracks.certain[k] && tracks.box[k] < 0 && tracks.seenAt[k] >= since) {
        rows[rowCount++] = k;
      }
    }
    pair(rowCount, sureBoxes(sure), limit);
  }

  private void pairUncertain() {
    int rowCount = 0;
    for (int i = 0; i < tracks.count; i++) {
      int k = tracks.order[i];
      if (!tracks.certain[k]) {
        rows[rowCount++] = k;
      }
    }
    pair(rowCount, sureBoxes(true), s.likeness().newLimit());
  }

  private int sureBoxes(boolean sure) {
    int columnCount = 0;
    for (int j = 0; j < seen.count; j++) {
      if (!seen.taken[j] && seen.score[j] >= s.evidence().sureScore() == sure) {
        columns[columnCount++] = j;
      }
    }
    return columnCount;
  }

  private void pair(int rowCount, int columnCount, double limit) {
    if (rowCount == 0 || columnCount == 0) {
      return;
    }
    pairing.begin(rowCount, columnCount);
    for (int r = 0; r < rowCount; r++) {
      for (int c = 0; c < columnCount; c++) {
        double saved = limit - cost.of(rows[r], columns[c], vectors);
        if (saved > 0) {
          pairing.offer(r, c, saved);
        }
      }
    }
    pairing.solve();
    for (int r = 0; r < rowCount; r++) {
      if (pairing.columnOfRow[r] >= 0) {
        join(rows[r], columns[pairing.columnOfRow[r]]);
      }
    }
  }

  private void join(int k, int j) {
    if (tracks.missed[k] > 0) {
      hiding.found(k, tracks.overlap(k, seen, j));
    }
    if (vectors != null) {
      looks.learn(k, seen.given[j], vectors);
    }
    motion.measure(k, j, !sway.isMoving());
    double fresh = 1 - Math.exp(-sinceLast / s.evidence().freshSeconds());
    tracks.evidence[k] +=
        s.evidence().seenGain() + fresh * (s.evidence().freshGain() + odds(seen.score[j]));
    tracks.certain[k] |= tracks.evidence[k] >= s.evidence().certain();
    see(k, j);
  }

  private void see(int k, int j) {
    seen.taken[j] = true;
    tracks.box[k] = j;
    tracks.score[k] = seen.givenScore[j];
    tracks.seenAt[k] = now;
    tracks.missed[k] = 0;
    tracks.there[k] = 1;
  }

  /** Half the log-odds of a score: detectors are surer than they are right. */
  private static double odds(double score) {
    return 0.5 * Math.log(Math.max(LEAST_ODDS, score) / Math.max(LEAST_ODDS, 1 - score));
  }

  private void miss() {
    for (int i = 0; i < tracks.count; i++) {
      int k = tracks.order[i];
      if (tracks.box[k] >= 0) {
        continue;
      }
      tracks.missed[k]++;
      double unseen = now - tracks.seenAt[k];
      if (!tracks.certain[k]) {
        tracks.evidence[k] -= s.evidence().missLoss();
        tracks.gone[k] = tracks.evidence[k] < tracks.leastEvidence[k] || unseen > UNCERTAIN_SECONDS;
        continue;
      }
      hiding.missed(k, now);
      boolean forgotten = unseen > s.absence().memorySeconds() && tracks.missed[k] >= LEAST_MISSES;
      tracks.gone[k] = forgotten || isOutside(k);
      if (tracks.gone[k]) {
        hiding.lost(k);
      }
    }
  }

  private boolean isOutside(int k) {
    double x = tracks.left[k] + tracks.width[k] / 2;
    double y = tracks.top[k] + tracks.height[k] / 2;
    double edge = s.absence().edge() * tracks.width[k];
    return x < edge
        || x > width - edge
        || y < -tracks.height[k] / 2
        || y > height + tracks.height[k] / 2;
  }

  private void begin() {
    for (int j = 0; j < seen.count; j++) {
      if (seen.taken[j] || seen.score[j] < s.evidence().birthScore()) {
        continue;
      }
      int k = tracks.add();
      if (k < 0) {
        birthsLeftOut++;
        continue;
      }
      motion.begin(k, j);
      hiding.begin(k);
      looks.forget(k);
      tracks.evidence[k] = odds(seen.score[j]);
      tracks.leastEvidence[k] = Math.min(0, tracks.evidence[k] - SLACK);
      tracks.certain[k] = tracks.evidence[k] >= s.evidence().certain();
      see(k, j);
      if (vectors != null) {
        looks.learn(k, seen.given[j], vectors);
      }
    }
  }

  /** What one person looks like beside another who is seen in the same picture. */
  private void tellApart(float[] ofBoxes) {
    int before = -1;
    for (int i = 0; i < tracks.count; i++) {
      int k = tracks.order[i];
      if (tracks.certain[k] && tracks.box[k] >= 0) {
        if (before >= 0) {
          looks.learnOther(before, seen.given[tracks.box[k]], ofBoxes);
        }
        before = k;
      }
    }
  }

  private void report(BoxTracks out) {
    out.count = 0;
    for (int i = 0; i < tracks.count; i++) {
      int k = tracks.order[i];
      boolean isSeen = tracks.box[k] >= 0;
      if (tracks.certain[k] && (isSeen || hiding.isThere(k))) {
        if (tracks.number[k] == 0) {
          tracks.number[k] = ++lastNumber;
        }
        out.add(
            tracks.number[k],
            isSeen ? seen.given[tracks.box[k]] : -1,
            isSeen ? tracks.score[k] : tracks.there[k],
            tracks.left[k],
            tracks.top[k],
            tracks.width[k],
            tracks.height[k]);
      }
    }
  }
}
