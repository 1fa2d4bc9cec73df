package io.walkout.sim.fault;

import io.walkout.sim.world.SimStore;
import io.walkout.store.Gondola;
import io.walkout.store.Plate;
import io.walkout.store.PlateId;
import io.walkout.store.Shelf;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is wrong with one plate.
 *
 * @param plate which
 * @param kind what
 * @param fromSeconds when it begins
 * @param dyingSeconds how long a cell takes to die; 0 for a drift
 * @param gramsPerSecond how fast it drifts; 0 for a cell that dies
 */
public record PlateFault(
    PlateId plate, Kind kind, double fromSeconds, double dyingSeconds, double gramsPerSecond) {
  /** What can be wrong with a plate. */
  public enum Kind {
    /** Its zero wanders off. */
    DRIFT("drifts"),
    /** It dies, and then says one value for ever. */
    STUCK("one value for ever"),
    /** It dies, and then says that it has no number. */
    NAN("no number"),
    /** It dies, and then says numbers that mean nothing. */
    JUNK("numbers that mean nothing");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  static List<PlateFault> drifts(Choices choices, SimStore shop, List<String> said) {
    List<PlateId> plates = plates(choices, shop);
    double rate = choices.drawnEitherWay("grams-per-minute", 20, 80);
    double from = choices.drawn("from", 3, 15);
    said.add(
        choices.says(
            named(plates)
                + (plates.size() == 1 ? " drifts by " : " drift by ")
                + Parameter.text(rate)
                + " g/min from "
                + Parameter.text(from)
                + " s"));
    return plates.stream().map(p -> new PlateFault(p, Kind.DRIFT, from, 0, rate / 60)).toList();
  }

  static List<PlateFault> deaths(Choices choices, SimStore shop, List<String> said) {
    List<PlateId> plates = plates(choices, shop);
    Kind kind =
        switch (choices.word("how")) {
          case "stuck" -> Kind.STUCK;
          case "nan" -> Kind.NAN;
          default -> Kind.JUNK;
        };
    double at = choices.drawn("at", 3, 15);
    double dying = choices.number("dying", 4);
    said.add(
        choices.says(
            named(plates)
                + (plates.size() == 1 ? " dies from " : " die from ")
                + Parameter.text(at)
                + " s on, within "
                + Parameter.text(dying)
                + " s; then "
                + kind.words));
    return plates.stream().map(p -> new PlateFault(p, kind, at, dying, 0)).toList();
  }

  /** The plates that the address leaves, or one of them, or a share of them, in their order. */
  private static List<PlateId> plates(Choices choices, SimStore shop) {
    List<PlateId> left = new ArrayList<>();
    for (Gondola gondola : shop.store().layout().gondolas()) {
      for (Shelf shelf : gondola.shelves()) {
        for (Plate plate : shelf.plates()) {
          PlateId id = plate.id();
          if (is(choices, "gondola", id.gondola())
              && is(choices, "shelf", id.shelf())
              && is(choices, "plate", id.plate())) {
            left.add(id);
          }
        }
      }
    }
    if (left.isEmpty()) {
      throw choices.refused(
          "this shop has no plate "
              + choices.given("gondola").orElse("*")
              + "/"
              + choices.given("shelf").orElse("*")
              + "/"
              + choices.given("plate").orElse("*")
              + "; it has "
              + shop.store().layout().plateCount()
              + " plates on gondolas 1 to "
              + shop.store().layout().gondolas().size());
    }
    double share = choices.number("plates", 0);
    int count = Math.clamp(Math.round(share * left.size()), 1, left.size());
    while (left.size() > count) {
      left.remove(choices.dice().below(left.size()));
    }
    return left;
  }

  private static boolean is(Choices choices, String name, int number) {
    Optional<String> given = choices.given(name);
    return given.isEmpty() || choices.number(name, 0) == number;
  }

  /** Names a few plates, counts many. */
  private static String named(List<PlateId> plates) {
    if (plates.size() <= 4) {
      return (plates.size() == 1 ? "plate " : "plates ")
          + String.join(", ", plates.stream().map(PlateId::toString).toList());
    }
    return plates.size()
        + " plates ("
        + String.join(", ", plates.stream().limit(3).map(PlateId::toString).toList())
        + " ...)";
  }
}
