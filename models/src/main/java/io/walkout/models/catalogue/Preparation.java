package io.walkout.models.catalogue;

import java.io.IOException;
import java.nio.file.Path;

/** What turns a package's files into the ONNX net kept here, and holds a net against its check. */
public interface Preparation {
  /** Changes whenever the same sources would give another net: nets made by another are remade. */
  String version();

  /**
   * Converts a TFJS graph model.
   *
   * @param graph its graph in JSON; its weights lie beside it
   * @param onnx file to write
   */
  void convert(Net net, Path graph, Path onnx) throws IOException;

  /** Runs a net on its stored inputs and compares with its stored outputs. */
  Comparison check(Net net, Path onnx) throws IOException;

  /**
   * What a check found.
   *
   * @param agrees whether the net answers as it must
   * @param finding one phrase for people: what was compared, and how far it was off
   */
  record Comparison(boolean agrees, String finding) {}
}
