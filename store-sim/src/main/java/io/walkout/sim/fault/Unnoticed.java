package io.walkout.sim.fault;

import io.walkout.sim.world.SimStore;
import io.walkout.store.Door;
import io.walkout.store.DoorId;
import java.util.List;
import java.util.Optional;

/** People whom somebody fails to notice: a door, or an external tracker for a stretch of time. */
sealed interface Unnoticed {
  /** A door that misses a share of those who pass; all doors if none is named. */
  record AtDoor(Optional<DoorId> door, double share, FrameChance chance) implements Unnoticed {
    static AtDoor of(Choices choices, SimStore shop, List<String> said) {
      List<String> names = shop.store().layout().doors().stream().map(d -> d.id().value()).toList();
      Optional<String> given = choices.given("door");
      if (given.isPresent() && !names.contains(given.get())) {
        throw choices.refused(
            "this shop has no door '" + given.get() + "'; it has " + String.join(", ", names));
      }
      double share = choices.number("share", 0.3);
      said.add(
          choices.says(
              given.map(d -> "door " + d).orElse("every door")
                  + " misses "
                  + FrameFault.percent(share)
                  + " of those who pass"));
      return new AtDoor(given.map(DoorId::new), share, new FrameChance(choices.dice().bits()));
    }

    boolean misses(Door at, long pass) {
      return (door.isEmpty() || door.get().equals(at.id()))
          && chance.at(FrameChance.key(at.id().value()), pass) < share;
    }
  }

  /** Stretches in which a tracker does not see a person; each person's own. */
  record InPoses(double share, double length, FrameChance chance) implements Unnoticed {
    static InPoses of(Choices choices, List<String> said) {
      double share = choices.number("share", 0.2);
      double length = choices.number("seconds", 3);
      said.add(
          choices.says(
              "each person goes unseen for "
                  + FrameFault.percent(share)
                  + " of the time, "
                  + Parameter.text(length)
                  + " s at a time"));
      return new InPoses(share, length, new FrameChance(choices.dice().bits()));
    }

    boolean hides(long person, double seconds) {
      double phase = chance.at(person, -1);
      long stretch = (long) Math.floor(seconds / length + phase);
      return chance.at(person, stretch) < share;
    }
  }
}
