package io.walkout.cart;

/** The shop and the visits that the resolver's tests begin with. */
final class ShopVisits {
  private ShopVisits() {}

  /** Three flavours of one brand on shelf 1, bottles on shelf 2, sweets on shelf 3. */
  static Shop shop() {
    return new Shop(4)
        .with("mild", 112, 1, 1, 3)
        .with("hot", 113.5, 1, 4, 6)
        .with("fire", 111.5, 1, 7, 9)
        .with("still", 710, 2, 1, 4)
        .with("cola", 505, 2, 5, 6)
        .with("juice", 590, 2, 7, 9)
        .with("toffee", 44, 3, 1, 4)
        .with("mints", Double.NaN, 3, 5, 8)
        .with("gum", 140, 3, 9, 12)
        .unplaced(60, 20, 2000);
  }

  static Visit visit() {
    return new Visit(shop().store());
  }

  /** One shopper in front of the gondola for half a minute. */
  static Visit alone() {
    return visit().enters(1, 0).stands(1, 0, 30, 0.5, -0.4).leaves(1, 30, 1);
  }

  static double certainty(Visit visit, long person) {
    return visit.cart(person).lines().getFirst().certainty();
  }
}
