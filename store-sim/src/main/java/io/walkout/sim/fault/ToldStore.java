package io.walkout.sim.fault;

import io.walkout.sim.world.Dice;
import io.walkout.store.Catalogue;
import io.walkout.store.Facing;
import io.walkout.store.Planogram;
import io.walkout.store.Product;
import io.walkout.store.ProductCode;
import io.walkout.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a store file says that is wrong. The shop itself stays as it is. */
final class ToldStore {
  /** How many facings are tried to find one that holds another product; then it stays. */
  private static final int MOST_TRIES = 100;

  private ToldStore() {}

  /** Pairs of facings have changed places in the plan: each names the product of the other. */
  static Store wrongPlanogram(Store store, Choices choices, List<String> said) {
    List<Facing> facings = new ArrayList<>(store.planogram().facings());
    Dice dice = choices.dice();
    double share = choices.number("share", 0.05);
    int wanted = Math.clamp(Math.round(share * facings.size() / 2), 1, facings.size());
    Set<Integer> touched = new TreeSet<>();
    List<String> first = new ArrayList<>();
    for (int pair = 0; pair < wanted; pair++) {
      for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
        int a = dice.below(facings.size());
        int b = dice.below(facings.size());
        ProductCode productA = facings.get(a).product();
        ProductCode productB = facings.get(b).product();
        if (productA.equals(productB) || touched.contains(a) || touched.contains(b)) {
          continue;
        }
        touched.add(a);
        touched.add(b);
        facings.set(a, naming(facings.get(a), productB));
        facings.set(b, naming(facings.get(b), productA));
        first.add(
            facings.get(a).plates().getFirst() + " and " + facings.get(b).plates().getFirst());
        break;
      }
    }
    said.add(
        choices.says(
            touched.size()
                + " of "
                + facings.size()
                + " facings have changed places in the plan"
                + some(first)));
    return with(store, store.catalogue(), new Planogram(facings));
  }

  private static Facing naming(Facing facing, ProductCode product) {
    return new Facing(product, facing.plates(), facing.box());
  }

  /** Some products that the plan names weigh something else by the catalogue. */
  static Store wrongMass(Store store, Choices choices, List<String> said) {
    double share = choices.number("share", 0.2);
    double factor = choices.number("factor", 2);
    Set<ProductCode> planned = new TreeSet<>();
    store.planogram().facings().forEach(f -> planned.add(f.product()));
    List<ProductCode> candidates = new ArrayList<>(planned);
    candidates.removeIf(c -> store.catalogue().find(c).filter(Product::hasMass).isEmpty());
    int count = Math.clamp(Math.round(share * candidates.size()), 0, candidates.size());
    if (share > 0 && count == 0 && !candidates.isEmpty()) {
      count = 1;
    }
    int planogramProducts = candidates.size();
    Set<ProductCode> wrong = new TreeSet<>();
    while (wrong.size() < count) {
      wrong.add(candidates.remove(choices.dice().below(candidates.size())));
    }
    List<Product> products = new ArrayList<>();
    for (Product p : store.catalogue().products()) {
      double mass = wrong.contains(p.code()) ? p.massGrams() * factor : p.massGrams();
      products.add(new Product(p.code(), p.name(), mass, p.price()));
    }
    said.add(
        choices.says(
            wrong.size()
                + " of "
                + planogramProducts
                + " products weigh "
                + Parameter.text(factor)
                + " times as much by the catalogue"
                + some(wrong.stream().map(ProductCode::value).toList())));
    return with(store, new Catalogue(products), store.planogram());
  }

  private static Store with(Store s, Catalogue catalogue, Planogram planogram) {
    return new Store(
        s.name(), s.zone(), s.currency(), s.layout(), catalogue, planogram, s.policy());
  }

  private static String some(List<String> names) {
    return names.isEmpty()
        ? ""
        : ": "
            + String.join(", ", names.subList(0, Math.min(4, names.size())))
            + (names.size() > 4 ? " ..." : "");
  }
}
