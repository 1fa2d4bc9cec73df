package io.walkout.models;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Who finds people in a camera's pictures, as options and store files spell it: {@code motion},
 * {@code nanodet}, or {@code FAMILY:PATH} for a user's own ONNX file.
 */
public sealed interface DetectorChoice {
  /** What needs no weights: the background model. */
  record Motion() implements DetectorChoice {
    @Override
    public String toString() {
      return "motion";
    }
  }

  /**
   * A net of the catalogue, which {@code ./walkout models pull} installs.
   *
   * @param name its name in the catalogue
   */
  record Catalogued(String name) implements DetectorChoice {
    @Override
    public String toString() {
      return name;
    }
  }

  /**
   * A user's own ONNX file.
   *
   * @param family a family of {@link NetFamily.Role#DETECTOR}
   * @param file where it lies; looked for when the net is loaded
   */
  record OwnFile(NetFamily family, Path file) implements DetectorChoice {
    /** Checks that the family finds people. */
    public OwnFile {
      if (family.role() != NetFamily.Role.DETECTOR) {
        throw new IllegalArgumentException(
            "'%s' nets find no people: give nanodet:, yolox: or detr: before the path"
                .formatted(family.word()));
      }
    }

    @Override
    public String toString() {
      return family.word() + ":" + file;
    }
  }

  /**
   * Reads a choice. No file is opened.
   *
   * @throws IllegalArgumentException with a sentence that says what was expected
   */
  static DetectorChoice parse(String text) {
    String word = text.strip();
    int colon = word.indexOf(':');
    if (colon > 0 && colon < word.length() - 1) {
      return new OwnFile(NetFamily.of(word.substring(0, colon)), path(word.substring(colon + 1)));
    }
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "motion" -> new Motion();
      case "nanodet" -> new Catalogued("nanodet");
      default ->
          throw new IllegalArgumentException(
              "'%s' is no detector: give motion, nanodet, or FAMILY:FILE.onnx (yolox:my-net.onnx)"
                  .formatted(text));
    };
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("'" + text + "' can't be a path: " + e.getReason(), e);
    }
  }
}
