package io.walkout.sim.people;

import io.walkout.sim.world.Stock;
import io.walkout.sim.world.Unit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one person has with them, and where: in which hand, in a bag, in a pocket. */
final class Holding {
  /** A hand that holds one small thing may take another one; chosen: a can, not a bottle of 1 l. */
  private static final double SMALL_METRES = 0.075;

  /** A unit and the facing it was taken from. */
  record Held(Unit unit, int facing) {}

  /** Where a thing can be. */
  enum Where {
    /** In the left hand. */
    LEFT,
    /** In the right hand. */
    RIGHT,
    /** In a bag, which cameras see. */
    BAG,
    /** In a pocket, out of sight. */
    POCKET;

    static Where hand(boolean left) {
      return left ? LEFT : RIGHT;
    }
  }

  private record Item(Held held, Where where) {}

  private final List<Item> items = new ArrayList<>();

  void add(Held held, Where where) {
    items.add(new Item(held, where));
  }

  /** Takes it away from this person; returns where it was. */
  Where remove(Held held) {
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i).held().equals(held)) {
        return items.remove(i).where();
      }
    }
    throw new IllegalStateException("is not held: " + held.unit().article().name());
  }

  void move(Held held, Where to) {
    remove(held);
    add(held, to);
  }

  Where whereIs(Held held) {
    return items.stream()
        .filter(i -> i.held().equals(held))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("is not held"))
        .where();
  }

  /** What is in one place, the oldest first. */
  List<Held> in(Where where) {
    return items.stream().filter(i -> i.where() == where).map(Item::held).toList();
  }

  List<Held> all() {
    return items.stream().map(Item::held).toList();
  }

  int size() {
    return items.size();
  }

  /** The unit last taken from a facing, or null. */
  @Nullable Held lastFrom(int facing) {
    for (int i = items.size() - 1; i >= 0; i--) {
      if (items.get(i).held().facing() == facing) {
        return items.get(i).held();
      }
    }
    return null;
  }

  @Nullable Unit inHand(boolean left) {
    List<Held> held = in(Where.hand(left));
    return held.isEmpty() ? null : held.getLast().unit();
  }

  /** Whether a hand can take hold of something. */
  boolean hasRoom(boolean left) {
    List<Held> held = in(Where.hand(left));
    return held.isEmpty()
        || (held.size() == 1 && held.getFirst().unit().article().widthMetres() < SMALL_METRES);
  }

  /** Everything leaves the shop with this person: sold, or taken away by the staff. */
  void leave(Stock stock, boolean staff) {
    for (Item item : items) {
      if (staff) {
        stock.withdraw(item.held().unit());
      } else {
        stock.sell(item.held().unit());
      }
    }
  }

  /** What is in either hand changes hands. */
  void swap() {
    List<Item> before = new ArrayList<>(items);
    items.clear();
    for (Item item : before) {
      items.add(
          switch (item.where()) {
            case LEFT -> new Item(item.held(), Where.RIGHT);
            case RIGHT -> new Item(item.held(), Where.LEFT);
            case BAG, POCKET -> item;
          });
    }
  }
}
