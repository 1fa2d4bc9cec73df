package io.walkout.sim.fault;

/**
 * A fault that can't be: a wrong name, parameter or value, or something that the shop does not
 * have. The message is one sentence for people that says what there is instead; who knows the line
 * it came from puts that in front.
 */
public final class FaultRefused extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  FaultRefused(String sentence) {
    super(sentence);
  }
}
