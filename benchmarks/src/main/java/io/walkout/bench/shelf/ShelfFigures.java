package io.walkout.bench.shelf;

import io.walkout.store.EventTime;
import io.walkout.store.shelf.ShelfChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What became of the loads of some cases. Not for several threads. */
final class ShelfFigures {
  /** A change farther from a load than this is not of it; also how near loads may have merged. */
  private static final long NEAR_NANOS = 3 * EventTime.SECOND;

  /** A moment is right within this. */
  private static final long TIMELY_NANOS = 150 * EventTime.MILLI;

  /** A mass is right within three sigma and this share. */
  private static final double MASS_SHARE = 0.03;

  /** But by no more than this, whatever sigma a method claims. */
  private static final double MOST_GRAMS = 30;

  /** How much a plate's distance weighs beside a second's, when changes are given to loads. */
  private static final double SECONDS_A_PLATE = 0.3;

  int cases;
  int loads;
  int own;
  int timely;
  int changes;
  int merged;
  int unexplained;
  double plateHours;
  final List<Double> stepErrors = new ArrayList<>();
  final List<Double> massErrors = new ArrayList<>();
  final List<Double> massGrams = new ArrayList<>();
  final List<Double> delays = new ArrayList<>();

  private record Pair(int load, int change, double cost) {}

  /** Adds a case: what truly happened, and what was found. */
  void add(List<TrueLoad> truth, List<FoundChange> found, double hours) {
    cases++;
    plateHours += hours;
    loads += truth.size();
    changes += found.size();
    boolean[] loadDone = new boolean[truth.size()];
    boolean[] changeDone = new boolean[found.size()];
    for (Pair pair : pairs(truth, found)) {
      if (!loadDone[pair.load] && !changeDone[pair.change]) {
        loadDone[pair.load] = true;
        changeDone[pair.change] = true;
        count(truth.get(pair.load), found.get(pair.change));
      }
    }
    for (int c = 0; c < changeDone.length; c++) {
      if (!changeDone[c]) {
        boolean several = isSumOfSeveral(found.get(c), truth);
        merged += several ? 1 : 0;
        unexplained += several ? 0 : 1;
      }
    }
  }

  private static List<Pair> pairs(List<TrueLoad> truth, List<FoundChange> found) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < truth.size(); i++) {
      for (int j = 0; j < found.size(); j++) {
        if (fits(truth.get(i), found.get(j))) {
          double seconds = Math.abs(found.get(j).stepNanos() - truth.get(i).nanos()) * 1e-9;
          double plates = Math.abs(found.get(j).middle() - truth.get(i).middle());
          pairs.add(new Pair(i, j, seconds + SECONDS_A_PLATE * plates));
        }
      }
    }
    pairs.sort(Comparator.comparingDouble(Pair::cost));
    return pairs;
  }

  private static boolean near(TrueLoad load, FoundChange found) {
    return load.shelf().equals(found.change().shelf())
        && Math.abs(found.stepNanos() - load.nanos()) < NEAR_NANOS;
  }

  private static boolean fits(TrueLoad load, FoundChange found) {
    return near(load, found) && weighs(found.change(), load.sum());
  }

  /** How far the masses found lie from the true ones, grams: a share of them lies nearer. */
  double massErrorGrams(double share) {
    List<Double> sorted = new ArrayList<>(massGrams);
    java.util.Collections.sort(sorted);
    return sorted.isEmpty()
        ? Double.NaN
        : sorted.get((int) Math.round(share * (sorted.size() - 1)));
  }

  private static boolean weighs(ShelfChange change, double grams) {
    return Math.signum(change.deltaGrams()) == Math.signum(grams)
        && Math.abs(change.deltaGrams() - grams)
            <= Math.min(3 * change.sigmaGrams(), MOST_GRAMS) + MASS_SHARE * Math.abs(grams);
  }

  private void count(TrueLoad load, FoundChange found) {
    own++;
    double late = (found.stepNanos() - load.nanos()) * 1e-9;
    timely += Math.abs(late) <= TIMELY_NANOS * 1e-9 ? 1 : 0;
    stepErrors.add(late);
    massErrors.add((found.change().deltaGrams() - load.sum()) / found.change().sigmaGrams());
    massGrams.add(Math.abs(found.change().deltaGrams() - load.sum()));
    delays.add((found.announcedNanos() - load.nanos()) * 1e-9);
  }

  /** Whether a change is what two to four loads near it weigh together. */
  private static boolean isSumOfSeveral(FoundChange found, List<TrueLoad> truth) {
    List<TrueLoad> close = truth.stream().filter(load -> near(load, found)).limit(10).toList();
    for (int set = 1; set < 1 << close.size(); set++) {
      double sum = 0;
      for (int i = 0; i < close.size(); i++) {
        sum += (set >> i & 1) * close.get(i).sum();
      }
      if (Integer.bitCount(set) > 1 && weighs(found.change(), sum)) {
        return true;
      }
    }
    return false;
  }
}
