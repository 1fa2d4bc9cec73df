package io.walkout.bench.scorecard;

/** What a line states, as made of what the worlds say of it. */
interface CertaintyCurve {
  /** What this curve lets the claim state, 0..1. */
  double of(Claim claim);
}
