package io.walkout.store;

import io.walkout.store.geometry.CameraModel;

/**
 * A camera and its calibration.
 *
 * @param id its name
 * @param model how its pixels map to the store
 * @param detector who finds people in its pictures, as the store file spells it ({@code motion},
 *     {@code nanodet}, {@code FAMILY:PATH}); empty to leave it to whoever starts the store
 * @param hands whether palms are looked for beside the wrists of poses, as the store file spells it
 *     ({@code none}, {@code palms}); empty to leave it to whoever starts the store
 */
public record Camera(CameraId id, CameraModel model, String detector, String hands) {
  /** A camera whose store leaves open whether palms are looked for in its pictures. */
  public Camera(CameraId id, CameraModel model, String detector) {
    this(id, model, detector, "");
  }

  /** A camera whose store leaves open who finds people in its pictures. */
  public Camera(CameraId id, CameraModel model) {
    this(id, model, "", "");
  }
}
