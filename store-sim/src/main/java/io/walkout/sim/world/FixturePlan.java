package io.walkout.sim.world;

import io.walkout.store.Facing;
import io.walkout.store.Gondola;
import io.walkout.store.Plate;
import io.walkout.store.PlateId;
import io.walkout.store.Shelf;
import io.walkout.store.ShelfId;
import io.walkout.store.geometry.OrientedBox;
import io.walkout.store.geometry.RigidTransform;
import io.walkout.store.geometry.Vec3;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Builds gondolas with their shelves and plates, and fills them with facings level by level. Goods
 * of one brand come one after another, so that equal masses stand side by side, as in a shop.
 */
final class FixturePlan {
  /** Four inches: the width of the tiles that such shelves are built from. */
  static final double PLATE_WIDTH_METRES = 0.1016;

  /** Depth of a shelf. */
  static final double SHELF_DEPTH_METRES = 0.4064;

  private static final double PANEL_METRES = 0.03;
  private static final double LOWEST_METRES = 0.32;
  private static final double HIGHEST_METRES = 1.62;
  private static final double TOP_ROOM_METRES = 0.38;

  private final int shelves;
  private final Map<Article.Level, List<Article>> byLevel = new EnumMap<>(Article.Level.class);
  private final Map<Article.Level, Integer> next = new EnumMap<>(Article.Level.class);
  private final List<Facing> facings = new ArrayList<>();

  FixturePlan(List<Article> articles, int shelves) {
    this.shelves = shelves;
    for (Article.Level level : Article.Level.values()) {
      byLevel.put(level, articles.stream().filter(a -> a.level() == level).toList());
      next.put(level, 0);
    }
  }

  /** Every facing made so far, gondola by gondola. */
  List<Facing> facings() {
    return facings;
  }

  /** One gondola with its left front corner at {@code corner}, seen from its shoppers. */
  Gondola gondola(int number, Vec3 corner, double yawRadians, int platesPerShelf) {
    RigidTransform pose = RigidTransform.yaw(yawRadians, corner);
    double width = platesPerShelf * PLATE_WIDTH_METRES;
    List<Shelf> levels = new ArrayList<>();
    double step = (HIGHEST_METRES - LOWEST_METRES) / 5;
    for (int s = 1; s <= shelves; s++) {
      double z = LOWEST_METRES + (s - 1) * step;
      double room = s == shelves ? TOP_ROOM_METRES : step - 0.02;
      RigidTransform at = shifted(pose, 0, z);
      List<Plate> plates = new ArrayList<>();
      for (int p = 1; p <= platesPerShelf; p++) {
        plates.add(
            new Plate(
                new PlateId(number, s, p),
                new OrientedBox(
                    shifted(pose, (p - 1) * PLATE_WIDTH_METRES, z),
                    new Vec3(PLATE_WIDTH_METRES, SHELF_DEPTH_METRES, 0))));
      }
      levels.add(
          new Shelf(
              new ShelfId(number, s),
              new OrientedBox(at, new Vec3(width, SHELF_DEPTH_METRES, room)),
              plates));
      fill(number, s, pose, z, room, platesPerShelf);
    }
    OrientedBox body =
        new OrientedBox(pose, new Vec3(width, SHELF_DEPTH_METRES + PANEL_METRES, HIGHEST_METRES));
    return new Gondola(number, body.footprint(), levels);
  }

  private void fill(int gondola, int s, RigidTransform pose, double z, double room, int plates) {
    for (int p = 1; p <= plates; ) {
      Article article = draw(level(s));
      int n = Math.min(article.plates(), plates - p + 1);
      if (article.widthMetres() > n * PLATE_WIDTH_METRES + 0.03) {
        return;
      }
      List<PlateId> ids = new ArrayList<>();
      for (int k = 0; k < n; k++) {
        ids.add(new PlateId(gondola, s, p + k));
      }
      facings.add(
          new Facing(
              article.code(),
              ids,
              new OrientedBox(
                  shifted(pose, (p - 1) * PLATE_WIDTH_METRES, z),
                  new Vec3(n * PLATE_WIDTH_METRES, SHELF_DEPTH_METRES, room))));
      p += n;
    }
  }

  private Article draw(Article.Level level) {
    List<Article> choice = byLevel.get(level);
    Integer at = next.get(level);
    if (choice == null || at == null) {
      throw new IllegalStateException("no articles for level " + level);
    }
    next.put(level, (at + 1) % choice.size());
    return choice.get(at);
  }

  private Article.Level level(int shelf) {
    return switch (shelf) {
      case 1, 2 -> Article.Level.LOW;
      case 3 -> Article.Level.MIDDLE;
      case 4 -> Article.Level.HIGH;
      default -> Article.Level.TOP;
    };
  }

  private static RigidTransform shifted(RigidTransform pose, double along, double up) {
    return new RigidTransform(pose.rotation(), pose.apply(new Vec3(along, 0, up)));
  }
}
