package io.walkout.ingest.storefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Guesses the unit of lengths from the sizes that shop furniture has. Metres are kept unless
 * another unit explains the sizes far better and metres hardly at all.
 */
final class Units {
  /** What a length of some kind usually is, metres; as common shop fittings are sold. */
  record Typical(double metres) {}

  static final Typical SHELF_LENGTH = new Typical(1.2);
  static final Typical SHELF_DEPTH = new Typical(0.45);
  static final Typical SHELF_HEIGHT = new Typical(1.0);
  static final Typical SHELF_ROOM = new Typical(0.35);
  static final Typical CAMERA_HEIGHT = new Typical(2.8);

  /** Larger than the largest hypermarkets, metres. */
  static final double LARGEST_FLOOR = 500;

  /** Chosen: furniture or ceilings eight times their usual size are in no shop. */
  private static final double IMPLAUSIBLE = Math.log(8);

  private record Unit(String name, double metres) {}

  private static final List<Unit> OTHERS =
      List.of(
          new Unit("feet", 0.3048),
          new Unit("inches", 0.0254),
          new Unit("centimetres", 0.01),
          new Unit("millimetres", 0.001));

  private final List<Double> ratios = new ArrayList<>();
  private final List<Double> lengths = new ArrayList<>();

  /** Takes one length into account; those of zero say nothing. */
  void add(double length, Typical typical) {
    if (length > 0) {
      lengths.add(length);
      ratios.add(Math.log(length / typical.metres));
    }
  }

  /** What to say if the lengths are in another unit. */
  Optional<String> suspicion() {
    if (ratios.isEmpty() || Math.abs(misfit(1)) < IMPLAUSIBLE) {
      return Optional.empty();
    }
    return Optional.of(misfit(1) > 0 ? looksLike() : "metres (these are too small for a shop)");
  }

  /** What to say of lengths that are too large to be metres: the unit that explains them best. */
  String looksLike() {
    Unit best = OTHERS.getFirst();
    for (Unit unit : OTHERS) {
      if (Math.abs(misfit(unit.metres)) < Math.abs(misfit(best.metres))) {
        best = unit;
      }
    }
    return "metres (these look like "
        + best.name
        + "; Walkout wants metres: multiply by "
        + Decimal.print(best.metres)
        + ")";
  }

  /** The largest length, as text. */
  String typical() {
    return Decimal.print(lengths.stream().mapToDouble(Double::doubleValue).max().orElse(0));
  }

  /** Mean logarithm of size against the usual size if the unit is so many metres. */
  private double misfit(double metres) {
    return ratios.stream().mapToDouble(Double::doubleValue).average().orElse(0) + Math.log(metres);
  }
}
