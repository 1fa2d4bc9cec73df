package io.walkout.store;

/**
 * Names the name of a door in the store's layout.
 *
 * @param value the name, as in the store file
 */
public record DoorId(String value) implements Comparable<DoorId> {
  /** Throws {@link IllegalArgumentException} if the text is blank. */
  public DoorId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("a DoorId must not be blank");
    }
  }

  @Override
  public int compareTo(DoorId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
