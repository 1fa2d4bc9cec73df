package io.walkout.cart.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.walkout.store.geometry.OrientedBox;
import io.walkout.store.geometry.RigidTransform;
import io.walkout.store.geometry.Vec3;
import io.walkout.store.people.Joint;
import io.walkout.store.people.People;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class ReachEvidenceTest {
  private static final long SECOND = 1_000_000_000L;
  private static final OrientedBox PLACE =
      new OrientedBox(
          new RigidTransform(RigidTransform.IDENTITY.rotation(), new Vec3(0, 0, 0.8)),
          new Vec3(0.2, 0.4, 0.3));

  /** A pack lifted as a whole: its middle is where its plates say. */
  private static final double SPREAD_METRES = 0.02;

  private final PeopleHistory history = new PeopleHistory(30 * SECOND);
  private final ReachEvidence evidence = new ReachEvidence(history, SECOND / 3);

  private List<Reach> reaches(BiConsumer<Double, People> scene) {
    People moment = new People();
    for (int k = 0; k < 100; k++) {
      moment.clear(k * SECOND / 10);
      scene.accept(k / 10.0, moment);
      history.add(moment);
    }
    return evidence.weigh(PLACE, SPREAD_METRES, 5 * SECOND + SECOND / 2, SECOND * 289 / 1000);
  }

  @Test
  void givenAHandAtThePlaceAndAnotherHalfAMetreOff_thenTheFirstIsFarLikelier() {
    List<Reach> r =
        reaches(
            (t, p) -> {
              int a = p.add(1, 0.1, -0.4, 0.1, p.captureNanos);
              p.joint(a, Joint.LEFT_WRIST, 0.1, -0.05, 0.9, 0.03);
              int b = p.add(2, 0.6, -0.4, 0.1, p.captureNanos);
              p.joint(b, Joint.LEFT_WRIST, 0.72, -0.05, 0.9, 0.03);
              p.joint(b, Joint.RIGHT_WRIST, 0.9, -0.2, 0.9, 0.03);
            });

    assertThat(r.get(0).ratio()).isGreaterThan(100 * r.get(1).ratio());
    assertThat(r.get(0).with()).isEqualTo("LEFT_WRIST");
    assertThat(r.get(0).metres()).isBetween(0.04, 0.06);
  }

  @Test
  void givenOnlyAnElbow_thenTheForearmIsAllowedFor() {
    List<Reach> r =
        reaches(
            (t, p) -> {
              int a = p.add(1, 0.1, -0.5, 0.1, p.captureNanos);
              p.joint(a, Joint.RIGHT_ELBOW, 0.1, -0.35, 1.0, 0.03);
            });

    assertThat(r.getFirst().ratio()).isGreaterThan(1);
    assertThat(r.getFirst().with()).isEqualTo("RIGHT_ELBOW");
  }

  @Test
  void givenABodyBeyondAnArm_thenItIsPracticallyExcluded() {
    List<Reach> r =
        reaches(
            (t, p) -> {
              p.add(1, 0.1, -0.45, 0.1, p.captureNanos);
              p.add(2, 0.1, -1.3, 0.1, p.captureNanos);
            });

    assertThat(r.get(1).ratio()).isLessThan(0.002 * r.get(0).ratio());
  }

  @Test
  void givenOneWhoLingersAndOneWhoPassesHalfASecondAfter_thenTheFirstIsLikelier() {
    List<Reach> r = passing(6);

    assertThat(r.get(0).ratio()).isGreaterThan(1.5 * r.get(1).ratio());
  }

  @Test
  void givenOneWhoLingersAndOneWhoPassesJustAtTheStep_thenTheStepsTimeTellsThemApartLittle() {
    List<Reach> r = passing(5.5);

    assertThat(r.get(0).ratio() / r.get(1).ratio()).isBetween(1.05, 2.0);
  }

  /** One stays at the place, one runs by and is there at that second; the step is at 5.5 s. */
  private List<Reach> passing(double second) {
    return reaches(
        (t, p) -> {
          p.add(1, 0.1, -0.45, 0.1, p.captureNanos);
          p.add(2, 0.1 + 2.5 * (t - second), -0.45, 0.1, p.captureNanos);
        });
  }

  @Test
  void givenOneLostFromSightWithinAWalk_thenTheyMayBeThereAsWellAsAnywhere() {
    List<Reach> r =
        reaches(
            (t, p) -> {
              p.add(1, 2.5, -0.45, 0.1, t < 3.5 ? p.captureNanos : 3 * SECOND + SECOND / 2);
              p.add(2, 2.5, -0.45, 0.1, p.captureNanos);
            });

    assertThat(r.get(0).ratio()).isBetween(0.3, 1.6);
    assertThat(r.get(1).ratio()).isLessThan(0.01);
  }

  @Test
  void givenOneLostFromSightTooFarOff_thenTheyCanHardlyHaveComeInTime() {
    List<Reach> r =
        reaches(
            (t, p) -> p.add(1, 9, -0.45, 0.1, t < 3.5 ? p.captureNanos : 3 * SECOND + SECOND / 2));

    assertThat(r.getFirst().ratio()).isLessThan(0.01);
  }

  @Test
  void givenOneSeenAgainFarOffJustAfter_thenTheyWereNotThereInTheMeantime() {
    List<Reach> r =
        reaches(
            (t, p) -> {
              if (t < 3.5) {
                p.add(1, 0.1, -0.45, 0.1, p.captureNanos);
              } else if (t < 6) {
                p.add(1, 0.1, -0.45, 0.1, 3 * SECOND + SECOND / 2);
              } else {
                p.add(1, 4, -0.45, 0.1, p.captureNanos);
              }
            });

    assertThat(r.getFirst().ratio()).isLessThan(0.01);
  }

  @Test
  void givenNobody_thenThereIsNoReach() {
    assertThat(reaches((t, p) -> {})).isEmpty();
  }
}
