package io.walkout.sim.world;

import io.walkout.store.Door;
import io.walkout.store.Facing;
import io.walkout.store.ProductCode;
import io.walkout.store.Store;
import io.walkout.store.geometry.FloorPoint;
import java.util.List;
import java.util.Map;

/**
 * A shop to simulate in.
 *
 * @param store what the rest of Walkout may know of it
 * @param articles the sizes of its goods, by code
 * @param minX lowest x a shopper's middle may have
 * @param minY lowest y a shopper's middle may have
 * @param maxX highest x a shopper's middle may have
 * @param maxY highest y a shopper's middle may have; the free floor is this one rectangle, so that
 *     a straight walk inside it never meets a gondola
 */
public record SimStore(
    Store store,
    Map<ProductCode, Article> articles,
    double minX,
    double minY,
    double maxX,
    double maxY) {
  /** The facings, numbered as in every call that takes a facing's number. */
  public List<Facing> facings() {
    return store.planogram().facings();
  }

  /** The article that stands on a facing by plan. */
  public Article article(int facing) {
    Article article = articles.get(facings().get(facing).product());
    if (article == null) {
      throw new IllegalStateException("facing " + facing + " holds no known article");
    }
    return article;
  }

  /** The door people come in by. */
  public Door entry() {
    return store.layout().doors().stream().filter(d -> d.use().letsIn()).findFirst().orElseThrow();
  }

  /** The door people go out by. */
  public Door exit() {
    return store.layout().doors().stream().filter(d -> d.use().letsOut()).findFirst().orElseThrow();
  }

  /** Middle of a door's threshold. */
  public static FloorPoint middle(Door door) {
    FloorPoint a = door.threshold().a();
    FloorPoint b = door.threshold().b();
    return new FloorPoint((a.x() + b.x()) / 2, (a.y() + b.y()) / 2);
  }
}
