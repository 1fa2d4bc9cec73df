package io.walkout.ingest.storefile;

import io.walkout.store.geometry.FloorPoint;
import io.walkout.store.geometry.FloorPolygon;
import java.util.List;
import java.util.Locale;

/** Writes SVG elements in floor coordinates: metres, y up, scaled to the picture. */
final class SvgCanvas {
  private final StringBuilder out = new StringBuilder();
  private final double left;
  private final double top;
  private final double pixelsPerMetre;

  /**
   * Starts a picture.
   *
   * @param left x of the picture's left edge, metres
   * @param top y of its upper edge, metres
   */
  SvgCanvas(double left, double top, double pixelsPerMetre, double width, double height) {
    this.left = left;
    this.top = top;
    this.pixelsPerMetre = pixelsPerMetre;
    out.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.0f\" height=\"%.0f\""
                + " viewBox=\"0 0 %.0f %.0f\" font-family=\"Helvetica, Arial, sans-serif\">\n",
            width,
            height,
            width,
            height));
    out.append("<rect width=\"100%\" height=\"100%\" fill=\"#f6f4ef\"/>\n");
  }

  double u(double x) {
    return (x - left) * pixelsPerMetre;
  }

  double v(double y) {
    return (top - y) * pixelsPerMetre;
  }

  void open(String name) {
    out.append("<g id=\"").append(escape(name)).append("\">\n");
  }

  void close() {
    out.append("</g>\n");
  }

  void polygon(FloorPolygon polygon, String style, String title) {
    out.append("<polygon points=\"").append(points(polygon.corners())).append("\" ").append(style);
    titled("polygon", title);
  }

  void path(List<FloorPoint> points, String style, String title) {
    out.append("<polyline fill=\"none\" points=\"").append(points(points)).append("\" ");
    out.append(style);
    titled("polyline", title);
  }

  void circle(FloorPoint at, double radiusPixels, String style, String title) {
    out.append(
        String.format(
            Locale.ROOT,
            "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" ",
            u(at.x()),
            v(at.y()),
            radiusPixels));
    out.append(style);
    titled("circle", title);
  }

  void label(double x, double y, int size, String colour, String text) {
    textAt(u(x), v(y), size, colour, "middle", text);
  }

  /** Text at a place of the picture, in pixels. */
  void textAt(double u, double v, int size, String colour, String anchor, String text) {
    out.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%.1f\" y=\"%.1f\" font-size=\"%d\" fill=\"%s\" text-anchor=\"%s\">",
            u,
            v,
            size,
            colour,
            anchor));
    out.append(escape(text)).append("</text>\n");
  }

  /** A box at a place of the picture, in pixels. */
  void boxAt(double u, double v, double width, double height, String style) {
    out.append(
        String.format(
            Locale.ROOT,
            "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" %s/>\n",
            u,
            v,
            width,
            height,
            style));
  }

  String finish() {
    return out.append("</svg>\n").toString();
  }

  private void titled(String element, String title) {
    if (title.isEmpty()) {
      out.append("/>\n");
    } else {
      out.append("><title>").append(escape(title)).append("</title></").append(element);
      out.append(">\n");
    }
  }

  private String points(List<FloorPoint> points) {
    StringBuilder text = new StringBuilder();
    for (FloorPoint p : points) {
      text.append(String.format(Locale.ROOT, "%.1f,%.1f ", u(p.x()), v(p.y())));
    }
    return text.toString().strip();
  }

  /** Text that is safe in XML, in content and in attributes; what XML 1.0 can't hold is dropped. */
  static String escape(String text) {
    StringBuilder safe = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                case '\t', '\n', '\r' -> safe.append(' ');
                default -> {
                  boolean surrogate = c >= 0xD800 && c < 0xE000;
                  if (c >= 0x20 && !surrogate && c != 0xFFFE && c != 0xFFFF) {
                    safe.appendCodePoint(c);
                  }
                }
              }
            });
    return safe.toString();
  }
}
