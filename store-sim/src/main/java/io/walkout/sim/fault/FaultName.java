package io.walkout.sim.fault;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The faults there are. Their defaults are chosen: each is seen in one run of a minute or two. */
public enum FaultName {
  /** Plates whose zero wanders off. */
  PLATE_DRIFT(
      "PlateDrift",
      "plates whose zero wanders off at a steady rate",
      gondola(),
      shelf(),
      plate(),
      plates(),
      Parameter.number(
          "grams-per-minute", -5000, 5000, "g/min", "drawn: 20 to 80, up or down", "how fast"),
      from("when it begins")),
  /** Load cells that die. */
  PLATE_DEAD(
      "PlateDead",
      "load cells that die: their gain falls and noise bursts, then they are dead",
      gondola(),
      shelf(),
      plate(),
      plates(),
      Parameter.word(
          "how",
          List.of("stuck", "nan", "junk"),
          "drawn",
          "what a dead cell says: one value for ever, no number, or numbers that mean nothing"),
      Parameter.number("at", 0, 3600, "s", "drawn: 3 to 15", "when it begins to die"),
      Parameter.number("dying", 0, 600, "s", "4", "how long it takes to die")),
  /** A camera that sends nothing for a while. */
  CAMERA_STALL(
      "CameraStall",
      "a camera from which no frame comes for a while",
      camera("drawn"),
      from("when it stalls"),
      length()),
  /** A camera that was pushed and no longer hangs as calibrated. */
  CAMERA_MOVED(
      "CameraMoved",
      "a camera that was pushed and no longer hangs as its calibration says",
      camera("drawn"),
      Parameter.number("at", 0, 3600, "s", "drawn: 3 to 15", "when"),
      Parameter.number("degrees", 0, 45, "degrees", "3", "how far it was turned, about any axis"),
      Parameter.number("metres", 0, 1, "m", "0.05", "how far it was shifted, in any direction")),
  /** A camera that sends one picture for ever. */
  CAMERA_FROZEN(
      "CameraFrozen",
      "a camera that sends the same picture again and again",
      camera("drawn"),
      from("when it freezes"),
      length()),
  /** A camera that sends black pictures. */
  CAMERA_BLACK(
      "CameraBlack",
      "a camera that sends black pictures",
      camera("drawn"),
      from("when it goes black"),
      length()),
  /** A camera with something in front of its lens. */
  CAMERA_COVERED(
      "CameraCovered",
      "a camera with something in front of its lens",
      camera("drawn"),
      from("when it is covered"),
      length()),
  /** A camera whose pictures change their size in mid-stream. */
  CAMERA_RESIZED(
      "CameraResized",
      "a camera whose pictures change their size in mid-stream",
      camera("drawn"),
      Parameter.word(
          "how",
          List.of("halved", "cut"),
          "drawn",
          "half as wide and high, or with the left and right eighths cut off"),
      from("when it changes"),
      length()),
  /** A camera that gives pictures the time of one before. */
  TIMES_REPEATED(
      "TimesRepeated",
      "a camera that gives every picture the capture time of the one before",
      camera("drawn"),
      from("when its clock stops"),
      length()),
  /** A clock that is off. */
  CLOCK_SKEW(
      "ClockSkew",
      "a source whose capture times are off; when its events arrive does not change",
      Parameter.name(
          "source",
          "drawn: poses, plates, or one gondola",
          "poses, plates, doors, cameras, 'gondola N', or the name of a camera"),
      Parameter.number("ms", -30000, 30000, "ms", "drawn: 150 to 600, fast or slow", "how far"),
      Parameter.number("ppm", -20000, 20000, "ppm", "0", "how fast it wanders further")),
  /** Frames that come later than the others. */
  LATE_FRAMES(
      "LateFrames",
      "frames that come later than the others",
      camera("all"),
      Parameter.number("ms", 0, 20000, "ms", "800", "how much later, on average"),
      Parameter.share("share", "0.3", "how many of the frames")),
  /** Frames that never come. */
  LOST_FRAMES(
      "LostFrames",
      "frames that never come",
      camera("all"),
      Parameter.share("share", "0.1", "how many of the frames"),
      Parameter.whole("burst", 1, 1000, "5", "how many go missing together")),
  /** People whom the external tracker does not see for a while. */
  POSE_DROPOUT(
      "PoseDropout",
      "stretches in which an external tracker does not see a person",
      Parameter.share("share", "0.2", "how much of the time each person is unseen"),
      Parameter.number("seconds", 0.1, 600, "s", "3", "how long a stretch lasts")),
  /** A planogram that names other products than those that stand there. */
  WRONG_PLANOGRAM(
      "WrongPlanogram",
      "a planogram whose facings have changed places",
      Parameter.share("share", "0.05", "how many of the facings; two at least")),
  /** A catalogue whose masses are wrong. */
  WRONG_MASS(
      "WrongMass",
      "a catalogue whose masses are wrong by a factor",
      Parameter.share("share", "0.2", "how many of the products; one at least"),
      Parameter.number("factor", 0.01, 100, "", "2", "by how much the mass is multiplied")),
  /** A door that does not notice everyone. */
  DOOR_MISSED(
      "DoorMissed",
      "doors that do not notice everyone who passes",
      Parameter.name("door", "all", "the door's name in the store file"),
      Parameter.share("share", "0.3", "how many of the passes")),
  /** No power for a while. */
  POWER_CUT(
      "PowerCut",
      "no power for a while: nothing is sensed, and what was on its way is lost",
      Parameter.number("at", 0, 3600, "s", "drawn: 10 to 25", "when"),
      Parameter.number("for", 0.1, 3600, "s", "4", "how long"),
      Parameter.word(
          "torn",
          List.of("true", "false"),
          "false",
          "true: the recording ends there, unclosed, in the middle of a record"));

  private final String text;
  private final String meaning;

  @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list of immutable records
  private final List<Parameter> parameters;

  FaultName(String text, String meaning, Parameter... parameters) {
    this.text = text;
    this.meaning = meaning;
    this.parameters = List.of(parameters);
  }

  /** The name as it is written, such as "PlateDrift". */
  public String text() {
    return text;
  }

  /** One line for people. */
  public String meaning() {
    return meaning;
  }

  /** What may be said about it, in the order to show. */
  public List<Parameter> parameters() {
    return parameters;
  }

  /** The parameter of that name, if it has one. */
  Optional<Parameter> parameter(String name) {
    return parameters.stream().filter(p -> p.name().equals(name)).findFirst();
  }

  /**
   * The fault of that name.
   *
   * @throws FaultRefused on a name that is no fault's, listing those that are
   */
  static FaultName of(String text) {
    return Arrays.stream(values())
        .filter(f -> f.text.equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new FaultRefused(
                    "there is no fault '"
                        + text
                        + "'; there are "
                        + Arrays.stream(values())
                            .map(FaultName::text)
                            .collect(Collectors.joining(", "))));
  }

  private static Parameter gondola() {
    return Parameter.whole("gondola", 1, 100_000, "drawn", "its gondola, from 1");
  }

  private static Parameter shelf() {
    return Parameter.whole("shelf", 1, 100_000, "drawn", "its shelf, from 1");
  }

  private static Parameter plate() {
    return Parameter.whole("plate", 1, 100_000, "drawn", "its plate, from 1");
  }

  private static Parameter plates() {
    return Parameter.share("plates", "one plate", "how many of the plates that the address leaves");
  }

  private static Parameter camera(String standard) {
    return Parameter.name("camera", standard, "the camera's name in the store file");
  }

  private static Parameter length() {
    return Parameter.number("for", 0, 3600, "s", "5", "how long");
  }

  private static Parameter from(String meaning) {
    return Parameter.number("from", 0, 3600, "s", "drawn: 3 to 15", meaning);
  }
}
