package io.walkout.sim.fault;

import io.walkout.sim.world.SimStore;
import io.walkout.store.CameraId;
import java.util.List;

/**
 * A camera whose pictures go bad for a while, though they come.
 *
 * @param camera which
 * @param how what is wrong with them
 * @param fromSeconds since when
 * @param untilSeconds until when
 */
public record SpoiltPictures(CameraId camera, How how, double fromSeconds, double untilSeconds) {
  /** What can be wrong with pictures that come. */
  public enum How {
    /** The picture taken last is sent again and again. */
    FROZEN("sends the same picture again and again"),
    /** No light comes through. */
    BLACK("sends black pictures"),
    /** Something hangs before the lens. */
    COVERED("is covered"),
    /** They are half as wide and high. */
    HALVED("sends pictures of half the width and height"),
    /** They are as high, but only three quarters as wide: both sides are cut off. */
    CUT("sends pictures without their left and right eighths"),
    /** They say that they were taken when the last one was. */
    SAME_TIME("gives every picture the time of the one before");

    private final String text;

    How(String text) {
      this.text = text;
    }
  }

  static SpoiltPictures of(Choices choices, SimStore shop, How how, List<String> said) {
    CameraId camera = FrameFault.drawnCamera(choices, shop).id();
    double from = choices.drawn("from", 3, 15);
    double length = choices.number("for", 5);
    said.add(
        choices.says(
            "camera "
                + camera
                + " "
                + how.text
                + " from "
                + Parameter.text(from)
                + " s for "
                + Parameter.text(length)
                + " s"));
    return new SpoiltPictures(camera, how, from, from + length);
  }

  /** With a size to be drawn or given: halved, or cut. */
  static SpoiltPictures resized(Choices choices, SimStore shop, List<String> said) {
    How how = choices.word("how").equals("halved") ? How.HALVED : How.CUT;
    return of(choices, shop, how, said);
  }

  boolean concerns(CameraId asked, double seconds) {
    return camera.equals(asked) && seconds >= fromSeconds && seconds < untilSeconds;
  }
}
