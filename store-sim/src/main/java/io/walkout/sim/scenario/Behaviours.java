package io.walkout.sim.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.walkout.sim.world.SimStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Scripts that were noted from real shoppers: who took and put back what, where, when. A JSON file
 * with {@code lists}; each has a {@code dataset} (its name), {@code people} and {@code events}: a
 * {@code kind} ({@code take} or {@code putback}), a time {@code t_s} in seconds, a {@code
 * target_id}, {@code gondola}, {@code shelf}, {@code plates}, and {@code products} with their
 * {@code barcode}.
 *
 * <p>Labels of people err, and these are taken as they were meant: events go in the order of their
 * times; a gap of more than a minute is cut short; a put-back of what the person does not hold is a
 * label noted twice and left out. A product is looked for where it stands in the shop, the facing
 * nearest to the noted plates first; where the shop does not have it, whatever stands on those
 * plates is taken in its place.
 */
public final class Behaviours {
  private static final long MOST_BYTES = 64L << 20;

  private final Path file;
  private final Map<String, BehaviourList> lists = new LinkedHashMap<>();

  private Behaviours(Path file) {
    this.file = file;
  }

  /**
   * Reads a file of at most 64 MiB.
   *
   * @throws IOException if it can't be read
   * @throws ScenarioException if it is no such file; says which line, list, event and field
   */
  public static Behaviours read(Path file) throws IOException {
    if (Files.size(file) > MOST_BYTES) {
      throw new ScenarioException(file, 0, "", "more than 64 MiB", "behaviour scripts");
    }
    LinedJson json = LinedJson.read(file);
    Behaviours behaviours = new Behaviours(file);
    JsonNode all = json.root().path("lists");
    if (!all.isArray()) {
      throw json.wrong(json.root(), "lists", "nothing", "a list of lists of events");
    }
    for (int i = 0; i < all.size(); i++) {
      BehaviourList list = BehaviourList.read(json, "lists[" + i + "]", all.get(i), file);
      if (behaviours.lists.put(list.name(), list) != null) {
        throw json.wrong(
            all.get(i), "lists[" + i + "]", "dataset", list.name() + " again", "each name once");
      }
    }
    return behaviours;
  }

  /** The names of its lists, in the order of the file. */
  public List<String> names() {
    return new ArrayList<>(lists.keySet());
  }

  /**
   * One of them as a scenario.
   *
   * @throws IllegalArgumentException on a name that it does not have
   * @throws ScenarioException if the shop has neither the products nor facings at their places
   */
  public Scenario scenario(String name, SimStore shop) {
    BehaviourList list = lists.get(name);
    if (list == null) {
      throw new IllegalArgumentException(
          file + " has no list '" + name + "'; it has " + String.join(", ", names()));
    }
    list.check(shop);
    return new Scenario(
        name,
        list.people().size() == 1
            ? "one person does what was noted of a real one"
            : list.people().size() + " people do what was noted of real ones",
        List.of("behaviour"),
        () -> shop,
        List.of(),
        list::play);
  }

  /** All that can be played in a shop; {@link #refusals} tells of the others. */
  public List<Scenario> scenarios(SimStore shop) {
    Map<String, String> refused = refusals(shop);
    return names().stream()
        .filter(n -> !refused.containsKey(n))
        .map(n -> scenario(n, shop))
        .toList();
  }

  /** Why the others can't be played in a shop: one sentence for each, by name. */
  public Map<String, String> refusals(SimStore shop) {
    Map<String, String> refusals = new LinkedHashMap<>();
    for (BehaviourList list : lists.values()) {
      try {
        list.check(shop);
      } catch (ScenarioException e) {
        refusals.put(list.name(), String.valueOf(e.getMessage()));
      }
    }
    return refusals;
  }
}
