package io.walkout.cart;

import static org.assertj.core.api.Assertions.assertThat;

import io.walkout.store.cart.Cart;
import io.walkout.store.people.Joint;
import io.walkout.store.people.People;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Simulated visits with known truth, drawn by other rules than the resolver's own: are lines that
 * are given at some certainty right that often? Prints the reliability table.
 */
class CalibrationTest {
  private static final int BINS = 10;

  private final double[] certainty = new double[BINS];
  private final int[] lines = new int[BINS];
  private final int[] right = new int[BINS];
  private int missed;
  private int due;
  private int predicted;
  private int hits;

  @Test
  void givenManySimulatedVisits_thenCertaintyIsHowOftenLinesAreRight() {
    long seed = 20260101;
    for (int i = 0; i < Integer.getInteger("walkout.visits", 200); i++) {
      score(new RandomVisit(seed + i).play());
    }
    print(seed);

    assertThat(expectedError()).isLessThan(0.08);
    assertThat(2.0 * hits / (due + predicted)).isGreaterThan(0.83);
    assertThat((double) right[BINS - 1] / lines[BINS - 1]).isGreaterThan(0.93);
  }

  private void score(RandomVisit visit) {
    for (Map.Entry<Long, Map<String, Integer>> person : visit.truth().entrySet()) {
      Map<String, Integer> truth = new TreeMap<>(person.getValue());
      truth.values().removeIf(q -> q == 0);
      for (int q : truth.values()) {
        due += q;
      }
      for (Cart.Line line : visit.visit().cart(person.getKey()).lines()) {
        int q = truth.getOrDefault(line.product().value(), 0);
        int bin = Math.min(BINS - 1, (int) (line.certainty() * BINS));
        lines[bin]++;
        certainty[bin] += line.certainty();
        right[bin] += q == line.quantity() ? 1 : 0;
        predicted += line.quantity();
        hits += Math.min(q, line.quantity());
        truth.remove(line.product().value());
      }
      missed += truth.size();
    }
  }

  private double expectedError() {
    double sum = 0;
    int n = 0;
    for (int b = 0; b < BINS; b++) {
      sum += Math.abs(certainty[b] - right[b]);
      n += lines[b];
    }
    return sum / n;
  }

  private void print(long seed) {
    StringBuilder s =
        new StringBuilder("seed " + seed + "\n| certainty | lines | mean | right |\n");
    for (int b = 0; b < BINS; b++) {
      if (lines[b] > 0) {
        s.append(
            String.format(
                Locale.ROOT,
                "| %.1f-%.1f | %d | %.3f | %.3f |%n",
                b / 10.0,
                (b + 1) / 10.0,
                lines[b],
                certainty[b] / lines[b],
                (double) right[b] / lines[b]));
      }
    }
    s.append(
        String.format(
            Locale.ROOT,
            "expected calibration error %.3f, F1 %.3f, lines missed %d%n",
            expectedError(),
            2.0 * hits / (due + predicted),
            missed));
    System.out.print(s);
  }

  /** One or a few people in a made-up shop with a made-up, partly wrong catalogue. */
  static final class RandomVisit {
    private final Random random;
    private final List<Item> items = new ArrayList<>();
    private final Map<Long, Map<String, Integer>> truth = new TreeMap<>();
    private final Visit visit;
    private final List<Shopper> shoppers = new ArrayList<>();

    record Item(String code, double grams, double wide, int shelf, int from, int to) {}

    RandomVisit(long seed) {
      random = new Random(seed);
      Shop shop = new Shop(5).unplaced(80, 15, 1800);
      for (int shelf = 1; shelf <= 5; shelf++) {
        double typical = 40 * Math.pow(20, random.nextDouble());
        boolean alike = random.nextDouble() < 0.5;
        int plate = 1;
        while (plate <= Shop.PLATES) {
          int wide = Math.min(2 + random.nextInt(3), Shop.PLATES - plate + 1);
          String code = "s" + shelf + "p" + plate;
          double grams = typical * Math.exp((alike ? 0.03 : 0.5) * random.nextGaussian());
          shop.with(code, listed(grams), shelf, plate, plate + wide - 1);
          double pack = Math.min(wide * 0.1, 0.05 + 0.15 * random.nextDouble());
          items.add(new Item(code, grams, pack, shelf, plate, plate + wide - 1));
          plate += wide;
        }
      }
      visit = new Visit(shop.store());
    }

    /** What the catalogue says of a product of that true mass. */
    private double listed(double grams) {
      double u = random.nextDouble();
      if (u < 0.04) {
        return Double.NaN;
      }
      if (u < 0.10) {
        double[] factors = {0.1, 0.25, 0.5, 2, 3, 10};
        return grams * factors[random.nextInt(factors.length)];
      }
      return grams * Math.exp(0.05 * (random.nextDouble() * 3.4 - 1.7));
    }

    Map<Long, Map<String, Integer>> truth() {
      return truth;
    }

    Visit visit() {
      return visit;
    }

    RandomVisit play() {
      int people = 1 + random.nextInt(3);
      for (long id = 1; id <= people; id++) {
        double enter = random.nextDouble() * 5;
        Shopper shopper = new Shopper(id, random.nextInt(3), random.nextLong());
        shoppers.add(shopper);
        truth.put(id, new TreeMap<>());
        visit.enters(id, enter).actor(shopper);
        double t = enter + 2 + random.nextDouble() * 3;
        int acts = random.nextInt(5);
        for (int a = 0; a < acts; a++) {
          t = shopper.act(t, this);
        }
        shopper.from = enter;
        shopper.to = t + 2;
        visit.leaves(id, t + 2, 0.5);
      }
      visit.run(90);
      return this;
    }

    /** Plays one taking or putting back at about {@code t}; the time it ended. */
    double take(Shopper shopper, double t) {
      Map<String, Integer> cart = truth.computeIfAbsent(shopper.id, k -> new TreeMap<>());
      double length = 0.3 + random.nextDouble() * 0.9;
      List<Held> held = shopper.held;
      if (!held.isEmpty() && random.nextDouble() < 0.2) {
        Held back = held.remove(random.nextInt(held.size()));
        boolean wrong = random.nextDouble() < 0.3;
        Item at = wrong ? items.get(random.nextInt(items.size())) : back.item;
        double x = centre(at);
        feel(at, t, length, back.grams * (1 + 0.005 * random.nextGaussian()), x, back.item.wide);
        shopper.reach(t, length, x, at.shelf);
        cart.merge(back.item.code, -1, Integer::sum);
        return t + length + 1 + random.nextDouble() * 6;
      }
      Item item = items.get(random.nextInt(items.size()));
      int n = random.nextDouble() < 0.12 ? 2 : 1;
      double grams = 0;
      for (int k = 0; k < n; k++) {
        double unit = item.grams * (1 + 0.02 * random.nextGaussian());
        held.add(new Held(item, unit));
        grams += unit;
      }
      double x = centre(item);
      feel(item, t, length, -grams, x, Math.min((item.to - item.from + 1) * 0.1, n * item.wide));
      shopper.reach(t, length, x, item.shelf);
      cart.merge(item.code, n, Integer::sum);
      return t + length + 1 + random.nextDouble() * 6;
    }

    private double centre(Item item) {
      double from = (item.from - 1) * 0.1 + item.wide / 2 - 0.03;
      double to = item.to * 0.1 - item.wide / 2 + 0.03;
      return Math.clamp(from + random.nextDouble() * Math.max(0, to - from), 0.03, 1.17);
    }

    private void feel(Item at, double t, double length, double grams, double x, double wide) {
      visit.feels(Shop.felt(random, at.shelf, t, t + length, grams, x, wide));
    }
  }

  record Held(RandomVisit.Item item, double grams) {}

  /** Somebody who waits at a shelf or off it; seen with wrists (2), head only (1) or not (0). */
  static final class Shopper implements Visit.Actor {
    final long id;
    final List<Held> held = new ArrayList<>();
    private final int seen;
    private final Random noise;
    private final List<double[]> reaches = new ArrayList<>();
    double from;
    double to;

    Shopper(long id, int seen, long seed) {
      this.id = id;
      this.seen = seen;
      this.noise = new Random(seed);
    }

    double act(double t, RandomVisit visit) {
      return visit.take(this, t);
    }

    /** Reaches at a time; before it, stood about somewhere, near or far. */
    void reach(double t, double length, double x, int shelf) {
      reaches.add(
          new double[] {
            t,
            length,
            x,
            Shop.height(shelf),
            x + 0.4 * (noise.nextDouble() + noise.nextDouble() - 1),
            -0.25 - 0.5 * noise.nextDouble(),
            1.8 * noise.nextDouble() - 0.3,
            -0.45 - noise.nextDouble()
          });
    }

    @Override
    public void act(double t, People moment) {
      if (t < from || t > to) {
        return;
      }
      double x = 0.6;
      double y = -1.2;
      double in = 0;
      double[] at = new double[8];
      for (double[] r : reaches) {
        double off = t < r[0] ? r[0] - t : t > r[0] + r[1] ? t - r[0] - r[1] : 0;
        if (off < 1) {
          x = r[4];
          y = r[5];
          in = 1 - off;
          at = r;
          break;
        }
        if (t < r[0]) {
          x = r[6];
          y = r[7];
          break;
        }
      }
      int i = moment.add(id, x + noisy(0.08), y + noisy(0.08), 0.1, Shop.at(t));
      if (seen >= 1) {
        double bend = in > 0 ? Math.max(0, 1.0 - at[3]) : 0;
        moment.joint(
            i, Joint.HEAD, x + noisy(0.03), y + 0.1 + noisy(0.03), 1.65 - 0.6 * in * bend, 0.04);
      }
      if (seen == 2) {
        double hx = x + 0.2 + in * (at[2] - x - 0.2);
        double hy = y + 0.15 + in * (-0.1 - y - 0.15);
        double hz = 1 + in * (at[3] + 0.12 - 1);
        if (noise.nextDouble() < 0.8) {
          moment.joint(
              i, Joint.RIGHT_WRIST, hx + noisy(0.05), hy + noisy(0.05), hz + noisy(0.05), 0.04);
        }
        moment.joint(i, Joint.LEFT_WRIST, x - 0.2, y + 0.1, 1.0, 0.04);
      }
    }

    private double noisy(double sigma) {
      return sigma * noise.nextGaussian();
    }
  }
}
