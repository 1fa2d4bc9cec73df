package io.walkout.bench.scorecard;

import io.walkout.node.report.UserError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A mapping of a suite file. Every refusal names file, line and field, and what was expected. */
final class SuiteFields {
  private final String file;
  private final Map<String, Node> values = new LinkedHashMap<>();

  SuiteFields(String file, Node node, List<String> known) {
    this.file = file;
    if (!(node instanceof MappingNode mapping)) {
      throw refusal(file, node, "expected keys and values");
    }
    for (NodeTuple tuple : mapping.getValue()) {
      String key = tuple.getKeyNode() instanceof ScalarNode s ? s.getValue() : "?";
      if (!known.contains(key)) {
        throw refusal(
            file,
            tuple.getKeyNode(),
            "unknown key '" + key + "'; expected one of " + String.join(", ", known));
      }
      if (values.put(key, tuple.getValueNode()) != null) {
        throw refusal(file, tuple.getKeyNode(), "key '" + key + "' stands here a second time");
      }
    }
  }

  /** Says what is wrong at a node. */
  static UserError refusal(String file, Node at, String what) {
    return new UserError(
        file + ", line " + (at.getStartMark().map(Mark::getLine).orElse(0) + 1) + ": " + what);
  }

  /** Says what is wrong with a key's value. */
  UserError refusal(String key, String what) {
    Node node = values.get(key);
    return node == null
        ? new UserError(file + ": " + key + ": " + what)
        : refusal(file, node, key + ": " + what);
  }

  @Nullable String text(String key, @Nullable String otherwise) {
    Node node = values.get(key);
    if (node == null) {
      return otherwise;
    }
    return scalar(node, key).getValue();
  }

  long whole(String key, long least, long most, long otherwise) {
    Node node = values.get(key);
    if (node == null) {
      return otherwise;
    }
    String text = scalar(node, key).getValue();
    Optional<Long> number = number(text);
    if (number.isEmpty() || number.get() < least || number.get() > most) {
      throw refusal(
          key, "expected a whole number from " + least + " to " + most + ", found '" + text + "'");
    }
    return number.get();
  }

  /** The texts of a list, or of a single value. */
  List<ScalarNode> texts(String key) {
    Node node = values.get(key);
    if (node == null) {
      return List.of();
    }
    List<ScalarNode> texts = new ArrayList<>();
    for (Node one : node instanceof SequenceNode list ? list.getValue() : List.of(node)) {
      texts.add(scalar(one, key));
    }
    return texts;
  }

  /** The members of a list. */
  List<Node> list(String key) {
    Node node = values.get(key);
    if (node == null) {
      throw new UserError(file + ": " + key + " is missing; expected a list");
    }
    if (!(node instanceof SequenceNode list) || list.getValue().isEmpty()) {
      throw refusal(key, "expected a list of at least one");
    }
    return list.getValue();
  }

  private ScalarNode scalar(Node node, String key) {
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar;
    }
    throw refusal(file, node, key + ": expected a word or a number");
  }

  private static Optional<Long> number(String text) {
    try {
      return Optional.of(Long.parseLong(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
