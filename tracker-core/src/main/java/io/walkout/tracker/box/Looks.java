package io.walkout.tracker.box;

/**
 * How the people of the tracks look, where an embedder says so. What a difference means is learned
 * from the camera itself: 0 is as alike as boxes of one track have been on average, 1 as unlike as
 * those of people seen side by side. Vectors stay in memory and die with their track.
 */
final class Looks {
  /** Share of a new look that enters a track's. */
  private static final double NEW = 0.1;

  /** Someone mostly hidden looks like who is in front. */
  private static final double MOST_COVER = 0.3;

  /** Pairs behind a mean before it moves slowly. */
  private static final double MEMORY = 500;

  /** Pairs of each kind before looks count. */
  private static final double LEAST = 20;

  /** No pair is told apart further than this. */
  private static final double MOST = 1.5;

  private final TrackTable tracks;
  private float[] ofTrack = new float[0];
  private final boolean[] known = new boolean[TrackTable.CAPACITY];
  private int length;
  private double same;
  private double sameCount;
  private double other;
  private double otherCount;

  Looks(TrackTable tracks) {
    this.tracks = tracks;
  }

  /** Tells the length of the vectors; allocates the first time. */
  void begin(int vectorLength) {
    if (length == 0) {
      length = vectorLength;
      ofTrack = new float[TrackTable.CAPACITY * length];
    } else if (length != vectorLength) {
      throw new IllegalArgumentException(
          "vectors of " + length + " numbers were given before, now of " + vectorLength);
    }
  }

  /** A new track looks like nobody yet. */
  void forget(int k) {
    known[k] = false;
  }

  /** How unlike a box and a track look; 0 where one can't say. */
  double difference(int k, int given, float[] vectors) {
    if (!known[k] || sameCount < LEAST || otherCount < LEAST || same - other < 1e-3) {
      return 0;
    }
    double alike = alike(k, given, vectors);
    return Double.isNaN(alike) ? 0 : Math.clamp((same - alike) / (same - other), -0.5, MOST);
  }

  /** Takes over the look of a box that a track was paired with. */
  void learn(int k, int given, float[] vectors) {
    if (tracks.cover[k] > MOST_COVER) {
      return;
    }
    int from = given * length;
    int to = k * length;
    if (known[k]) {
      double alike = alike(k, given, vectors);
      if (Double.isNaN(alike)) {
        return;
      }
      sameCount = Math.min(MEMORY, sameCount + 1);
      same += (alike - same) / sameCount;
    } else if (!isFinite(vectors, from)) {
      return;
    }
    double share = known[k] ? NEW : 1;
    double sum = 0;
    for (int i = 0; i < length; i++) {
      double v = (1 - share) * (known[k] ? ofTrack[to + i] : 0) + share * vectors[from + i];
      ofTrack[to + i] = (float) v;
      sum += v * v;
    }
    double scale = sum > 0 ? 1 / Math.sqrt(sum) : 0;
    for (int i = 0; i < length; i++) {
      ofTrack[to + i] *= (float) scale;
    }
    known[k] = scale > 0;
  }

  /** Learns what two people look like who are seen side by side. */
  void learnOther(int k, int given, float[] vectors) {
    if (known[k]) {
      double alike = alike(k, given, vectors);
      if (!Double.isNaN(alike)) {
        otherCount = Math.min(MEMORY, otherCount + 1);
        other += (alike - other) / otherCount;
      }
    }
  }

  private boolean isFinite(float[] vectors, int from) {
    float sum = 0;
    for (int i = 0; i < length; i++) {
      sum += vectors[from + i];
    }
    return Float.isFinite(sum);
  }

  /** Cosine of the two; NaN if the box's vector is not finite or nothing. */
  private double alike(int k, int given, float[] vectors) {
    double dot = 0;
    double sum = 0;
    int a = k * length;
    int b = given * length;
    for (int i = 0; i < length; i++) {
      dot += ofTrack[a + i] * vectors[b + i];
      sum += vectors[b + i] * vectors[b + i];
    }
    double cosine = dot / Math.sqrt(sum);
    return Double.isFinite(cosine) ? cosine : Double.NaN;
  }
}
