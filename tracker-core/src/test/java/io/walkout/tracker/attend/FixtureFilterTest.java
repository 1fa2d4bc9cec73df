package io.walkout.tracker.attend;

import static org.assertj.core.api.Assertions.assertThat;

import io.walkout.models.PersonDetector;
import io.walkout.store.EventTime;
import io.walkout.store.signal.Detections;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

/** Things that a net takes for people. */
class FixtureFilterTest {
  private final Picture picture = new Picture(5);
  private final FixtureFilter filter = new FixtureFilter(new SeesEverything());
  private final Detections found = new Detections();
  private long nanos;

  @Test
  void givenAMannequin_whenTenSecondsHavePassed_thenItIsNoPersonAnyMore() {
    for (int i = 0; i < 150; i++) {
      look(picture.empty(1).person(100, 50, 30, 90, 1));
      assertThat(found.count).isEqualTo(nanos <= 10 * EventTime.SECOND ? 1 : 0);
    }
  }

  @Test
  void givenAMannequin_whenSomebodyStandsBeforeIt_thenTheyAreSeen() {
    for (int i = 0; i < 150; i++) {
      look(picture.empty(1).person(100, 50, 30, 90, 1));
    }
    look(picture.empty(1).person(100, 50, 30, 90, 1).person(102, 52, 30, 90, 4));
    assertThat(found.count).isEqualTo(1);
    look(picture.empty(1).person(100, 50, 30, 90, 1));
    assertThat(found.count).as("and it is still no person").isZero();
  }

  @Test
  void givenSomebodyWhoStandsAndSways_thenTheyStayAPerson() {
    for (int i = 0; i < 600; i++) {
      look(picture.empty(1).person(100 + 2 * Math.sin(i * 0.25), 50, 30, 90, 1));
      assertThat(found.count).as("after %d pictures", i).isEqualTo(1);
    }
  }

  private void look(Picture shown) {
    nanos += EventTime.SECOND / 10;
    filter.detect(shown.bgr(), Picture.WIDTH, Picture.HEIGHT, nanos, found);
  }

  /** Sees a person at one place, whatever stands there. */
  private static final class SeesEverything implements PersonDetector {
    @Override
    public void detect(ByteBuffer bgr, int width, int height, long captureNanos, Detections out) {
      out.clear();
      out.add(100, 50, 30, 90, 0.8f);
    }

    @Override
    public void close() {}
  }
}
