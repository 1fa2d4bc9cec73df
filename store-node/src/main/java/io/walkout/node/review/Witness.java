package io.walkout.node.review;

import io.walkout.billing.LineEvidence;
import io.walkout.billing.Scene;
import io.walkout.cart.ResolverSettings;
import io.walkout.cart.evidence.PeopleHistory;
import io.walkout.cart.evidence.PlaceEvidence;
import io.walkout.cart.evidence.Reach;
import io.walkout.cart.evidence.ReachEvidence;
import io.walkout.cart.evidence.ShelfLine;
import io.walkout.store.Store;
import io.walkout.store.geometry.OrientedBox;
import io.walkout.store.people.People;
import io.walkout.store.shelf.ShelfChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers who was near each shelf change, by the same measure by which the resolver weighs who
 * did it, until the carts that rest on it are closed. Single-threaded, in the order of the ring.
 */
public final class Witness implements Scene {
  /** Changes remembered: more than a day's busy hours; beyond it the oldest is told without. */
  private static final int CHANGES = 8192;

  /** Most people told per change; the nearest. Chosen: a shelf has no room for more. */
  private static final int PEOPLE = 8;

  /**
   * Who stayed farther off had nothing to do with it: an arm's length and a step more. Chosen; only
   * what is shown depends on it.
   */
  private static final double NEAR_METRES = 2;

  private final Store store;
  private final Sights sights;
  private final PeopleHistory history;
  private final ReachEvidence reach;
  private final Map<ShelfChange, List<Near>> seen = new LinkedHashMap<>();

  /** Of a store whose cameras' videos are known, or are not. */
  public Witness(Store store, VideoClock videos) {
    ResolverSettings settings = ResolverSettings.of(store.policy());
    this.store = store;
    this.sights = new Sights(store.layout(), videos);
    this.history = new PeopleHistory(settings.historyNanos());
    this.reach = new ReachEvidence(history, settings.reachMarginNanos());
  }

  /** Everybody at one moment; copied. */
  public void people(People moment) {
    history.add(moment);
  }

  /** A change was decided: whoever was near it is known by now. */
  public void decided(ShelfChange change) {
    seen.put(change, look(change));
    if (seen.size() > CHANGES) {
      seen.remove(seen.keySet().iterator().next());
    }
  }

  private List<Near> look(ShelfChange change) {
    ShelfLine line = ShelfLine.of(store.layout(), change);
    PlaceEvidence place = PlaceEvidence.of(change, line);
    Optional<OrientedBox> room = line.roomOver(place.centreMetres(), place.centreMetres());
    if (room.isEmpty()) {
      return List.of();
    }
    List<Near> near = new ArrayList<>();
    for (Reach r :
        reach.weigh(
            room.get(), place.spreadMetres(), change.stepNanos(), change.stepSigmaNanos())) {
      if (r.metres() <= NEAR_METRES) {
        near.add(new Near(r.person(), r.metres(), r.with()));
      }
    }
    near.sort(Comparator.comparingDouble(Near::metres).thenComparing(Near::person));
    return List.copyOf(near.subList(0, Math.min(PEOPLE, near.size())));
  }

  @Override
  public List<Near> near(ShelfChange change) {
    List<Near> known = seen.get(change);
    return known != null ? known : nearLike(change);
  }

  /** A line may rest on a part of a change that was announced whole, or in other parts. */
  private List<Near> nearLike(ShelfChange change) {
    for (Map.Entry<ShelfChange, List<Near>> other : seen.entrySet()) {
      ShelfChange o = other.getKey();
      if (o.shelf().equals(change.shelf())
          && o.startNanos() == change.startNanos()
          && o.endNanos() == change.endNanos()) {
        return other.getValue();
      }
    }
    return List.of();
  }

  @Override
  public List<LineEvidence.Clip> clips(ShelfChange change) {
    return sights.of(change);
  }
}
