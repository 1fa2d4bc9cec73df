package io.walkout.node.pipeline;

import io.walkout.models.DetectorChoice;
import io.walkout.models.Embedder;
import io.walkout.models.HandDetector;
import io.walkout.models.NetFamily;
import io.walkout.models.PersonDetector;
import io.walkout.models.PoseEstimator;
import io.walkout.models.catalogue.Catalogue;
import io.walkout.models.catalogue.ModelException;
import io.walkout.models.catalogue.ModelsFolder;
import io.walkout.models.catalogue.Net;
import io.walkout.models.catalogue.OnnxPreparation;
import io.walkout.models.net.ColourEmbedder;
import io.walkout.models.net.DetectorSettings;
import io.walkout.models.net.NetException;
import io.walkout.models.net.Nets;
import io.walkout.node.report.UserError;
import io.walkout.store.signal.Detections;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The nets of a run, one session for each worker and choice, whatever the number of cameras. Closes
 * them. One thread opens; then each worker uses its own.
 */
final class OpenNets implements AutoCloseable {
  /** The best wrists of those that a small box can run (docs/using/models.md). */
  private static final String USUAL_POSES = "movenet-thunder";

  private static final String USUAL_PALMS = "handdetect";

  private record Key(int worker, String choice) {}

  private final Map<Key, PersonDetector> detectors = new LinkedHashMap<>();
  private final List<PoseEstimator> poses = new ArrayList<>();
  private final List<HandDetector> palms = new ArrayList<>();
  private final List<Embedder> embedders = new ArrayList<>();
  private final Set<String> notes = new LinkedHashSet<>();

  /**
   * A detector for a camera that a worker looks at; not to be closed by who gets it.
   *
   * @throws UserError if the net isn't installed or can't be used
   */
  PersonDetector detector(DetectorChoice choice, int worker) {
    Key key = new Key(worker, choice.toString());
    PersonDetector open = detectors.get(key);
    if (open == null) {
      open = open(choice);
      detectors.put(key, open);
    }
    return new Shared(open);
  }

  /** What a user should know of the nets that were opened, a sentence each. */
  List<String> notes() {
    return List.copyOf(notes);
  }

  /** A catalogued net's file; one that is not what the catalogue lists now runs, and is noted. */
  private Path file(Catalogue catalogue, Net net) {
    ModelsFolder folder = ModelsFolder.user();
    Path file = folder.onnx(net);
    try {
      String version = new OnnxPreparation().version();
      if (folder.state(net, catalogue.packageOf(net), version) == ModelsFolder.State.OUTDATED) {
        notes.add(
            "the net '%s' was made from another version, or by another converter: './walkout models pull %s' brings today's"
                .formatted(net.name(), net.name()));
      }
    } catch (IOException e) {
      throw new UserError(file + ": can't be read (" + e.getMessage() + ")", e);
    }
    return file;
  }

  /** A sentence with the option, and the choice where it doesn't name it itself. */
  private static UserError refused(String option, String choice, Exception e) {
    String said = String.valueOf(e.getMessage());
    String file = choice.substring(choice.indexOf(':') + 1);
    String prefix = said.contains(file) ? option : option + " " + choice;
    return new UserError(prefix + ": " + said, e);
  }

  private PersonDetector open(DetectorChoice choice) {
    try {
      return switch (choice) {
        case DetectorChoice.OwnFile own ->
            Nets.detector(own.family(), own.file(), DetectorSettings.USUAL);
        case DetectorChoice.Catalogued named -> {
          Catalogue catalogue = Catalogue.load();
          Net net = catalogue.net(named.name());
          yield Nets.detector(family(net), file(catalogue, net), DetectorSettings.USUAL);
        }
        case DetectorChoice.Motion motion ->
            throw new IllegalArgumentException(motion + " needs no net");
      };
    } catch (NetException | ModelException e) {
      throw refused("--detector", choice.toString(), e);
    }
  }

  private static NetFamily family(Net net) {
    return net.family()
        .orElseThrow(
            () -> new UserError("'" + net.name() + "' is no net that finds people or hands"));
  }

  /**
   * Who finds hands, one for each worker; empty if nobody does.
   *
   * @throws UserError if the net isn't installed or can't be used
   */
  List<PoseEstimator> poses(SightChoice choice, int workers) {
    Optional<PoseNet> net = poseNet(choice);
    while (net.isPresent() && poses.size() < workers) {
      try {
        poses.add(Nets.poses(net.get().family(), net.get().file()));
      } catch (NetException | IllegalArgumentException e) {
        throw refused("--poses", choice.poses(), e);
      }
    }
    return poses;
  }

  private record PoseNet(NetFamily family, Path file) {}

  private Optional<PoseNet> poseNet(SightChoice choice) {
    String word = choice.poses();
    boolean auto = word.equals(SightChoice.AUTO);
    if (word.equals(SightChoice.OFF) || (auto && !choice.usesNets())) {
      return Optional.empty();
    }
    int colon = word.indexOf(':');
    try {
      if (colon > 0) {
        NetFamily family = NetFamily.of(word.substring(0, colon));
        return Optional.of(new PoseNet(family, Path.of(word.substring(colon + 1))));
      }
      Catalogue catalogue = Catalogue.load();
      Net net = catalogue.net(auto ? USUAL_POSES : word);
      ModelsFolder folder = ModelsFolder.user();
      if (auto && !Files.exists(folder.folderOf(net))) {
        return Optional.empty();
      }
      return Optional.of(new PoseNet(family(net), file(catalogue, net)));
    } catch (ModelException | IllegalArgumentException e) {
      throw refused("--poses", word, e);
    }
  }

  /**
   * Who finds palms, one for each worker; none where no poses are taken.
   *
   * @throws UserError if the net isn't installed or can't be used
   */
  List<HandDetector> palms(SightChoice choice, int workers) {
    String word = choice.hands();
    String family = NetFamily.PALM.word() + ":";
    boolean own = word.startsWith(family);
    if (poses.isEmpty()) {
      if (word.equals(SightChoice.AUTO)) {
        return palms;
      }
      throw new UserError(
          "--hands "
              + word
              + ": palms are looked for beside poses, and none are taken; see --poses");
    }
    try {
      Catalogue catalogue = Catalogue.load();
      Path file =
          own
              ? Path.of(word.substring(family.length()))
              : file(catalogue, catalogue.net(USUAL_PALMS));
      while (palms.size() < workers) {
        palms.add(Nets.palms(file));
      }
      return palms;
    } catch (NetException | ModelException | InvalidPathException e) {
      throw refused("--hands", word, e);
    }
  }

  /**
   * Who tells people apart, one for each worker; empty if nobody does.
   *
   * @throws UserError if the net can't be used
   */
  List<Embedder> embedders(SightChoice choice, int workers) {
    String word = choice.looks();
    while (!word.equals(SightChoice.OFF) && embedders.size() < workers) {
      embedders.add(word.equals(SightChoice.COLOUR) ? new ColourEmbedder() : embedder(word));
    }
    return embedders;
  }

  private static Embedder embedder(String word) {
    String family = NetFamily.REID.word() + ":";
    if (!word.startsWith(family)) {
      throw new UserError("--looks: expected colour, off or " + family + "FILE, found " + word);
    }
    try {
      return Nets.embedder(Path.of(word.substring(family.length())));
    } catch (NetException | InvalidPathException e) {
      throw refused("--looks", word, e);
    }
  }

  /** One camera's view of a session that several use in turn. */
  private record Shared(PersonDetector net) implements PersonDetector {
    @Override
    public void detect(ByteBuffer bgr, int width, int height, long captureNanos, Detections out) {
      net.detect(bgr, width, height, captureNanos, out);
    }

    @Override
    public void close() {}
  }

  @Override
  public void close() {
    detectors.values().forEach(PersonDetector::close);
    poses.forEach(PoseEstimator::close);
    palms.forEach(HandDetector::close);
    embedders.forEach(Embedder::close);
  }
}
