package io.walkout.store;

import java.util.Comparator;

/**
 * One load-cell tile, addressed {@code gondola/shelf/plate}, all 1-based.
 *
 * @param gondola number of the gondola, from 1
 * @param shelf number of the shelf on it, from 1
 * @param plate number of the plate on the shelf, from 1
 */
public record PlateId(int gondola, int shelf, int plate) implements Comparable<PlateId> {
  private static final Comparator<PlateId> ORDER =
      Comparator.comparingInt(PlateId::gondola)
          .thenComparingInt(PlateId::shelf)
          .thenComparingInt(PlateId::plate);

  /** Throws {@link IllegalArgumentException} if a number is below 1. */
  public PlateId {
    if (gondola < 1 || shelf < 1 || plate < 1) {
      throw new IllegalArgumentException(
          "a plate address counts from 1: " + gondola + "/" + shelf + "/" + plate);
    }
  }

  /** Reads {@code "1/5/10"}; throws {@link IllegalArgumentException} on anything else. */
  public static PlateId parse(String text) {
    int[] n = numbers(text, 3);
    return new PlateId(n[0], n[1], n[2]);
  }

  /** The shelf this plate lies on. */
  public ShelfId shelfId() {
    return new ShelfId(gondola, shelf);
  }

  @Override
  public int compareTo(PlateId other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return gondola + "/" + shelf + "/" + plate;
  }

  static int[] numbers(String text, int count) {
    String[] parts = text.strip().split("/", -1);
    if (parts.length != count) {
      throw new IllegalArgumentException(
          "expected " + count + " numbers joined by '/', found '" + text + "'");
    }
    int[] numbers = new int[count];
    for (int i = 0; i < count; i++) {
      try {
        numbers[i] = Integer.parseInt(parts[i].strip());
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(
            "'" + parts[i] + "' in '" + text + "' is not a whole number", e);
      }
    }
    return numbers;
  }
}
