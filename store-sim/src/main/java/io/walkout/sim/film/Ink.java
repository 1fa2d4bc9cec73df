package io.walkout.sim.film;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;

/** The film's colours, type and lines. */
final class Ink {
  static final Color PAPER = new Color(0xF3F1EC);
  static final Color FLOOR = new Color(0xFFFFFF);
  static final Color WALL = new Color(0x4A4A4A);
  static final Color FIXTURE = new Color(0xD9D5CC);
  static final Color FIXTURE_EDGE = new Color(0x8F887B);
  static final Color PLATE_EDGE = new Color(0xC4BEB2);
  static final Color DOOR = new Color(0x2E7D4F);
  static final Color CAMERA = new Color(0x3D6FB4);
  static final Color TEXT = new Color(0x232323);
  static final Color FAINT = new Color(0x6E6A62);
  static final Color TAKEN = new Color(0xC4322B);
  static final Color PUT_BACK = new Color(0x1E7A46);
  static final Color FAULT = new Color(0xA65B00);
  static final Color PANEL = new Color(0xFFFFFF);

  /** Colours that tell people apart on white, also for most who are colour blind; then again. */
  private static final int[] PEOPLE = {
    0x0072B2, 0xD55E00, 0x009E73, 0xAA3377, 0x8C6D00, 0x56A0D8, 0x6A4C93, 0x7A3E1D, 0x4B5D00,
    0xCC6699
  };

  static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 18);
  static final Font CLOCK = new Font(Font.MONOSPACED, Font.BOLD, 18);
  static final Font HEADING = new Font(Font.SANS_SERIF, Font.BOLD, 13);
  static final Font BODY = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
  static final Font SMALL = new Font(Font.SANS_SERIF, Font.PLAIN, 11);
  static final Font SMALL_BOLD = new Font(Font.SANS_SERIF, Font.BOLD, 11);

  private Ink() {}

  /** Colour of the person with that place among the shoppers. */
  static Color person(int index) {
    return new Color(PEOPLE[index % PEOPLE.length]);
  }

  /** The colour, see-through. */
  static Color veil(Color colour, double opacity) {
    return new Color(
        colour.getRed(),
        colour.getGreen(),
        colour.getBlue(),
        (int) Math.round(255 * Math.clamp(opacity, 0, 1)));
  }

  /** A round line of that width, pixels. */
  static BasicStroke line(double width) {
    return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  }

  /** A line of that width that ends where it ends, so that pieces of a veil don't overlap. */
  static BasicStroke butt(double width) {
    return new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
  }

  /** A dashed line of that width, pixels. */
  static BasicStroke dashes(double width) {
    return new BasicStroke(
        (float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {5, 4}, 0);
  }

  /** Smooth edges, and letters placed alike on every frame. */
  static void smooth(Graphics2D g) {
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
  }

  /** The text, cut to a width with an ellipsis. */
  static String fitted(FontMetrics metrics, String text, int width) {
    if (metrics.stringWidth(text) <= width) {
      return text;
    }
    int keep = text.length();
    while (keep > 0 && metrics.stringWidth(text.substring(0, keep) + "…") > width) {
      keep--;
    }
    return text.substring(0, keep).stripTrailing() + "…";
  }
}
