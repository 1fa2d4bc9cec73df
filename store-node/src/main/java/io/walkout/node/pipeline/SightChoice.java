package io.walkout.node.pipeline;

import io.walkout.models.DetectorChoice;
import io.walkout.models.NetFamily;
import io.walkout.node.report.UserError;
import io.walkout.store.Camera;
import io.walkout.store.CameraId;
import io.walkout.store.Layout;
import io.walkout.tracker.attend.AttentionSettings;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What somebody chose to look at pictures with. Immutable.
 *
 * @param detector for every camera that isn't named
 * @param byCamera for cameras by name
 * @param storeChooses whether, for cameras that aren't named, what the store file says counts more
 *     than {@code detector}
 * @param poses who finds hands: {@link #AUTO}, {@link #OFF}, a net of the catalogue, or {@code
 *     movenet:FILE}
 * @param hands whether palms are looked for beside poses: {@link #AUTO} for what the store file
 *     says of each camera, {@link #NONE}, {@link #PALMS}, or {@code palm:FILE}
 * @param looks who tells people apart: {@link #OFF}, {@link #COLOUR} or {@code reid:FILE}
 * @param attention whether to look sparingly
 * @param shelfLooks whether shelves' looks before and after somebody stood there are compared
 */
public record SightChoice(
    DetectorChoice detector,
    SortedMap<String, DetectorChoice> byCamera,
    boolean storeChooses,
    String poses,
    String hands,
    String looks,
    boolean attention,
    boolean shelfLooks) {
  /** Poses by the usual net if some camera's people are found by a net too and it is installed. */
  public static final String AUTO = "auto";

  /** None. */
  public static final String OFF = "off";

  /** No palms. */
  public static final String NONE = "none";

  /** Palms by the catalogue's net. */
  public static final String PALMS = "palms";

  /** By the colours of clothes, which needs no net. */
  public static final String COLOUR = "colour";

  /** The detector that needs no weights, sparingly. */
  public static final SightChoice DEFAULT =
      new SightChoice(
          new DetectorChoice.Motion(), new TreeMap<>(), true, AUTO, AUTO, COLOUR, true, false);

  /** Copies the map. */
  public SightChoice {
    byCamera = new TreeMap<>(byCamera);
  }

  /**
   * Reads options such as {@code nanodet} (for all cameras) or {@code door=yolox:my.onnx} (for
   * one); of two for the same camera the later counts.
   *
   * @param options of detectors
   * @param poses as {@link #poses}
   * @param hands as {@link #hands}
   * @param looks as {@link #looks}
   * @throws UserError naming the option that can't be read
   */
  public static SightChoice of(
      List<String> options, String poses, String hands, String looks, boolean attention) {
    String own = NetFamily.PALM.word() + ":";
    if (!List.of(AUTO, NONE, PALMS).contains(hands) && !hands.startsWith(own)) {
      throw new UserError("--hands: expected auto, none, palms or " + own + "FILE, found " + hands);
    }
    DetectorChoice all = DEFAULT.detector();
    boolean storeChooses = true;
    SortedMap<String, DetectorChoice> byCamera = new TreeMap<>();
    for (String option : options) {
      int equals = option.indexOf('=');
      try {
        if (equals > 0) {
          byCamera.put(
              option.substring(0, equals), DetectorChoice.parse(option.substring(equals + 1)));
        } else {
          all = DetectorChoice.parse(option);
          storeChooses = false;
        }
      } catch (IllegalArgumentException e) {
        throw new UserError("--detector: " + e.getMessage(), e);
      }
    }
    return new SightChoice(all, byCamera, storeChooses, poses, hands, looks, attention, false);
  }

  /** The same, but for whether shelves' looks are compared. */
  public SightChoice withShelfLooks(boolean compared) {
    return new SightChoice(
        detector, byCamera, storeChooses, poses, hands, looks, attention, compared);
  }

  /**
   * The choice with what the store file says of its cameras, as far as nothing else was said.
   *
   * @throws UserError if a camera is named that the store doesn't have, or the store file says of
   *     one what can't be read
   */
  SightChoice in(Layout layout) {
    check(layout);
    if (!storeChooses) {
      return this;
    }
    SortedMap<String, DetectorChoice> all = new TreeMap<>();
    for (Camera camera : layout.cameras()) {
      if (!camera.detector().isEmpty()) {
        try {
          all.put(camera.id().value(), DetectorChoice.parse(camera.detector()));
        } catch (IllegalArgumentException e) {
          throw new UserError("camera " + camera.id() + ": detector: " + e.getMessage(), e);
        }
      }
    }
    all.putAll(byCamera);
    return new SightChoice(detector, all, false, poses, hands, looks, attention, shelfLooks);
  }

  /** Whether some camera's people are found by a net. */
  boolean usesNets() {
    return !(detector instanceof DetectorChoice.Motion)
        || byCamera.values().stream().anyMatch(c -> !(c instanceof DetectorChoice.Motion));
  }

  /** The choice for a camera. */
  DetectorChoice of(CameraId camera) {
    return byCamera.getOrDefault(camera.value(), detector);
  }

  /** Whether palms are looked for in a camera's pictures, where poses are taken. */
  boolean wantsPalms(Camera camera) {
    return hands.equals(AUTO) ? camera.hands().equals(PALMS) : !hands.equals(NONE);
  }

  /** Throws {@link UserError} if a camera is named that the store doesn't have. */
  private void check(Layout layout) {
    List<String> names = layout.cameras().stream().map(Camera::id).map(CameraId::value).toList();
    for (String camera : byCamera.keySet()) {
      if (!names.contains(camera)) {
        throw new UserError(
            "--detector "
                + camera
                + "="
                + byCamera.get(camera)
                + ": the store has no camera '"
                + camera
                + "' (it has "
                + String.join(", ", names)
                + ")");
      }
    }
  }

  /**
   * How sparingly a camera is looked at. The background model is cheap enough to be asked of every
   * picture that shows somebody, and loses by not being asked; only empty pictures are passed over.
   */
  AttentionSettings settings(CameraId camera) {
    if (!attention) {
      return AttentionSettings.DEFAULT.off();
    }
    return of(camera) instanceof DetectorChoice.Motion
        ? AttentionSettings.DEFAULT.everyPictureWithPeople()
        : AttentionSettings.DEFAULT;
  }
}
