package io.walkout.sim.world;

import io.walkout.sim.floor.FloorMap;
import io.walkout.store.Door;
import io.walkout.store.DoorId;
import io.walkout.store.Layout;
import io.walkout.store.geometry.FloorPoint;
import io.walkout.store.geometry.FloorPolygon;
import io.walkout.store.geometry.FloorSegment;
import java.util.ArrayList;
import java.util.List;

/**
 * Doors for a layout that has none, or only one way: on the floor's border, where a metre of it is
 * clear of fixtures. The way in and the way out are the two such places farthest apart; where only
 * one of them is missing, it goes as far as it can from the other. Among equals the lower x wins
 * for the exit, then the lower y.
 */
final class DoorPlaces {
  /** As wide as a door; chosen. */
  private static final double DOOR_METRES = 1.0;

  /** Places looked at are so far apart. */
  private static final double STEP_METRES = 0.25;

  /** A floor of any size is asked at no more than so many places of its border. */
  private static final int MOST_PLACES = 400;

  private DoorPlaces() {}

  /** The layout's doors, and what they lack to let people in and out. */
  static List<Door> completed(Layout layout, FloorMap floor) {
    List<Door> doors = new ArrayList<>(layout.doors());
    boolean in = doors.stream().anyMatch(d -> d.use().letsIn());
    boolean out = doors.stream().anyMatch(d -> d.use().letsOut());
    if (in && out) {
      return doors;
    }
    List<FloorSegment> places = places(layout.floor(), floor);
    if (doors.isEmpty() && places.size() > 1) {
      FloorSegment[] pair = farthestPair(places);
      doors.add(new Door(new DoorId("entry"), Door.Use.ENTRY, pair[1]));
      doors.add(new Door(new DoorId("exit"), Door.Use.EXIT, pair[0]));
    } else if (doors.isEmpty() && places.size() == 1) {
      doors.add(new Door(new DoorId("door"), Door.Use.BOTH, places.getFirst()));
    } else if (doors.isEmpty()) {
      throw new IllegalArgumentException(
          "the store names no doors, and its floor has no metre of border clear of fixtures where"
              + " one could be; add doors to the store file");
    } else {
      Door has = doors.getFirst();
      FloorSegment far = places.isEmpty() ? has.threshold() : farthest(places, middle(has));
      Door.Use use = in ? Door.Use.EXIT : Door.Use.ENTRY;
      doors.add(new Door(new DoorId(free(in ? "exit" : "entry", doors)), use, far));
    }
    return doors;
  }

  private static List<FloorSegment> places(FloorPolygon border, FloorMap floor) {
    List<FloorSegment> places = new ArrayList<>();
    List<FloorPoint> corners = border.corners();
    double around = 0;
    for (int i = 0; i < corners.size(); i++) {
      around += corners.get(i).distanceTo(corners.get((i + 1) % corners.size()));
    }
    double step = Math.max(STEP_METRES, around / MOST_PLACES);
    for (int i = 0; i < corners.size(); i++) {
      FloorPoint a = corners.get(i);
      FloorPoint b = corners.get((i + 1) % corners.size());
      double length = a.distanceTo(b);
      for (double at = 0.05; at + DOOR_METRES + 0.05 <= length; at += step) {
        FloorSegment place =
            new FloorSegment(on(a, b, at / length), on(a, b, (at + DOOR_METRES) / length));
        if (isClear(place, floor)) {
          places.add(place);
        }
      }
    }
    return places;
  }

  /** Whether one can step in over all of its width but the elbows' room. */
  private static boolean isClear(FloorSegment place, FloorMap floor) {
    double dx = (place.b().x() - place.a().x()) / DOOR_METRES;
    double dy = (place.b().y() - place.a().y()) / DOOR_METRES;
    for (double side : new double[] {1, -1}) {
      boolean clear = true;
      for (double along : new double[] {0.3, 0.5, 0.7}) {
        double x = place.a().x() + along * dx - side * dy * 0.5;
        double y = place.a().y() + along * dy + side * dx * 0.5;
        clear = clear && floor.isReachable(x, y);
      }
      if (clear) {
        return true;
      }
    }
    return false;
  }

  private static FloorSegment[] farthestPair(List<FloorSegment> places) {
    FloorSegment[] best = {places.get(0), places.get(1)};
    double most = -1;
    for (int i = 0; i < places.size(); i++) {
      for (int j = i + 1; j < places.size(); j++) {
        double d = middle(places.get(i)).distanceTo(middle(places.get(j)));
        if (d > most + 1e-9) {
          most = d;
          best = new FloorSegment[] {places.get(i), places.get(j)};
        }
      }
    }
    FloorPoint a = middle(best[0]);
    FloorPoint b = middle(best[1]);
    boolean ordered = a.x() < b.x() || (a.x() == b.x() && a.y() <= b.y());
    return ordered ? best : new FloorSegment[] {best[1], best[0]};
  }

  private static FloorSegment farthest(List<FloorSegment> places, FloorPoint from) {
    FloorSegment best = places.getFirst();
    for (FloorSegment place : places) {
      if (middle(place).distanceTo(from) > middle(best).distanceTo(from) + 1e-9) {
        best = place;
      }
    }
    return best;
  }

  private static String free(String name, List<Door> doors) {
    String candidate = name;
    for (int i = 2; taken(candidate, doors); i++) {
      candidate = name + "-" + i;
    }
    return candidate;
  }

  private static boolean taken(String name, List<Door> doors) {
    return doors.stream().anyMatch(d -> d.id().value().equals(name));
  }

  private static FloorPoint middle(Door door) {
    return SimStore.middle(door);
  }

  private static FloorPoint middle(FloorSegment s) {
    return on(s.a(), s.b(), 0.5);
  }

  private static FloorPoint on(FloorPoint a, FloorPoint b, double share) {
    return new FloorPoint(a.x() + share * (b.x() - a.x()), a.y() + share * (b.y() - a.y()));
  }
}
