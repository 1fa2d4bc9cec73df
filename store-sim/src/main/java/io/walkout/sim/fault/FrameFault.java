package io.walkout.sim.fault;

import io.walkout.sim.world.SimStore;
import io.walkout.store.Camera;
import io.walkout.store.CameraId;
import java.util.List;
import java.util.Optional;

/** Something that happens to the frames of one camera, or of all. Immutable. */
sealed interface FrameFault {
  /** Which camera, or empty for all and for the pose stream as a whole. */
  Optional<CameraId> camera();

  /** Whether this frame never comes. */
  boolean loses(long who, long frame, double seconds);

  /** How much later this frame comes, seconds. */
  double delaySeconds(long who, long frame);

  /** No frame comes for a while. */
  record Stall(Optional<CameraId> camera, double from, double until) implements FrameFault {
    @Override
    public boolean loses(long who, long frame, double seconds) {
      return seconds >= from && seconds < until;
    }

    @Override
    public double delaySeconds(long who, long frame) {
      return 0;
    }
  }

  /** Frames go missing in bursts: each stretch of {@code burst} frames as a whole. */
  record Loss(Optional<CameraId> camera, double share, int burst, FrameChance chance)
      implements FrameFault {
    @Override
    public boolean loses(long who, long frame, double seconds) {
      long phase = (long) (chance.at(who, -1) * burst);
      return chance.at(who, (frame + phase) / burst) < share;
    }

    @Override
    public double delaySeconds(long who, long frame) {
      return 0;
    }
  }

  /** Frames come late, by half to one and a half times {@code delay}. */
  record Lateness(Optional<CameraId> camera, double share, double delay, FrameChance chance)
      implements FrameFault {
    @Override
    public boolean loses(long who, long frame, double seconds) {
      return false;
    }

    @Override
    public double delaySeconds(long who, long frame) {
      double drawn = chance.at(who, frame);
      // Given that it is late, drawn / share is even between 0 and 1 again.
      return drawn < share ? delay * (0.5 + drawn / share) : 0;
    }
  }

  static FrameFault stall(Choices choices, SimStore shop, List<String> said) {
    CameraId camera = drawnCamera(choices, shop).id();
    double from = choices.drawn("from", 3, 15);
    double length = choices.number("for", 5);
    said.add(
        choices.says(
            "camera "
                + camera
                + " sends nothing from "
                + Parameter.text(from)
                + " s for "
                + Parameter.text(length)
                + " s"));
    return new Stall(Optional.of(camera), from, from + length);
  }

  static FrameFault loss(Choices choices, SimStore shop, List<String> said) {
    Optional<CameraId> camera = givenCamera(choices, shop);
    double share = choices.number("share", 0.1);
    int burst = (int) choices.number("burst", 5);
    said.add(
        choices.says(
            percent(share)
                + " of the frames of "
                + whose(camera)
                + " go missing, "
                + burst
                + " at a time"));
    return new Loss(camera, share, burst, new FrameChance(choices.dice().bits()));
  }

  static FrameFault lateness(Choices choices, SimStore shop, List<String> said) {
    Optional<CameraId> camera = givenCamera(choices, shop);
    double share = choices.number("share", 0.3);
    double millis = choices.number("ms", 800);
    said.add(
        choices.says(
            percent(share)
                + " of the frames of "
                + whose(camera)
                + " come "
                + Parameter.text(millis)
                + " ms later"));
    return new Lateness(camera, share, millis / 1000, new FrameChance(choices.dice().bits()));
  }

  /** The camera that was given, or one of the shop's. */
  static Camera drawnCamera(Choices choices, SimStore shop) {
    List<Camera> cameras = shop.store().layout().cameras();
    if (cameras.isEmpty()) {
      throw choices.refused("this shop has no cameras");
    }
    Camera drawn = cameras.get(choices.dice().below(cameras.size()));
    return givenCamera(choices, shop)
        .flatMap(id -> cameras.stream().filter(c -> c.id().equals(id)).findFirst())
        .orElse(drawn);
  }

  /** The camera that was given, if one was. */
  static Optional<CameraId> givenCamera(Choices choices, SimStore shop) {
    Optional<String> given = choices.given("camera");
    if (given.isEmpty()) {
      return Optional.empty();
    }
    List<String> names = shop.store().layout().cameras().stream().map(c -> c.id().value()).toList();
    if (!names.contains(given.get())) {
      throw choices.refused(
          "this shop has no camera '"
              + given.get()
              + "'; it has "
              + (names.isEmpty() ? "none" : String.join(", ", names)));
    }
    return Optional.of(new CameraId(given.get()));
  }

  static String percent(double share) {
    return Parameter.text(Math.rint(share * 1000) / 10) + " %";
  }

  private static String whose(Optional<CameraId> camera) {
    return camera.map(c -> "camera " + c).orElse("every camera and of the pose stream");
  }
}
