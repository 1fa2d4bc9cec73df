package io.walkout.sim.scenario;

import io.walkout.ingest.storefile.Problem;
import io.walkout.sim.people.Intent;
import io.walkout.sim.world.SimStore;
import io.walkout.sim.world.Stock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Goes through a play in thought before anything runs: everyone's intents in turn, who is soonest
 * first, with the least time that each can take. Finds what can't be: taking more than there is,
 * putting back what was never taken, waiting for what never happens, being somewhere before one can
 * be there. Single-threaded; one use.
 */
final class Rehearsal {
  private final Play play;
  private final SimStore shop;
  private final Ground ground;
  private final List<Actor> actors = new ArrayList<>();
  private final int[] stock;
  private final Map<Integer, Integer> strays = new HashMap<>();
  private final RehearsedMeetings meetings = new RehearsedMeetings(this, actors);

  Rehearsal(Play play, SimStore shop, Stock stock) {
    this.play = play;
    this.shop = shop;
    ground = new Ground(shop);
    this.stock = new int[shop.facings().size()];
    for (int f = 0; f < this.stock.length; f++) {
      this.stock[f] = stock.count(f);
    }
    for (int i = 0; i < play.plans().size(); i++) {
      actors.add(new Actor(i, play.plans().get(i), ground.door()));
    }
  }

  /** Throws on the first thing that can't be. */
  void run() {
    boolean moved = true;
    while (moved) {
      moved = false;
      List<Actor> soonest = new ArrayList<>(actors);
      soonest.sort((a, b) -> Double.compare(a.seconds, b.seconds));
      for (Actor actor : soonest) {
        if (advance(actor)) {
          moved = true;
          break;
        }
      }
    }
    for (Actor actor : actors) {
      if (!actor.isGone) {
        meetings.stuck(actor);
      }
    }
  }

  /** One step of one person; false if they are gone or have to wait. */
  private boolean advance(Actor a) {
    if (a.isGone) {
      return false;
    }
    if (!a.isIn) {
      return comeIn(a);
    }
    if (a.next == a.plan.intents().size()) {
      leave(a);
      return true;
    }
    Intent intent = a.plan.intents().get(a.next);
    if (!doneBy(a, intent)) {
      return false;
    }
    if (a.seconds > Ground.LONGEST_SECONDS) {
      refuse(
          a,
          a.plan.person() + " never leaves: is still there after an hour",
          "everybody to leave within an hour");
    }
    a.next++;
    return true;
  }

  private boolean comeIn(Actor a) {
    var arrival = a.plan.arrival();
    if (arrival.after() >= 0) {
      Actor before = actors.get(arrival.after());
      if (!before.isGone) {
        return false;
      }
      a.seconds = before.seconds + arrival.startSeconds();
    } else if (arrival.behind() >= 0) {
      Actor ahead = actors.get(arrival.behind());
      if (!ahead.isIn && !ahead.isGone) {
        return false;
      }
      a.seconds = ahead.cameSeconds + arrival.startSeconds();
    } else {
      a.seconds = arrival.startSeconds();
    }
    a.cameSeconds = a.seconds;
    a.isIn = true;
    return true;
  }

  private void leave(Actor a) {
    if (a.bagOn) {
      a.next--;
      refuse(a, a.plan.person() + " leaves a bag on a shelf", "'fetch-bag' before they leave");
    }
    a.leftSeconds = a.seconds + ground.wayOutSeconds(a.at);
    a.isIn = false;
    a.isGone = true;
  }

  private boolean doneBy(Actor a, Intent intent) {
    switch (intent) {
      case Intent.Look look -> goAndSpend(a, look.facing(), look.seconds());
      case Intent.Take take -> takes(a, take.facing(), take.count(), take.atOnce());
      case Intent.TakeStray take -> takesStray(a, take.facing());
      case Intent.ReachAcross across -> {
        if (!meetings.isThere(a, across.person(), "reaches across")) {
          return false;
        }
        takes(a, across.facing(), across.count(), true);
      }
      case Intent.PutBack put -> putsBack(a, put.from(), put.to());
      case Intent.PutAllBack all -> {
        for (int f : List.copyOf(a.held)) {
          putsBack(a, f, f);
        }
      }
      case Intent.Touch touch -> reaches(a, touch.facing(), touch.seconds());
      case Intent.Lean lean -> reaches(a, lean.facing(), lean.seconds());
      case Intent.Crouch crouch -> goAndSpend(a, crouch.facing(), crouch.seconds());
      case Intent.Until until -> keeps(a, until.seconds());
      case Intent.Pause pause -> a.seconds += pause.seconds();
      case Intent.Stroll stroll -> {
        ground.refusal(a.at, stroll).ifPresent(r -> refuse(a, r, Ground.EXPECTED));
        a.go(ground.place(stroll));
      }
      case Intent.Follow follow -> {
        if (!meetings.isThere(a, follow.person(), "follows")) {
          return false;
        }
        a.at = Ground.SOMEWHERE;
      }
      case Intent.Mark mark -> meetings.marks(a, mark.mark());
      case Intent.WaitFor wait -> {
        return meetings.waitsFor(a, wait);
      }
      case Intent.Together together -> {
        return meetings.gathers(a, together);
      }
      case Intent.SwapHands swap -> {
        if (a.held.size() == a.pocketed.size() && hasPlace(a)) {
          refuse(a, a.plan.person() + " changes hands with nothing in them", "'take' before it");
        }
        a.seconds += 1;
      }
      case Intent.HandOver give -> {
        return meetings.givesTo(a, give);
      }
      case Intent.Receive get -> {
        return meetings.gets(a, get);
      }
      case Intent.Pocket pocket -> {
        if (!a.held.contains(pocket.from())) {
          refuseNotHeld(a, "pockets", pocket.from());
        }
        a.pocket(pocket.from());
        a.seconds += 1;
      }
      case Intent.SetBag bag -> {
        if (a.bagOn) {
          refuse(a, "a bag is set down that stands on a shelf already", "'fetch-bag' first");
        }
        reaches(a, bag.facing(), 0.5);
        a.bagOn = true;
        a.bagFacing = bag.facing();
      }
      case Intent.FetchBag bag -> {
        if (!a.bagOn) {
          refuse(a, "a bag is taken away that stands on no shelf", "'set-bag' before it");
        }
        goAndSpend(a, a.bagFacing, 1);
        a.bagOn = false;
      }
      case Intent.Restock restock -> {
        if (!a.plan.isStaff()) {
          refuse(a, a.plan.person() + " is a customer", "'kind: staff' for who restocks");
        }
        reaches(a, restock.facing(), restock.count());
        stock[restock.facing()] += restock.count();
      }
    }
    return true;
  }

  private void goAndSpend(Actor a, int facing, double seconds) {
    ground
        .outOfReach(facing)
        .ifPresent(why -> refuse(a, why, "a facing that somebody can stand before"));
    a.go(ground.before(facing));
    a.seconds += seconds;
  }

  private void reaches(Actor a, int facing, double seconds) {
    ground
        .tooHigh(a.plan, facing)
        .ifPresent(height -> refuse(a, height, "a facing that is low enough, or a taller person"));
    goAndSpend(a, facing, seconds);
  }

  private void takes(Actor a, int facing, int count, boolean atOnce) {
    reaches(a, facing, atOnce ? 1.2 : 1.2 * count);
    // By chance shopping goes on at a facing that ran out; a script means what it says.
    if (stock[facing] < count && play.lines().strict() && hasPlace(a)) {
      refuse(
          a,
          count + " units are taken from " + Ground.describe(shop, facing),
          "at most the " + stock[facing] + " that are there then");
    }
    for (int i = 0; i < Math.min(count, stock[facing]); i++) {
      a.held.add(facing);
    }
    stock[facing] = Math.max(0, stock[facing] - count);
  }

  private void takesStray(Actor a, int facing) {
    reaches(a, facing, 1.2);
    int there = strays.getOrDefault(facing, 0);
    if (there == 0) {
      refuse(
          a,
          "a stray is taken from " + Ground.describe(shop, facing) + ", where nobody left one",
          "'put-back' to there before it, and 'wait-for' whoever does it");
    }
    strays.put(facing, there - 1);
    a.held.add(facing);
  }

  private void putsBack(Actor a, int from, int to) {
    if (!a.held.contains(from)) {
      if (!hasPlace(a)) {
        return;
      }
      refuseNotHeld(a, "puts back", from);
    }
    reaches(a, to, 1.2);
    a.lose(from);
    boolean home = shop.facings().get(from).product().equals(shop.facings().get(to).product());
    if (home) {
      stock[to]++;
    } else {
      strays.merge(to, 1, Integer::sum);
    }
  }

  private void keeps(Actor a, double seconds) {
    if (play.lines().strict() && a.seconds > seconds) {
      refuse(
          a,
          String.format(
              Locale.ROOT,
              "%s is to be there at %.1f s, and can't before %.1f s",
              a.plan.person(),
              seconds,
              a.seconds),
          "an appointment that can be kept: nobody is in two places at once");
    }
    a.seconds = Math.max(a.seconds, seconds);
  }

  /** Whether what somebody does next was written by hand, and can be refused by its line. */
  boolean hasPlace(Actor a) {
    return play.lines().at(a.number, a.next).line() > 0;
  }

  void refuseNotHeld(Actor a, String does, int facing) {
    refuse(
        a,
        a.plan.person()
            + " "
            + does
            + " a unit of "
            + Ground.describe(shop, facing)
            + " and holds none",
        "'take' from there before it");
  }

  void refuse(Actor a, String found, String expected) {
    Lines.Place place = play.lines().at(a.number, a.isIn ? a.next : -1);
    throw new ScenarioException(
        List.of(new Problem(play.lines().file(), place.line(), place.field(), found, expected)));
  }
}
