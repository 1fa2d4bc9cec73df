package io.walkout.store;

/**
 * Names one visit, from entering to leaving.
 *
 * @param value unique in the store for ever, the same in every replay of the same recording
 */
public record VisitId(String value) implements Comparable<VisitId> {
  /** Throws {@link IllegalArgumentException} if the text is blank. */
  public VisitId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("a VisitId must not be blank");
    }
  }

  @Override
  public int compareTo(VisitId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
