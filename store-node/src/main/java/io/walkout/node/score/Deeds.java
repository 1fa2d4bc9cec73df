package io.walkout.node.score;

import io.walkout.ingest.recording.Truth;
import io.walkout.node.score.tracking.BestAssignment;
import io.walkout.store.EventTime;
import io.walkout.store.PlateId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * When and where each person moved each product, unit by unit: by the truth, and by what a run made
 * of it. One thread.
 */
final class Deeds {
  /**
   * How far apart in time two tellings of one deed may be: a lift lasts up to a second, and a
   * change of load is told from when it was last at rest to when it is again.
   */
  static final double SAME_SECONDS = 3;

  private final Map<String, List<Moment>> takes = new TreeMap<>();
  private final Map<String, List<Moment>> puts = new TreeMap<>();

  /**
   * One unit was moved.
   *
   * @param startNanos not before
   * @param endNanos not after
   * @param shelf where, "gondola/shelf", or null if unknown
   */
  record Moment(long startNanos, long endNanos, @Nullable String shelf) {
    /** Seconds between two moments, 0 if they overlap; infinite at two different gondolas. */
    double secondsTo(Moment o) {
      if (shelf != null && o.shelf != null && !gondola(shelf).equals(gondola(o.shelf))) {
        return Double.POSITIVE_INFINITY;
      }
      long gap = Math.max(o.startNanos - endNanos, startNanos - o.endNanos);
      return Math.max(0, gap) / 1e9;
    }

    private static String gondola(String shelf) {
      int slash = shelf.indexOf('/');
      return slash < 0 ? shelf : shelf.substring(0, slash);
    }
  }

  /** What truly happened. Who was handed a product has it since, and since its giver took it. */
  static Deeds of(Truth truth) {
    Deeds deeds = new Deeds();
    for (Truth.Event e : truth.events()) {
      String shelf =
          e.plates().isEmpty()
              ? null
              : e.plates().stream().map(PlateId::shelfId).findFirst().orElseThrow().toString();
      Moment moment = new Moment(e.captureNanos(), e.captureNanos(), shelf);
      deeds.add(
          e.kind() == Truth.Event.Kind.TAKE,
          e.targetId(),
          e.barcode().value(),
          e.quantity(),
          moment);
    }
    for (Truth.Deed d : truth.deeds()) {
      if (d.kind() == Truth.Deed.Kind.HAND_OVER && d.toTargetId() != null && d.barcode() != null) {
        String barcode = d.barcode().value();
        Moment moment = new Moment(d.captureNanos(), d.captureNanos(), null);
        deeds.add(true, d.toTargetId(), barcode, d.quantity(), moment);
        for (Moment taken : List.copyOf(deeds.takes(d.targetId(), barcode))) {
          deeds.add(true, d.toTargetId(), barcode, 1, taken);
        }
      }
    }
    return deeds;
  }

  /** What a run made of it. */
  static Deeds of(RunLog log, Map<String, String> personOfVisit) {
    Deeds deeds = new Deeds();
    for (RunLog.Move m : log.moves()) {
      deeds.add(
          m.take(),
          personOfVisit.getOrDefault(m.visitId(), Score.nobody(m.visitId())),
          m.barcode(),
          m.quantity(),
          new Moment(m.startNanos(), m.endNanos(), m.shelf().isEmpty() ? null : m.shelf()));
    }
    return deeds;
  }

  private void add(boolean take, String person, String barcode, int units, Moment moment) {
    List<Moment> list =
        (take ? takes : puts).computeIfAbsent(key(person, barcode), k -> new ArrayList<>());
    for (int i = 0; i < units; i++) {
      list.add(moment);
    }
  }

  /** A line end is in no code and in no name that comes from a line of a file. */
  private static String key(String person, String barcode) {
    return person + "\n" + barcode;
  }

  /** Each unit of a product that somebody took. */
  List<Moment> takes(String person, String barcode) {
    return takes.getOrDefault(key(person, barcode), List.of());
  }

  /** Each unit of a product that somebody put back. */
  List<Moment> puts(String person, String barcode) {
    return puts.getOrDefault(key(person, barcode), List.of());
  }

  /** What of these the others do not tell as well, under the best assignment of the two. */
  static List<Moment> untold(List<Moment> moments, List<Moment> others) {
    double[][] score = new double[moments.size()][others.size()];
    for (int i = 0; i < score.length; i++) {
      for (int j = 0; j < others.size(); j++) {
        double seconds = moments.get(i).secondsTo(others.get(j));
        score[i][j] = seconds > SAME_SECONDS ? 0 : 1 + SAME_SECONDS - seconds;
      }
    }
    int[] told = new BestAssignment().solve(score);
    List<Moment> untold = new ArrayList<>();
    for (int i = 0; i < score.length; i++) {
      if (told[i] < 0 || score[i][told[i]] == 0) {
        untold.add(moments.get(i));
      }
    }
    return untold;
  }

  /** Earliest moment of these, ISO 8601, or null without any. */
  static @Nullable String at(@Nullable Moment moment) {
    return moment == null ? null : EventTime.iso(moment.startNanos());
  }
}
