package io.walkout.tracker.box;

/**
 * What a {@link BoxTracker} goes by. Lengths are shares of a person's height in the picture, times
 * are seconds, so that neither the size of the picture nor the frame rate is in any of them. The
 * values of {@link #DEFAULT} were chosen on public sequences of several cameras, detectors and
 * frame rates together, and on spoilt copies of them; moving any one by a third changes the mean
 * figures little (docs/developing/box-tracker.md has the table).
 *
 * @param evidence what makes a box a person
 * @param motion how people move in a picture
 * @param likeness what makes a box the same person
 * @param absence what becomes of people who are not seen
 */
public record BoxTrackerSettings(
    Evidence evidence, Motion motion, Likeness likeness, Absence absence) {

  /**
   * For any fixed camera. Scores are on the scale of detectors whose good boxes score 0.78 and up;
   * how far one scores lower is learned.
   */
  public static final BoxTrackerSettings DEFAULT =
      new BoxTrackerSettings(Evidence.DEFAULT, Motion.DEFAULT, Likeness.DEFAULT, Absence.DEFAULT);

  /**
   * What makes a box a person.
   *
   * @param faintScore boxes with a lower score are not looked at
   * @param sureScore from which score on a box may continue any track; the others only one that was
   *     seen lately
   * @param birthScore from which score on a box may begin a track
   * @param certain log-odds from which on a track is reported
   * @param seenGain log-odds gained each time the track is seen
   * @param freshGain log-odds gained besides, with half the score's own, if the sight is
   *     independent of the last
   * @param freshSeconds after about how long a sight is independent of the one before
   * @param missLoss log-odds lost by not being seen
   */
  public record Evidence(
      double faintScore,
      double sureScore,
      double birthScore,
      double certain,
      double seenGain,
      double freshGain,
      double freshSeconds,
      double missLoss) {
    /** ByteTrack's 0.1 and 0.6, and what the sequences bore out. */
    public static final Evidence DEFAULT = new Evidence(0.1, 0.6, 0.65, 3, 0.3, 0.5, 0.05, 0.625);
  }

  /**
   * How people move in a picture: each of centre, reference height, width and height has a place
   * and a speed that is forgotten in time.
   *
   * @param placeNoise standard deviation of a detector's place
   * @param sizeNoise standard deviation of a detector's width and height
   * @param noiseLearning how fast the noise of this detector's sizes is learned, for each box: log
   *     of the noise over excess squared error
   * @param coverNoise how much larger both are for someone wholly behind another
   * @param speed standard deviation of people's speed to the side, a second
   * @param depthSpeed of that up and down the picture
   * @param speedSeconds how long a speed lasts
   * @param wobble random walk of the place, for the root of a second
   * @param sizeSpeed standard deviation of the speed at which people grow
   * @param sizeSeconds how long that lasts
   * @param sizeWobble random walk of the size
   * @param bornSpeed how much more a new track's speed may be than another's
   * @param footing where the vertical place is taken: 0 the top of a box, 1 its foot
   */
  public record Motion(
      double placeNoise,
      double sizeNoise,
      double noiseLearning,
      double coverNoise,
      double speed,
      double depthSpeed,
      double speedSeconds,
      double wobble,
      double sizeSpeed,
      double sizeSeconds,
      double sizeWobble,
      double bornSpeed,
      double footing) {
    /** A person of 1.7 m walks at 0.8 heights a second; the rest is what the sequences bore out. */
    public static final Motion DEFAULT =
        new Motion(0.0625, 0.05, 0.006, 1, 0.5, 0.16, 7, 0.016, 0.07, 1.5, 0.0375, 1.25, 0.65);
  }

  /**
   * What makes a box the same person: the cost of a pair is one less overlap, plus shares of the
   * other reasons.
   *
   * @param distance cost of a box at the gate, by the squared distance over its variance
   * @param score share of the overlap that a score of 0 takes away
   * @param covered cost of having been predicted wholly behind another
   * @param look cost of looking like somebody else, where looks are known
   * @param buffer by how much of its size a box is widened on each side before overlapping
   * @param bufferSigmas and by how many standard deviations of the prediction
   * @param gate squared distance over its variance, of place and height, beyond which none is the
   *     same
   * @param sureLimit highest cost of continuing a track with a sure box
   * @param faintLimit highest cost of continuing one with a faint box
   * @param newLimit highest cost of continuing one that is not certain yet
   */
  public record Likeness(
      double distance,
      double score,
      double covered,
      double look,
      double buffer,
      double bufferSigmas,
      double gate,
      double sureLimit,
      double faintLimit,
      double newLimit) {
    /** See the table of docs/developing/box-tracker.md. */
    public static final Likeness DEFAULT =
        new Likeness(0.5, 0.25, 0.25, 0.5, 0.08, 0.3, 22, 1.125, 0.75, 0.9);
  }

  /**
   * What becomes of people who are not seen.
   *
   * @param memorySeconds how long they may come back under their number
   * @param faintSeconds how long a faint box may still be theirs
   * @param openSeconds for how long, a priori, someone in the open is still there
   * @param hiddenSeconds for how long someone behind another is
   * @param hiddenFrom share of a box that another must cover to hide it
   * @param reportFrom probability of being there from which on a prediction is reported
   * @param priorGaps how many gaps of experience the two a-priori times are worth
   * @param swaySeconds how fast is learned whether the camera moves; 0 if it can't
   * @param edge share of a box's width from the picture's edge within which someone unseen has
   *     left; negative outside
   */
  public record Absence(
      double memorySeconds,
      double faintSeconds,
      double openSeconds,
      double hiddenSeconds,
      double hiddenFrom,
      double reportFrom,
      double priorGaps,
      double swaySeconds,
      double edge) {
    /** See the table of docs/developing/box-tracker.md. */
    public static final Absence DEFAULT =
        new Absence(2, 0.5, 0.24, 1.9, 0.5, 0.5625, 10, 2.5, -0.25);
  }
}
