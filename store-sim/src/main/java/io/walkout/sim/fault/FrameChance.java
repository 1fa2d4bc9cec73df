package io.walkout.sim.fault;

/**
 * Chance that can be asked in any order: the same key gives the same throw, whoever asks first.
 * Cameras ask frame by frame, each in a thread of its own perhaps. Immutable; the mixing is that of
 * SplitMix64 (Steele, Lea, Flood, "Fast splittable pseudorandom number generators", 2014).
 */
final class FrameChance {
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  private final long seed;

  FrameChance(long seed) {
    this.seed = seed;
  }

  /** Evenly from 0 (included) to 1 for this key. */
  double at(long who, long number) {
    long z = mix(mix(seed + GOLDEN * (who + 1)) + GOLDEN * (number + 1));
    return (z >>> 11) * 0x1.0p-53;
  }

  /** A number for a name, the same on every machine. */
  static long key(String name) {
    long hash = 1;
    for (int i = 0; i < name.length(); i++) {
      hash = mix(hash + name.charAt(i));
    }
    return hash;
  }

  private static long mix(long z) {
    long a = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    long b = (a ^ (a >>> 27)) * 0x94d049bb133111ebL;
    return b ^ (b >>> 31);
  }
}
