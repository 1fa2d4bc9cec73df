package io.walkout.sim.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.walkout.sim.people.Arrival;
import io.walkout.sim.people.Intent;
import io.walkout.sim.people.Plan;
import io.walkout.sim.people.Traits;
import io.walkout.sim.world.Dice;
import io.walkout.sim.world.SimStore;
import io.walkout.store.Facing;
import io.walkout.store.PlateId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * One list of what real shoppers were seen to do.
 *
 * @param file where it stands
 * @param name its name
 * @param people the identities in it, in the order they are named
 * @param events in the order of their times
 */
record BehaviourList(Path file, String name, List<String> people, List<Event> events) {
  /** Before the first event everyone needs time to come in and walk there. */
  private static final double LEAD_SECONDS = 12;

  /** Who comes later comes about so long before their first event. */
  private static final double COMES_SECONDS = 9;

  /** A longer gap in a list of a minute or two is a slip of the label. */
  private static final double LONGEST_GAP_SECONDS = 60;

  private static final double CUT_GAP_SECONDS = 10;

  /**
   * One event.
   *
   * @param line on which it begins in the file
   * @param field where it stands in the file
   * @param products the barcodes; empty where the label does not know
   */
  record Event(
      int line,
      String field,
      boolean take,
      double seconds,
      String person,
      int gondola,
      int shelf,
      List<Integer> plates,
      List<String> products) {}

  static BehaviourList read(LinedJson json, String field, JsonNode list, Path file) {
    String name = list.path("dataset").asText("");
    if (name.isEmpty()) {
      throw json.wrong(list, field, "dataset", "nothing", "a name");
    }
    List<Event> events = new ArrayList<>();
    List<String> people = new ArrayList<>();
    list.path("people").forEach(p -> people.add(p.asText()));
    JsonNode all = list.path("events");
    for (int i = 0; i < all.size(); i++) {
      Event event = event(json, field + ".events[" + i + "]", all.get(i));
      events.add(event);
      if (!people.contains(event.person())) {
        people.add(event.person());
      }
    }
    if (events.isEmpty()) {
      throw json.wrong(list, field, "events", "no events", "at least one");
    }
    events.sort(Comparator.comparingDouble(Event::seconds));
    return new BehaviourList(file, name, people, evened(events));
  }

  private static Event event(LinedJson json, String field, JsonNode event) {
    String kind = event.path("kind").asText("");
    if (!kind.equals("take") && !kind.equals("putback")) {
      throw json.wrong(event, field, "kind", "'" + kind + "'", "take or putback");
    }
    for (String number : List.of("t_s", "gondola", "shelf")) {
      if (!event.path(number).isNumber()) {
        throw json.wrong(event, field, number, "no number", "a number");
      }
    }
    if (event.path("gondola").asInt() < 1 || event.path("shelf").asInt() < 1) {
      throw json.wrong(event, field, "an address below 1", "addresses from 1 on");
    }
    List<Integer> plates = new ArrayList<>();
    event.path("plates").forEach(p -> plates.add(Math.max(1, p.asInt())));
    List<String> products = new ArrayList<>();
    event.path("products").forEach(p -> products.add(p.path("barcode").asText("")));
    return new Event(
        json.line(event),
        field,
        kind.equals("take"),
        event.path("t_s").asDouble(),
        event.path("target_id").asText("somebody"),
        event.path("gondola").asInt(),
        event.path("shelf").asInt(),
        plates,
        products);
  }

  /** Times from the first event on, without gaps that can't have been. */
  private static List<Event> evened(List<Event> events) {
    List<Event> even = new ArrayList<>();
    double last = events.getFirst().seconds();
    double now = LEAD_SECONDS;
    for (Event e : events) {
      double gap = e.seconds() - last;
      last = e.seconds();
      now += gap > LONGEST_GAP_SECONDS ? CUT_GAP_SECONDS : gap;
      even.add(
          new Event(
              e.line(),
              e.field(),
              e.take(),
              now,
              e.person(),
              e.gondola(),
              e.shelf(),
              e.plates(),
              e.products()));
    }
    return even;
  }

  /**
   * Looks whether every event has a place in a shop.
   *
   * @throws ScenarioException naming the first one that has none
   */
  void check(SimStore shop) {
    for (Event event : events) {
      if (event.products().isEmpty()) {
        facing(shop, event, "");
      }
      event.products().forEach(p -> facing(shop, event, p));
    }
  }

  Play play(SimStore shop, Dice dice) {
    Map<String, List<Intent>> intents = new LinkedHashMap<>();
    Map<String, Double> starts = new LinkedHashMap<>();
    Map<String, Map<String, List<Integer>>> held = new LinkedHashMap<>();
    for (String person : people) {
      intents.put(person, new ArrayList<>());
      held.put(person, new TreeMap<>());
    }
    for (Event event : events) {
      List<Intent> own = intents.getOrDefault(event.person(), List.of());
      double start = Math.max(1, event.seconds() - COMES_SECONDS - dice.between(0, 2));
      starts.putIfAbsent(event.person(), start);
      Map<String, List<Integer>> has = held.getOrDefault(event.person(), Map.of());
      List<Intent> deeds = event.take() ? takes(shop, event, has) : putBacks(shop, event, has);
      if (!deeds.isEmpty()) {
        own.add(new Intent.Look(facing(shop, event), 0.2));
        own.add(new Intent.Until(event.seconds()));
        own.addAll(deeds);
      }
    }
    List<Plan> plans = new ArrayList<>();
    double start = 1;
    for (String person : people) {
      // Who was named and seen doing nothing comes and goes.
      start = Math.max(start, starts.getOrDefault(person, start));
      plans.add(
          new Plan(
              person,
              Arrival.at(
                  starts.getOrDefault(person, start), "simulated-account-" + (plans.size() + 1)),
              Traits.ADULT,
              intents.getOrDefault(person, List.of())));
    }
    return new Play(plans);
  }

  private List<Intent> takes(SimStore shop, Event event, Map<String, List<Integer>> has) {
    Map<Integer, Integer> counts = new LinkedHashMap<>();
    List<String> products = event.products().isEmpty() ? List.of("") : event.products();
    for (String product : products) {
      int f = facing(shop, event, product);
      counts.merge(f, 1, Integer::sum);
      has.computeIfAbsent(product, k -> new ArrayList<>()).add(f);
    }
    List<Intent> takes = new ArrayList<>();
    counts.forEach((f, n) -> takes.add(new Intent.Take(f, n, true)));
    return takes;
  }

  private List<Intent> putBacks(SimStore shop, Event event, Map<String, List<Integer>> has) {
    List<Intent> puts = new ArrayList<>();
    List<String> products = event.products().isEmpty() ? List.of("") : event.products();
    for (String product : products) {
      List<Integer> from = has.getOrDefault(product, new ArrayList<>());
      if (!from.isEmpty()) {
        puts.add(new Intent.PutBack(from.removeLast(), facing(shop, event)));
      }
    }
    return puts;
  }

  /** Where an event happens: at the noted plates if anything stands there, else at the product. */
  private int facing(SimStore shop, Event event) {
    OptionalInt there = at(shop, event);
    String product = event.products().isEmpty() ? "" : event.products().getFirst();
    return there.isPresent() ? there.getAsInt() : facing(shop, event, product);
  }

  private int facing(SimStore shop, Event event, String product) {
    int best = -1;
    int far = Integer.MAX_VALUE;
    for (int f = 0; f < shop.facings().size(); f++) {
      Facing facing = shop.facings().get(f);
      if (shop.isInReach(f)
          && facing.product().value().equals(product)
          && distance(facing, event) < far) {
        best = f;
        far = distance(facing, event);
      }
    }
    if (best >= 0) {
      return best;
    }
    return at(shop, event)
        .orElseThrow(
            () ->
                new ScenarioException(
                    file,
                    event.line(),
                    event.field(),
                    (product.isEmpty() ? "a product unknown" : "product " + product)
                        + " and no facing of "
                        + shop.store().name()
                        + " at gondola "
                        + event.gondola()
                        + ", shelf "
                        + event.shelf()
                        + ", plates "
                        + event.plates(),
                    "a product that is placed within reach in the shop, or such a facing at its place"));
  }

  private static OptionalInt at(SimStore shop, Event event) {
    for (int plate : event.plates()) {
      PlateId id = new PlateId(event.gondola(), event.shelf(), plate);
      for (int f = 0; f < shop.facings().size(); f++) {
        if (shop.isInReach(f) && shop.facings().get(f).plates().contains(id)) {
          return OptionalInt.of(f);
        }
      }
    }
    return OptionalInt.empty();
  }

  /** Whole gondolas count most, then shelves, then plates. */
  private static int distance(Facing facing, Event event) {
    int plate = event.plates().isEmpty() ? 0 : event.plates().getFirst();
    return 10_000 * Math.abs(facing.shelf().gondola() - event.gondola())
        + 100 * Math.abs(facing.shelf().shelf() - event.shelf())
        + Math.abs(facing.plates().getFirst().plate() - plate);
  }
}
