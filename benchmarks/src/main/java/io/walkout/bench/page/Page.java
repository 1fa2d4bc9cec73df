package io.walkout.bench.page;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A report: one HTML file that fetches nothing, in light and dark, on screen and paper. Tables are
 * there without scripts; charts need them. One thread.
 */
public final class Page {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Where the chart library lies in its jar; its version is that of the root pom. */
  private static final String ECHARTS = "/META-INF/resources/webjars/echarts/5.5.0/echarts.min.js";

  private final String title;
  private final StringBuilder body = new StringBuilder();
  private final StringBuilder contents = new StringBuilder();
  private final ArrayNode charts = JSON.createArrayNode();
  private int sections;

  /**
   * A number to see first.
   *
   * @param label what it is
   * @param value the number, printed
   * @param note what belongs to it, in small print; may be empty
   */
  public record Tile(String label, String value, String note) {}

  /** An empty report. */
  public Page(String title, String subtitle) {
    this.title = title;
    body.append("<header><p class=\"mark\">Walkout</p><h1>")
        .append(Html.text(title))
        .append("</h1><p class=\"lead\">")
        .append(Html.text(subtitle))
        .append("</p></header>\n<!--contents-->\n");
  }

  /** Adds the numbers to see first. */
  public Page tiles(List<Tile> tiles) {
    body.append("<ul class=\"tiles\">\n");
    for (Tile tile : tiles) {
      body.append("<li><span>")
          .append(Html.text(tile.label()))
          .append("</span><strong>")
          .append(Html.text(tile.value()))
          .append("</strong><small>")
          .append(Html.text(tile.note()))
          .append("</small></li>\n");
    }
    body.append("</ul>\n");
    return this;
  }

  /** Begins a section; {@code text} says how to read it and may be empty. */
  public Page section(String heading, String text) {
    if (sections > 0) {
      body.append("</section>\n");
    }
    sections++;
    contents
        .append("<a href=\"#s")
        .append(sections)
        .append("\">")
        .append(Html.text(heading))
        .append("</a>");
    body.append("<section id=\"s").append(sections).append("\"><h2>").append(Html.text(heading));
    body.append("</h2>\n");
    return text.isEmpty() ? this : text(text);
  }

  /** Adds a paragraph. */
  public Page text(String text) {
    body.append("<p>").append(Html.text(text)).append("</p>\n");
    return this;
  }

  /** Adds a chart. */
  public Page chart(Chart chart) {
    body.append("<figure class=\"chart\" style=\"height:")
        .append(chart.heightPixels())
        .append("px\" role=\"img\" aria-label=\"")
        .append(Html.text(chart.says()))
        .append("\" data-chart=\"")
        .append(charts.size())
        .append("\"></figure>\n");
    charts.addObject().put("kind", chart.kind()).set("content", chart.content());
    return this;
  }

  /** Adds a table. */
  public Page table(Table table) {
    body.append(table.html());
    return this;
  }

  /** Adds a picture, embedded: {@code jpeg} or {@code png} bytes, and what it shows in words. */
  public Page picture(String format, byte[] bytes, String says) {
    body.append("<figure class=\"picture\"><img alt=\"")
        .append(Html.text(says))
        .append("\" src=\"data:image/")
        .append(format)
        .append(";base64,")
        .append(java.util.Base64.getEncoder().encodeToString(bytes))
        .append("\"><figcaption>")
        .append(Html.text(says))
        .append("</figcaption></figure>\n");
    return this;
  }

  /** Puts what the block adds side by side, in cards of equal width, as far as there is room. */
  public Page beside(Runnable... cards) {
    body.append("<div class=\"beside\">\n");
    for (Runnable card : cards) {
      body.append("<div>\n");
      card.run();
      body.append("</div>\n");
    }
    body.append("</div>\n");
    return this;
  }

  /** Adds a heading within a section. */
  public Page heading(String text) {
    body.append("<h3>").append(Html.text(text)).append("</h3>\n");
    return this;
  }

  /** The whole file. */
  public String html() {
    String end = sections > 0 ? "</section>\n" : "";
    String nav = sections > 1 ? "<nav aria-label=\"Contents\">" + contents + "</nav>" : "";
    return "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n"
        + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"
        + " style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:\">\n"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        + "<meta name=\"color-scheme\" content=\"light dark\">\n<title>"
        + Html.text(title)
        + "</title>\n<style>\n"
        + resource("page.css")
        + "</style></head>\n<body><main>\n"
        + body.toString().replace("<!--contents-->", nav)
        + end
        + "</main>\n<script type=\"application/json\" id=\"charts\">"
        + Html.json(charts.toString())
        + "</script>\n<script>"
        + resource(ECHARTS)
        + "</script>\n<script>\n"
        + resource("page.js")
        + "</script></body></html>\n";
  }

  private static String resource(String name) {
    try (InputStream in = Page.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
