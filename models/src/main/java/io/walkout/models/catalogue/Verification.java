package io.walkout.models.catalogue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Holds installed nets against their manifests, the catalogue and their stored checks. */
public final class Verification {
  private final Catalogue catalogue;
  private final ModelsFolder folder;
  private final Preparation preparation;

  /** A verification of a folder. */
  public Verification(Catalogue catalogue, ModelsFolder folder, Preparation preparation) {
    this.catalogue = catalogue;
    this.folder = folder;
    this.preparation = preparation;
  }

  /**
   * What was found of one net.
   *
   * @param net which
   * @param isRight whether all is as it must be
   * @param finding one phrase for people
   */
  public record Finding(Net net, boolean isRight, String finding) {}

  /** Whether there is anything of a net to verify. */
  public boolean hasTraceOf(Net net) throws IOException {
    return folder.state(net, catalogue.packageOf(net), preparation.version())
        != ModelsFolder.State.ABSENT;
  }

  /** Verifies one net. */
  public Finding verify(Net net) throws IOException {
    Path at = folder.folderOf(net);
    Optional<Manifest> manifest = Manifest.read(at);
    if (manifest.isEmpty()) {
      return new Finding(net, false, hasTraceOf(net) ? "has no manifest" : "is not installed");
    }
    Optional<String> difference = manifest.get().difference(at);
    if (difference.isPresent()) {
      return new Finding(net, false, difference.get());
    }
    if (!manifest.get().isCurrent(net, catalogue.packageOf(net), preparation.version())) {
      return new Finding(net, false, "was made from another version, or by another converter");
    }
    Preparation.Comparison check = preparation.check(net, at.resolve(net.onnxName()));
    return new Finding(net, check.agrees(), "hashes as kept; " + check.finding());
  }
}
