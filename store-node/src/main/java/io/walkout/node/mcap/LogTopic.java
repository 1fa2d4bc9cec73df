package io.walkout.node.mcap;

import java.io.IOException;

/** Sentences for people, as {@code foxglove.Log}. */
final class LogTopic {
  private static final int INFO = 2;

  private final JsonTopic topic;

  LogTopic(McapWriter writer) {
    topic = new JsonTopic(writer, "/log", Schemas.LOG_NAME, Schemas.LOG);
  }

  /**
   * Writes one.
   *
   * @param name who says it
   */
  void write(long nanos, String name, String sentence) throws IOException {
    topic.stamped(
        nanos,
        json -> {
          json.writeNumberField("level", INFO);
          json.writeStringField("message", sentence);
          json.writeStringField("name", name);
          json.writeStringField("file", "");
          json.writeNumberField("line", 0);
        });
  }
}
