package io.walkout.sim.people;

import io.walkout.sim.world.Dice;
import io.walkout.store.geometry.FloorPoint;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns what one shopper means to do into the activities that do it. */
final class Tasks {
  private final Shopper me;
  private final Ways ways;
  private final ShelfTasks shelf;
  private final Map<String, Integer> occasions = new HashMap<>();

  Tasks(Shopper me) {
    this.me = me;
    ways = new Ways(me);
    shelf = new ShelfTasks(me, ways);
  }

  void comeIn(Deque<Activity> todo) {
    ways.comeIn(todo);
  }

  void goOut(Deque<Activity> todo) {
    ways.goOut(todo);
  }

  Activity way(FloorPoint to) {
    return ways.way(to);
  }

  void add(Intent intent, Deque<Activity> todo, double now) {
    switch (intent) {
      case Intent.Look look -> {
        ways.goTo(look.facing(), todo);
        todo.add(new Standing(me, ways.headingTo(look.facing()), look.seconds(), now));
      }
      case Intent.Take take -> shelf.take(take, todo);
      case Intent.TakeStray take -> shelf.takeStray(take.facing(), todo);
      case Intent.ReachAcross across -> shelf.reachAcross(across, todo);
      case Intent.PutBack put -> shelf.putBack(put.from(), put.to(), todo);
      case Intent.PutAllBack all -> todo.add(new Later(shelf::putAllBack));
      case Intent.Touch touch ->
          shelf.reach(
              touch.facing(), new Hands.Touch(me, touch.facing()), touch.seconds(), 0.06, todo);
      case Intent.Lean lean ->
          shelf.reach(lean.facing(), new Hands.Lean(me, lean.facing()), lean.seconds(), 0.06, todo);
      case Intent.Crouch crouch ->
          shelf.reach(crouch.facing(), new Hands.Nothing(), crouch.seconds(), -0.12, todo);
      case Intent.SetBag bag -> shelf.setBag(bag, todo);
      case Intent.FetchBag bag -> shelf.fetchBag(todo);
      case Intent.Restock restock -> shelf.restock(restock, todo);
      case Intent.Until until -> todo.add(new Standing(me, Double.NaN, 0, until.seconds()));
      case Intent.Pause pause -> todo.add(new Standing(me, Double.NaN, pause.seconds(), now));
      case Intent.Stroll stroll -> ways.stroll(stroll, todo);
      case Intent.Follow follow -> {
        me.hold(null);
        ways.leavePlace();
        Shopper whom = scene().shoppers().get(follow.person());
        todo.add(new Later(() -> new Following(me, whom, dice().chance(0.5), follow.seconds())));
      }
      case Intent.Mark mark -> scene().appointments().mark(me.number(), mark.mark());
      case Intent.WaitFor wait -> await(wait, todo);
      case Intent.Together together -> gather(together, todo);
      case Intent.SwapHands swap ->
          todo.add(new Later(() -> Stowing.swap(me, me.holding().inHand(true) != null)));
      case Intent.Pocket pocket -> todo.add(new Later(() -> shelf.pocket(pocket.from())));
      case Intent.HandOver give ->
          handOver(give.to(), true, give.from(), give.patienceSeconds(), todo);
      case Intent.Receive get -> handOver(get.from(), false, -1, get.patienceSeconds(), todo);
    }
  }

  private Dice dice() {
    return me.dice();
  }

  private Scene scene() {
    return me.scene();
  }

  private boolean hasCome(Intent.WaitFor wait) {
    Shopper other = scene().shoppers().get(wait.person());
    return switch (wait.mark()) {
      case Intent.WaitFor.LEFT -> other.isGone();
      case Intent.WaitFor.ENTERED -> other.isInside() || other.isGone();
      default -> other.isGone() || scene().appointments().isMarked(wait.person(), wait.mark());
    };
  }

  private void await(Intent.WaitFor wait, Deque<Activity> todo) {
    Waiting waiting = new Waiting(me, ways);
    todo.add(
        (seconds, step) -> {
          if (hasCome(wait)) {
            return true;
          }
          waiting.step(seconds, step);
          return false;
        });
  }

  private void gather(Intent.Together together, Deque<Activity> todo) {
    List<Integer> people = together.people();
    todo.add(
        new Gathering(
            me,
            ways,
            scene().appointments().circle(people, occasion("together " + people)),
            together));
  }

  /** How often they came to a thing of that name before; counts up. */
  private int occasion(String name) {
    return occasions.merge(name, 1, Integer::sum) - 1;
  }

  private void handOver(int with, boolean gives, int from, double patience, Deque<Activity> todo) {
    int giver = gives ? me.number() : with;
    int receiver = gives ? with : me.number();
    if (gives) {
      todo.add(new Later(() -> shelf.intoHand(me.holding().lastFrom(from))));
    } else {
      todo.add(new Later(() -> shelf.emptyAHand(false)));
    }
    todo.add(
        new Later(
            () -> {
              String pair = giver + ">" + receiver;
              Holding.Held what = gives ? me.holding().lastFrom(from) : null;
              boolean left =
                  what == null
                      ? !me.holding().hasRoom(false)
                      : me.holding().whereIs(what) == Holding.Where.LEFT;
              return new HandingOver(
                  me,
                  scene().shoppers().get(with),
                  scene().appointments().meeting(giver, receiver, occasion(pair)),
                  gives,
                  what,
                  left,
                  patience);
            }));
    ways.leavePlace();
  }
}
