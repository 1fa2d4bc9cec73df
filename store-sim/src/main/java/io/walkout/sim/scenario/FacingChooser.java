package io.walkout.sim.scenario;

import io.walkout.ingest.storefile.Problem;
import io.walkout.sim.world.Dice;
import io.walkout.sim.world.FacingSpace;
import io.walkout.sim.world.SimStore;
import io.walkout.store.Facing;
import io.walkout.store.ProductCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds facings of a shop that are what a script's rules ask: one after another, each drawn from
 * all that fit; from the start again where one leaves none for a later rule. No two share a product
 * unless the rules say so.
 */
final class FacingChooser {
  /** So many beginnings, then the shop is taken to have no such facings; chosen. */
  private static final int MOST_TRIES = 400;

  private static final double NEAR_METRES = 1.5;
  private static final double FAR_METRES = 2;
  private static final double CLEAR_METRES = 0.6;
  private static final double NEARLY_SAME = 0.03;

  private final SimStore shop;
  private final Path file;
  private final List<FacingRule> rules;
  private @Nullable FacingRule stuck;

  FacingChooser(SimStore shop, Path file, List<FacingRule> rules) {
    this.shop = shop;
    this.file = file;
    this.rules = rules;
  }

  /**
   * Chooses.
   *
   * @return the facing's number by the name of the script
   * @throws ScenarioException if the shop has none such
   */
  Map<String, Integer> choose(Dice dice) {
    for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
      Optional<Map<String, Integer>> found = attempt(dice);
      if (found.isPresent()) {
        return found.get();
      }
    }
    FacingRule rule = stuck == null ? rules.getFirst() : stuck;
    throw new ScenarioException(
        List.of(
            new Problem(
                file,
                rule.line(),
                "facings." + rule.name(),
                "no such facing in " + shop.store().name() + among(),
                expected(rule))));
  }

  /** What is left out where not everything can be reached. */
  private String among() {
    int reached = shop.inReach().size();
    int all = shop.facings().size();
    return reached == all
        ? ""
        : " among the " + reached + " of its " + all + " facings that can be reached";
  }

  private Optional<Map<String, Integer>> attempt(Dice dice) {
    Map<String, Integer> chosen = new LinkedHashMap<>();
    for (FacingRule rule : rules) {
      List<Integer> fit = new ArrayList<>();
      for (int f = 0; f < shop.facings().size(); f++) {
        if (fits(rule, f, chosen)) {
          fit.add(f);
        }
      }
      if (fit.isEmpty()) {
        stuck = rule;
        return Optional.empty();
      }
      chosen.put(rule.name(), fit.get(dice.below(fit.size())));
    }
    return Optional.of(chosen);
  }

  private boolean fits(FacingRule rule, int f, Map<String, Integer> chosen) {
    Facing facing = shop.facings().get(f);
    // Whoever gives an address means that one; the rehearsal says why nobody gets there.
    return (rule.isAddress() || shop.isInReach(f))
        && isNew(rule, f, chosen)
        && (rule.holdsOf() == null || hasRoomFor(number(rule.holdsOf(), chosen), facing))
        && (rule.product() == null || facing.product().value().equals(rule.product()))
        && (rule.gondola() == 0 || facing.shelf().gondola() == rule.gondola())
        && (rule.shelf() == 0 || facing.shelf().shelf() == rule.shelf())
        && (rule.plate() == 0 || facing.plates().stream().anyMatch(p -> p.plate() == rule.plate()))
        && hasHeight(rule.height(), facing)
        && (rule.nextTo() == null || isNeighbour(facing, facing(rule.nextTo(), chosen)))
        && (rule.sameMassAs() == null || mass(f) == mass(original(rule.sameMassAs(), chosen)))
        && (rule.nearMassOf() == null || isNearlyAsHeavy(f, original(rule.nearMassOf(), chosen)))
        && (rule.near() == null || distance(facing, facing(rule.near(), chosen)) <= NEAR_METRES)
        && (rule.farFrom() == null
            || distance(facing, facing(rule.farFrom(), chosen)) >= FAR_METRES)
        && rule.clearOf().stream()
            .allMatch(o -> distance(facing, facing(o, chosen)) >= CLEAR_METRES)
        && (rule.holds() == 0 || new FacingSpace(shop, f).fewest() >= rule.holds())
        && mass(f) >= rule.grams();
  }

  private boolean isNew(FacingRule rule, int f, Map<String, Integer> chosen) {
    Facing facing = shop.facings().get(f);
    return rule.isAddress()
        || (rule.holdsOf() != null && !chosen.containsValue(f))
        || rule.product() != null
        || chosen.values().stream()
            .noneMatch(c -> shop.facings().get(c).product().equals(facing.product()));
  }

  /** Whether the goods of a facing would stand on another one, too. */
  private boolean hasRoomFor(int goods, Facing there) {
    return shop.article(goods).widthMetres() <= shop.row(there.shelf()).width(there)
        && shop.article(goods).heightMetres() < there.box().size().z();
  }

  private boolean hasHeight(@Nullable String height, Facing facing) {
    if (height == null) {
      return true;
    }
    int shelf = facing.shelf().shelf();
    int top =
        shop.store().layout().gondolas().stream()
            .filter(g -> g.number() == facing.shelf().gondola())
            .findFirst()
            .orElseThrow()
            .shelves()
            .size();
    return switch (height) {
      case "lowest" -> shelf == 1;
      case "highest" -> shelf == top;
      case "low" -> 3 * shelf <= top + 1;
      case "high" -> 3 * shelf > 2 * top;
      default -> 3 * shelf > top + 1 && 3 * shelf <= 2 * top + 1;
    };
  }

  private static boolean isNeighbour(Facing a, Facing b) {
    if (!a.shelf().equals(b.shelf())) {
      return false;
    }
    int afterB = b.plates().getLast().plate() + 1;
    int afterA = a.plates().getLast().plate() + 1;
    return a.plates().getFirst().plate() == afterB || b.plates().getFirst().plate() == afterA;
  }

  private boolean isNearlyAsHeavy(int a, int b) {
    return !shop.facings().get(a).product().equals(shop.facings().get(b).product())
        && Math.abs(mass(a) / mass(b) - 1) <= NEARLY_SAME;
  }

  private double mass(int f) {
    return shop.article(f).massGrams();
  }

  private static double distance(Facing a, Facing b) {
    return a.box().centre().floor().distanceTo(b.box().centre().floor());
  }

  private Facing facing(String name, Map<String, Integer> chosen) {
    return shop.facings().get(number(name, chosen));
  }

  /** The facing whose product by the shop's plan a named one holds. */
  private int original(String name, Map<String, Integer> chosen) {
    for (FacingRule rule : rules) {
      if (rule.name().equals(name) && rule.holdsOf() != null) {
        return original(rule.holdsOf(), chosen);
      }
    }
    return number(name, chosen);
  }

  /** The product of every facing that holds another one than the shop's plan says. */
  Map<Integer, ProductCode> doubled(Map<String, Integer> chosen) {
    Map<Integer, ProductCode> products = new TreeMap<>();
    for (FacingRule rule : rules) {
      if (rule.holdsOf() != null) {
        int goods = original(rule.name(), chosen);
        products.put(number(rule.name(), chosen), shop.facings().get(goods).product());
      }
    }
    return products;
  }

  private static int number(String name, Map<String, Integer> chosen) {
    Integer f = chosen.get(name);
    if (f == null) {
      throw new IllegalStateException("facing " + name + " was not chosen before");
    }
    return f;
  }

  private String expected(FacingRule rule) {
    if (rule.product() != null) {
      return "the code of a product that has a facing, such as "
          + shop.facings().getFirst().product().value();
    }
    if (rule.gondola() > 0) {
      return "an address of a facing: gondolas 1 to "
          + shop.store().layout().gondolas().size()
          + ", their shelves from 1 at the bottom, plates from 1 at the left";
    }
    return "rules that a facing of this shop fits, together with those before it";
  }
}
