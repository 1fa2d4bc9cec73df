package io.walkout.sim.scenario;

import io.walkout.sim.people.Intent;
import io.walkout.sim.world.Dice;
import java.util.List;

/**
 * One line of somebody's script, before the seed has chosen anything.
 *
 * @param line where it stands
 * @param field the keys that lead there
 * @param chance how likely it is done at all
 * @param deed makes the intents of it
 */
record Step(int line, String field, double chance, Deed deed) {
  /** What a step comes to once facings are chosen. */
  interface Deed {
    List<Intent> make(Cast cast, Dice dice);
  }
}
