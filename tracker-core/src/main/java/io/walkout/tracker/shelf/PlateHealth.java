package io.walkout.tracker.shelf;

import io.walkout.store.PlateId;
import io.walkout.store.shelf.PlateTrouble;
import org.jspecify.annotations.Nullable;

/**
 * Tells a plate that is out of order from one that is handled. While it is erratic, nothing that it
 * says is believed; it has to keep still for half a minute to be heard again.
 */
final class PlateHealth {
  /**
   * Heavier goods are not lifted by one person: the limit of EN 1005-2. A plate that leaps so far
   * lies.
   */
  private static final double IMPOSSIBLE_GRAMS = 25_000;

  /** A bin is loud if its samples scatter by so many times what they do, and it shakes alone, */
  private static final double LOUD = 15;

  /** that is, its neighbours by less than this share of it. A hand or a load is felt beside. */
  private static final double ALONE_SHARE = 0.1;

  /**
   * Mean square of the differences between successive samples against the variance (von Neumann
   * 1941): 2 for noise; hands and swinging shelves, whose samples follow each other, have below 1.
   */
  private static final double NOISE_RATIO = 1.4;

  /** So many loud bins of lone noise, each forgotten in ten seconds, and the plate is erratic. */
  private static final double LOUD_BINS = 2.5;

  private static final double FORGET_PER_BIN = 0.01;

  /** An erratic plate must have been still for so long to be believed again. */
  private static final int STILL_BINS = 300;

  private final PlateId plate;
  private double loud;
  private int impossible;
  private int stillBins;

  PlateHealth(PlateId plate) {
    this.plate = plate;
  }

  /** Whether it is erratic. */
  boolean erratic;

  /** The worst that was found so far, for the summary; null if nothing was. */
  @Nullable PlateTrouble found;

  /** How many times that changed. */
  int troubles;

  /** Whether it is not known which plate of its shelf lies where. */
  boolean placeUnknown;

  private boolean disbelieved;

  /**
   * Looks at a bin.
   *
   * @param away from its level, grams; 0 if that is not known
   * @param deviation of its samples
   * @param usual what that is when nobody touches it, its shelf shaking as it does now
   * @param beside the greater deviation of its neighbours
   * @param noiseRatio of its samples, see above; asked of loud bins only
   * @return whether it became erratic now
   */
  boolean turnsErratic(
      double away, double deviation, double usual, double beside, double noiseRatio, long nanos) {
    impossible = Math.abs(away) > IMPOSSIBLE_GRAMS ? impossible + 1 : 0;
    loud = Math.max(0, loud - FORGET_PER_BIN);
    if (isLoud(deviation, usual, beside) && noiseRatio > NOISE_RATIO) {
      loud++;
    }
    if (impossible < 2 && loud < LOUD_BINS) {
      return false;
    }
    erratic = true;
    stillBins = 0;
    note(new PlateTrouble(plate, PlateTrouble.Kind.ERRATIC, nanos));
    return true;
  }

  /** Whether a bin is so loud, and its neighbours so calm, that its noise must be looked at. */
  static boolean isLoud(double deviation, double usual, double beside) {
    return deviation > LOUD * usual && beside < ALONE_SHARE * deviation;
  }

  /** Whether there was noise of its own lately: what it shows may be the beginning of the end. */
  boolean isSuspect() {
    return loud > 0.7;
  }

  /** Nothing that it says from now on is believed, however still it is. */
  void disbelieve() {
    disbelieved = true;
    erratic = true;
  }

  /** Whether nothing that it says will be believed. */
  boolean isDisbelieved() {
    return disbelieved;
  }

  /** While erratic: whether it has been still for long enough to be believed again. */
  boolean recovers(double deviation, double usual) {
    stillBins = deviation <= 4 * usual ? stillBins + 1 : 0;
    if (disbelieved || stillBins < STILL_BINS) {
      return false;
    }
    erratic = false;
    loud = 0;
    impossible = 0;
    return true;
  }

  /** Remembers what was found, the first time; of several kinds the worst. */
  void note(PlateTrouble trouble) {
    if (found == null || trouble.kind().compareTo(found.kind()) < 0) {
      found = trouble;
      troubles++;
    }
  }
}
