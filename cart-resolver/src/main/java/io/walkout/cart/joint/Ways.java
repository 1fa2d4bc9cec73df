package io.walkout.cart.joint;

import io.walkout.store.cart.Assignment.Explanation;
import io.walkout.store.cart.Cart;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The ways in which one change could be read when it was decided, likeliest first: of one deed or
 * of two, whatever parts they divide it into. Says what stands against one deed of one of them, for
 * receipts; decides nothing.
 *
 * <p>Bounded: the {@link #MOST} likeliest ways; the others are no rivals. Immutable.
 */
final class Ways {
  static final Ways NONE = new Ways(List.of(), List.of());

  /** Ways kept of a change; chosen: a receipt shows three, a few of which tell one line's alike. */
  private static final int MOST = 16;

  /** What is less likely rounds to nothing and is not kept. */
  private static final double LEAST = 0.0005;

  /** What is beyond doubt is no surer than this in a receipt: a number, not infinity. */
  private static final double MOST_LOG = 99;

  /** A source whose logarithms are this small says nothing: rounding. */
  private static final double SILENT = 1e-9;

  /** {@link #closeness} of what the same person did with the same product. */
  private static final int SAME = 4;

  private final List<String> sources;
  private final List<Way> ways;

  private Ways(List<String> sources, List<Way> ways) {
    this.sources = sources;
    this.ways = ways;
  }

  /** One deed: the part of the change that it explains, and how, without a probability. */
  private record Done(Felt felt, Explanation explanation) {}

  /** One way, how likely it was, and what each source said for it; null if sources can't. */
  private record Way(List<Done> deeds, double probability, double @Nullable [] logs) {}

  /** Other readings of what a line rests on, and what each source said against the first. */
  record Rivals(List<Explanation> explanations, List<Cart.Said> said) {}

  /** Of all steps that a change may be, likeliest first, with their probabilities. */
  static Ways of(List<Step> steps, double[] share, Spot whole, ShelfPlan plan) {
    Map<List<Done>, Double> sums = new LinkedHashMap<>();
    Map<List<Done>, Step> likeliest = new LinkedHashMap<>();
    for (int i = 0; i < share.length; i++) {
      List<Done> deeds = deeds(steps.get(i));
      sums.merge(deeds, share[i], Double::sum);
      likeliest.putIfAbsent(deeds, steps.get(i));
    }
    List<Map.Entry<List<Done>, Double>> ranked = new ArrayList<>(sums.entrySet());
    ranked.removeIf(e -> e.getValue() < LEAST);
    ranked.sort(Map.Entry.<List<Done>, Double>comparingByValue().reversed());
    List<Way> ways = new ArrayList<>();
    for (Map.Entry<List<Done>, Double> e : ranked.subList(0, Math.min(MOST, ranked.size()))) {
      Step step = Objects.requireNonNull(likeliest.get(e.getKey()));
      ways.add(new Way(e.getKey(), e.getValue(), Says.of(plan, whole, step)));
    }
    return new Ways(whole.heard().sources(), ways);
  }

  private static List<Done> deeds(Step step) {
    List<Done> deeds = new ArrayList<>(2);
    for (int d = 0; d < step.reading().deeds().size(); d++) {
      deeds.add(new Done(step.reading().deeds().get(d).spot().felt(), step.explanation(d)));
    }
    return deeds;
  }

  /**
   * What stands against one explanation of one part: at most so many, likeliest first, and what
   * each source that says anything said for the explanation less what it said for the first of
   * them. Ways by which the same person did the same are no rivals, however they divide the change.
   */
  Rivals against(Felt felt, Explanation held, int most) {
    Way holds = null;
    Map<Explanation, Double> sums = new LinkedHashMap<>();
    Map<Explanation, Way> likeliest = new LinkedHashMap<>();
    for (Way way : ways) {
      Explanation instead = instead(way, felt, held);
      if (instead != null) {
        sums.merge(instead, way.probability, Double::sum);
        likeliest.putIfAbsent(instead, way);
      } else if (holds == null) {
        holds = way;
      }
    }
    List<Explanation> rivals = new ArrayList<>();
    sums.forEach((e, p) -> rivals.add(Deeds.rated(e, p)));
    rivals.sort(Comparator.comparingDouble(Explanation::probability).reversed());
    if (rivals.isEmpty()) {
      return new Rivals(List.of(), List.of());
    }
    Way first = Objects.requireNonNull(likeliest.get(Deeds.rated(rivals.getFirst(), 0)));
    return new Rivals(
        rivals.subList(0, Math.min(most, rivals.size())),
        holds == null ? List.of() : said(holds.logs, first.logs));
  }

  /**
   * What a way has in the place of an explanation, null if it has the same: another number of the
   * same by the same person; else how it explains the same part; else, of a change divided
   * otherwise, what the same person did, or what was done with the same product.
   */
  private static @Nullable Explanation instead(Way way, Felt felt, Explanation held) {
    int units = 0;
    int same = 0;
    for (Done d : way.deeds) {
      if (closeness(d, felt, held) == SAME) {
        units += d.explanation.quantity();
        same++;
      }
    }
    if (same > 0) {
      Explanation more = new Explanation(held.kind(), held.person(), held.product(), units, 0);
      return units == held.quantity() ? null : more;
    }
    Done nearest = way.deeds.getFirst();
    for (Done d : way.deeds) {
      nearest = closeness(d, felt, held) > closeness(nearest, felt, held) ? d : nearest;
    }
    return nearest.explanation;
  }

  private static int closeness(Done d, Felt felt, Explanation held) {
    Explanation e = d.explanation;
    boolean person = Objects.equals(e.person(), held.person());
    boolean product = Objects.equals(e.product(), held.product());
    if (e.kind() == held.kind() && person && product) {
      return SAME;
    }
    return d.felt == felt ? 3 : person ? 2 : product ? 1 : 0;
  }

  private List<Cart.Said> said(double @Nullable [] a, double @Nullable [] b) {
    List<Cart.Said> all = new ArrayList<>();
    for (int i = 0; a != null && b != null && i < a.length; i++) {
      if (Math.abs(a[i]) > SILENT || Math.abs(b[i]) > SILENT) {
        double log = a[i] == b[i] ? 0 : a[i] - b[i];
        all.add(new Cart.Said(sources.get(i), Math.clamp(log, -MOST_LOG, MOST_LOG)));
      }
    }
    return all;
  }
}
