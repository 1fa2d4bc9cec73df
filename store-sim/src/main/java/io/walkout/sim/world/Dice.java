package io.walkout.sim.world;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * All chance in a simulation comes from here. The algorithm is named (L64X128MixRandom), so that a
 * seed means the same everywhere; each purpose has its own sequence, so that a change in one part
 * of the simulator does not reshuffle the others. Together with {@code StrictMath}, which this
 * module uses for the same reason, the bytes do not depend on the machine. Single-threaded.
 */
public final class Dice {
  private static final String ALGORITHM = "L64X128MixRandom";

  private final RandomGenerator generator;

  /** Dice of one simulation for one purpose; equal arguments give equal throws. */
  public Dice(long seed, String purpose) {
    generator = RandomGeneratorFactory.of(ALGORITHM).create(mix(seed ^ fnv1a(purpose)));
  }

  /** Evenly between {@code low} (included) and {@code high}. */
  public double between(double low, double high) {
    return low + (high - low) * generator.nextDouble();
  }

  /** Normal with mean 0 and standard deviation 1. */
  public double gaussian() {
    return generator.nextGaussian();
  }

  /** Normal with mean 0 and deviation {@code sigma}, never further out than three of them. */
  public double gaussian(double sigma) {
    return Math.clamp(generator.nextGaussian(), -3, 3) * sigma;
  }

  /** Log-normal: the median, and the standard deviation of the logarithm. */
  public double logNormal(double median, double sigmaLog) {
    return median * StrictMath.exp(gaussian(sigmaLog));
  }

  /** True with that probability. */
  public boolean chance(double probability) {
    return generator.nextDouble() < probability;
  }

  /** A whole number from 0 to {@code bound - 1}. */
  public int below(int bound) {
    return generator.nextInt(bound);
  }

  /** Any 64 bits. */
  public long bits() {
    return generator.nextLong();
  }

  /** FNV-1a, 64 bits (Fowler, Noll, Vo): stable across virtual machines. */
  private static long fnv1a(String text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }

  /**
   * The finaliser of SplitMix64 (Steele, Lea, Flood 2014): neighbouring seeds must not look alike.
   */
  private static long mix(long z) {
    long a = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    long b = (a ^ (a >>> 27)) * 0x94d049bb133111ebL;
    return b ^ (b >>> 31);
  }
}
