package io.walkout.store;

/**
 * Names the name of a camera in the store's layout.
 *
 * @param value the name, as in the store file
 */
public record CameraId(String value) implements Comparable<CameraId> {
  /** Throws {@link IllegalArgumentException} if the text is blank. */
  public CameraId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("a CameraId must not be blank");
    }
  }

  @Override
  public int compareTo(CameraId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
