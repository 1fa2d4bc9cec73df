package io.walkout.sim.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.walkout.sim.world.Dice;
import io.walkout.store.geometry.Vec3;
import io.walkout.store.people.Joint;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class BodyTest {
  private final Body body = new Body(BodyShape.adult(new Dice(3, "body")));

  private Vec3 at(Joint joint) {
    int k = 3 * joint.ordinal();
    return new Vec3(body.joints[k], body.joints[k + 1], body.joints[k + 2]);
  }

  @Test
  void bonesKeepTheirLengthsWhateverTheHandDoes() {
    Body.Reach reach = body.plan(0, -0.5, Math.PI / 2, new Vec3(0.2, 0.2, 0.5), false);
    for (double share = 0; share <= 1; share += 0.05) {
      body.pose(0, -0.5, Math.PI / 2, 0, 0, null, 0, reach, share);
      for (boolean left : new boolean[] {true, false}) {
        Vec3 s = at(left ? Joint.LEFT_SHOULDER : Joint.RIGHT_SHOULDER);
        Vec3 e = at(left ? Joint.LEFT_ELBOW : Joint.RIGHT_ELBOW);
        Vec3 w = at(left ? Joint.LEFT_WRIST : Joint.RIGHT_WRIST);
        assertThat(s.distanceTo(e)).isCloseTo(0.186 * body.height, Offset.offset(0.02));
        assertThat(e.distanceTo(w)).isCloseTo(0.146 * body.height, Offset.offset(0.02));
      }
    }
  }

  @Test
  void aHandGetsToTheLowestAndTheHighestShelf() {
    for (double z : new double[] {0.38, 0.6, 1.0, 1.4, 1.75}) {
      Vec3 grip = new Vec3(0.15, 0.12, z);
      Body.Reach reach = body.plan(0, -0.45, Math.PI / 2, grip, false);
      body.pose(0, -0.45, Math.PI / 2, 0, 0, null, 0, reach, 1);
      assertThat(at(Joint.RIGHT_WRIST).distanceTo(grip)).as("height %f", z).isLessThan(0.2);
    }
  }

  @Test
  void whoStandsUprightHasTheHeadOnTop() {
    body.pose(1, -1, 0, 0, 0, null, 0, null, 0);
    assertThat(at(Joint.HEAD).z()).isBetween(0.88 * body.height, body.height);
    assertThat(at(Joint.LEFT_SHOULDER).y()).isGreaterThan(at(Joint.RIGHT_SHOULDER).y());
  }
}
