package io.walkout.cart;

import io.walkout.cart.evidence.Evidence;
import io.walkout.store.DoorId;
import io.walkout.store.PersonId;
import io.walkout.store.PlateId;
import io.walkout.store.ShelfId;
import io.walkout.store.Store;
import io.walkout.store.cart.Assignment;
import io.walkout.store.cart.Cart;
import io.walkout.store.cart.CartEvent;
import io.walkout.store.geometry.FloorPoint;
import io.walkout.store.people.Joint;
import io.walkout.store.people.People;
import io.walkout.store.people.PersonEvent;
import io.walkout.store.shelf.PlateTrouble;
import io.walkout.store.shelf.ShelfChange;
import io.walkout.store.shelf.ShelfHealth;
import io.walkout.store.shelf.ShelfState;
import io.walkout.store.signal.DoorEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Drives a resolver as the pipeline would: moments at 20 Hz, changes announced a second after they
 * end, person events when told, {@code advance} after each.
 */
final class Visit {
  /** Who is where at a moment: adds the people there to {@code moment}. */
  interface Actor {
    void act(double seconds, People moment);
  }

  final List<CartEvent> events = new ArrayList<>();
  final CartResolver resolver;
  private final List<Actor> actors = new ArrayList<>();
  private final List<Input> inputs = new ArrayList<>();
  private final Store store;

  Visit(Store store) {
    this(store, ResolverSettings.of(store.policy()));
  }

  Visit(Store store, ResolverSettings settings) {
    this(store, settings, List.of());
  }

  /** With further sources of evidence. */
  Visit(Store store, ResolverSettings settings, List<Evidence> more) {
    this.store = store;
    resolver = new CartResolver(store, settings, more);
  }

  Visit actor(Actor actor) {
    actors.add(actor);
    return this;
  }

  /** Somebody who stands still from one time to another, without known joints. */
  Visit stands(long id, double from, double to, double x, double y) {
    return actor(
        (t, p) -> {
          if (t >= from && t <= to) {
            p.add(id, x, y, 0.1, Shop.at(t));
          }
        });
  }

  /** Somebody who stands still with joints: {@code joint, x, y, z} each. */
  Visit poses(long id, double from, double to, double x, double y, Object... joints) {
    return actor(
        (t, p) -> {
          if (t >= from && t <= to) {
            int i = p.add(id, x, y, 0.1, Shop.at(t));
            for (int k = 0; k < joints.length; k += 4) {
              p.joint(
                  i,
                  (Joint) joints[k],
                  ((Number) joints[k + 1]).doubleValue(),
                  ((Number) joints[k + 2]).doubleValue(),
                  ((Number) joints[k + 3]).doubleValue(),
                  0.04);
            }
          }
        });
  }

  Visit enters(long id, double at) {
    inputs.add(
        new Input(
            at,
            r ->
                r.person(
                    new PersonEvent.Appeared(
                        new PersonId(id), Shop.at(at), new FloorPoint(0, -1), null, "t" + id))));
    return this;
  }

  /** Shows a credential at the door and is seen there a moment later. */
  Visit entersOn(long id, double at, String credential) {
    DoorId front = new DoorId("front");
    inputs.add(
        new Input(
            at,
            r -> {
              r.door(new DoorEvent(front, Shop.at(at), DoorEvent.Kind.ENTRY, credential));
              r.person(
                  new PersonEvent.Appeared(
                      new PersonId(id), Shop.at(at + 0.1), new FloorPoint(0, -1), front, "t" + id));
            }));
    return this;
  }

  /** Leaves at a time; the tracker says so {@code late} seconds after. */
  Visit leaves(long id, double at, double late) {
    return goes(id, at, late, PersonEvent.Why.EXITED);
  }

  /** Is lost from sight at a time; the tracker gives them up {@code late} seconds after. */
  Visit isLost(long id, double at, double late) {
    return goes(id, at, late, PersonEvent.Why.LOST);
  }

  private Visit goes(long id, double at, double late, PersonEvent.Why why) {
    PersonEvent left =
        new PersonEvent.Left(new PersonId(id), Shop.at(at), new FloorPoint(0, -1), null, why);
    inputs.add(new Input(at + late, r -> r.person(left)));
    return this;
  }

  /** A plate is found to feel nothing. */
  Visit loses(PlateId plate, double at) {
    PlateTrouble dead = new PlateTrouble(plate, PlateTrouble.Kind.DEAD, Shop.at(at));
    ShelfId shelf = new ShelfId(plate.gondola(), plate.shelf());
    ShelfHealth health = new ShelfHealth(shelf, ShelfState.SOME_PLATES, List.of(dead), Shop.at(at));
    inputs.add(new Input(at, r -> r.shelf(health)));
    return this;
  }

  Visit feels(ShelfChange change) {
    return feelsLate(change, 1);
  }

  /** A change that is announced {@code late} seconds after its end. */
  Visit feelsLate(ShelfChange change, double late) {
    inputs.add(new Input((change.endNanos() - Shop.START) / 1e9 + late, r -> r.change(change)));
    return this;
  }

  /** Runs to {@code seconds} and ends the input. */
  Visit run(double seconds) {
    runTo(seconds);
    resolver.end(events::add);
    return this;
  }

  /** Runs to {@code seconds} without ending. Shelves settle 1.5 s behind. */
  Visit runTo(double seconds) {
    inputs.sort(Comparator.comparingDouble(Input::at));
    People moment = new People();
    int next = 0;
    for (int k = 0; k <= seconds * 20; k++) {
      double t = k / 20.0;
      moment.clear(Shop.at(t));
      for (Actor a : actors) {
        a.act(t, moment);
      }
      resolver.people(moment);
      while (next < inputs.size() && inputs.get(next).at <= t) {
        inputs.get(next++).into.accept(resolver);
      }
      resolver.advance(Shop.at(t), Shop.at(t - 1.5), events::add);
    }
    return this;
  }

  Store store() {
    return store;
  }

  List<Assignment> assignments() {
    return events.stream()
        .filter(Assignment.class::isInstance)
        .map(Assignment.class::cast)
        .toList();
  }

  Assignment only() {
    return assignments().getFirst();
  }

  Cart cart(long id) {
    return events.stream()
        .filter(Cart.class::isInstance)
        .map(Cart.class::cast)
        .filter(c -> c.person().value() == id)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no cart of " + id + " in " + events));
  }

  /** A cart's lines as "2 x cola, 1 x chips". */
  String holds(long id) {
    return String.join(
        ", ", cart(id).lines().stream().map(l -> l.quantity() + " x " + l.product()).toList());
  }

  private record Input(double at, java.util.function.Consumer<CartResolver> into) {}
}
