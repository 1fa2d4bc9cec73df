package io.walkout.models.convert;

/** A net that cannot be converted; the message names the file, the node or the operator. */
public final class ConversionException extends IllegalArgumentException {
  /**
   * @param message one sentence for the person who gave the net
   */
  public ConversionException(String message) {
    super(message);
  }
}
