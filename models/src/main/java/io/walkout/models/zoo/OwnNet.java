package io.walkout.models.zoo;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import io.walkout.models.NetFamily;
import io.walkout.models.catalogue.ModelException;
import io.walkout.models.net.DetectorSettings;
import io.walkout.models.net.NetException;
import io.walkout.models.net.Nets;
import io.walkout.models.net.OnnxEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A user's own ONNX file, probed as the program would before using it. */
public final class OwnNet {
  private OwnNet() {}

  /**
   * Loads a net as one of a family and runs it on blank pictures.
   *
   * @return what was found, in one sentence
   * @throws ModelException if it is no net, or of another family, with what was expected
   */
  public static String probe(NetFamily family, Path file) throws IOException {
    try {
      open(family, file).close();
    } catch (NetException e) {
      throw ModelException.input(String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw ModelException.failure(file + " can't be closed: " + e.getMessage(), e);
    }
    return "%s is a %s net (%s); %s"
        .formatted(file, family.word(), described(file), use(family, file));
  }

  private static AutoCloseable open(NetFamily family, Path file) throws NetException {
    return switch (family.role()) {
      case DETECTOR -> Nets.detector(family, file, DetectorSettings.USUAL);
      case POSE -> Nets.poses(family, file);
      case EMBEDDER -> Nets.embedder(file);
      case PALMS -> Nets.palms(file);
    };
  }

  private static String use(NetFamily family, Path file) {
    return family.role() == NetFamily.Role.DETECTOR
        ? "use it with --detector " + family.word() + ":" + file
        : "it answers blank pictures as such a net does";
  }

  private static String described(Path file) {
    OrtEnvironment environment = OnnxEngine.environment();
    try (OrtSession session = environment.createSession(file.toString())) {
      return words(session.getInputInfo()) + " in, " + words(session.getOutputInfo()) + " out";
    } catch (OrtException e) {
      throw ModelException.failure(file + " can't be described: " + e.getMessage(), e);
    }
  }

  private static String words(Map<String, NodeInfo> ports) {
    List<String> words = new ArrayList<>();
    for (NodeInfo port : ports.values()) {
      String shape =
          port.getInfo() instanceof TensorInfo tensor
              ? tensor.type + Arrays.toString(tensor.getShape())
              : "no tensor";
      words.add(port.getName() + " " + shape.toLowerCase(Locale.ROOT).replace(" ", ""));
    }
    return String.join(", ", words);
  }
}
