package io.walkout.bench.scorecard;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a scorecard: a scenario under certain circumstances, to be run with several seeds.
 *
 * @param scenario name of the scenario, or the path of its file from the suite's folder; of a row
 *     with {@code behaviours} the name of one of its lists
 * @param level what the pipeline is given
 * @param faults the named faults that are switched on, in order; empty for a sound shop
 * @param autocheckout the {@link Quirks} of a detour by way of an AutoCheckout case directory, as
 *     {@link Quirks#parse} reads them; null for a recording written straight
 * @param store a shop by its name, or the path of the user's own store file from the suite's
 *     folder; null for the scenario's shop
 * @param behaviours the path of a file of labelled acts from the suite's folder; null for a
 *     scenario of the simulator's language
 */
public record Row(
    String scenario,
    Level level,
    List<String> faults,
    @Nullable String autocheckout,
    @Nullable String store,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String behaviours) {
  /** Copies the list. */
  public Row {
    faults = List.copyOf(faults);
  }

  /** A scenario of the simulator's language. */
  public Row(
      String scenario,
      Level level,
      List<String> faults,
      @Nullable String autocheckout,
      @Nullable String store) {
    this(scenario, level, faults, autocheckout, store, null);
  }

  /** The same in another shop. */
  Row in(String shop) {
    return new Row(scenario, level, faults, autocheckout, shop, behaviours);
  }

  /** The same in a sound shop. */
  Row withoutFaults() {
    return new Row(scenario, level, List.of(), autocheckout, store, behaviours);
  }

  /** A sound shop at sensor level. */
  public static Row plain(String scenario) {
    return new Row(scenario, Level.SENSOR, List.of(), null, null);
  }

  /** What tells this row from all others, for people and files alike. */
  public String label() {
    StringBuilder label = new StringBuilder(scenario);
    if (level == Level.PICTURE) {
      label.append(", pictures");
    }
    if (!faults.isEmpty()) {
      label.append(", ").append(String.join(" + ", faults));
    }
    if (autocheckout != null) {
      label.append(", AutoCheckout ").append(autocheckout);
    }
    if (behaviours != null) {
      label.append(", as noted in ").append(behaviours);
    }
    if (store != null) {
      label.append(", in ").append(store);
    }
    return label.toString();
  }
}
