package io.walkout.store;

/**
 * One identity on the floor plan, from door to door. Numbered by the person tracker in the order of
 * first sight, from 1.
 *
 * @param value the number, from 1
 */
public record PersonId(long value) implements Comparable<PersonId> {
  /** Throws {@link IllegalArgumentException} if the number is below 1. */
  public PersonId {
    if (value < 1) {
      throw new IllegalArgumentException("a person's number counts from 1: " + value);
    }
  }

  @Override
  public int compareTo(PersonId other) {
    return Long.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
