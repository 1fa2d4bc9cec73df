package io.walkout.models.net;

import io.walkout.models.NetFamily;
import java.nio.file.Path;

/**
 * Opens nets by family and file. Each is probed before it is given out: inputs, outputs, types and
 * shapes, and runs on an empty picture and on noise. A net of another family is refused in one
 * sentence with what was expected and what was found. Each call makes a session of its own, for one
 * worker; it may serve any number of cameras, one picture after the other.
 */
public final class Nets {
  private Nets() {}

  /**
   * A detector of people. Blocks while the net is loaded and tried, about a second.
   *
   * @param family one of role {@link NetFamily.Role#DETECTOR}
   * @param file an ONNX file
   * @throws NetException if the file is none, or of another family
   * @throws IllegalArgumentException if the family finds no people
   */
  public static NetDetector detector(NetFamily family, Path file, DetectorSettings settings)
      throws NetException {
    if (family.role() != NetFamily.Role.DETECTOR) {
      throw new IllegalArgumentException("'" + family.word() + "' nets find no people");
    }
    NetFile opened = NetFile.open(file);
    return switch (family) {
      case NANODET -> NanodetHead.open(opened, settings);
      case YOLOX -> YoloxHead.open(opened, settings);
      case DETR -> DetrHead.open(opened, settings);
      case MOVENET, REID, PALM -> throw new IllegalArgumentException(family.word());
    };
  }

  /**
   * A net for the joints of one person. Blocks while the net is loaded and tried.
   *
   * @param family one of role {@link NetFamily.Role#POSE}
   * @throws NetException if the file is none, or of another family
   * @throws IllegalArgumentException if the family finds no joints
   */
  public static NetPoses poses(NetFamily family, Path file) throws NetException {
    if (family != NetFamily.MOVENET) {
      throw new IllegalArgumentException("'" + family.word() + "' nets find no joints");
    }
    return NetPoses.open(NetFile.open(file));
  }

  /**
   * A net that tells how somebody looks. Blocks while the net is loaded and tried.
   *
   * @throws NetException if the file is none, or no re-id net
   */
  public static NetEmbedder embedder(Path file) throws NetException {
    return NetEmbedder.open(NetFile.open(file));
  }

  /**
   * A net that finds palms. Blocks while the net is loaded and tried.
   *
   * @throws NetException if the file is none, or no palm detector
   */
  public static PalmDetector palms(Path file) throws NetException {
    return PalmDetector.open(NetFile.open(file));
  }
}
