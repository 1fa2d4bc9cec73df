package io.walkout.sim.scenario;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** A JSON file that remembers on which lines its objects, lists and their fields stand. */
final class LinedJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** How the parser says where something began; the line of it is all that people need. */
  private static final Pattern SOURCE =
      Pattern.compile("\\[Source: .*?; line: (\\d+), column: \\d+\\]", Pattern.DOTALL);

  private final Path file;
  private final IdentityHashMap<JsonNode, Integer> begins = new IdentityHashMap<>();
  private final IdentityHashMap<JsonNode, Map<String, Integer>> fields = new IdentityHashMap<>();
  private JsonNode root = MissingNode.getInstance();

  private LinedJson(Path file) {
    this.file = file;
  }

  /**
   * Reads the first value of a file.
   *
   * @throws ScenarioException if it is not well-formed; names the line
   * @throws IOException if it can't be read
   */
  static LinedJson read(Path file) throws IOException {
    LinedJson read = new LinedJson(file);
    try (JsonParser parser = MAPPER.createParser(Files.readAllBytes(file))) {
      if (parser.nextToken() != null) {
        read.root = read.node(parser);
      }
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      String found = SOURCE.matcher(e.getOriginalMessage()).replaceAll("line $1");
      throw new ScenarioException(file, line, "", found, "well-formed JSON");
    }
    return read;
  }

  /** What the file holds; missing if nothing. */
  JsonNode root() {
    return root;
  }

  /** A problem with an object or list itself. */
  ScenarioException wrong(JsonNode at, String field, String found, String expected) {
    return new ScenarioException(file, line(at), field, found, expected);
  }

  /** A problem with one field of an object. */
  ScenarioException wrong(JsonNode at, String path, String key, String found, String expected) {
    int line = fields.getOrDefault(at, Map.of()).getOrDefault(key, line(at));
    return new ScenarioException(file, line, path + "." + key, found, expected);
  }

  /** The line on which an object or list begins; 0 for other values. */
  int line(JsonNode at) {
    return begins.getOrDefault(at, 0);
  }

  private JsonNode node(JsonParser parser) throws IOException {
    int line = parser.currentTokenLocation().getLineNr();
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      ObjectNode object = MAPPER.createObjectNode();
      begins.put(object, line);
      Map<String, Integer> lines = new HashMap<>();
      fields.put(object, lines);
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        lines.put(name, parser.currentTokenLocation().getLineNr());
        parser.nextToken();
        object.set(name, node(parser));
      }
      return object;
    }
    if (parser.currentToken() == JsonToken.START_ARRAY) {
      ArrayNode list = MAPPER.createArrayNode();
      begins.put(list, line);
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        list.add(node(parser));
      }
      return list;
    }
    return MAPPER.readTree(parser);
  }
}
