package io.walkout.bench.page;

/** What HTML wants escaped. */
final class Html {
  private Html() {}

  /** Text as it may stand in an element or in a quoted attribute. */
  static String text(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** JSON as it may stand in a script element: no tag can begin in it. */
  static String json(String json) {
    return json.replace("<", "\\u003c");
  }
}
