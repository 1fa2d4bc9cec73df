package io.walkout.sim.people;

import io.walkout.sim.world.Unit;
import io.walkout.store.geometry.Vec3;
import java.util.List;

/**
 * Something that somebody truly did and that changed no stock on a shelf.
 *
 * @param kind what
 * @param seconds when, simulation time: the middle of the movement
 * @param targetId who
 * @param otherTargetId to or with whom; empty if with nobody
 * @param units the goods it was done with; none if with none
 * @param facing at which facing, numbered as in the planogram; -1 if at none
 * @param massGrams what was set on or taken off the shelf and is no goods; 0 else
 * @param place where the hand was
 */
public record Act(
    Kind kind,
    double seconds,
    String targetId,
    String otherTargetId,
    List<Unit> units,
    int facing,
    double massGrams,
    Vec3 place) {
  /** What people do. */
  public enum Kind {
    /** Units changed owner: who did it gave, the other got. */
    HAND_OVER,
    /** Units went from a hand to a pocket. */
    POCKET,
    /** Units went from a hand to a bag. */
    STOW,
    /** Units came from a bag or a pocket to a hand. */
    FETCH,
    /** Units went from one hand to the other. */
    SWAP,
    /** A bag was set on a shelf. */
    BAG_ON,
    /** A bag was taken off a shelf. */
    BAG_OFF,
    /** Goods were touched and none taken. */
    TOUCH,
    /** Somebody leaned on a shelf. */
    LEAN
  }

  /** Copies the list. */
  public Act {
    units = List.copyOf(units);
  }
}
