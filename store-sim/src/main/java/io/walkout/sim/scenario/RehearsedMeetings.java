package io.walkout.sim.scenario;

import io.walkout.sim.people.Intent;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The part of a rehearsal in which people wait for each other. */
final class RehearsedMeetings {
  /** So long, and no longer, somebody waits for another one without being told to. */
  private static final double PATIENCE_SECONDS = 30;

  private final Rehearsal rehearsal;
  private final List<Actor> actors;
  private final Map<String, Double> marks = new HashMap<>();
  private final Map<String, Set<Integer>> gathered = new HashMap<>();

  RehearsedMeetings(Rehearsal rehearsal, List<Actor> actors) {
    this.rehearsal = rehearsal;
    this.actors = actors;
  }

  void marks(Actor a, String mark) {
    marks.put(a.number + " " + mark, a.seconds);
  }

  boolean waitsFor(Actor a, Intent.WaitFor wait) {
    Actor other = actors.get(wait.person());
    boolean there =
        switch (wait.mark()) {
          case Intent.WaitFor.LEFT -> other.isGone;
          case Intent.WaitFor.ENTERED -> other.isIn || other.isGone;
          default -> marks.containsKey(wait.person() + " " + wait.mark());
        };
    if (there) {
      a.seconds = Math.max(a.seconds, markSeconds(wait));
    } else if (other.isGone) {
      refuse(
          a,
          other.plan.person() + " left without ever coming to '" + wait.mark() + "'",
          "a 'mark' that " + other.plan.person() + " reaches");
    }
    return there;
  }

  /**
   * Whether somebody has come by now whom one needs to be there; refuses who has left, or comes
   * later than anybody waits for them.
   *
   * @param does what one means to do with them
   */
  boolean isThere(Actor a, int person, String does) {
    Actor other = actors.get(person);
    if (a.seconds >= other.leftSeconds) {
      refuse(
          a,
          a.plan.person() + " " + does + " " + name(person) + ", who has left by then",
          "somebody who is in the shop");
    }
    if (!other.isIn && !other.isGone) {
      return false;
    }
    if (other.cameSeconds > a.seconds + PATIENCE_SECONDS) {
      refuse(
          a,
          String.format(
              Locale.ROOT,
              "%s %s %s at %.1f s, who comes only at %.1f s",
              a.plan.person(),
              does,
              name(person),
              a.seconds,
              other.cameSeconds),
          "somebody who is there, or 'wait-for: " + name(person) + "' before it");
    }
    a.seconds = Math.max(a.seconds, other.cameSeconds);
    return true;
  }

  /** When at the soonest somebody got where one waits for them to get. */
  private double markSeconds(Intent.WaitFor wait) {
    Actor other = actors.get(wait.person());
    return switch (wait.mark()) {
      case Intent.WaitFor.LEFT -> other.leftSeconds;
      case Intent.WaitFor.ENTERED -> other.cameSeconds;
      default -> marks.getOrDefault(wait.person() + " " + wait.mark(), 0.0);
    };
  }

  boolean gathers(Actor a, Intent.Together together) {
    if (!together.people().contains(a.number)) {
      refuse(a, "people who gather without " + a.plan.person(), "their own name among them");
    }
    String people = together.people().toString();
    String key = people + " " + a.occasions.getOrDefault(people, 0);
    Set<Integer> come = gathered.computeIfAbsent(key, k -> new HashSet<>());
    come.add(a.number);
    if (come.size() < together.people().size()) {
      return false;
    }
    double last = a.seconds;
    for (int person : together.people()) {
      last = Math.max(last, actors.get(person).seconds);
    }
    a.seconds = last + together.delaySeconds();
    a.occasions.merge(people, 1, Integer::sum);
    return true;
  }

  boolean givesTo(Actor a, Intent.HandOver give) {
    if (!a.held.contains(give.from())) {
      if (!rehearsal.hasPlace(a)) {
        // By chance: the facing had run out.
        a.gives++;
        return true;
      }
      rehearsal.refuseNotHeld(a, "hands over", give.from());
    }
    Actor other = actors.get(give.to());
    if (!meets(other, a.number)) {
      if (other.isGone) {
        refuse(
            a,
            "something handed over to " + other.plan.person() + ", who has left by then",
            "'receive: {from: " + a.plan.person() + "}' in what they do");
      }
      return false;
    }
    a.lose(give.from());
    other.held.add(give.from());
    a.seconds = Math.max(a.seconds, other.seconds) + 1.5;
    other.seconds = a.seconds;
    other.next++;
    a.at = Ground.SOMEWHERE;
    other.at = Ground.SOMEWHERE;
    return true;
  }

  private boolean meets(Actor other, int giver) {
    return other.isIn
        && other.next < other.plan.intents().size()
        && other.plan.intents().get(other.next) instanceof Intent.Receive get
        && get.from() == giver;
  }

  boolean gets(Actor a, Intent.Receive get) {
    Actor giver = actors.get(get.from());
    if (giver.gives > 0) {
      giver.gives--;
      return true;
    }
    if (giver.isGone) {
      refuse(
          a,
          giver.plan.person() + " left without handing anything over",
          "'hand-over: {what: ..., to: " + a.plan.person() + "}' in what they do");
    }
    // The one who gives takes the other along.
    return false;
  }

  void stuck(Actor a) {
    if (!a.isIn) {
      refuse(a, a.plan.person() + " never comes in", "somebody before them who does");
    }
    Intent intent = a.plan.intents().get(a.next);
    String found =
        switch (intent) {
          case Intent.WaitFor w -> a.plan.person() + " waits for " + name(w.person()) + " for ever";
          case Intent.Together t ->
              a.plan.person()
                  + " waits for ever for "
                  + String.join(", ", t.people().stream().map(this::name).toList());
          case Intent.HandOver g ->
              "something handed over to " + name(g.to()) + ", who never receives it";
          case Intent.Receive g ->
              a.plan.person() + " waits for " + name(g.from()) + ", who never hands over";
          case Intent.ReachAcross r ->
              a.plan.person() + " reaches across " + name(r.person()) + ", who never comes before";
          case Intent.Follow f ->
              a.plan.person() + " follows " + name(f.person()) + ", who never comes before";
          default -> a.plan.person() + " never gets on";
        };
    refuse(a, found, "an appointment that both keep");
  }

  String name(int person) {
    return actors.get(person).plan.person();
  }

  private void refuse(Actor a, String found, String expected) {
    rehearsal.refuse(a, found, expected);
  }
}
