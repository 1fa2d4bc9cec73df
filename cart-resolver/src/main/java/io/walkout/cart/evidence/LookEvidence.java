package io.walkout.cart.evidence;

import io.walkout.store.EventTime;
import io.walkout.store.Facing;
import io.walkout.store.Layout;
import io.walkout.store.Plate;
import io.walkout.store.Shelf;
import io.walkout.store.ShelfId;
import io.walkout.store.shelf.ShelfChange;
import io.walkout.store.signal.ShelfLooks;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where cameras saw the look of a shelf change about the time of a change of mass. Each look says
 * how much every slice of the shelf changed between two moments; what went or came in between stood
 * where it did. Slices that nobody saw say nothing, and cameras that saw the same slice are added
 * up, up to a bound: their errors (shadows, a neighbour pulled along) are not independent.
 *
 * <p>A look over which more than this one change happened says less of where nothing is seen to
 * have changed: what was taken may have been put back.
 *
 * <p>Bounded: {@link #KEPT} looks of each shelf, the oldest forgotten first. One thread.
 */
public final class LookEvidence implements Evidence {
  /** Looks kept of each shelf: eight people in a row, seen by three cameras. */
  private static final int KEPT = 24;

  /** Clocks of cameras and plates differ by up to this (as in the resolver's settings). */
  private static final long SLACK_NANOS = 300 * EventTime.MILLI;

  /**
   * A change waits so long for the shelf to be seen again. Whoever took something stands before it
   * for two to five seconds more; receipts are made later still.
   */
  private static final long PATIENCE_NANOS = 8 * EventTime.SECOND;

  /** Most changes that wait; beyond it the earliest waits no more. */
  private static final int MOST_WAITING = 256;

  /** The most that one slice says for one of several changes. */
  private static final double MOST_SHARED = 0.7;

  private final Layout layout;
  private final Map<ShelfId, Deque<Look>> looks = new TreeMap<>();
  private final Map<ShelfId, Deque<ShelfChange>> changes = new TreeMap<>();
  private final Map<ShelfId, boolean[]> watched = new TreeMap<>();
  private final Deque<ShelfChange> waiting = new ArrayDeque<>();

  /** Knows no look of the store's shelves yet. */
  public LookEvidence(Layout layout) {
    this.layout = layout;
  }

  /** Takes a change of mass as soon as it is known, before it is asked about. */
  public void change(ShelfChange change) {
    keep(changes, change.shelf(), change);
    if (watched.containsKey(change.shelf())) {
      waiting.addLast(change);
      if (waiting.size() > MOST_WAITING) {
        waiting.removeFirst();
      }
    }
  }

  /**
   * Up to when deciders may take time to have come: the watermark, or the end of the earliest
   * change whose place a camera watches and has not seen again, if that is not too long ago.
   */
  public long settledNanos(long watermarkNanos) {
    long settled = watermarkNanos;
    for (Iterator<ShelfChange> all = waiting.iterator(); all.hasNext(); ) {
      ShelfChange change = all.next();
      if (watermarkNanos >= change.endNanos() + PATIENCE_NANOS || isAnswered(change)) {
        all.remove();
      } else {
        settled = Math.min(settled, change.endNanos());
      }
    }
    return settled;
  }

  /** Whether every watched slice at the change's plates was seen before and after it. */
  private boolean isAnswered(ShelfChange change) {
    boolean[] slices = watched.getOrDefault(change.shelf(), new boolean[0]);
    boolean[] missing = slices.clone();
    for (Look look : looks.getOrDefault(change.shelf(), new ArrayDeque<>())) {
      for (int k = 0; k < missing.length && look.spans(change); k++) {
        missing[k] &= look.slices[k] == 0;
      }
    }
    Shelf shelf = layout.shelf(change.shelf()).orElseThrow();
    double slice = shelf.box().size().x() / Math.max(1, slices.length);
    for (ShelfChange.PlateDelta plate : change.plates()) {
      Optional<Plate> known = layout.plate(plate.plate());
      if (known.isPresent()
          && Math.abs(plate.deltaGrams()) >= 0.2 * Math.abs(change.deltaGrams())) {
        double x = shelf.box().pose().applyInverse(known.get().box().centre()).x();
        double half = known.get().box().size().x() / 2;
        for (int k = 0; k < missing.length; k++) {
          if (missing[k] && Math.abs((k + 0.5) * slice - x) < half) {
            return false;
          }
        }
      }
    }
    return true;
  }

  /** Takes the looks of one picture; copied. Pictures come in the order of the ring. */
  public void look(int camera, ShelfLooks told) {
    for (int i = 0; i < told.count; i++) {
      double[] slices = new double[told.slices[i]];
      for (int k = 0; k < slices.length; k++) {
        slices[k] = SliceOdds.changed(told.change(i, k));
      }
      ShelfId shelf = new ShelfId(told.gondolas[i], told.shelves[i]);
      if (layout.shelf(shelf).isEmpty()) {
        continue; // a journal of another store
      }
      boolean[] seen = watched.computeIfAbsent(shelf, s -> new boolean[slices.length]);
      for (int k = 0; k < slices.length; k++) {
        seen[k] |= slices[k] != 0;
      }
      keep(looks, shelf, new Look(camera, told.fromNanos[i], told.toNanos[i], slices));
    }
  }

  private static <T> void keep(Map<ShelfId, Deque<T>> all, ShelfId shelf, T one) {
    Deque<T> kept = all.computeIfAbsent(shelf, s -> new ArrayDeque<>());
    kept.addLast(one);
    if (kept.size() > KEPT) {
      kept.removeFirst();
    }
  }

  @Override
  public String source() {
    return "look";
  }

  @Override
  public Testimony about(Question question) {
    List<Look> over = over(question.part());
    if (over.isEmpty()) {
      return Testimony.SILENT;
    }
    double length = layout.shelf(question.part().shelf()).orElseThrow().box().size().x();
    return new Seen(odds(over, question.whole()), question.line(), length);
  }

  /** Looks whose two moments lie about a change. */
  private List<Look> over(ShelfChange change) {
    List<Look> over = new ArrayList<>();
    for (Look look : looks.getOrDefault(change.shelf(), new ArrayDeque<>())) {
      if (look.spans(change)) {
        over.add(look);
      }
    }
    return over;
  }

  private SliceOdds odds(List<Look> over, ShelfChange whole) {
    double[] log = new double[over.getFirst().slices.length];
    for (Look look : over) {
      long others =
          changes.getOrDefault(whole.shelf(), new ArrayDeque<>()).stream()
              .filter(c -> !c.equals(whole) && look.spans(c))
              .count();
      for (int k = 0; k < Math.min(log.length, look.slices.length); k++) {
        log[k] += others == 0 ? look.slices[k] : shared(look.slices[k], others);
      }
    }
    return new SliceOdds(log);
  }

  /**
   * What a slice says of one of several changes that a look spans: that it changed, they may all
   * have to do with; that it didn't, hardly any of them has to.
   */
  private static double shared(double said, long others) {
    return said < 0 ? said / (1 + 3 * others) : Math.min(said, MOST_SHARED);
  }

  /**
   * One look at one shelf.
   *
   * @param slices log-likelihood ratio of having changed, of each slice; 0 where it was not seen
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Look(int camera, long fromNanos, long toNanos, double[] slices) {
    boolean spans(ShelfChange change) {
      return fromNanos <= change.stepNanos() + SLACK_NANOS
          && toNanos >= change.stepNanos() - SLACK_NANOS
          && toNanos > fromNanos;
    }
  }

  /** What the looks over one change say. */
  private record Seen(SliceOdds odds, ShelfLine line, double lengthMetres) implements Testimony {
    @Override
    public double place(Goods goods, Where where) {
      return switch (where) {
        case Where.Anywhere anywhere -> 0;
        case Where.On on -> onFacing(on.facing());
        case Where.Near near ->
            odds.near(near.centreMetres() / lengthMetres, near.spreadMetres() / lengthMetres);
      };
    }

    private double onFacing(Facing facing) {
      double[] stretch = line.stretch(facing);
      return odds.within(stretch[0] / lengthMetres, stretch[1] / lengthMetres);
    }

    @Override
    public double nothing() {
      return odds.nothing();
    }
  }
}
