package io.walkout.tracker.floor;

/**
 * Everybody followed, as arrays by slot; {@link #order} lists the slots in use in the order of
 * their beginning, so that nothing depends on which slot was free.
 */
final class FloorTracks {
  /** Keys of camera tracks that a person is remembered by. */
  static final int KEYS = 8;

  final int capacity;
  final double[] state;
  final double[] covariance;
  final double[] priorState;
  final double[] priorCovariance;

  /** The person's number; 0 for who may be nobody. */
  final long[] number;

  /** Log odds that there is somebody. */
  final double[] odds;

  final long[] firstNanos;
  final long[] seenNanos;

  /** Moments at which some camera saw the person. */
  final int[] moments;

  /** Cameras that have ever seen the person, a bit each (the same for every 64th). */
  final long[] witnesses;

  /** Where the person was first seen. */
  final double[] firstX;

  final double[] firstY;

  /** Keys of the camera tracks of this person, the newest at the next place to be overwritten. */
  final int[] keys;

  final int[] keyNext;

  /** Slots in use, in order of beginning. */
  final int[] order;

  int count;
  private final int[] free;
  private int freeCount;

  FloorTracks(int capacity) {
    this.capacity = capacity;
    state = new double[PersonFilter.STATE * capacity];
    covariance = new double[PersonFilter.COVARIANCE * capacity];
    priorState = new double[PersonFilter.STATE * capacity];
    priorCovariance = new double[PersonFilter.COVARIANCE * capacity];
    number = new long[capacity];
    odds = new double[capacity];
    firstNanos = new long[capacity];
    seenNanos = new long[capacity];
    moments = new int[capacity];
    witnesses = new long[capacity];
    firstX = new double[capacity];
    firstY = new double[capacity];
    keys = new int[KEYS * capacity];
    keyNext = new int[capacity];
    order = new int[capacity];
    free = new int[capacity];
    for (int i = 0; i < capacity; i++) {
      free[i] = capacity - 1 - i;
    }
    freeCount = capacity;
  }

  /** A slot for somebody new, emptied; -1 if there is none left. */
  int begin(long nanos) {
    if (freeCount == 0) {
      return -1;
    }
    int slot = free[--freeCount];
    order[count++] = slot;
    number[slot] = 0;
    odds[slot] = 0;
    firstNanos[slot] = nanos;
    seenNanos[slot] = nanos;
    moments[slot] = 0;
    witnesses[slot] = 0;
    keyNext[slot] = 0;
    java.util.Arrays.fill(keys, KEYS * slot, KEYS * (slot + 1), 0);
    return slot;
  }

  /** Forgets the one at a place of {@link #order}; those after it move up. */
  void end(int place) {
    free[freeCount++] = order[place];
    System.arraycopy(order, place + 1, order, place, count - place - 1);
    count--;
  }

  /** Keeps what is expected before anything is seen. */
  void keepPrior(int slot) {
    System.arraycopy(
        state,
        PersonFilter.STATE * slot,
        priorState,
        PersonFilter.STATE * slot,
        PersonFilter.STATE);
    System.arraycopy(
        covariance,
        PersonFilter.COVARIANCE * slot,
        priorCovariance,
        PersonFilter.COVARIANCE * slot,
        PersonFilter.COVARIANCE);
  }

  /** Goes back to what was expected. */
  void restorePrior(int slot) {
    System.arraycopy(
        priorState,
        PersonFilter.STATE * slot,
        state,
        PersonFilter.STATE * slot,
        PersonFilter.STATE);
    System.arraycopy(
        priorCovariance,
        PersonFilter.COVARIANCE * slot,
        covariance,
        PersonFilter.COVARIANCE * slot,
        PersonFilter.COVARIANCE);
  }

  /** Whether a slot is somebody who is held to be there. */
  boolean firm(int slot) {
    return number[slot] != 0 && odds[slot] > 0;
  }

  /** Distance of two people, metres. */
  double apart(int a, int b) {
    double dx = state[PersonFilter.STATE * a] - state[PersonFilter.STATE * b];
    double dy = state[PersonFilter.STATE * a + 1] - state[PersonFilter.STATE * b + 1];
    return Math.sqrt(dx * dx + dy * dy);
  }

  /** Remembers that a camera's track is this person. */
  void remember(int slot, int key) {
    int at = KEYS * slot;
    for (int k = 0; k < KEYS; k++) {
      if (keys[at + k] == key) {
        return;
      }
    }
    keys[at + keyNext[slot]] = key;
    keyNext[slot] = (keyNext[slot] + 1) % KEYS;
  }

  /** Whether a camera's track is this person's. */
  boolean knows(int slot, int key) {
    for (int k = KEYS * slot; k < KEYS * (slot + 1); k++) {
      if (keys[k] == key) {
        return true;
      }
    }
    return false;
  }
}
