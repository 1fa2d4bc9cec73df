package io.walkout.sim.people;

import java.util.List;

/**
 * One thing a shopper means to do inside the shop, between coming in and going out. Facings are
 * numbered as in the shop's planogram, people as the plans of the scene; a shopper walks to a
 * facing before doing anything at it.
 */
public sealed interface Intent {
  /** A hand. */
  enum Hand {
    /** The left one. */
    LEFT,
    /** The right one. */
    RIGHT,
    /** Whichever is free and nearer. */
    EITHER
  }

  /**
   * Stands before a facing and looks.
   *
   * @param facing where
   * @param seconds how long
   */
  record Look(int facing, double seconds) implements Intent {}

  /**
   * Takes units of a facing; fewer if it runs out.
   *
   * @param facing where
   * @param count how many, at least 1
   * @param atOnce whether one hand takes all in one reach
   * @param hand which hand
   */
  record Take(int facing, int count, boolean atOnce, Hand hand) implements Intent {
    /** With whichever hand. */
    public Take(int facing, int count, boolean atOnce) {
      this(facing, count, atOnce, Hand.EITHER);
    }
  }

  /**
   * Takes a unit that somebody left on a facing where it does not belong, if there is one.
   *
   * @param facing where
   */
  record TakeStray(int facing) implements Intent {}

  /**
   * Takes from a facing before which somebody else stands, in front of them; waits for them to
   * stand there.
   *
   * @param person whom to reach across
   * @param facing where
   * @param count how many, at once
   */
  record ReachAcross(int person, int facing, int count) implements Intent {}

  /**
   * Puts back the unit last taken from a facing; does nothing without one.
   *
   * @param from the facing it was taken from
   * @param to the facing it is put on
   */
  record PutBack(int from, int to) implements Intent {}

  /** Puts everything back where it came from. */
  record PutAllBack() implements Intent {}

  /**
   * Reaches out, presses the goods and takes nothing.
   *
   * @param facing where
   * @param seconds how long the hand rests there
   */
  record Touch(int facing, double seconds) implements Intent {}

  /**
   * Leans on the shelf's edge.
   *
   * @param facing where
   * @param seconds how long
   */
  record Lean(int facing, double seconds) implements Intent {}

  /**
   * Goes down before a facing and looks closely, a hand before the goods that touches nothing.
   *
   * @param facing where
   * @param seconds how long
   */
  record Crouch(int facing, double seconds) implements Intent {}

  /**
   * Waits until a moment of the simulation, to do things together with others.
   *
   * @param seconds simulation time; the past means no wait
   */
  record Until(double seconds) implements Intent {}

  /**
   * Stands for a while where they are.
   *
   * @param seconds how long
   */
  record Pause(double seconds) implements Intent {}

  /**
   * Walks somewhere.
   *
   * @param x metres, brought inside the free floor
   * @param y metres, likewise
   * @param straight whether they mean to go there in a straight line
   */
  record Stroll(double x, double y, boolean straight) implements Intent {
    /** By whatever way. */
    public Stroll(double x, double y) {
      this(x, y, false);
    }
  }

  /**
   * Walks behind somebody for a while; ends when they have left.
   *
   * @param person whom
   * @param seconds how long
   */
  record Follow(int person, double seconds) implements Intent {}

  /**
   * Remembers that they got this far, for those who wait for it.
   *
   * @param mark a name
   */
  record Mark(String mark) implements Intent {}

  /**
   * Waits until somebody has got somewhere in what they do; or has left, then it is no use waiting.
   *
   * @param person for whom
   * @param mark one of their marks, or {@link #ENTERED} or {@link #LEFT}
   */
  record WaitFor(int person, String mark) implements Intent {
    /** Has come in. */
    public static final String ENTERED = "entered";

    /** Has left. */
    public static final String LEFT = "left";
  }

  /**
   * Waits until everyone named has come to this same point, and then a moment of one's own.
   *
   * @param people everyone, oneself included, in ascending order
   * @param delaySeconds after the last has come
   * @param patienceSeconds who waited so long goes on alone, and so do those who come later;
   *     infinite for ever
   */
  record Together(List<Integer> people, double delaySeconds, double patienceSeconds)
      implements Intent {
    /** Waits for as long as it takes. */
    public Together(List<Integer> people, double delaySeconds) {
      this(people, delaySeconds, Double.POSITIVE_INFINITY);
    }

    /** Copies the list. */
    public Together {
      people = List.copyOf(people);
    }
  }

  /** What is in one hand goes to the other. */
  record SwapHands() implements Intent {}

  /**
   * Meets somebody and gives them the unit last taken from a facing.
   *
   * @param from the facing it was taken from
   * @param to who gets it; has to {@link Receive} it
   * @param patienceSeconds who waited so long for the other gives up, and both go on; infinite for
   *     never
   */
  record HandOver(int from, int to, double patienceSeconds) implements Intent {
    /** Waits for as long as it takes. */
    public HandOver(int from, int to) {
      this(from, to, Double.POSITIVE_INFINITY);
    }
  }

  /**
   * Meets somebody and gets what they hand over.
   *
   * @param from who gives
   * @param patienceSeconds as of {@link HandOver}
   */
  record Receive(int from, double patienceSeconds) implements Intent {
    /** Waits for as long as it takes. */
    public Receive(int from) {
      this(from, Double.POSITIVE_INFINITY);
    }
  }

  /**
   * Puts the unit last taken from a facing into a pocket.
   *
   * @param from the facing it was taken from
   */
  record Pocket(int from) implements Intent {}

  /**
   * Sets a bag on a shelf, before the goods of a facing.
   *
   * @param facing where
   * @param massGrams what it weighs
   */
  record SetBag(int facing, double massGrams) implements Intent {}

  /** Goes to where their bag stands and takes it away. */
  record FetchBag() implements Intent {}

  /**
   * Brings new units of a facing's product and puts them there; the staff does.
   *
   * @param facing where
   * @param count how many
   */
  record Restock(int facing, int count) implements Intent {}
}
