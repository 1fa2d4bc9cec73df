package io.walkout.cart.joint;

import io.walkout.cart.evidence.Evidence;
import io.walkout.cart.evidence.Goods;
import io.walkout.cart.evidence.Pair;
import io.walkout.cart.evidence.Question;
import io.walkout.cart.evidence.Reach;
import io.walkout.cart.evidence.Sight;
import io.walkout.cart.evidence.Testimony;
import io.walkout.cart.evidence.Where;
import io.walkout.store.PersonId;
import io.walkout.store.shelf.ShelfChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What all sources say of one part of a change, added up. Knows none of them by name. What one of
 * them says can't be is so, whatever the others say.
 */
final class Heard {
  private final List<Evidence> sources;
  private final Testimony[] said;
  private final Testimony[] ofGrips;

  private Heard(List<Evidence> sources, Testimony[] said, Testimony[] ofGrips) {
    this.sources = sources;
    this.said = said;
    this.ofGrips = ofGrips;
  }

  /** Asks every source, in the order of the list. */
  static Heard of(List<Evidence> sources, Question question) {
    Testimony[] said = new Testimony[sources.size()];
    List<Testimony> ofGrips = new ArrayList<>(0);
    for (int i = 0; i < said.length; i++) {
      said[i] = sources.get(i).about(question);
      if (said[i].seesGrips()) {
        ofGrips.add(said[i]);
      }
    }
    return new Heard(sources, said, ofGrips.toArray(Testimony[]::new));
  }

  /** What each source says, in their order. Not to be changed. */
  Testimony[] said() {
    return said;
  }

  /** The sources' names, in their order. */
  List<String> sources() {
    return sources.stream().map(Evidence::source).toList();
  }

  /** Of these goods, wherever they stood. */
  double goods(Goods goods) {
    double sum = 0;
    for (int i = 0; i < said.length && sum != Double.NEGATIVE_INFINITY; i++) {
      sum += sound(said[i].goods(goods), i);
    }
    return sum;
  }

  /** Of that place, given the goods. */
  double place(Goods goods, Where where) {
    double sum = 0;
    for (int i = 0; i < said.length && sum != Double.NEGATIVE_INFINITY; i++) {
      sum += sound(said[i].place(goods, where), i);
    }
    return sum;
  }

  /**
   * Of a product's facings on this shelf, each by its share: the sources' ratios are multiplied for
   * each facing, then the facings are added up.
   */
  double stands(Goods goods, List<ShelfPlan.Stand> stands) {
    double sum = Double.NEGATIVE_INFINITY;
    for (ShelfPlan.Stand stand : stands) {
      double log = Math.log(stand.share()) + place(goods, new Where.On(stand.facing()));
      sum = sum == Double.NEGATIVE_INFINITY ? log : Logs.add(sum, log);
    }
    return sum;
  }

  /** Of two things moved at once. */
  double pair(Pair pair) {
    double sum = 0;
    for (int i = 0; i < said.length && sum != Double.NEGATIVE_INFINITY; i++) {
      sum += sound(said[i].pair(pair), i);
    }
    return sum;
  }

  /** Of nothing having been moved. */
  double nothing() {
    double sum = 0;
    for (int i = 0; i < said.length && sum != Double.NEGATIVE_INFINITY; i++) {
      sum += sound(said[i].nothing(), i);
    }
    return sum;
  }

  /** Of a thing that is not for sale; see {@link Testimony#thing}. */
  double thing(@Nullable ShelfChange before, boolean alone) {
    double sum = 0;
    for (int i = 0; i < said.length && sum != Double.NEGATIVE_INFINITY; i++) {
      sum += sound(said[i].thing(before, alone), i);
    }
    return sum;
  }

  /** Everybody whom any source noticed, in the order of their numbers, as all sources have them. */
  List<Reach> people() {
    Map<PersonId, Sight> noticed = new TreeMap<>();
    for (Testimony t : said) {
      for (Sight sight : t.people()) {
        noticed.putIfAbsent(sight.person(), sight);
      }
    }
    List<Reach> people = new ArrayList<>(noticed.size());
    for (Sight sight : noticed.values()) {
      double left = Math.exp(hand(sight.person(), 0));
      double right = Math.exp(hand(sight.person(), 1));
      double ratio = 0.5 * (left + right);
      people.add(new Reach(sight.person(), ratio, sight.metres(), sight.with(), left, right));
    }
    return people;
  }

  private double hand(PersonId person, int side) {
    double sum = 0;
    for (int i = 0; i < said.length && sum != Double.NEGATIVE_INFINITY; i++) {
      sum += sound(said[i].hand(person, side), i);
    }
    return sum;
  }

  /**
   * A hand's ratio for these goods: what is known of the hand, and of what was in it.
   *
   * @param side 0 left, 1 right
   */
  double hand(Reach reach, int side, Deed deed) {
    double ratio = side == 0 ? reach.left() : reach.right();
    if (ofGrips.length == 0 || deed.product() == null) {
      return ratio;
    }
    Goods goods = Goods.of(deed.kind(), deed.product(), deed.quantity());
    for (Testimony t : ofGrips) {
      ratio *= Math.exp(t.grip(reach.person(), side, goods));
    }
    return ratio;
  }

  /** Whether any source sees what is in hands. */
  boolean seesGrips() {
    return ofGrips.length > 0;
  }

  /** The share of the time at which it may have happened for which nobody could be seen by any. */
  double blindShare() {
    double least = 1;
    for (Testimony t : said) {
      least = Math.min(least, t.blindShare());
    }
    return least;
  }

  /** The share of people's time for which all lose them from sight, as far as is known. */
  double lostShare() {
    double least = 1;
    for (Testimony t : said) {
      least = Math.min(least, t.lostShare());
    }
    return least;
  }

  private double sound(double log, int source) {
    if (Double.isNaN(log) || log == Double.POSITIVE_INFINITY) {
      throw new IllegalStateException(
          "evidence '"
              + sources.get(source).source()
              + "' says "
              + log
              + "; a log-likelihood ratio is a number or negative infinity");
    }
    return log;
  }
}
