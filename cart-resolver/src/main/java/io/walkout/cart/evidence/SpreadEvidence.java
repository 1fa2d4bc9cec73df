package io.walkout.cart.evidence;

import io.walkout.store.Facing;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a load was spread over the plates: says on which facing the goods stood or stand. */
public final class SpreadEvidence implements Evidence {
  @Override
  public String source() {
    return "place";
  }

  @Override
  public Testimony about(Question question) {
    return new Spread(question.place());
  }

  /** One part's; answers are kept, as all worlds ask the same. */
  private static final class Spread implements Testimony {
    private final PlaceEvidence place;
    private final List<OfFacing> facings = new ArrayList<>();
    private final List<OfPair> pairs = new ArrayList<>();
    private Where.@Nullable Near near;
    private double nearLog;

    Spread(PlaceEvidence place) {
      this.place = place;
    }

    @Override
    public double place(Goods goods, Where where) {
      return switch (where) {
        case Where.Anywhere anywhere -> 0;
        case Where.On on -> of(on.facing());
        case Where.Near at -> near(at);
      };
    }

    @SuppressWarnings("ReferenceEquality") // the planogram's own facing; a like one is asked anew
    private double of(Facing facing) {
      for (int i = 0; i < facings.size(); i++) {
        if (facings.get(i).facing == facing) {
          return facings.get(i).log;
        }
      }
      double log = Math.log(place.ratioOf(facing));
      facings.add(new OfFacing(facing, log));
      return log;
    }

    private double near(Where.Near at) {
      if (!at.equals(near)) {
        near = at;
        nearLog = Math.log(place.ratioNear(at.centreMetres(), at.spreadMetres()));
      }
      return nearLog;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // as above
    public double pair(Pair pair) {
      for (OfPair p : pairs) {
        if (p.a == pair.atA() && p.b == pair.atB() && p.shareOfA == pair.shareOfA()) {
          System.arraycopy(p.portionOfA, 0, pair.portionOfA(), 0, p.portionOfA.length);
          return p.log;
        }
      }
      double[] portion = pair.portionOfA();
      double log = Math.log(place.ratioOfPair(pair.atA(), pair.atB(), pair.shareOfA(), portion));
      pairs.add(new OfPair(pair.atA(), pair.atB(), pair.shareOfA(), portion.clone(), log));
      return log;
    }

    private record OfFacing(Facing facing, double log) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record OfPair(Facing a, Facing b, double shareOfA, double[] portionOfA, double log) {}
  }
}
