package io.walkout.cart.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.walkout.store.EventTime;
import io.walkout.store.people.People;
import java.util.function.DoublePredicate;
import org.junit.jupiter.api.Test;

/** How much of people's time goes unseen. */
class SightWatchTest {
  private final SightWatch watch = new SightWatch();
  private final People moment = new People();

  @Test
  void givenEverybodyIsAlwaysSeen_thenNothingIsHidden() {
    watch(1, 60, t -> true);

    assertThat(watch.hiddenShare()).isZero();
  }

  @Test
  void givenTwoSecondsOfFiveAreHidden_thenTheShareIsLearned() {
    watch(1, 300, t -> t % 5 < 3);

    assertThat(watch.hiddenShare()).isBetween(0.3, 0.45);
  }

  @Test
  void givenOneWhoGoesAndIsNeverSeenAgain_thenNothingWasHidden() {
    watch(1, 60, t -> t < 30);
    watch(2, 60, t -> true);

    assertThat(watch.hiddenShare()).isZero();
  }

  @Test
  void givenPosesOfAllThatAreMissingForAWhile_thenThatTimeWasHidden() {
    see(1, 0, 0);
    see(1, 0.1, 0.1);
    see(1, 5.1, 5.1);

    assertThat(watch.hiddenShare()).isGreaterThan(0.1);
  }

  private void watch(long person, int seconds, DoublePredicate isSeen) {
    double last = 0;
    for (int k = 0; k < 10 * seconds; k++) {
      last = isSeen.test(k / 10.0) ? k / 10.0 : last;
      see(person, k / 10.0, last);
    }
  }

  private void see(long person, double t, double lastSeen) {
    moment.clear((long) (t * EventTime.SECOND));
    moment.add(person, 0, 0, 0.1, (long) (lastSeen * EventTime.SECOND));
    watch.see(moment);
  }
}
