package io.walkout.cart.joint;

import io.walkout.cart.evidence.Goods;
import io.walkout.cart.evidence.Pair;
import io.walkout.cart.evidence.Reach;
import io.walkout.cart.evidence.Testimony;
import io.walkout.cart.evidence.Where;
import io.walkout.store.Product;
import io.walkout.store.cart.Assignment.Kind;
import io.walkout.store.shelf.ShelfChange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much each source alone says for one way to read a change: what a receipt shows of the
 * evidence. Decides nothing. Where a product may stand on several facings, what all sources say
 * together is a sum over them; here each source is asked by itself, so the shares of several
 * sources add up to the whole only if one place is plainly meant.
 */
final class Says {
  private final ShelfPlan plan;
  private final Step step;
  private final Deed deed;
  private final @Nullable Reach by;

  private Says(ShelfPlan plan, Step step, int index) {
    this.plan = plan;
    this.step = step;
    deed = step.reading().deeds().get(index);
    by = step.reaches().get(index);
  }

  /**
   * Of a step: a natural logarithm for each source, in their order, against anything, anywhere, by
   * anybody; null where the reading is not one that sources speak of (an unlisted product).
   *
   * @param whole the whole change, of which the step's deeds may be parts
   */
  static double @Nullable [] of(ShelfPlan plan, Spot whole, Step step) {
    double[] logs = new double[whole.heard().said().length];
    Pair pair = step.reading().pair();
    Heard counted = null;
    for (int d = 0; d < step.reading().deeds().size(); d++) {
      Says says = new Says(plan, step, d);
      if (says.deed.source() == Source.UNLISTED) {
        return null;
      }
      // Two deeds that the plates felt as one sum are one thing to what was felt.
      boolean felt = pair == null && says.deed.spot().heard() != counted;
      counted = says.deed.spot().heard();
      Testimony[] all = says.deed.spot().heard().said();
      for (int i = 0; i < logs.length; i++) {
        logs[i] += (felt ? says.what(all[i]) : 0) + says.who(all[i]);
      }
    }
    for (int i = 0; pair != null && i < logs.length; i++) {
      logs[i] += whole.heard().said()[i].pair(pair);
    }
    return logs;
  }

  private double what(Testimony said) {
    Product product = deed.product();
    Stray stray = deed.stray();
    ShelfChange before = stray == null ? null : stray.felt();
    if (product == null) {
      boolean alone = step.reading().deeds().size() == 1;
      return deed.source() == Source.WHIM ? said.nothing() : said.thing(before, alone);
    }
    Goods goods = new Goods(deed.kind(), product, units(), weighed(product));
    return said.goods(goods) + place(said, goods, product);
  }

  /** Of two people who took of one product, the plates felt the sum. */
  private int units() {
    int units = 0;
    for (Deed d : step.reading().deeds()) {
      units += d.spot().heard() == deed.spot().heard() ? d.quantity() : 0;
    }
    return units;
  }

  private Goods.@Nullable Weighed weighed(Product product) {
    Stray stray = deed.stray();
    if (stray != null) {
      return new Goods.Weighed(stray.unitGrams(), stray.unitSigmaGrams());
    }
    if (deed.owner() < 0) {
      return null;
    }
    for (Piece p : step.from().baskets[deed.owner()].pieces().reversed()) {
      if (p.product().code().equals(product.code())) {
        return new Goods.Weighed(p.unitGrams(), p.unitSigmaGrams());
      }
    }
    return null;
  }

  private double place(Testimony said, Goods goods, Product product) {
    Stray stray = deed.stray();
    if (stray != null) {
      return said.place(goods, new Where.Near(stray.centreMetres(), stray.spreadMetres()));
    }
    ShelfPlan.Planned here = plan.on(deed.spot().part().shelf()).get(product.code());
    if (here == null || deed.source() == Source.ELSEWHERE) {
      return said.place(goods, Where.ANYWHERE);
    }
    List<Double> weights = new ArrayList<>();
    List<Double> logs = new ArrayList<>();
    for (ShelfPlan.Stand stand : here.stands()) {
      boolean held = deed.source() == Source.HELD;
      weights.add(stand.share() * (held ? Rates.RIGHT_SHELF * plan.shelves() : 1));
      logs.add(said.place(goods, new Where.On(stand.facing())));
    }
    if (deed.source() == Source.HELD) {
      weights.add(Rates.ownShelf(plan.shelves()));
      logs.add(said.place(goods, Where.ANYWHERE));
    }
    return mean(weights, logs);
  }

  private double who(Testimony said) {
    Reach reach = by;
    if (reach == null || deed.kind() == Kind.NOTHING) {
      return 0;
    }
    Product product = deed.product();
    double[] hands = new double[2];
    for (int side = 0; side < hands.length; side++) {
      hands[side] = said.hand(reach.person(), side) + Math.log(0.5);
      if (product != null && said.seesGrips()) {
        Goods goods = Goods.of(deed.kind(), product, deed.quantity());
        hands[side] += said.grip(reach.person(), side, goods);
      }
    }
    return Logs.add(hands[0], hands[1]);
  }

  /** Logarithm of the weighted mean of ratios. */
  private static double mean(List<Double> weights, List<Double> logs) {
    double sum = Double.NEGATIVE_INFINITY;
    double all = 0;
    for (int i = 0; i < logs.size(); i++) {
      sum = Logs.add(sum, Math.log(weights.get(i)) + logs.get(i));
      all += weights.get(i);
    }
    return sum - Math.log(all);
  }
}
