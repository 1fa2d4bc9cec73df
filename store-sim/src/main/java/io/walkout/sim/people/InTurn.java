package io.walkout.sim.people;

import java.util.List;

/** Activities one after another. */
final class InTurn implements Activity {
  private final List<Activity> all;
  private int at;

  InTurn(List<Activity> all) {
    this.all = all;
  }

  @Override
  public boolean step(double seconds, double step) {
    while (at < all.size() && all.get(at).step(seconds, step)) {
      at++;
    }
    return at == all.size();
  }
}
