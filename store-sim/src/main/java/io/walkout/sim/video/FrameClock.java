package io.walkout.sim.video;

import io.walkout.sim.fault.ClockSource;
import io.walkout.sim.fault.ShopFaults;
import io.walkout.sim.world.Dice;
import io.walkout.store.CameraId;

/**
 * When one camera takes its pictures, and when each arrives. Every frame draws the same number of
 * dice whatever becomes of it, so that a fault changes the frames it concerns and no other.
 *
 * <p>The figures are rounded from what is known of a real shop (videos of four ceiling cameras at a
 * nominal 10 frames a second, shared/data/recordings/cps-test-01): no error of the rate over half a
 * minute; two of the four showed their pictures in pairs, two close together and then a longer gap,
 * so that a single one was off by up to 60 ms. How often frames come late or never is not known of
 * them; those two figures are chosen for a wired camera on a sound network, and worse is a matter
 * of {@code LateFrames} and {@code LostFrames}.
 */
final class FrameClock {
  /** Share of cameras that send their pictures in pairs. */
  private static final double PAIRING_CHANCE = 0.5;

  /** How much earlier than due the second of a pair comes, at most, as a share of the period. */
  private static final double MOST_PAIRING = 0.6;

  /** Deviation of any picture from its time, as a share of the period. */
  private static final double JITTER = 0.05;

  /** Encoding in the camera and the way through the network, seconds. */
  private static final double LEAST_DELAY = 0.03;

  private static final double USUAL_DELAY = 0.09;

  /** Of a thousand frames so many are held up, by up to so many seconds. */
  private static final double HELD_UP_CHANCE = 0.008;

  private static final double MOST_HOLD_UP = 0.6;

  /** Of a thousand frames so many are lost. */
  private static final double LOST_CHANCE = 0.002;

  private final CameraId camera;
  private final ShopFaults faults;
  private final Dice dice;
  private final double period;
  private final double phase;
  private final double pairing;
  private long next;
  private double jitter;

  FrameClock(CameraId camera, double framesPerSecond, long seed, ShopFaults faults) {
    this.camera = camera;
    this.faults = faults;
    dice = new Dice(seed, "frames of " + camera.value());
    period = 1 / framesPerSecond;
    phase = dice.between(0, period);
    boolean paired = dice.chance(PAIRING_CHANCE);
    double drawn = dice.between(MOST_PAIRING / 3, MOST_PAIRING);
    pairing = paired ? drawn * period : 0;
    jitter = dice.gaussian(JITTER * period);
  }

  /** When the next picture is taken, simulation time. Rises from frame to frame. */
  double nextSeconds() {
    return Math.max(0, phase + next * period + jitter - (next % 2 == 1 ? pairing : 0));
  }

  /**
   * What becomes of a frame.
   *
   * @param captureSeconds when it was captured, by the camera's clock
   * @param arrivalSeconds when it arrives
   * @param lost whether it never does
   */
  record Fate(double captureSeconds, double arrivalSeconds, boolean lost) {}

  /** Takes the next picture, and goes on to the one after it. */
  Fate take() {
    double seconds = nextSeconds();
    double delay = dice.between(LEAST_DELAY, USUAL_DELAY);
    boolean heldUp = dice.chance(HELD_UP_CHANCE);
    double holdUp = dice.between(0, MOST_HOLD_UP);
    boolean lost = dice.chance(LOST_CHANCE);
    double arrival =
        seconds + delay + (heldUp ? holdUp : 0) + faults.frameDelaySeconds(camera, next, seconds);
    boolean gone =
        lost
            || faults.frameIsLost(camera, next, seconds)
            || faults.isLostToPowerCut(seconds, arrival);
    double skew = faults.clockSkewSeconds(ClockSource.camera(camera), seconds);
    next++;
    jitter = dice.gaussian(JITTER * period);
    return new Fate(seconds + skew, arrival, gone);
  }
}
