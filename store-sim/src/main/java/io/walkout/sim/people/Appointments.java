package io.walkout.sim.people;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What people in a scene agreed on: marks they wait for, and places where they meet. */
final class Appointments {
  private final Set<String> marks = new HashSet<>();
  private final Map<String, Circle> circles = new HashMap<>();
  private final Map<String, Meeting> meetings = new HashMap<>();

  void mark(int person, String mark) {
    marks.add(person + " " + mark);
  }

  boolean isMarked(int person, String mark) {
    return marks.contains(person + " " + mark);
  }

  /** What some people know of each other at their n-th gathering. */
  Circle circle(List<Integer> people, int occasion) {
    return circles.computeIfAbsent(people + " " + occasion, k -> new Circle());
  }

  /** The n-th meeting of one who gives and one who gets. */
  Meeting meeting(int giver, int receiver, int occasion) {
    return meetings.computeIfAbsent(giver + ">" + receiver + " " + occasion, k -> new Meeting());
  }

  /** People who gather to do something together. */
  static final class Circle {
    /** Who has come, though perhaps stepped aside since. */
    final Set<Integer> come = new HashSet<>();

    /** Who is in their place, now that all have come. */
    final Set<Integer> here = new HashSet<>();

    /** Somebody lost patience: nobody waits any more. */
    boolean isOff;

    /** When their hands do it. */
    final Moment moment = new Moment();
  }

  /** What two people who hand something over know of each other. Index 0 is who gives. */
  static final class Meeting {
    final boolean[] here = new boolean[2];
    final boolean[] ready = new boolean[2];
    final boolean[] left = new boolean[2];
    final boolean[] out = new boolean[2];
    int walker = -1;
    boolean isOff;
    boolean near;
    boolean passed;
    double passSeconds = Double.NaN;
  }
}
