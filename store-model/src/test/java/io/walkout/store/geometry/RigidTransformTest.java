package io.walkout.store.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Moving and turning keeps lengths and can be undone. */
class RigidTransformTest {
  private final Random random = new Random(9);

  @Test
  void aQuarterTurnTakesXToY() {
    RigidTransform turn = RigidTransform.yaw(Math.PI / 2, new Vec3(1, 2, 3));

    near(turn.apply(new Vec3(1, 0, 0)), new Vec3(1, 3, 3));
    near(turn.rotate(new Vec3(0, 1, 5)), new Vec3(-1, 0, 5));
  }

  @Test
  void noTurnIsTheIdentity() {
    assertThat(RigidTransform.yaw(0, new Vec3(0, 0, 0))).isEqualTo(RigidTransform.IDENTITY);
  }

  @Test
  void rodriguesAboutTheVerticalIsAYaw() {
    Vec3 t = new Vec3(1, 2, 3);
    RigidTransform a = RigidTransform.rodrigues(new Vec3(0, 0, 0.7), t);
    RigidTransform b = RigidTransform.yaw(0.7, t);

    for (int i = 0; i < 9; i++) {
      assertThat(a.rotation()[i]).isCloseTo(b.rotation()[i], within(1e-12));
    }
    assertThat(RigidTransform.rodrigues(new Vec3(0, 0, 0), t).apply(new Vec3(1, 1, 1)))
        .isEqualTo(new Vec3(2, 3, 4));
  }

  @Test
  void everyTransformCanBeUndoneAndKeepsLengths() {
    for (int round = 0; round < 500; round++) {
      RigidTransform transform = RigidTransform.rodrigues(any(), any());
      Vec3 a = any();
      Vec3 b = any();

      near(transform.applyInverse(transform.apply(a)), a);
      assertThat(transform.apply(a).distanceTo(transform.apply(b)))
          .as("seed 9, round %d", round)
          .isCloseTo(a.distanceTo(b), within(1e-9));
    }
  }

  @Test
  void composingIsApplyingOneAfterTheOther() {
    for (int round = 0; round < 500; round++) {
      RigidTransform outer = RigidTransform.rodrigues(any(), any());
      RigidTransform inner = RigidTransform.rodrigues(any(), any());
      Vec3 p = any();

      near(outer.compose(inner).apply(p), outer.apply(inner.apply(p)));
    }
  }

  @Test
  void keepsItsOwnNumbers() {
    double[] r = {1, 0, 0, 0, 1, 0, 0, 0, 1};
    RigidTransform transform = new RigidTransform(r, new Vec3(0, 0, 0));
    r[0] = 5;
    transform.rotation()[4] = 5;

    assertThat(transform).isEqualTo(RigidTransform.IDENTITY);
    assertThatThrownBy(() -> new RigidTransform(new double[8], new Vec3(0, 0, 0)))
        .hasMessage("a rotation has 9 entries, found 8");
  }

  @Test
  void aTurnedBoxKnowsWhatIsNearAndInside() {
    OrientedBox box =
        new OrientedBox(RigidTransform.yaw(Math.PI / 2, new Vec3(5, 0, 1)), new Vec3(2, 1, 0.5));

    near(box.centre(), new Vec3(4.5, 1, 1.25));
    assertThat(box.distanceTo(new Vec3(4.5, 1, 1.2))).isCloseTo(0, within(1e-12));
    assertThat(box.distanceTo(new Vec3(7, 1, 1.2))).isCloseTo(2, within(1e-12));
    assertThat(box.floorDistanceTo(4.5, 5)).isCloseTo(3, within(1e-12));
    assertThat(box.footprint().contains(4.5, 1)).isTrue();
    assertThat(box.footprint().contains(5.5, 1)).isFalse();
    assertThatThrownBy(() -> new OrientedBox(RigidTransform.IDENTITY, new Vec3(1, -1, 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Vec3 any() {
    return new Vec3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
  }

  private static void near(Vec3 found, Vec3 expected) {
    assertThat(found.distanceTo(expected)).as("%s and %s", found, expected).isLessThan(1e-9);
  }
}
