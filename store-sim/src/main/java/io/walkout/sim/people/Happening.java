package io.walkout.sim.people;

import io.walkout.sim.world.Article;
import io.walkout.store.ShelfId;
import io.walkout.store.geometry.Vec3;

/**
 * A true event: units really went from a shelf to a hand or back.
 *
 * @param take whether they were taken (else put back)
 * @param seconds the middle of the movement, simulation time
 * @param targetId who
 * @param article what
 * @param quantity how many units
 * @param facing on which facing, numbered as in the planogram
 * @param shelf on which shelf
 * @param changeGrams lasting change of each plate of that shelf
 * @param place where the hand was
 */
public record Happening(
    boolean take,
    double seconds,
    String targetId,
    Article article,
    int quantity,
    int facing,
    ShelfId shelf,
    double[] changeGrams,
    Vec3 place) {}
