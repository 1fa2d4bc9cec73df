package io.walkout.store;

import java.util.Comparator;

/**
 * One level of a gondola, addressed {@code gondola/shelf}, both 1-based.
 *
 * @param gondola number of the gondola, from 1
 * @param shelf number of the shelf on it, from 1
 */
public record ShelfId(int gondola, int shelf) implements Comparable<ShelfId> {
  private static final Comparator<ShelfId> ORDER =
      Comparator.comparingInt(ShelfId::gondola).thenComparingInt(ShelfId::shelf);

  /** Throws {@link IllegalArgumentException} if a number is below 1. */
  public ShelfId {
    if (gondola < 1 || shelf < 1) {
      throw new IllegalArgumentException("a shelf address counts from 1: " + gondola + "/" + shelf);
    }
  }

  /** Reads {@code "1/5"}; throws {@link IllegalArgumentException} on anything else. */
  public static ShelfId parse(String text) {
    int[] n = PlateId.numbers(text, 2);
    return new ShelfId(n[0], n[1]);
  }

  @Override
  public int compareTo(ShelfId other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return gondola + "/" + shelf;
  }
}
