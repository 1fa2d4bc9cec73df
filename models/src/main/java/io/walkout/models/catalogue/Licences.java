package io.walkout.models.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * The terms of a net, written beside it: the weights', and those of the package that carries them.
 */
final class Licences {
  static final String NAME = "LICENSE";

  private Licences() {}

  /** Writes the terms of a net into a folder. */
  static void write(Net net, NpmPackage from, Path folder) throws IOException {
    String changed =
        net.form() == Net.Form.TFJS_GRAPH
            ? "Changed: converted to ONNX by Walkout, constants folded."
            : "Unchanged.";
    Files.writeString(
        folder.resolve(NAME),
        """
        %s
        %s
        Made by: %s
        %s
        Licence of the weights: %s, below.

        Taken from the npm package %s, %s, %s, below.

        ======== %s ========

        %s
        ======== %s ========

        %s"""
            .formatted(
                net.title(),
                changed,
                net.upstream(),
                net.copyright(),
                net.licence(),
                from.spec(),
                from.copyright(),
                from.licence(),
                net.licence(),
                text(net.licence()),
                from.licence(),
                text(from.licence())));
  }

  /** The text of a licence by its SPDX name. */
  static String text(String licence) throws IOException {
    try (InputStream in = Licences.class.getResourceAsStream(licence + ".txt")) {
      return new String(Objects.requireNonNull(in, licence).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
