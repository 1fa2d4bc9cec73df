package io.walkout.models.convert;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * One node of a TensorFlow graph.
 *
 * @param name unique in its graph
 * @param op operator
 * @param inputs what it reads: {@code node} for a node's first output, {@code node:i} for another
 * @param attributes as in the graph's JSON
 */
record TfNode(String name, String op, List<String> inputs, JsonNode attributes) {

  /** How messages name it. */
  String title() {
    return op + " node '" + name + "'";
  }

  boolean has(String attribute) {
    return attributes.has(attribute);
  }

  boolean flag(String attribute) {
    return attributes.path(attribute).path("b").asBoolean(false);
  }

  int whole(String attribute, int otherwise) {
    return attributes.path(attribute).path("i").asInt(otherwise);
  }

  float real(String attribute, float otherwise) {
    return (float) attributes.path(attribute).path("f").asDouble(otherwise);
  }

  /** A text, which TFJS writes in base 64. */
  String text(String attribute, String otherwise) {
    JsonNode text = attributes.path(attribute).path("s");
    return text.isTextual() ? decoded(text) : otherwise;
  }

  List<String> texts(String attribute) {
    List<String> texts = new ArrayList<>();
    for (JsonNode text : attributes.path(attribute).path("list").path("s")) {
      texts.add(decoded(text));
    }
    return texts;
  }

  int[] wholes(String attribute) {
    JsonNode list = attributes.path(attribute).path("list").path("i");
    int[] out = new int[list.size()];
    for (int i = 0; i < out.length; i++) {
      out[i] = list.get(i).asInt();
    }
    return out;
  }

  Element element(String attribute) {
    return Element.of(attributes.path(attribute).path("type").asText("none"), title());
  }

  /** A shape; its unknown axes are {@link Shapes#UNKNOWN}. */
  int[] shape(String attribute) {
    JsonNode axes = attributes.path(attribute).path("shape").path("dim");
    int[] out = new int[axes.size()];
    for (int i = 0; i < out.length; i++) {
      out[i] = axes.get(i).path("size").asInt();
    }
    return out;
  }

  private String decoded(JsonNode text) {
    try {
      return new String(Base64.getDecoder().decode(text.asText()), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new ConversionException(title() + " has a text that is not base 64: " + text);
    }
  }

  /** The node that an input names. */
  static String source(String input) {
    int colon = input.lastIndexOf(':');
    return colon > 0 && isIndex(input, colon + 1) ? input.substring(0, colon) : input;
  }

  /** Which of its node's outputs an input names. */
  static int output(String input) {
    int colon = input.lastIndexOf(':');
    return colon > 0 && isIndex(input, colon + 1)
        ? Integer.parseInt(input, colon + 1, input.length(), 10)
        : 0;
  }

  private static boolean isIndex(String text, int from) {
    return from < text.length()
        && text.length() - from < 5 // no operator has 10,000 outputs
        && text.chars().skip(from).allMatch(c -> c >= '0' && c <= '9');
  }
}
