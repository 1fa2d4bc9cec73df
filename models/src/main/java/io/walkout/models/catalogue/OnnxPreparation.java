package io.walkout.models.catalogue;

import java.io.IOException;
import java.nio.file.Path;

/** How the program itself makes nets. */
public final class OnnxPreparation implements Preparation {
  /** The program's own preparation. */
  public OnnxPreparation() {}

  @Override
  public String version() {
    return "1";
  }

  @Override
  public void convert(Net net, Path graph, Path weights, Path onnx) throws IOException {
    throw ModelException.failure(net.name() + " is a TFJS graph, which can't be converted");
  }

  @Override
  public Comparison check(Net net, Path onnx) throws IOException {
    return new Comparison(true, "taken as it is");
  }
}
