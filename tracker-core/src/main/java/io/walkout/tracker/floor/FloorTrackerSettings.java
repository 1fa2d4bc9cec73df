package io.walkout.tracker.floor;

/**
 * What can be set about the floor tracker; nobody should need to.
 *
 * @param people most people followed at one time; more are not begun, and counted
 * @param boxes most boxes of one picture that are used
 * @param vectorLength numbers in an appearance vector; 0 for none
 * @param walkingSpeed spread of a person's velocity along one axis, metres a second: people walk at
 *     up to 1.5, and stand as often
 * @param turnSeconds time in which a velocity is forgotten
 * @param heightPerSecond spread of the height's change in a second, metres: who bends or sits
 * @param passes how often the cameras' matchings are made again in each other's light
 * @param absenceSeconds how long somebody out of sight is still waited for
 */
public record FloorTrackerSettings(
    int people,
    int boxes,
    int vectorLength,
    double walkingSpeed,
    double turnSeconds,
    double heightPerSecond,
    int passes,
    double absenceSeconds) {
  /** Throws {@link IllegalArgumentException} on sizes, speeds or times that are not positive. */
  public FloorTrackerSettings {
    if (people < 1 || boxes < 1 || vectorLength < 0 || passes < 1) {
      throw new IllegalArgumentException("people, boxes and passes must be at least 1");
    }
    if (!(walkingSpeed > 0 && turnSeconds > 0 && heightPerSecond >= 0 && absenceSeconds > 0)) {
      throw new IllegalArgumentException("speeds and times must be above 0");
    }
  }

  /** Room for {@code people} and {@code boxes} a picture, everything else as it should be. */
  public static FloorTrackerSettings of(int people, int boxes, int vectorLength) {
    return new FloorTrackerSettings(people, boxes, vectorLength, 0.6, 2, 0.02, 3, 10);
  }
}
