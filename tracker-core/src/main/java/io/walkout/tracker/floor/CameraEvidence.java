package io.walkout.tracker.floor;

import java.util.Arrays;

/**
 * One camera's say at one moment: what box each person should make in its picture, who hides whom,
 * what each pairing of a person and a box gains over taking the box for nobody's, and which pairing
 * of all is best.
 */
final class CameraEvidence {
  /** Nobody's boxes in a picture before any was counted, and at least. */
  private static final double STRAYS = 1;

  private static final double LEAST_STRAYS = 0.2;

  /** How far off a box's middle may be to be looked at, in standard errors. */
  private static final double GATE = 4.5;

  final FloorCamera camera;
  private final int index;
  private final FloorSight sight;
  private final Looks looks;
  private final FloorTracks tracks;
  private final Occlusion occlusion;
  private final UprightBody body = new UprightBody();
  private final BoxLikelihood likelihood;
  private final SparseMatching matching = new SparseMatching();
  private final ScoreOdds scores = new ScoreOdds();
  private final Chances chances = new Chances();
  private double strays = STRAYS;

  /** Prediction of each slot. */
  final double[] expected;

  /** How much of each slot's person this camera should see, 0..1. */
  final double[] visible;

  /** How much of each slot's person is behind others, 0..1. */
  final double[] covered;

  /** Box of each slot; -1 for none. */
  final int[] boxOf;

  /** Gain of that pairing. */
  final double[] gainOf;

  /** Slot of each box; -1 for none. */
  final int[] slotOf;

  /** For each box, what it would have gained somebody who went without. */
  final double[] elsewhere;

  private FloorView view;
  private final double[] spare = new double[UprightBody.LENGTH];
  private final double[] seen = new double[2];
  private final double[] fixture;
  private final SeenFloor floor;
  private final int[] present;
  private int presentCount;
  private final float[] likeness;
  private final double[] boxScore;
  private final double[] middles;
  private final int[] byMiddle;
  private final int[] place;

  CameraEvidence(
      int index,
      FloorCamera camera,
      FloorSight sight,
      Looks looks,
      FloorTracks tracks,
      FloorTrackerSettings settings) {
    this.index = index;
    this.camera = camera;
    this.sight = sight;
    this.looks = looks;
    this.tracks = tracks;
    occlusion = new Occlusion(tracks);
    view = new FloorView(settings.boxes(), settings.vectorLength());
    likelihood = new BoxLikelihood(camera);
    floor = new SeenFloor(camera);
    int n = tracks.capacity;
    expected = new double[UprightBody.LENGTH * (n + 1)];
    visible = new double[n + 1];
    covered = new double[n + 1];
    fixture = new double[n + 1];
    boxOf = new int[n + 1];
    gainOf = new double[n + 1];
    Arrays.fill(boxOf, -1);
    elsewhere = new double[settings.boxes()];
    slotOf = new int[settings.boxes()];
    likeness = new float[n * settings.boxes()];
    boxScore = new double[settings.boxes()];
    middles = new double[settings.boxes()];
    byMiddle = new int[settings.boxes()];
    place = new int[n];
    present = new int[n];
  }

  /** Takes a picture's boxes. */
  void open(FloorView boxes) {
    view = boxes;
    int n = count();
    for (int b = 0; b < n; b++) {
      slotOf[b] = -1;
      boxScore[b] = scores.of(view.scores[b]);
      middles[b] = view.boxes[4 * b] + view.boxes[4 * b + 2] / 2;
      int k = b;
      while (k > 0 && middles[byMiddle[k - 1]] > middles[b]) {
        byMiddle[k] = byMiddle[k - 1];
        k--;
      }
      byMiddle[k] = b;
    }
    presentCount = 0;
    Arrays.fill(elsewhere, 0, n, 0);
  }

  /** Whether this camera may see somebody at a place. */
  boolean covers(double x, double y) {
    return floor.contains(x, y);
  }

  /** How far over the floor a place is, squared: square metres. */
  double squareDistance(double x, double y) {
    double dx = x - camera.position(0);
    double dy = y - camera.position(1);
    return dx * dx + dy * dy;
  }

  /** Takes a slot among those this moment's picture may show; it has no box yet. */
  void admit(int slot) {
    present[presentCount++] = slot;
    int row = slot * slotOf.length;
    Arrays.fill(likeness, row, row + count(), Float.NaN);
    boxOf[slot] = -1;
    visible[slot] = 0;
  }

  /** Takes the last admitted slot out again. */
  void dismiss(int slot) {
    if (boxOf[slot] >= 0) {
      slotOf[boxOf[slot]] = -1;
      boxOf[slot] = -1;
    }
    if (presentCount > 0 && present[presentCount - 1] == slot) {
      presentCount--;
    }
  }

  /** Whether a slot has a box of this picture. */
  boolean shows(int slot) {
    for (int i = 0; i < presentCount; i++) {
      if (present[i] == slot) {
        return boxOf[slot] >= 0;
      }
    }
    return false;
  }

  /** Slots this picture may show. */
  int presentCount() {
    return presentCount;
  }

  int present(int i) {
    return present[i];
  }

  int index() {
    return index;
  }

  /** Takes the boxes of this moment from slots. */
  void release(int[] slots, int n) {
    for (int i = 0; i < n; i++) {
      int slot = slots[i];
      if (boxOf[slot] >= 0) {
        slotOf[boxOf[slot]] = -1;
        boxOf[slot] = -1;
      }
    }
  }

  int count() {
    return Math.min(view.count, slotOf.length);
  }

  FloorView view() {
    return view;
  }

  double middle(int box) {
    return middles[box];
  }

  double scoreOdds(int box) {
    return boxScore[box];
  }

  /** Works out what box a person in a state makes; {@code slot} may be the spare one. */
  void expect(int slot, double[] state, int s) {
    int at = UprightBody.LENGTH * slot;
    covered[slot] = 0;
    double height = Math.max(state[s + 4], 0.4);
    if (!body.predict(camera, state[s], state[s + 1], height, expected, at)) {
      visible[slot] = 0;
      return;
    }
    sight.look(index, state[s], state[s + 1], height, seen);
    double free = Math.clamp((seen[1] - seen[0]) / height, 0, 1);
    fixture[slot] = seen[0] > 0.1 ? 1 : 0;
    double half = expected[at + UprightBody.HALF_WIDTH];
    double middle = expected[at];
    double top = expected[at + UprightBody.EDGE];
    double bottom = expected[at + 2 * UprightBody.EDGE];
    double across = inside(middle - half, middle + half, camera.widthPixels());
    double down = inside(top, bottom, camera.heightPixels());
    visible[slot] = free * across * down;
  }

  private static double inside(double from, double to, double size) {
    double in = Math.min(to, size) - Math.max(from, 0);
    return in > 0 && to > from ? in / (to - from) : 0;
  }

  /** Finds who stands in front of whom, among people; who may be nobody covers nobody. */
  void cover() {
    occlusion.byPeople(this);
  }

  /** Finds how much of each is behind those whose box this picture has. */
  void coverBySeen() {
    occlusion.bySeen(this);
  }

  /** The same for one slot. */
  void coverBySeen(int slot) {
    occlusion.bySeen(this, slot);
  }

  /** Chance that the detector finds this slot's person. */
  double chance(int slot) {
    return visible[slot] * chances.of(covered[slot]);
  }

  /** Learns from somebody other cameras see now: whether this one does. */
  void learnChance(int slot) {
    if (visible[slot] > 0.9) {
      chances.learn(covered[slot], boxOf[slot] >= 0);
    }
  }

  /** What pairing a slot (in a state) with a box gains over the box being nobody's. */
  double gain(int slot, double[] p, int c, int box) {
    double chance = chance(slot);
    if (chance < 0.01) {
      return Double.NEGATIVE_INFINITY;
    }
    double l = likelihood.log(expected, UprightBody.LENGTH * slot, p, c, view, box, hidden(slot));
    return l + boxScore[box] + Math.log(chance / strays);
  }

  private double hidden(int slot) {
    return Math.max(covered[slot], fixture[slot]);
  }

  /** Pairs the slots given, which have no box, with the boxes that no slot has. */
  void match(int[] slots, int n) {
    int boxes = count();
    matching.open(n, boxes);
    for (int i = 0; i < n; i++) {
      place[i] = slots[i];
      addPairs(i, slots[i], boxes);
    }
    matching.solve();
    matching.alternatives(elsewhere);
    for (int i = 0; i < n; i++) {
      int box = matching.column(i);
      if (box >= 0) {
        boxOf[place[i]] = box;
        slotOf[box] = place[i];
      }
    }
  }

  private void addPairs(int row, int slot, int boxes) {
    double chance = chance(slot);
    if (chance < 0.01) {
      return;
    }
    int at = UprightBody.LENGTH * slot;
    int c = PersonFilter.COVARIANCE * slot;
    double[] p = tracks.covariance;
    double spread =
        PersonFilter.variance(p, c, expected[at + 1], expected[at + 2], expected[at + 3])
            + expected[at + 4] * expected[at + 4];
    double gate = GATE * Math.sqrt(spread) + covered[slot] * expected[at + UprightBody.HALF_WIDTH];
    double miss = Math.log(1 - chance);
    for (int k = firstFrom(expected[at] - gate, boxes); k < boxes; k++) {
      int box = byMiddle[k];
      if (middles[box] > expected[at] + gate) {
        break;
      }
      if (slotOf[box] < 0) {
        double gain = gain(slot, p, c, box) - miss;
        if (gain > 0) {
          gain += alike(slot, box);
        }
        matching.pair(row, box, gain);
      }
    }
  }

  /** What likeness and the camera's own track numbers say; worked out once a moment. */
  private double alike(int slot, int box) {
    int at = slot * slotOf.length + box;
    double odds = likeness[at];
    if (Double.isNaN(odds)) {
      odds = looks.odds(slot, index, view, box) + NameOdds.of(tracks, slot, index, view, box);
      likeness[at] = (float) odds;
    }
    return odds;
  }

  /** Offers a beam every box that goes with its explanation {@code k} of a slot. */
  void extend(Beam beam, int k, int slot, double miss) {
    double[] g = beam.guess();
    int at = k * Beam.GUESS;
    if (!body.predict(camera, g[at], g[at + 1], Math.max(g[at + 2], 0.4), spare, 0)) {
      return;
    }
    double spread = BoxLikelihood.variance(g, at + 3, spare[1], spare[2], spare[3]);
    double gate =
        GATE * Math.sqrt(spread + spare[4] * spare[4])
            + covered[slot] * spare[UprightBody.HALF_WIDTH];
    double found = Math.log(chance(slot) / strays);
    int boxes = count();
    for (int i = firstFrom(spare[0] - gate, boxes); i < boxes; i++) {
      int box = byMiddle[i];
      if (middles[box] > spare[0] + gate) {
        break;
      }
      if (slotOf[box] >= 0) {
        continue;
      }
      double fit =
          likelihood.trial(spare, g, at, beam.trial(), view, box, hidden(slot))
              + boxScore[box]
              + found;
      if (fit > miss) {
        fit += alike(slot, box);
        beam.offer(k, box, fit, miss, beam.trial(), 0);
      }
    }
  }

  private int firstFrom(double middle, int n) {
    int low = 0;
    int high = n;
    while (low < high) {
      int mid = (low + high) >>> 1;
      if (middles[byMiddle[mid]] < middle) {
        low = mid + 1;
      } else {
        high = mid;
      }
    }
    return low;
  }

  /** Moves a state by a box. */
  void update(PersonFilter filter, int slot, double[] state, int s, double[] p, int c, int box) {
    double cover = covered[slot];
    double before = visible[slot];
    expect(slot, state, s);
    covered[slot] = cover;
    if (visible[slot] <= 0) {
      visible[slot] = before;
      return;
    }
    likelihood.update(
        filter, expected, UprightBody.LENGTH * slot, state, s, p, c, view, box, hidden(slot));
  }

  /** Learns from how the moment was explained. */
  void learn() {
    int n = count();
    int alone = 0;
    for (int b = 0; b < n; b++) {
      boolean person = slotOf[b] >= 0;
      alone += person ? 0 : 1;
      scores.learn(view.scores[b], person);
    }
    strays = Math.max(LEAST_STRAYS, strays + 0.02 * (alone - strays));
  }
}
