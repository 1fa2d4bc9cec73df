package io.walkout.models;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Kinds of nets whose inputs and outputs the program knows. A user's own ONNX file is named by its
 * family and its path; that it is of the family is probed when it is loaded.
 */
public enum NetFamily {
  /** NanoDet: class heads and distance-distribution heads per stride, BGR, letterboxed. */
  NANODET("nanodet", Role.DETECTOR),
  /** YOLOX: one head of rows (cx, cy, w, h, objectness, classes) on a grid, BGR 0..255. */
  YOLOX("yolox", Role.DETECTOR),
  /** RT-DETR and D-FINE: queries with boxes and class scores, RGB 0..1, no suppression needed. */
  DETR("detr", Role.DETECTOR),
  /** MoveNet for one person: 17 joints as y, x, score. */
  MOVENET("movenet", Role.POSE),
  /** A net that turns a person's crop into a vector. */
  REID("reid", Role.EMBEDDER),
  /** MediaPipe's palm detector. */
  PALM("palm", Role.PALMS);

  /** What a net is used as. */
  public enum Role {
    /** Finds people in a picture: a {@link PersonDetector}. */
    DETECTOR,
    /** Finds one person's joints: a {@link PoseEstimator}. */
    POSE,
    /** Tells how somebody looks: an {@link Embedder}. */
    EMBEDDER,
    /** Finds palms in a person's crop. */
    PALMS
  }

  private final String word;
  private final Role role;

  NetFamily(String word, Role role) {
    this.word = word;
    this.role = role;
  }

  /** How it is written in options and files. */
  public String word() {
    return word;
  }

  /** What a net of this family is used as. */
  public Role role() {
    return role;
  }

  /**
   * The family of a word, whatever its case.
   *
   * @throws IllegalArgumentException with a sentence that names the known families
   */
  public static NetFamily of(String word) {
    String wanted = word.toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(family -> family.word.equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'" + word + "' is no family of nets known here (" + words() + ")"));
  }

  private static String words() {
    return Arrays.stream(values()).map(NetFamily::word).collect(Collectors.joining(", "));
  }
}
