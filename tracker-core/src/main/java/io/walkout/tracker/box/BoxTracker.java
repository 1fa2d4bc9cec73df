package io.walkout.tracker.box;

/**
 * Follows the people of one camera from a detector's boxes, picture by picture, without looking
 * ahead. Single-threaded; allocates nothing after construction.
 */
public final class BoxTracker {
  /** Boxes of one picture that are looked at. */
  public static final int BOX_CAPACITY = 1024;

  /** Tracks followed at once. */
  public static final int TRACK_CAPACITY = 1024;

  static final int S = 20;
  private final BoxTrackerSettings s;
  private final double width, height;
  private boolean started;
  private long lastNanos;
  private double now;

  // tracks
  private int n;
  private long nextNumber = 1;
  private final int[] slot = new int[TRACK_CAPACITY]; // order -> slot
  private final double[] st = new double[TRACK_CAPACITY * S];
  private final long[] number = new long[TRACK_CAPACITY];
  private final double[] evidence = new double[TRACK_CAPACITY];
  private final double[] lastSeen = new double[TRACK_CAPACITY];
  private final double[] bornAt = new double[TRACK_CAPACITY];
  private final double[] alive = new double[TRACK_CAPACITY];
  private final double[] cover = new double[TRACK_CAPACITY];
  private final int[] hits = new int[TRACK_CAPACITY];
  private final int[] det = new int[TRACK_CAPACITY];
  private final float[] lastScore = new float[TRACK_CAPACITY];
  private final boolean[] confirmed = new boolean[TRACK_CAPACITY];
  private final boolean[] dead = new boolean[TRACK_CAPACITY];
  private final double[] pred = new double[TRACK_CAPACITY * 4]; // l t w h predicted by slot
  private final int[] free = new int[TRACK_CAPACITY];
  private int freeCount;

  // dets
  private int m;
  private final double[] db = new double[BOX_CAPACITY * 4]; // ltwh
  private final double[] ds = new double[BOX_CAPACITY];
  private final int[] di = new int[BOX_CAPACITY];
  private final boolean[] taken = new boolean[BOX_CAPACITY];

  private final Pairing pairing = new Pairing(TRACK_CAPACITY, BOX_CAPACITY);
  private final int[] rowT = new int[TRACK_CAPACITY];
  private final int[] colD = new int[BOX_CAPACITY];

  /** A tracker that has seen nothing; size in pixels. */
  public BoxTracker(BoxTrackerSettings settings, int width, int height) {
    s = settings;
    this.width = width;
    this.height = height;
    for (int i = 0; i < TRACK_CAPACITY; i++) free[i] = TRACK_CAPACITY - 1 - i;
    freeCount = TRACK_CAPACITY;
  }

  /**
   * The next picture.
   *
   * @param captureNanos when it was taken; one before the last counts as taken with it
   * @param boxes left, top, width, height of box i at 4 i, pixels
   * @param scores how sure the detector is of box i, 0..1
   * @param count boxes in use
   * @param out receives the tracks
   */
  public void update(long captureNanos, float[] boxes, float[] scores, int count, BoxTracks out) {
    double dt = started ? Math.max(0, (captureNanos - lastNanos) * 1e-9) : 0;
    started = true;
    lastNanos = captureNanos;
    now += dt;
    load(boxes, scores, count);
    for (int i = 0; i < n; i++) {
      predict(slot[i], dt);
      det[slot[i]] = -1;
    }
    computeCover();
    stage(0);
    stage(1);
    stage(2);
    misses(dt);
    births();
    duplicates();
    remove();
    report(out);
  }

  private void load(float[] boxes, float[] scores, int count) {
    m = 0;
    for (int i = 0; i < count && m < BOX_CAPACITY; i++) {
      float l = boxes[4 * i],
          t = boxes[4 * i + 1],
          w = boxes[4 * i + 2],
          h = boxes[4 * i + 3],
          sc = scores[i];
      if (!(w > 0 && h > 0) || !Float.isFinite(l + t + w + h + sc) || sc < s.faintScore()) continue;
      db[4 * m] = l;
      db[4 * m + 1] = t;
      db[4 * m + 2] = w;
      db[4 * m + 3] = h;
      ds[m] = sc;
      di[m] = i;
      taken[m] = false;
      m++;
    }
  }

  private void predict(int k, double dt) {
    double h = Math.max(4, st[k * S + 15]);
    axis(k, 0, dt, s.speed() * h, s.persist(), s.wobble() * h);
    axis(k, 1, dt, s.speedY() * h, s.persist(), s.wobble() * h);
    axis(k, 2, dt, s.sizeSpeed() * h * 0.5, s.sizePersist(), s.sizeWobble() * h);
    axis(k, 3, dt, s.sizeSpeed() * h, s.sizePersist(), s.sizeWobble() * h);
    setPred(k);
  }

  private void setPred(int k) {
    double w = Math.max(2, st[k * S + 10]), h = Math.max(4, st[k * S + 15]);
    pred[4 * k] = st[k * S] - w / 2;
    pred[4 * k + 1] = st[k * S + 5] - h / 2;
    pred[4 * k + 2] = w;
    pred[4 * k + 3] = h;
  }

  private void axis(int k, int a, double dt, double sv, double tau, double wob) {
    int o = k * S + 5 * a;
    double e = Math.exp(-dt / tau);
    double f = tau * (1 - e);
    double v = st[o + 1];
    double p00 = st[o + 2], p01 = st[o + 3], p11 = st[o + 4];
    // OU with stationary sd sv
    double q11 = sv * sv * (1 - e * e);
    double q = 2 * sv * sv / tau;
    double q01 = q * dt * dt / 2, q00 = q * dt * dt * dt / 3;
    if (dt > 0.3 * tau) {
      q01 = sv * sv * tau * (1 - e) * (1 - e);
      q00 = sv * sv * tau * (2 * dt - tau * (3 - e) * (1 - e));
    }
    st[o] += f * v;
    st[o + 1] = e * v;
    st[o + 2] = p00 + 2 * f * p01 + f * f * p11 + q00 + wob * wob * dt;
    st[o + 3] = e * (p01 + f * p11) + q01;
    st[o + 4] = e * e * p11 + q11;
  }

  private static double overlap(double a0, double al, double b0, double bl) {
    return Math.max(0, Math.min(a0 + al, b0 + bl) - Math.max(a0, b0));
  }

  private void computeCover() {
    for (int i = 0; i < n; i++) {
      int k = slot[i];
      double best = 0;
      double area = pred[4 * k + 2] * pred[4 * k + 3];
      for (int j = 0; j < n; j++) {
        int o = slot[j];
        if (o == k || !confirmed[o] || lastSeen[o] < now - 0.3) continue;
        if (pred[4 * o + 1] + pred[4 * o + 3] <= pred[4 * k + 1] + pred[4 * k + 3]) continue;
        double c =
            overlap(pred[4 * k], pred[4 * k + 2], pred[4 * o], pred[4 * o + 2])
                * overlap(pred[4 * k + 1], pred[4 * k + 3], pred[4 * o + 1], pred[4 * o + 3])
                / area;
        best = Math.max(best, c);
      }
      cover[k] = best;
    }
  }

  private void stage(int stage) {
    int rn = 0, cn = 0;
    for (int i = 0; i < n; i++) {
      int k = slot[i];
      if (det[k] >= 0) continue;
      boolean in =
          switch (stage) {
            case 0 -> confirmed[k];
            case 1 -> confirmed[k] && lastSeen[k] >= now - s.faintMemory();
            default -> !confirmed[k];
          };
      if (in) rowT[rn++] = k;
    }
    for (int j = 0; j < m; j++) {
      if (taken[j]) continue;
      boolean sure = ds[j] >= s.sureScore();
      if (stage == 0 ? sure : stage == 1 ? !sure : true) colD[cn++] = j;
    }
    if (rn == 0 || cn == 0) return;
    double limit = stage == 0 ? s.limitA() : stage == 1 ? s.limitB() : s.limitC();
    pairing.begin(rn, cn);
    for (int r = 0; r < rn; r++) {
      for (int c = 0; c < cn; c++) {
        double cost = cost(rowT[r], colD[c]);
        if (cost < limit) pairing.offer(r, c, limit - cost);
      }
    }
    pairing.solve();
    for (int r = 0; r < rn; r++) {
      int c = pairing.columnOfRow[r];
      if (c >= 0) match(rowT[r], colD[c]);
    }
  }

  private double cost(int k, int j) {
    double l = db[4 * j], t = db[4 * j + 1], w = db[4 * j + 2], h = db[4 * j + 3];
    double pl = pred[4 * k], pt = pred[4 * k + 1], pw = pred[4 * k + 2], ph = pred[4 * k + 3];
    double R = rPos(j, h), RS = rSize(j, h);
    double dx = l + w / 2 - st[k * S], dy = t + h / 2 - st[k * S + 5], dh = h - ph;
    double sx = st[k * S + 2] + R * R, sy = st[k * S + 7] + R * R, sh = st[k * S + 17] + RS * RS;
    double d2 = dx * dx / sx + dy * dy / sy + dh * dh / sh;
    if (d2 > s.gate()) return 1e9;
    double b = s.buffer();
    double bw = b * (w + pw) / 2, bh = b * (h + ph) / 2;
    double ow = overlap(l - bw, w + 2 * bw, pl - bw, pw + 2 * bw);
    double oh = overlap(t - bh, h + 2 * bh, pt - bh, ph + 2 * bh);
    double inter = ow * oh;
    double uni = (w + 2 * bw) * (h + 2 * bh) + (pw + 2 * bw) * (ph + 2 * bh) - inter;
    double iou = inter / uni;
    double sim = iou;
    sim *= (1 - s.wScore()) + s.wScore() * ds[j];
    return s.wIou() * (1 - sim)
        + s.wMaha() * d2 / s.gate()
        + s.wLog() * 0.5 * Math.log(sx * sy / (4 * R * R * R * R));
  }

  private double rPos(int j, double h) {
    return s.rPos() * h * (1 + s.rScore() * (1 - ds[j]));
  }

  private double rSize(int j, double h) {
    return s.rSize() * h * (1 + s.rScore() * (1 - ds[j]));
  }

  private void match(int k, int j) {
    double l = db[4 * j], t = db[4 * j + 1], w = db[4 * j + 2], h = db[4 * j + 3];
    double R = rPos(j, h), RS = rSize(j, h);
    meas(k, 0, l + w / 2, R);
    meas(k, 1, t + h / 2, R);
    meas(k, 2, w, RS);
    meas(k, 3, h, RS);
    taken[j] = true;
    det[k] = j;
    lastSeen[k] = now;
    lastScore[k] = (float) ds[j];
    hits[k]++;
    evidence[k] += s.hitGain() + Math.log(Math.max(0.02, ds[j]) / Math.max(0.02, 1 - ds[j])) * 0.5;
    if (!confirmed[k] && evidence[k] >= s.confirm()) confirmed[k] = true;
    alive[k] = 1;
    setPred(k);
  }

  private void meas(int k, int a, double z, double r) {
    int o = k * S + 5 * a;
    double p00 = st[o + 2], p01 = st[o + 3];
    double si = 1 / (p00 + r * r);
    double k0 = p00 * si, k1 = p01 * si;
    double y = z - st[o];
    st[o] += k0 * y;
    st[o + 1] += k1 * y;
    st[o + 4] -= k1 * p01;
    st[o + 2] = (1 - k0) * p00;
    st[o + 3] = (1 - k0) * p01;
  }

  private void misses(double dt) {
    for (int i = 0; i < n; i++) {
      int k = slot[i];
      if (det[k] >= 0) continue;
      if (!confirmed[k]) {
        evidence[k] -= s.missCost();
        if (evidence[k] < 0 || now - lastSeen[k] > 0.5) dead[k] = true;
      } else {
        if (now - lastSeen[k] > s.memory()) dead[k] = true;
        double cx = st[k * S], cy = st[k * S + 5];
        if (cx < -0.5 * pred[4 * k + 2]
            || cx > width + 0.5 * pred[4 * k + 2]
            || cy < -0.5 * pred[4 * k + 3]
            || cy > height + 0.5 * pred[4 * k + 3]) dead[k] = true;
        if (cover[k] >= s.coverMin()) alive[k] -= dt / s.hidden();
        else alive[k] -= dt / s.coast();
      }
    }
  }

  private void births() {
    for (int j = 0; j < m; j++) {
      if (taken[j] || ds[j] < s.birthScore() || freeCount == 0) continue;
      int k = free[--freeCount];
      slot[n++] = k;
      double l = db[4 * j], t = db[4 * j + 1], w = db[4 * j + 2], h = db[4 * j + 3];
      double R = rPos(j, h), RS = rSize(j, h);
      init(k, 0, l + w / 2, R, s.speed() * h * s.bornSpeed());
      init(k, 1, t + h / 2, R, s.speedY() * h * s.bornSpeed());
      init(k, 2, w, RS, s.sizeSpeed() * h * 0.5);
      init(k, 3, h, RS, s.sizeSpeed() * h);
      number[k] = 0;
      evidence[k] = Math.log(ds[j] / Math.max(0.02, 1 - ds[j])) * 0.5;
      lastSeen[k] = now;
      bornAt[k] = now;
      alive[k] = 1;
      hits[k] = 1;
      det[k] = j;
      lastScore[k] = (float) ds[j];
      confirmed[k] = evidence[k] >= s.confirm();
      dead[k] = false;
      taken[j] = true;
      setPred(k);
    }
  }

  private void init(int k, int a, double z, double r, double sv) {
    int o = k * S + 5 * a;
    st[o] = z;
    st[o + 1] = 0;
    st[o + 2] = r * r;
    st[o + 3] = 0;
    st[o + 4] = sv * sv;
  }

  private void duplicates() {
    for (int i = 0; i < n; i++) {
      int a = slot[i];
      if (dead[a]) continue;
      for (int j = i + 1; j < n; j++) {
        int b = slot[j];
        if (dead[b]) continue;
        // a is older
        double ow = overlap(pred[4 * a], pred[4 * a + 2], pred[4 * b], pred[4 * b + 2]);
        if (ow <= 0) continue;
        double oh = overlap(pred[4 * a + 1], pred[4 * a + 3], pred[4 * b + 1], pred[4 * b + 3]);
        double in = ow * oh;
        double iou =
            in / (pred[4 * a + 2] * pred[4 * a + 3] + pred[4 * b + 2] * pred[4 * b + 3] - in);
        if (iou > s.dupIou()) {
          boolean sa = det[a] >= 0, sb = det[b] >= 0;
          if (sa && !sb) {
            if (lastSeen[b] < now - 0.3) {}
          }
          if (sb && !sa && hits[b] <= 2) dead[b] = false;
        }
      }
    }
  }

  private void remove() {
    int w = 0;
    for (int i = 0; i < n; i++) {
      int k = slot[i];
      if (dead[k]) free[freeCount++] = k;
      else slot[w++] = k;
    }
    n = w;
  }

  private void report(BoxTracks out) {
    out.count = 0;
    for (int i = 0; i < n; i++) {
      int k = slot[i];
      if (!confirmed[k]) continue;
      if (det[k] < 0 && alive[k] <= 0) continue;
      if (number[k] == 0) number[k] = nextNumber++;
      int o = 4 * out.count;
      out.boxes[o] = (float) pred[4 * k];
      out.boxes[o + 1] = (float) pred[4 * k + 1];
      out.boxes[o + 2] = (float) pred[4 * k + 2];
      out.boxes[o + 3] = (float) pred[4 * k + 3];
      out.add(number[k], det[k] >= 0 ? di[det[k]] : -1, det[k] >= 0 ? lastScore[k] : alive[k]);
    }
  }
}
