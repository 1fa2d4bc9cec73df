package io.walkout.sim.fault;

import io.walkout.sim.world.Dice;
import io.walkout.sim.world.SimStore;
import io.walkout.store.Camera;
import io.walkout.store.CameraId;
import io.walkout.store.Door;
import io.walkout.store.Store;
import io.walkout.store.geometry.CameraModel;
import io.walkout.store.geometry.Vec3;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is wrong in one simulated shop. Sensors ask; nothing here changes, so that they may ask in
 * any order, as often as they like, from any thread. Times are seconds of the simulation.
 */
public final class ShopFaults {
  /** The key of the pose stream where frames are counted. */
  private static final long POSE_STREAM = FrameChance.key("the pose stream");

  private final List<String> said = new ArrayList<>();
  private final List<PlateFault> plates = new ArrayList<>();
  private final List<FrameFault> frames = new ArrayList<>();
  private final List<MovedCamera> moved = new ArrayList<>();
  private final List<SpoiltPictures> spoilt = new ArrayList<>();
  private final List<SkewedClock> clocks = new ArrayList<>();
  private final List<Unnoticed.AtDoor> doors = new ArrayList<>();
  private final List<Unnoticed.InPoses> dropouts = new ArrayList<>();
  private final List<PowerCut> cuts = new ArrayList<>();
  private final List<Camera> cameras;
  private Store told;

  private ShopFaults(SimStore shop) {
    told = shop.store();
    cameras = shop.store().layout().cameras();
  }

  static ShopFaults bind(List<Fault> faults, SimStore shop, long seed) {
    ShopFaults made = new ShopFaults(shop);
    Map<FaultName, Integer> met = new EnumMap<>(FaultName.class);
    for (Fault fault : faults) {
      int number = met.merge(fault.name(), 1, Integer::sum);
      Dice dice = new Dice(seed, "fault " + fault.name().text() + " " + number);
      made.add(fault.name(), new Choices(fault, dice), shop);
    }
    return made;
  }

  private void add(FaultName name, Choices choices, SimStore shop) {
    switch (name) {
      case PLATE_DRIFT -> plates.addAll(PlateFault.drifts(choices, shop, said));
      case PLATE_DEAD -> plates.addAll(PlateFault.deaths(choices, shop, said));
      case CAMERA_STALL -> frames.add(FrameFault.stall(choices, shop, said));
      case CAMERA_MOVED -> moved.add(MovedCamera.of(choices, shop, said));
      case CAMERA_FROZEN -> spoilt(SpoiltPictures.How.FROZEN, choices, shop);
      case CAMERA_BLACK -> spoilt(SpoiltPictures.How.BLACK, choices, shop);
      case CAMERA_COVERED -> spoilt(SpoiltPictures.How.COVERED, choices, shop);
      case CAMERA_RESIZED -> spoilt.add(SpoiltPictures.resized(choices, shop, said));
      case TIMES_REPEATED -> spoilt(SpoiltPictures.How.SAME_TIME, choices, shop);
      case CLOCK_SKEW -> clocks.add(SkewedClock.of(choices, shop, said));
      case LATE_FRAMES -> frames.add(FrameFault.lateness(choices, shop, said));
      case LOST_FRAMES -> frames.add(FrameFault.loss(choices, shop, said));
      case POSE_DROPOUT -> dropouts.add(Unnoticed.InPoses.of(choices, said));
      case WRONG_PLANOGRAM -> told = ToldStore.wrongPlanogram(told, choices, said);
      case WRONG_MASS -> told = ToldStore.wrongMass(told, choices, said);
      case DOOR_MISSED -> doors.add(Unnoticed.AtDoor.of(choices, shop, said));
      case POWER_CUT -> cuts.add(PowerCut.of(choices, said));
    }
  }

  private void spoilt(SpoiltPictures.How how, Choices choices, SimStore shop) {
    spoilt.add(SpoiltPictures.of(choices, shop, how, said));
  }

  /** What was switched on, in order, one sentence each with what was drawn. */
  public List<String> describe() {
    return List.copyOf(said);
  }

  /** The store as its file tells it; differs from the shop's own where plan or masses are wrong. */
  public Store toldStore() {
    return told;
  }

  /** What is wrong with plates. */
  public List<PlateFault> plates() {
    return List.copyOf(plates);
  }

  /** When there is no power. */
  public List<PowerCut> powerCuts() {
    return List.copyOf(cuts);
  }

  /**
   * Whether something is never recorded for want of power: it was captured without, or under way.
   */
  public boolean isLostToPowerCut(double captureSeconds, double arrivalSeconds) {
    for (PowerCut cut : cuts) {
      if (cut.loses(captureSeconds, arrivalSeconds)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the power came back within the step that led here. */
  public boolean powerReturns(double seconds, double step) {
    for (PowerCut cut : cuts) {
      if (!cut.torn() && seconds >= cut.untilSeconds() && seconds - step < cut.untilSeconds()) {
        return true;
      }
    }
    return false;
  }

  /** Whether the recorder dies at a power cut and leaves a torn recording. */
  public boolean isTorn() {
    return cuts.stream().anyMatch(PowerCut::torn);
  }

  /**
   * Whether a frame never comes: lost on its way, not sent by a stalled camera, or without power.
   *
   * @param frame its number, from 0, counted without regard to what is lost
   * @param seconds when it would have been captured
   */
  public boolean frameIsLost(CameraId camera, long frame, double seconds) {
    if (isLostToPowerCut(seconds, seconds)) {
      return true;
    }
    long who = FrameChance.key(camera.value());
    for (FrameFault fault : frames) {
      if (concerns(fault, camera) && fault.loses(who, frame, seconds)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a camera sends no frames at all now. */
  public boolean isStalled(CameraId camera, double seconds) {
    for (FrameFault fault : frames) {
      if (fault instanceof FrameFault.Stall stall
          && concerns(stall, camera)
          && stall.loses(0, 0, seconds)) {
        return true;
      }
    }
    return false;
  }

  /** How much later than usual a frame arrives, seconds; 0 where nothing is wrong with it. */
  public double frameDelaySeconds(CameraId camera, long frame, double seconds) {
    long who = FrameChance.key(camera.value());
    double delay = 0;
    for (FrameFault fault : frames) {
      if (concerns(fault, camera)) {
        delay += fault.delaySeconds(who, frame);
      }
    }
    return delay;
  }

  /** How a camera truly hangs now; the recording keeps telling its old calibration. */
  public CameraModel cameraModel(Camera camera, double seconds) {
    CameraModel model = camera.model();
    for (MovedCamera push : moved) {
      if (push.camera().id().equals(camera.id()) && seconds >= push.atSeconds()) {
        model = push.moved();
      }
    }
    return model;
  }

  /** Whether that is wrong with the pictures of a camera now. */
  public boolean isSpoilt(CameraId camera, SpoiltPictures.How how, double seconds) {
    for (SpoiltPictures fault : spoilt) {
      if (fault.how() == how && fault.concerns(camera, seconds)) {
        return true;
      }
    }
    return false;
  }

  /** How much the clock of a source is ahead now, seconds; add it to capture times. */
  public double clockSkewSeconds(ClockSource source, double seconds) {
    double skew = 0;
    for (SkewedClock clock : clocks) {
      skew += clock.skewSeconds(source, seconds);
    }
    return skew;
  }

  /** Whether a door fails to notice its pass of that number, from 0. */
  public boolean doorIsMissed(Door door, long pass) {
    for (Unnoticed.AtDoor fault : doors) {
      if (fault.misses(door, pass)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the pose stream lacks its set of that number: the frames it is made of are lost. */
  public boolean poseSetIsLost(long set, double seconds) {
    for (FrameFault fault : frames) {
      if (fault.camera().isEmpty() && fault.loses(POSE_STREAM, set, seconds)) {
        return true;
      }
    }
    return false;
  }

  /** How much later a pose set is made than usual, for it waits for the latest of its frames. */
  public double poseDelaySeconds(long set) {
    double delay = 0;
    for (FrameFault fault : frames) {
      long who = fault.camera().map(c -> FrameChance.key(c.value())).orElse(POSE_STREAM);
      delay = Math.max(delay, fault.delaySeconds(who, set));
    }
    return delay;
  }

  /**
   * Whether an external tracker, which sees by the cameras, does not see somebody.
   *
   * @param targetId who
   * @param neck where they are; a stalled camera hides those whom it sees best
   * @param set number of the pose set
   */
  public boolean isUnseen(String targetId, Vec3 neck, long set, double seconds) {
    for (Unnoticed.InPoses dropout : dropouts) {
      if (dropout.hides(FrameChance.key(targetId), seconds)) {
        return true;
      }
    }
    for (FrameFault fault : frames) {
      Optional<CameraId> camera = fault.camera();
      if (camera.isPresent()
          && fault.loses(FrameChance.key(camera.get().value()), set, seconds)
          && best(neck, seconds).equals(camera)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Where a point of a body seems to be to an external tracker: elsewhere if the camera that sees
   * the person best was pushed.
   *
   * @param neck where that person is
   */
  public Vec3 seems(Vec3 point, Vec3 neck, double seconds) {
    Vec3 seen = point;
    for (MovedCamera push : moved) {
      if (seconds >= push.atSeconds()
          && best(neck, seconds).filter(push.camera().id()::equals).isPresent()) {
        seen = push.seems(seen);
      }
    }
    return seen;
  }

  /** Whether {@link #isUnseen} or {@link #seems} may ever say more than that all is well. */
  public boolean concernsPeople() {
    return !(moved.isEmpty() && dropouts.isEmpty() && frames.isEmpty());
  }

  /** The nearest camera that has a point in its picture. */
  private Optional<CameraId> best(Vec3 point, double seconds) {
    double[] pixel = new double[2];
    double nearest = Double.POSITIVE_INFINITY;
    CameraId best = null;
    for (Camera camera : cameras) {
      CameraModel model = cameraModel(camera, seconds);
      double distance = model.position().distanceTo(point);
      if (distance < nearest
          && model.project(point.x(), point.y(), point.z(), pixel)
          && pixel[0] >= 0
          && pixel[0] < model.widthPixels()
          && pixel[1] >= 0
          && pixel[1] < model.heightPixels()) {
        nearest = distance;
        best = camera.id();
      }
    }
    return Optional.ofNullable(best);
  }

  private static boolean concerns(FrameFault fault, CameraId camera) {
    return fault.camera().isEmpty() || fault.camera().get().equals(camera);
  }
}
