package io.walkout.bench.scorecard;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a scorecard: a scenario under certain circumstances, to be run with several seeds.
 *
 * @param scenario name of the scenario, or the path of its file from the suite's folder
 * @param level what the pipeline is given
 * @param faults the named faults that are switched on, in order; empty for a sound shop
 * @param autocheckout the {@link Quirks} of a detour by way of an AutoCheckout case directory, as
 *     {@link Quirks#parse} reads them; null for a recording written straight
 * @param store a shop by its name, or the path of the user's own store file from the suite's
 *     folder; null for the scenario's shop
 */
public record Row(
    String scenario,
    Level level,
    List<String> faults,
    @Nullable String autocheckout,
    @Nullable String store) {
  /** Copies the list. */
  public Row {
    faults = List.copyOf(faults);
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
    if (store != null) {
      label.append(", in ").append(store);
    }
    return label.toString();
  }
}
