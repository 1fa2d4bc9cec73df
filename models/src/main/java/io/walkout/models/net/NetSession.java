package io.walkout.models.net;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A net ready to run, with pinned memory for all that goes in and comes out: {@link #run} copies
 * nothing, and the only garbage is what ONNX Runtime's own Java side makes for a call (about a
 * kilobyte, by name and handle of each tensor; see docs/developing/nets.md). It computes in the
 * thread that calls. One instance serves one thread at a time. Native memory, freed by {@link
 * #close}.
 */
final class NetSession implements AutoCloseable {
  private final NetFile file;
  private final List<NetTensor> inputs = new ArrayList<>();
  private final List<NetTensor> outputs = new ArrayList<>();
  private final Map<String, OnnxTensor> in = new LinkedHashMap<>();
  private final Map<String, OnnxTensor> out = new LinkedHashMap<>();

  private NetSession(NetFile file) {
    this.file = file;
  }

  /**
   * Makes the memory. Sides of outputs that the file leaves open are learnt from a run on zeros.
   *
   * @param file which the session owns from now on, also if this fails
   * @param inputShapes for each input of the file, with every side known
   * @throws NetException if the net can't run on these, or its answer can't be held
   */
  static NetSession open(NetFile file, List<long[]> inputShapes) throws NetException {
    NetSession session = new NetSession(file);
    try {
      for (int i = 0; i < inputShapes.size(); i++) {
        session.addInput(new NetTensor(file, file.inputs().get(i), inputShapes.get(i)));
      }
      session.pinOutputs();
      return session;
    } catch (OrtException e) {
      session.close();
      throw new NetException(
          file.path(), "does not run on " + session.inputs + ": " + NetFile.firstLine(e), e);
    } catch (NetException | RuntimeException e) {
      session.close();
      throw e;
    }
  }

  private void addInput(NetTensor tensor) {
    inputs.add(tensor);
    in.put(tensor.name(), tensor.tensor());
  }

  private void pinOutputs() throws OrtException, NetException {
    List<long[]> shapes = new ArrayList<>();
    try (OrtSession.Result result = file.session().run(in)) {
      for (NetPort port : file.outputs()) {
        OnnxValue value = result.get(port.name()).orElseThrow();
        shapes.add(((TensorInfo) value.getInfo()).getShape());
      }
    }
    for (int i = 0; i < shapes.size(); i++) {
      NetPort port = file.outputs().get(i);
      if (Arrays.stream(shapes.get(i)).anyMatch(side -> side < 1)) {
        throw new NetException(
            file.path(),
            port + " is empty on a blank picture; expected outputs of one size for all pictures");
      }
      NetTensor tensor = new NetTensor(file, port, shapes.get(i));
      outputs.add(tensor);
      out.put(tensor.name(), tensor.tensor());
    }
  }

  /**
   * Runs the net on what the inputs hold and leaves its answer in the outputs.
   *
   * @return false if ONNX Runtime failed, for instance because an output has another size this time
   */
  boolean run() {
    try (OrtSession.Result result = file.session().run(in, out)) {
      return result.size() == out.size();
    } catch (OrtException e) {
      return false;
    }
  }

  /** The file it was made from. */
  NetFile file() {
    return file;
  }

  /** Input {@code i}, in the file's order. */
  NetTensor input(int i) {
    return inputs.get(i);
  }

  /** All outputs, in the file's order, with every side known. */
  List<NetTensor> outputs() {
    return outputs;
  }

  @Override
  public void close() {
    inputs.forEach(NetTensor::close);
    outputs.forEach(NetTensor::close);
    file.close();
  }
}
