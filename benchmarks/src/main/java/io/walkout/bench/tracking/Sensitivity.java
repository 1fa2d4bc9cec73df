package io.walkout.bench.tracking;

import io.walkout.node.score.tracking.Tracking;
import io.walkout.tracker.box.BoxTrackerSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * How much the box tracker's figures hang on the sequences that were in sight while its numbers
 * were chosen: every number moved, every sequence begun later, its boxes spoilt, its scores on
 * another scale. A line each, over all cases; and for all but the moved numbers, a line for each
 * case.
 */
final class Sensitivity {
  /** One thing that is otherwise. */
  private record Variant(
      String name, BoxTrackerSettings settings, SpoiltBoxes spoilt, boolean byCase) {}

  private final List<BoxCase> cases;
  private final PrintWriter to;
  private final Consumer<String> say;

  /** A comparison on the sequences of a folder. */
  Sensitivity(Path data, PrintWriter to, Consumer<String> say) throws IOException {
    this.cases = BoxSuite.cases(data);
    this.to = to;
    this.say = say;
  }

  /** Groups of variants, by what is otherwise. */
  private static Map<String, List<Variant>> groups() {
    Map<String, List<Variant>> groups = new LinkedHashMap<>();
    groups.put("Scores on another scale", spoilt(SpoiltBoxes.otherScores()));
    groups.put("Begun later", spoilt(SpoiltBoxes.laterBeginnings()));
    groups.put("Worse boxes", spoilt(SpoiltBoxes.worseBoxes()));
    List<Variant> moved = new ArrayList<>();
    for (MovedConstants m : MovedConstants.all()) {
      moved.add(new Variant(m.name(), m.settings(), SpoiltBoxes.NOT, false));
    }
    groups.put("One number moved by 30 %", moved);
    return groups;
  }

  private static List<Variant> spoilt(List<SpoiltBoxes> how) {
    List<Variant> variants = new ArrayList<>();
    for (SpoiltBoxes s : how) {
      variants.add(new Variant(s.name(), BoxTrackerSettings.DEFAULT, s, true));
    }
    return variants;
  }

  /** Prints all. */
  void print() {
    Variant asIs = new Variant("as it is", BoxTrackerSettings.DEFAULT, SpoiltBoxes.NOT, false);
    List<Tracking> usual = follow(asIs);
    to.printf(
        Locale.ROOT,
        "%-28s %6s %6s %5s %5s   %s%n",
        "mean of " + cases.size() + " cases",
        "HOTA",
        "IDF1",
        "IDSW",
        "ahead",
        "furthest below as it is, HOTA");
    line(asIs, usual, usual);
    groups()
        .forEach(
            (title, variants) -> {
              say.accept(title);
              to.println(title);
              for (Variant v : variants) {
                List<Tracking> found = follow(v);
                line(v, found, usual);
                if (v.byCase()) {
                  byCase(found, usual);
                }
                to.flush();
              }
            });
  }

  /** Cases are followed side by side; each is by itself the same on any machine. */
  private List<Tracking> follow(Variant v) {
    return IntStream.range(0, cases.size())
        .parallel()
        .mapToObj(
            i -> cases.get(i).run().follow(cases.get(i).detections(), v.settings(), v.spoilt()))
        .toList();
  }

  private void line(Variant v, List<Tracking> found, List<Tracking> usual) {
    double hota = 100 * found.stream().mapToDouble(Tracking::hota).average().orElse(0);
    double idf1 = 100 * found.stream().mapToDouble(Tracking::idf1).average().orElse(0);
    long switches = found.stream().mapToLong(Tracking::identitySwitches).sum();
    int worst = 0;
    int ahead = 0;
    for (int i = 0; i < found.size(); i++) {
      if (below(found, usual, i) > below(found, usual, worst)) {
        worst = i;
      }
      ahead += cases.get(i).peers() != null && isAhead(cases.get(i), found.get(i)) ? 1 : 0;
    }
    to.printf(
        Locale.ROOT,
        "%-28s %6.2f %6.2f %5d %5d   %.2f on %s%n",
        v.name(),
        hota,
        idf1,
        switches,
        ahead,
        below(found, usual, worst),
        cases.get(worst).name());
  }

  private static double below(List<Tracking> found, List<Tracking> usual, int i) {
    return 100 * (usual.get(i).hota() - found.get(i).hota());
  }

  private static boolean isAhead(BoxCase c, Tracking found) {
    PeerFigures best = Objects.requireNonNull(c.peers());
    return 100 * found.hota() > best.hota()
        && 100 * found.idf1() > best.idf1()
        && found.identitySwitches() <= best.switches();
  }

  private void byCase(List<Tracking> found, List<Tracking> usual) {
    for (int i = 0; i < found.size(); i++) {
      Tracking t = found.get(i);
      to.printf(
          Locale.ROOT,
          "  %-26s %6.2f %6.2f %5d         %+.2f%n",
          cases.get(i).name(),
          100 * t.hota(),
          100 * t.idf1(),
          t.identitySwitches(),
          -below(found, usual, i));
    }
  }
}
