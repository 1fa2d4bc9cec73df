package io.walkout.store;

import io.walkout.store.geometry.FloorPolygon;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What stands in a store and where: fixtures, cameras, doors, zones, and the floor people can walk
 * on. Immutable.
 */
public final class Layout {
  private final FloorPolygon floor;
  private final List<Gondola> gondolas;
  private final List<Camera> cameras;
  private final List<Door> doors;
  private final List<Zone> zones;
  private final Map<PlateId, Plate> plates = new HashMap<>();
  private final Map<ShelfId, Shelf> shelves = new HashMap<>();

  /**
   * Makes a layout.
   *
   * @param floor the area people may be in, fixtures included
   * @throws IllegalArgumentException if a gondola, shelf or plate is listed twice
   */
  public Layout(
      FloorPolygon floor,
      List<Gondola> gondolas,
      List<Camera> cameras,
      List<Door> doors,
      List<Zone> zones) {
    this.floor = floor;
    this.gondolas = List.copyOf(gondolas);
    this.cameras = List.copyOf(cameras);
    this.doors = List.copyOf(doors);
    this.zones = List.copyOf(zones);
    for (Gondola gondola : this.gondolas) {
      for (Shelf shelf : gondola.shelves()) {
        if (shelves.put(shelf.id(), shelf) != null) {
          throw new IllegalArgumentException("shelf " + shelf.id() + " is listed twice");
        }
        for (Plate plate : shelf.plates()) {
          if (plates.put(plate.id(), plate) != null) {
            throw new IllegalArgumentException("plate " + plate.id() + " is listed twice");
          }
        }
      }
    }
  }

  /** The area people may be in, fixtures included. */
  public FloorPolygon floor() {
    return floor;
  }

  /** The fixtures, in the order of the store file. */
  public List<Gondola> gondolas() {
    return gondolas;
  }

  /** The cameras, in the order of the store file. */
  public List<Camera> cameras() {
    return cameras;
  }

  /** The doors, in the order of the store file; empty if unknown. */
  public List<Door> doors() {
    return doors;
  }

  /** The zones, in the order of the store file. */
  public List<Zone> zones() {
    return zones;
  }

  /** The plate of that address, if the store has it. */
  public Optional<Plate> plate(PlateId id) {
    return Optional.ofNullable(plates.get(id));
  }

  /** The shelf of that address, if the store has it. */
  public Optional<Shelf> shelf(ShelfId id) {
    return Optional.ofNullable(shelves.get(id));
  }

  /** All shelves, gondola by gondola. */
  public List<Shelf> shelves() {
    List<Shelf> all = new ArrayList<>();
    gondolas.forEach(g -> all.addAll(g.shelves()));
    return all;
  }

  /** Number of plates in the store. */
  public int plateCount() {
    return plates.size();
  }

  /** Equal if everything stands in the same place, listed in the same order. */
  @Override
  public boolean equals(Object o) {
    return o instanceof Layout other
        && floor.equals(other.floor)
        && gondolas.equals(other.gondolas)
        && cameras.equals(other.cameras)
        && doors.equals(other.doors)
        && zones.equals(other.zones);
  }

  @Override
  public int hashCode() {
    return Objects.hash(floor, gondolas, cameras, doors, zones);
  }

  @Override
  public String toString() {
    return "Layout[" + floor + ", " + gondolas + ", " + cameras + ", " + doors + ", " + zones + "]";
  }
}
