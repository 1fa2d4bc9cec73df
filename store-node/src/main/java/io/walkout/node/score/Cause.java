package io.walkout.node.score;

/** Why units on a receipt, or absent from it, are wrong. Each wrong unit has exactly one. */
public enum Cause {
  /** The person, the time and the place are right; the product is another. */
  WHAT_WRONG,
  /** The product is right; it was another person. */
  WHO_WRONG,
  /** The person and the product are right; the number is not. */
  COUNT_WRONG,
  /** Truly taken, and the run knew nothing of it. */
  MISSED,
  /** On a receipt, and nobody took anything like it. */
  INVENTED
}
