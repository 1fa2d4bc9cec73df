package io.walkout.ingest.storefile;

/** The strip below a floor plan: a scale bar and what the colours mean. */
final class FloorPlanLegend {
  private static final String INK = "#333333";

  private final SvgCanvas svg;
  private final double pixelsPerMetre;
  private final double width;
  private final double top;

  FloorPlanLegend(SvgCanvas svg, double pixelsPerMetre, double width, double height) {
    this.svg = svg;
    this.pixelsPerMetre = pixelsPerMetre;
    this.width = width;
    this.top = height - 44;
  }

  void draw() {
    svg.open("legend");
    svg.boxAt(0, top - 12, width, 60, "fill=\"#ffffff\" stroke=\"#dddddd\"");
    scaleBar();
    double u = 260;
    u = entry(u, "fill=\"#cfd6de\" stroke=\"#4f5b66\"", 14, "gondola");
    u = entry(u, "fill=\"#c53030\"", 4, "shelf front");
    u = entry(u, "fill=\"#2b6cb0\" fill-opacity=\"0.45\"", 14, "facings");
    u = entry(u, "fill=\"#2f855a\"", 6, "door");
    entry(u, "fill=\"#805ad5\" fill-opacity=\"0.2\" stroke=\"#805ad5\"", 14, "camera view");
    svg.close();
  }

  private double entry(double u, String style, double thick, String text) {
    svg.boxAt(u, top + 8 - thick / 2, 18, thick, style);
    svg.textAt(u + 24, top + 13, 13, INK, "start", text);
    return u + 44 + 7.2 * text.length();
  }

  /** A bar of 1, 2 or 5 times a power of ten metres, at most 180 pixels long. */
  private void scaleBar() {
    double longest = 180 / pixelsPerMetre;
    double length = Math.pow(10, Math.floor(Math.log10(longest)));
    for (int factor : new int[] {5, 2}) {
      if (length * factor <= longest) {
        length *= factor;
        break;
      }
    }
    double bar = length * pixelsPerMetre;
    svg.boxAt(20, top + 4, bar / 2, 6, "fill=\"#333333\" stroke=\"#333333\"");
    svg.boxAt(20 + bar / 2, top + 4, bar / 2, 6, "fill=\"#ffffff\" stroke=\"#333333\"");
    svg.textAt(20, top + 26, 12, INK, "start", "0");
    svg.textAt(20 + bar, top + 26, 12, INK, "middle", Decimal.print(length) + " m");
  }
}
