package io.walkout.billing;

/**
 * An answer does not fit the books: an unknown line, one decided otherwise, one that has changed.
 * The message is one sentence that names the answer. Nothing of its batch was applied.
 */
public final class ReviewRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ReviewRefusedException(ReviewAnswer answer, String why) {
    super(answer.at() + ": review " + answer.review() + " " + why);
  }
}
