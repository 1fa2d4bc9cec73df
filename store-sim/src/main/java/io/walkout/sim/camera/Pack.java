package io.walkout.sim.camera;

import io.walkout.sim.world.Article;
import io.walkout.store.geometry.OrientedBox;
import io.walkout.store.geometry.RigidTransform;
import io.walkout.store.geometry.Vec3;
import org.jspecify.annotations.Nullable;

/**
 * How one unit of goods looks: a shape by the article's kind and size, printed by a stable hash of
 * the product's code, so that a product looks the same on every shelf, in every hand and in every
 * shop.
 */
final class Pack {
  /** No pack is made of more solids. */
  static final int MOST_SOLIDS = 2;

  /** Share of a bottle's height that is its neck. */
  private static final double NECK = 0.3;

  private final Article article;
  private final Solid[] solids;
  private final double width;

  Pack(Article article, @Nullable Niche niche) {
    this.article = article;
    double w = article.widthMetres();
    double d = article.depthMetres();
    double h = article.heightMetres();
    // Cartons stand a little apart; bags bulge and seem to touch.
    width = article.isSoft() ? w : Math.max(0.01, w - 0.004);
    Print print = new Print(article);
    solids =
        switch (article.kind()) {
          case "bottle" ->
              new Solid[] {
                new Drum(w / 2, h * (1 - NECK), print, niche),
                new Drum(w * 0.24, h * NECK, Print.cap(article), niche)
              };
          case "can", "cup", "jar" -> new Solid[] {new Drum(Math.min(w, d) / 2, h, print, niche)};
          default ->
              new Solid[] {
                new Block(
                    new OrientedBox(RigidTransform.IDENTITY, new Vec3(width, d, h)), print, niche)
              };
        };
  }

  Solid[] solids() {
    return solids;
  }

  /**
   * Stands it somewhere.
   *
   * @param x middle of its base
   * @param ax where its width runs, unit length, level; its front looks to the right of that
   */
  void stand(double x, double y, double z, double ax, double ay) {
    for (int i = 0; i < solids.length; i++) {
      if (solids[i] instanceof Drum drum) {
        drum.at(x, y, i == 0 ? z : z + article.heightMetres() * (1 - NECK), ay, -ax);
      } else if (solids[i] instanceof Block block) {
        double half = article.depthMetres() / 2;
        block.stand(x - ax * width / 2 + ay * half, y - ay * width / 2 - ax * half, z, ax, ay);
      }
    }
  }
}
