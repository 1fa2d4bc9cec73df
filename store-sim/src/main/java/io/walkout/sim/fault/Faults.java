package io.walkout.sim.fault;

import io.walkout.sim.world.SimStore;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Faults that were asked for by name, not yet bound to a shop. Immutable.
 *
 * @see FaultName
 */
public final class Faults {
  /** Nothing is wrong. */
  public static final Faults NONE = new Faults(List.of());

  private final List<Fault> faults;

  private Faults(List<Fault> faults) {
    this.faults = List.copyOf(faults);
  }

  /**
   * Reads faults as the command line and scenario files give them: {@code "CameraStall"} or {@code
   * "CameraStall:camera=cam-1,from=10,for=5"}. What is said twice in the same words counts once.
   *
   * @throws FaultRefused on a wrong name, parameter or value, with one sentence that says what
   *     there is
   */
  public static Faults parse(List<String> texts) {
    Set<String> seen = new LinkedHashSet<>();
    List<Fault> faults = new ArrayList<>();
    for (String text : texts) {
      Fault fault = Fault.parse(text);
      if (seen.add(fault.text())) {
        faults.add(fault);
      }
    }
    return new Faults(faults);
  }

  /** The texts they can be read from again, in order. */
  public List<String> texts() {
    return faults.stream().map(Fault::text).toList();
  }

  /** Whether nothing is wrong. */
  public boolean isEmpty() {
    return faults.isEmpty();
  }

  /**
   * The same faults in one shop: what was left open (which plate, when) is drawn from the seed. Of
   * two faults of one name each draws for itself; of two names neither changes what the other
   * draws.
   *
   * @throws FaultRefused if a fault names what the shop does not have
   */
  public ShopFaults in(SimStore shop, long seed) {
    return ShopFaults.bind(faults, shop, seed);
  }
}
