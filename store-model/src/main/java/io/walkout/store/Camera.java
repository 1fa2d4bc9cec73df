package io.walkout.store;

import io.walkout.store.geometry.CameraModel;

/**
 * A camera and its calibration.
 *
 * @param id its name
 * @param model how its pixels map to the store
 */
public record Camera(CameraId id, CameraModel model) {}
