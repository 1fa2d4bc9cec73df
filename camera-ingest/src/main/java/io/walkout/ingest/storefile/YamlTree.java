package io.walkout.ingest.storefile;

import java.nio.file.Path;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Turns YAML into nodes that know their line. Refuses aliases (a small file could stand for a huge
 * one), deep nesting and a second document.
 */
final class YamlTree {
  /** Chosen: a store of 10,000 explicit plates has 2 MB. */
  static final int MAX_BYTES = 16 << 20;

  /** The store file needs 7 levels. */
  private static final int MAX_DEPTH = 20;

  private YamlTree() {}

  /** The root node, or empty after reporting why not. */
  static Optional<Node> read(Path file, Findings findings) {
    return BoundedText.read(file, MAX_BYTES, findings).flatMap(text -> parse(file, text, findings));
  }

  /** As {@link #read}, of a text that is already there. */
  static Optional<Node> parse(Path file, String text, Findings findings) {
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(file.toString())
            .setCodePointLimit(MAX_BYTES)
            .setMaxAliasesForCollections(0)
            .build();
    try {
      if (!isHarmless(file, text, settings, findings)) {
        return Optional.empty();
      }
      Optional<Node> root = new Compose(settings).composeString(text);
      if (root.isEmpty()) {
        findings.error(file, 0, "", "an empty file", "keys and values");
      }
      return root;
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(YamlTree::line).orElse(0);
      findings.error(file, line, "", "broken YAML (" + e.getProblem() + ")", "well-formed YAML");
    } catch (YamlEngineException e) {
      String reason = String.valueOf(e.getMessage()).replace('\n', ' ');
      findings.error(file, 0, "", "broken YAML (" + reason + ")", "well-formed YAML");
    }
    return Optional.empty();
  }

  /** The line of a node, from 1. */
  static int line(Node node) {
    return node.getStartMark().map(YamlTree::line).orElse(0);
  }

  private static int line(Mark mark) {
    return mark.getLine() + 1;
  }

  private static boolean isHarmless(
      Path file, String text, LoadSettings settings, Findings findings) {
    int depth = 0;
    for (Event event : new Parse(settings).parseString(text)) {
      int line = event.getStartMark().map(YamlTree::line).orElse(0);
      if (event instanceof AliasEvent) {
        findings.error(file, line, "", "a YAML alias", "the values written out");
        return false;
      }
      if (event instanceof CollectionStartEvent && ++depth > MAX_DEPTH) {
        findings.error(file, line, "", "more than " + MAX_DEPTH + " levels of nesting", "fewer");
        return false;
      }
      if (event instanceof CollectionEndEvent) {
        depth--;
      }
    }
    return true;
  }
}
