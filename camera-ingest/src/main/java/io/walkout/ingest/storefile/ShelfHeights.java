package io.walkout.ingest.storefile;

import io.walkout.store.Gondola;
import io.walkout.store.Shelf;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Looks for shelves that hang too high or are too tall: heights in another unit, in a store whose
 * other lengths are metres, don't show in the mean of all lengths.
 */
final class ShelfHeights {
  /**
   * Nobody reaches up there without a ladder; taller than the racks of any shop floor with load
   * cells. Metres.
   */
  private static final double HIGHEST = 4;

  private record Level(YamlMap map, Shelf shelf) {}

  private ShelfHeights() {}

  /** Reports every shelf of a gondola that can't be meant. */
  static void check(YamlMap map, Gondola gondola) {
    double[] origin = map.numbers("origin", 2, 3).orElse(new double[2]);
    double base = origin.length > 2 ? origin[2] : 0;
    List<Level> levels = levels(map, gondola);
    tell(
        levels,
        level -> level.shelf().box().pose().translation().z() - base,
        "height",
        " metres up",
        Units.SHELF_HEIGHT);
    tell(levels, level -> level.shelf().box().size().z(), "size", " metres tall", Units.SHELF_ROOM);
  }

  /**
   * The height that a gondola's shelves are best counted from: the floor, or its lowest shelf if it
   * stands on an upper floor.
   */
  static double base(Gondola gondola) {
    double lowest = Double.POSITIVE_INFINITY;
    double highest = 0;
    for (Shelf shelf : gondola.shelves()) {
      double height = shelf.box().pose().translation().z();
      lowest = Math.min(lowest, height);
      highest = Math.max(highest, height);
    }
    return highest > HIGHEST ? lowest : 0;
  }

  /** A gondola lists its shelves by number, the file in any order. */
  private static List<Level> levels(YamlMap map, Gondola gondola) {
    List<Level> levels = new ArrayList<>();
    for (YamlMap shelfMap : map.maps("shelves")) {
      int number =
          shelfMap.has("number")
              ? shelfMap.whole("number", 1, FixtureReader.MAX_NUMBER).orElse(0)
              : levels.size() + 1;
      gondola.shelves().stream()
          .filter(shelf -> shelf.id().shelf() == number)
          .forEach(shelf -> levels.add(new Level(shelfMap, shelf)));
    }
    return levels;
  }

  private static void tell(
      List<Level> levels,
      ToDoubleFunction<Level> length,
      String key,
      String where,
      Units.Typical typical) {
    List<Level> wrong =
        levels.stream().filter(level -> length.applyAsDouble(level) > HIGHEST).toList();
    Units units = new Units();
    wrong.forEach(level -> units.add(length.applyAsDouble(level), typical));
    for (Level level : wrong) {
      double metres = Math.round(length.applyAsDouble(level) * 1000) / 1000.0;
      level
          .map()
          .wrong(
              level.map().has("box") ? "box" : key,
              "a shelf " + Decimal.print(metres) + where,
              "at most " + (int) HIGHEST + " " + units.looksLike());
    }
  }
}
