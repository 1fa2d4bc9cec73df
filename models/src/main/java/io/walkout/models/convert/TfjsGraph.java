package io.walkout.models.convert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A TensorFlow.js graph model: the operators in an order in which they can run, and the weights.
 * Nothing of the net is executed by reading it.
 */
public final class TfjsGraph {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String file;
  private final List<TfNode> nodes;
  private final Map<String, Tensor> weights;
  private final Map<String, int[]> outputs;

  private TfjsGraph(
      String file, List<TfNode> nodes, Map<String, Tensor> weights, Map<String, int[]> outputs) {
    this.file = file;
    this.nodes = nodes;
    this.weights = weights;
    this.outputs = outputs;
  }

  /**
   * Reads a graph with the weights file that lies beside it.
   *
   * @param json the {@code model.json}; its manifest names the weights files
   * @throws ConversionException if it is no graph model, or the weights don't fit
   * @throws IOException if a file can't be read
   */
  public static TfjsGraph read(Path json) throws IOException {
    String text = Files.readString(json, StandardCharsets.UTF_8);
    JsonNode root = parse(json.getFileName() + "", text);
    var bytes = new ByteArrayOutputStream();
    for (JsonNode group : root.path("weightsManifest")) {
      for (JsonNode path : group.path("paths")) {
        bytes.write(Files.readAllBytes(json.resolveSibling(plain(json, path.asText()))));
      }
    }
    return of(json.getFileName() + "", root, bytes.toByteArray());
  }

  /** Weights lie beside the graph: a manifest has no business anywhere else. */
  private static String plain(Path json, String path) {
    if (path.isEmpty() || path.equals("..") || path.contains("/") || path.contains("\\")) {
      throw new ConversionException(
          json.getFileName() + " has its weights in '" + path + "'; expected a file beside it");
    }
    return path;
  }

  /**
   * Reads a graph from memory.
   *
   * @param file its name, for messages
   * @param json the {@code model.json}'s text
   * @param weights all weights files, in the manifest's order
   * @throws ConversionException if it is no graph model, or the weights don't fit
   */
  public static TfjsGraph read(String file, String json, byte[] weights) {
    return of(file, parse(file, json), weights);
  }

  private static JsonNode parse(String file, String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new ConversionException(
          file
              + " is not JSON (line "
              + e.getLocation().getLineNr()
              + "); expected a TFJS graph"
              + " model");
    }
  }

  private static TfjsGraph of(String file, JsonNode root, byte[] bytes) {
    JsonNode list = root.path("modelTopology").path("node");
    if (!list.isArray() || list.isEmpty() || !root.path("weightsManifest").isArray()) {
      throw new ConversionException(
          file
              + " has no modelTopology.node or no weightsManifest; expected a TFJS graph model"
              + " (a layers model can't be converted)");
    }
    Map<String, TfNode> nodes = new LinkedHashMap<>();
    for (JsonNode entry : list) {
      TfNode node = node(entry);
      if (nodes.put(node.name(), node) != null) {
        throw new ConversionException(file + " has two nodes named '" + node.name() + "'");
      }
    }
    Map<String, int[]> outputs = new LinkedHashMap<>();
    for (JsonNode output : root.path("signature").path("outputs")) {
      JsonNode axes = output.path("tensorShape").path("dim");
      int[] shape = new int[axes.size()];
      Arrays.setAll(shape, i -> axes.get(i).path("size").asInt(Shapes.UNKNOWN));
      outputs.put(output.path("name").asText(), shape);
    }
    return new TfjsGraph(
        file,
        inOrder(file, nodes),
        TfjsWeights.read(file, root.path("weightsManifest"), bytes),
        outputs);
  }

  private static TfNode node(JsonNode entry) {
    List<String> inputs = new ArrayList<>();
    for (JsonNode input : entry.path("input")) {
      if (!input
          .asText()
          .startsWith("^")) { // "^node" asks only for an order, which has no effect here
        inputs.add(input.asText());
      }
    }
    return new TfNode(
        entry.path("name").asText(),
        entry.path("op").asText(),
        List.copyOf(inputs),
        entry.path("attr"));
  }

  /** Sorts so that a node comes after what it reads; keeps the file's order where that allows. */
  private static List<TfNode> inOrder(String file, Map<String, TfNode> nodes) {
    List<TfNode> sorted = new ArrayList<>(nodes.size());
    Set<String> done = new HashSet<>();
    Set<String> open = new HashSet<>();
    ArrayDeque<TfNode> stack = new ArrayDeque<>();
    for (TfNode start : nodes.values()) {
      stack.push(start);
      while (!stack.isEmpty()) {
        TfNode node = stack.peek();
        if (done.contains(node.name())) {
          stack.pop();
          continue;
        }
        boolean ready = true;
        open.add(node.name());
        for (String input : node.inputs()) {
          TfNode source = nodes.get(TfNode.source(input));
          if (source == null) {
            throw new ConversionException(
                node.title() + " of " + file + " reads '" + input + "', which is not there");
          }
          if (!done.contains(source.name())) {
            if (open.contains(source.name())) {
              throw new ConversionException(
                  node.title() + " of " + file + " is part of a loop; loops can't be converted");
            }
            stack.push(source);
            ready = false;
          }
        }
        if (ready) {
          stack.pop();
          done.add(node.name());
          sorted.add(node);
        }
      }
    }
    return List.copyOf(sorted);
  }

  /** The file's name, for messages. */
  public String file() {
    return file;
  }

  /** What the file calls its outputs ({@code node:i}), in the file's order. */
  public List<String> outputs() {
    return List.copyOf(outputs.keySet());
  }

  /** What the file says of an output's shape; nothing if it says nothing. */
  int[] outputShape(String output) {
    String first = TfNode.output(output) == 0 ? TfNode.source(output) + ":0" : output;
    return outputs.getOrDefault(first, new int[0]).clone();
  }

  List<TfNode> nodes() {
    return nodes;
  }

  Map<String, Tensor> weights() {
    return weights;
  }
}
