package io.walkout.ingest.storefile;

import io.walkout.store.Camera;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Puts one camera into the text of a store file and leaves every other character of it as it is:
 * comments, order, spelling. An entry of that id is replaced as a whole, else one is added.
 */
final class CameraPatch {
  private final String text;

  private CameraPatch(String text) {
    this.text = text;
  }

  /**
   * The text with the camera in it.
   *
   * @param file named in findings
   * @return empty after reporting why the text is no store file
   */
  static Optional<String> apply(Path file, String text, Camera camera, Findings findings) {
    Optional<Node> root = YamlTree.parse(file, text, findings);
    if (root.isPresent() && root.get() instanceof MappingNode map) {
      return Optional.of(new CameraPatch(text).put(map, camera));
    }
    root.ifPresent(node -> findings.error(file, 0, "", "no keys and values", "a store file"));
    return Optional.empty();
  }

  private String put(MappingNode root, Camera camera) {
    Optional<Node> cameras = value(root, "cameras");
    if (cameras.isEmpty()) {
      String end = text.isEmpty() || text.endsWith("\n") ? "" : "\n";
      return text + end + "cameras:\n  - " + entry(camera, 4) + "\n";
    }
    if (!(cameras.get() instanceof SequenceNode list) || list.getValue().isEmpty()) {
      int from = start(cameras.get());
      // Back over the blanks before an empty list, so that no line ends in one.
      while (text.charAt(from - 1) == ' ') {
        from--;
      }
      return text.substring(0, from)
          + "\n  - "
          + entry(camera, 4)
          + text.substring(Math.max(from, end(cameras.get())));
    }
    for (Node node : list.getValue()) {
      if (node instanceof MappingNode map
          && value(map, "id").filter(id -> says(id, camera.id().value())).isPresent()) {
        return replaced(node, entry(camera, node));
      }
    }
    Node last = list.getValue().getLast();
    int at = end(last);
    if (list.getFlowStyle() == FlowStyle.FLOW) {
      return text.substring(0, at) + ", " + flow(camera) + text.substring(at);
    }
    int column = column(last);
    String dash = "\n" + text.substring(lineStart(start(last)), start(last));
    return text.substring(0, at) + dash + entry(camera, column) + text.substring(at);
  }

  private String replaced(Node node, String by) {
    return text.substring(0, start(node)) + by + text.substring(end(node));
  }

  private String entry(Camera camera, Node instead) {
    boolean flow = instead instanceof CollectionNode<?> c && c.getFlowStyle() == FlowStyle.FLOW;
    return flow ? flow(camera) : entry(camera, column(instead));
  }

  private static String entry(Camera camera, int indent) {
    return String.join("\n" + " ".repeat(indent), StoreYamlWriter.cameraLines(camera));
  }

  private static String flow(Camera camera) {
    return "{" + String.join(", ", StoreYamlWriter.cameraLines(camera)) + "}";
  }

  private static Optional<Node> value(MappingNode map, String key) {
    for (NodeTuple tuple : map.getValue()) {
      if (says(tuple.getKeyNode(), key)) {
        return Optional.of(tuple.getValueNode());
      }
    }
    return Optional.empty();
  }

  private static boolean says(Node node, String text) {
    return node instanceof ScalarNode scalar && scalar.getValue().equals(text);
  }

  private int start(Node node) {
    return index(node.getStartMark());
  }

  /** Where its last character stands; a block's own end mark lies behind what follows it. */
  private int end(Node node) {
    if (node instanceof CollectionNode<?> c && c.getFlowStyle() != FlowStyle.FLOW) {
      if (node instanceof MappingNode map && !map.getValue().isEmpty()) {
        return end(map.getValue().getLast().getValueNode());
      }
      if (node instanceof SequenceNode list && !list.getValue().isEmpty()) {
        List<Node> nodes = list.getValue();
        return end(nodes.getLast());
      }
    }
    return index(node.getEndMark());
  }

  private int column(Node node) {
    return node.getStartMark().map(Mark::getColumn).orElse(0);
  }

  private int lineStart(int index) {
    return text.lastIndexOf('\n', index - 1) + 1;
  }

  /** Marks count code points. */
  private int index(Optional<Mark> mark) {
    return text.offsetByCodePoints(0, mark.map(Mark::getIndex).orElse(0));
  }
}
