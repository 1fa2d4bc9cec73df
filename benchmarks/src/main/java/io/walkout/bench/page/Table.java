package io.walkout.bench.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A table. Rows keep the order in which they are added, which should be worst first; a reader can
 * sort by any column. One thread.
 */
public final class Table {
  private final String caption;
  private final List<Column> columns;
  private final List<List<Cell>> rows = new ArrayList<>();
  private int shownRows = Integer.MAX_VALUE;

  /** How a column looks. */
  public enum Kind {
    /** Words. */
    TEXT,
    /** Numbers, set flush right. */
    NUMBER,
    /** A shell line, with a button that copies it. */
    COMMAND
  }

  /**
   * A column.
   *
   * @param title its head
   * @param kind how it looks
   * @param meaning what it says, shown on hovering; may be empty
   */
  public record Column(String title, Kind kind, String meaning) {}

  /**
   * A cell.
   *
   * @param text what it shows
   * @param order what it is sorted by; null to sort by the text
   * @param mark {@code good}, {@code bad}, {@code weak} or empty: how it stands out
   * @param small what is said under it in small print; may be empty
   */
  public record Cell(String text, @Nullable Double order, String mark, String small) {
    /** Plain text. */
    public static Cell text(String text) {
      return new Cell(text, null, "", "");
    }

    /** A number, printed already. */
    public static Cell number(String text, double order) {
      return new Cell(text, Double.isNaN(order) ? null : order, "", "");
    }

    /** The same, standing out. */
    public Cell marked(String how) {
      return new Cell(text, order, how, small);
    }

    /** The same, with small print. */
    public Cell with(String smallPrint) {
      return new Cell(text, order, mark, smallPrint);
    }
  }

  /** A table without rows. */
  public Table(String caption, List<Column> columns) {
    this.caption = caption;
    this.columns = List.copyOf(columns);
  }

  /** Adds a row; as many cells as there are columns. */
  public Table row(List<Cell> cells) {
    if (cells.size() != columns.size()) {
      throw new IllegalArgumentException(
          "expected " + columns.size() + " cells in '" + caption + "', found " + cells.size());
    }
    rows.add(List.copyOf(cells));
    return this;
  }

  /** Hides all rows after so many behind a button; paper shows all. */
  public Table showing(int count) {
    shownRows = count;
    return this;
  }

  /** Whether it holds no row. */
  public boolean isEmpty() {
    return rows.isEmpty();
  }

  String html() {
    StringBuilder out = new StringBuilder("<div class=\"scroll\"><table>\n<caption>");
    out.append(Html.text(caption)).append("</caption>\n<thead><tr>");
    for (Column column : columns) {
      out.append("<th scope=\"col\" class=\"").append(style(column)).append('"');
      if (!column.meaning().isEmpty()) {
        out.append(" title=\"").append(Html.text(column.meaning())).append('"');
      }
      out.append("><button type=\"button\">")
          .append(Html.text(column.title()))
          .append("</button></th>");
    }
    out.append("</tr></thead>\n<tbody>\n");
    for (int r = 0; r < rows.size(); r++) {
      out.append(r < shownRows ? "<tr>" : "<tr class=\"more\">");
      for (int c = 0; c < columns.size(); c++) {
        cell(rows.get(r).get(c), columns.get(c), c == 0, out);
      }
      out.append("</tr>\n");
    }
    out.append("</tbody></table></div>\n");
    if (rows.size() > shownRows) {
      out.append("<button type=\"button\" class=\"all\">Show all ")
          .append(rows.size())
          .append(" rows</button>\n");
    }
    return out.toString();
  }

  private static void cell(Cell cell, Column column, boolean isFirst, StringBuilder out) {
    out.append(isFirst ? "<th scope=\"row\"" : "<td");
    String style = (style(column) + " " + cell.mark()).strip();
    if (!style.isEmpty()) {
      out.append(" class=\"").append(style).append('"');
    }
    if (cell.order() != null) {
      out.append(" data-order=\"").append(String.format(Locale.ROOT, "%s", cell.order()));
      out.append('"');
    }
    out.append('>');
    if (column.kind() == Kind.COMMAND) {
      out.append("<button type=\"button\" class=\"copy\" title=\"Copy the command\">Copy</button>")
          .append("<code>")
          .append(Html.text(cell.text()))
          .append("</code>");
    } else {
      out.append(Html.text(cell.text()));
    }
    if (!cell.small().isEmpty()) {
      out.append("<small>").append(Html.text(cell.small())).append("</small>");
    }
    out.append(isFirst ? "</th>" : "</td>");
  }

  private static String style(Column column) {
    return switch (column.kind()) {
      case TEXT -> "";
      case NUMBER -> "number";
      case COMMAND -> "command";
    };
  }
}
