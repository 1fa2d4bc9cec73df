package io.walkout.sim.camera;

import java.util.Arrays;

/**
 * Counts, sample by sample, what each person's outline covers in the picture whether or not
 * something stands before it, and how much of that is in sight. What the picture's edge cuts off is
 * told by {@link Cropping}.
 */
final class Silhouettes {
  private final int width;
  private final int height;
  private final int[][] stamp;
  private int mark;
  private int people;
  private int[] who = new int[8];

  /** Where each person, by number, is in these lists. */
  private int[] place = new int[64];

  private int[] covered = new int[8];
  private int[] visible = new int[8];

  /** Share of each body that lies inside the picture. */
  private double[] inside = new double[8];

  private int[] left = new int[8];
  private int[] top = new int[8];
  private int[] right = new int[8];
  private int[] bottom = new int[8];
  private Bounds[] amodal = new Bounds[0];

  Silhouettes(int width, int height) {
    this.width = width;
    this.height = height;
    stamp = new int[View.SAMPLES][width * height];
    grow(8);
  }

  private void grow(int size) {
    who = Arrays.copyOf(who, size);
    covered = Arrays.copyOf(covered, size);
    visible = Arrays.copyOf(visible, size);
    inside = Arrays.copyOf(inside, size);
    left = Arrays.copyOf(left, size);
    top = Arrays.copyOf(top, size);
    right = Arrays.copyOf(right, size);
    bottom = Arrays.copyOf(bottom, size);
    int had = amodal.length;
    amodal = Arrays.copyOf(amodal, size);
    for (int i = had; i < size; i++) {
      amodal[i] = new Bounds();
    }
  }

  /** Forgets everybody. */
  void clear() {
    people = 0;
  }

  /** From here on {@link #cover} means this person. */
  void begin(int person) {
    if (people == who.length) {
      grow(2 * people);
    }
    mark++;
    if (person >= place.length) {
      place = Arrays.copyOf(place, 2 * person);
    }
    place[person] = people;
    who[people] = person;
    covered[people] = 0;
    visible[people] = 0;
    inside[people] = 1;
    left[people] = Integer.MAX_VALUE;
    top[people] = Integer.MAX_VALUE;
    right[people] = -1;
    bottom[people] = -1;
    amodal[people].clear();
    people++;
  }

  /** The person begun last covers a sample. */
  void cover(int sample, int pixel, int x, int y) {
    if (stamp[sample][pixel] == mark) {
      return;
    }
    stamp[sample][pixel] = mark;
    int p = people - 1;
    covered[p]++;
    left[p] = Math.min(left[p], x);
    right[p] = Math.max(right[p], x);
    top[p] = Math.min(top[p], y);
    bottom[p] = Math.max(bottom[p], y);
  }

  /** Widens the outline of the person begun last, beyond the picture too. */
  void outline(Bounds part) {
    amodal[people - 1].add(part);
  }

  /** Whether the outline of the person begun last may reach beyond the picture. */
  boolean isCut() {
    Bounds all = amodal[people - 1];
    return covered[people - 1] > 0
        && (all.left < 0 || all.top < 0 || all.right > width || all.bottom > height);
  }

  /** Of the person begun last this share lies inside the picture. */
  void crop(double share) {
    inside[people - 1] = share;
  }

  /** The person begun last is kept only if they cover anything. */
  void endIfUnseen() {
    if (covered[people - 1] == 0) {
      people--;
    }
  }

  /** Samples of a person's are in sight. */
  void see(int person, int samples) {
    visible[place[person]] += samples;
  }

  int people() {
    return people;
  }

  int who(int i) {
    return who[check(i)];
  }

  /** Share of the whole body that is seen: neither hidden nor beyond the picture's edge. */
  double visibility(int i) {
    return (double) visible[check(i)] / covered[i] * inside[i];
  }

  void box(int i, float[] box) {
    box[0] = left[check(i)];
    box[1] = top[i];
    box[2] = right[i] + 1 - left[i];
    box[3] = bottom[i] + 1 - top[i];
  }

  /** Pixels where the picture shows the outline, bounds of solids where it doesn't. */
  void amodalBox(int i, float[] box) {
    Bounds all = amodal[check(i)];
    double l = all.left < 0 ? all.left : left[i];
    double t = all.top < 0 ? all.top : top[i];
    double r = all.right > width ? all.right : right[i] + 1;
    double b = all.bottom > height ? all.bottom : bottom[i] + 1;
    box[0] = (float) l;
    box[1] = (float) t;
    box[2] = (float) (r - l);
    box[3] = (float) (b - t);
  }

  private int check(int i) {
    if (i < 0 || i >= people) {
      throw new IndexOutOfBoundsException("person " + i + " of " + people + " in the picture");
    }
    return i;
  }
}
