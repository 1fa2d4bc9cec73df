package io.walkout.models.catalogue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** Converts by putting a graph and its weights one after the other; a check looks for the name. */
final class FakePreparation implements Preparation {
  private final String version;
  final Set<String> unconvertible = new HashSet<>();

  FakePreparation(String version) {
    this.version = version;
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public void convert(Net net, Path graph, Path onnx) throws IOException {
    if (unconvertible.contains(net.name())) {
      throw ModelException.failure(net.name() + " can't be converted");
    }
    Path weights = graph.resolveSibling(net.file(Net.Use.WEIGHTS).fileName());
    Files.writeString(onnx, Files.readString(graph) + " + " + Files.readString(weights));
  }

  @Override
  public Comparison check(Net net, Path onnx) throws IOException {
    String content = new String(Files.readAllBytes(onnx), StandardCharsets.ISO_8859_1);
    return content.contains(net.name())
        ? new Comparison(true, "answers as stored")
        : new Comparison(false, "off by 0.7");
  }
}
