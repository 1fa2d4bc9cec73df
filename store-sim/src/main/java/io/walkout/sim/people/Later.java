package io.walkout.sim.people;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An activity that is chosen only when its turn comes, from how things stand then. */
final class Later implements Activity {
  private final Supplier<Activity> choice;
  private @Nullable Activity chosen;

  Later(Supplier<Activity> choice) {
    this.choice = choice;
  }

  @Override
  public boolean step(double seconds, double step) {
    Activity now = chosen;
    if (now == null) {
      now = choice.get();
      chosen = now;
    }
    return now.step(seconds, step);
  }
}
