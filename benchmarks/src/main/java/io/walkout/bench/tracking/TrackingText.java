package io.walkout.bench.tracking;

import io.walkout.node.score.tracking.Tracking;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The figures in words: a line each, the best of the others below it, and where we lead. */
final class TrackingText {
  private TrackingText() {}

  static void print(Map<String, List<CaseFigures>> found, PrintWriter to) {
    found.forEach(
        (title, cases) -> {
          to.println(title);
          to.printf(
              Locale.ROOT,
              "%-12s %-10s %-6s %6s %6s %6s %6s %6s %5s %7s %10s%n",
              "",
              "",
              "",
              "HOTA",
              "DetA",
              "AssA",
              "MOTA",
              "IDF1",
              "IDSW",
              onFloor(cases) ? "error" : "",
              "frames/s");
          cases.forEach(c -> print(c, to));
          summary(cases, to);
        });
  }

  private static void print(CaseFigures c, PrintWriter to) {
    Tracking t = c.ours();
    to.printf(
        Locale.ROOT,
        "%-12s %-10s %-6s %6.2f %6.2f %6.2f %6.2f %6.2f %5d %7s %10.0f%n",
        c.sequence(),
        c.detector(),
        c.round(),
        100 * t.hota(),
        100 * t.detA(),
        100 * t.assA(),
        100 * t.mota(),
        100 * t.idf1(),
        t.identitySwitches(),
        metres(c.medianErrorMetres()),
        c.framesPerSecond());
    PeerFigures p = c.peers();
    if (p != null) {
      to.printf(
          Locale.ROOT,
          "  %-28s %6.2f %6s %6s %6.2f %6.2f %5d %7s %10.0f   %s%n",
          "best of the others",
          p.hota(),
          "",
          "",
          p.mota(),
          p.idf1(),
          p.switches(),
          metres(p.medianErrorMetres() == null ? Double.NaN : p.medianErrorMetres()),
          p.framesPerSecond(),
          verdict(c, p));
    }
  }

  private static boolean onFloor(List<CaseFigures> cases) {
    return cases.stream().anyMatch(c -> !Double.isNaN(c.medianErrorMetres()));
  }

  /** A median error of places; nothing for boxes in pictures. */
  private static String metres(double metres) {
    return Double.isNaN(metres) ? "" : String.format(Locale.ROOT, "%.3f m", metres);
  }

  /** Where we lead, and who leads where we don't. */
  private static String verdict(CaseFigures c, PeerFigures p) {
    List<String> behind = new ArrayList<>();
    if (100 * c.ours().hota() <= p.hota()) {
      behind.add("HOTA (" + p.hotaOf() + ")");
    }
    if (100 * c.ours().idf1() <= p.idf1()) {
      behind.add("IDF1 (" + p.idf1Of() + ")");
    }
    if (c.ours().identitySwitches() > p.switches()) {
      behind.add("IDSW (" + p.switchesOf() + ")");
    }
    return behind.isEmpty() ? "ahead" : "behind in " + String.join(", ", behind);
  }

  private static void summary(List<CaseFigures> cases, PrintWriter to) {
    long judged = cases.stream().filter(c -> c.peers() != null).count();
    long ahead =
        cases.stream()
            .filter(c -> c.peers() != null && verdict(c, c.peers()).equals("ahead"))
            .count();
    to.println(
        judged == 0
            ? "Nobody else's figures are known of these."
            : "Ahead in HOTA and IDF1, with no more switches: " + ahead + " of " + judged);
  }

  /** The same for machines. */
  static Map<String, Object> numbers(Map<String, List<CaseFigures>> found) {
    Map<String, Object> all = new LinkedHashMap<>();
    found.forEach((title, cases) -> all.put(title, cases.stream().map(c -> numbers(c)).toList()));
    return all;
  }

  private static Map<String, Object> numbers(CaseFigures c) {
    Map<String, Object> m = new LinkedHashMap<>();
    Tracking t = c.ours();
    m.put("sequence", c.sequence());
    m.put("detector", c.detector());
    m.put("round", c.round());
    m.put("hota", 100 * t.hota());
    m.put("detA", 100 * t.detA());
    m.put("assA", 100 * t.assA());
    m.put("mota", 100 * t.mota());
    m.put("idf1", 100 * t.idf1());
    m.put("idsw", t.identitySwitches());
    m.put("frag", t.fragments());
    if (!Double.isNaN(c.medianErrorMetres())) {
      m.put("medianErrorMetres", c.medianErrorMetres());
    }
    m.put("framesPerSecond", c.framesPerSecond());
    if (c.peers() != null) {
      m.put("bestOfTheOthers", c.peers());
      m.put("verdict", verdict(c, c.peers()));
    }
    return m;
  }
}
