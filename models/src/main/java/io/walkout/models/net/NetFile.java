package io.walkout.models.net;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.TensorInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An ONNX file that ONNX Runtime has read, before its buffers are made: what goes in and what comes
 * out, by the file's own word. Becomes a {@link NetSession}, which then owns it.
 */
final class NetFile implements AutoCloseable {
  private final Path path;
  private final OrtSession session;
  private final List<NetPort> inputs;
  private final List<NetPort> outputs;

  private NetFile(Path path, OrtSession session, List<NetPort> inputs, List<NetPort> outputs) {
    this.path = path;
    this.session = session;
    this.inputs = inputs;
    this.outputs = outputs;
  }

  /**
   * Reads a file. Blocks for as long as optimising the graph takes, usually well under a second.
   *
   * @throws NetException if there is none, or ONNX Runtime can't run it
   */
  static NetFile open(Path path) throws NetException {
    if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
      throw new NetException(path, "no such file, or not readable; expected an ONNX net");
    }
    try (SessionOptions options = OnnxEngine.options()) {
      OrtSession session = OnnxEngine.environment().createSession(path.toString(), options);
      return new NetFile(
          path, session, ports(path, session.getInputInfo()), ports(path, session.getOutputInfo()));
    } catch (OrtException e) {
      throw new NetException(
          path, "ONNX Runtime can't load it (" + firstLine(e) + "); expected an ONNX net", e);
    }
  }

  private static List<NetPort> ports(Path path, Map<String, NodeInfo> infos) throws NetException {
    List<NetPort> ports = new ArrayList<>();
    for (NodeInfo info : infos.values()) {
      if (!(info.getInfo() instanceof TensorInfo tensor)) {
        throw new NetException(
            path, "'" + info.getName() + "' is no tensor; expected tensors in and out");
      }
      ports.add(new NetPort(info.getName(), tensor.type, tensor.getShape()));
    }
    return List.copyOf(ports);
  }

  static String firstLine(Throwable e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
  }

  Path path() {
    return path;
  }

  OrtSession session() {
    return session;
  }

  /** In the file's order. */
  List<NetPort> inputs() {
    return inputs;
  }

  /** In the file's order. */
  List<NetPort> outputs() {
    return outputs;
  }

  /** The sentence that refuses it. */
  NetException refused(String family, String expected) {
    return new NetException(
        path, "is no %s net: expected %s, found %s".formatted(family, expected, found()));
  }

  private String found() {
    return inputs.stream().map(NetPort::toString).collect(Collectors.joining(", "))
        + " in and "
        + outputs.stream().map(NetPort::toString).collect(Collectors.joining(", "))
        + " out";
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime can't close " + path, e);
    }
  }
}
