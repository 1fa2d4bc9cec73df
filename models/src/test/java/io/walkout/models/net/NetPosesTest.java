package io.walkout.models.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.walkout.models.NetFamily;
import io.walkout.store.signal.Detections;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetPosesTest {
  private static final int LEFT_WRIST = 9;

  @TempDir Path folder;

  private final Detections people = new Detections();
  private final float[] joints = new float[Detections.POSE];

  @BeforeEach
  void somebodyStandsThere() {
    Arrays.fill(joints, 0.5f);
    people.add(100, 40, 40, 80, 0.9f);
  }

  @Test
  void jointsComeInPixelsOfThePicture() throws NetException {
    joints[3 * LEFT_WRIST] = 0.25f;
    joints[3 * LEFT_WRIST + 1] = 1;
    joints[3 * LEFT_WRIST + 2] = 0.6f;
    try (NetPoses poses = open(joints)) {
      poses.estimate(Pictures.black(320, 240), 320, 240, people, 0);
      assertThat(poses.looks()).isEqualTo(1);
    }
    // A square of 100 pixels, a quarter more than the box is high, around (120, 80).
    assertThat(people.joints[3 * LEFT_WRIST]).isCloseTo(170, within(0.01f));
    assertThat(people.joints[3 * LEFT_WRIST + 1]).isCloseTo(55, within(0.01f));
    assertThat(people.joints[3 * LEFT_WRIST + 2]).isCloseTo(0.6f, within(1e-4f));
    assertThat(people.joints).startsWith(new float[] {120, 80, 0.5f}, within(0.01f));
  }

  @Test
  void aJointOfLowScoreWasNotFound() throws NetException {
    joints[3 * LEFT_WRIST + 2] = 0.05f;
    try (NetPoses poses = open(joints)) {
      poses.estimate(Pictures.black(320, 240), 320, 240, people, 0);
    }
    assertThat(people.joints[3 * LEFT_WRIST]).isNaN();
    assertThat(people.joints[3 * LEFT_WRIST + 1]).isNaN();
    assertThat(people.joints[3 * LEFT_WRIST + 2]).isCloseTo(0.05f, within(1e-4f));
  }

  @Test
  void anAnswerThatIsNoPoseLeavesNoneAndIsCounted() throws NetException {
    for (float wrong : new float[] {Float.NaN, Float.NEGATIVE_INFINITY, 40}) {
      float[] bad = joints.clone();
      bad[17] = wrong;
      try (NetPoses poses = open(bad)) {
        people.joints[0] = 3;
        poses.estimate(Pictures.white(320, 240), 320, 240, people, 0);
        assertThat(people.joints[0]).isNaN();
        assertThat(poses.faults()).isEqualTo(1);
        poses.estimate(Pictures.black(320, 240), 320, 240, people, 0);
        assertThat(people.joints[0]).isCloseTo(120, within(0.01f));
        assertThat(poses.faults()).isEqualTo(1);
      }
    }
  }

  @Test
  void whoIsOutsideThePictureIsNotLookedAt() throws NetException {
    people.clear();
    people.add(-500, 0, 40, 80, 0.9f);
    try (NetPoses poses = open(joints)) {
      poses.estimate(Pictures.black(320, 240), 320, 240, people, 0);
      assertThat(poses.looks()).isZero();
    }
    assertThat(people.joints[0]).isNaN();
  }

  @Test
  void anotherNumberOfJointsIsRefused() {
    Path net =
        TinyNets.fed(TinyNets.INT32, 200, 1, 64, 64, 3)
            .answers("joints", new float[63], 1, 1, 21, 3)
            .in(folder);
    assertThatThrownBy(() -> Nets.poses(NetFamily.MOVENET, net))
        .isInstanceOf(NetException.class)
        .hasMessageContaining("is no MoveNet net: expected int32 or float32 [1,S,S,3] in")
        .hasMessageContaining("found int32[1,64,64,3] 'picture' in and float32[1,1,21,3]");
  }

  /** White where the whole square is: the person stands well inside the picture. */
  private NetPoses open(float[] onWhite) throws NetException {
    Path net =
        TinyNets.fed(TinyNets.INT32, 200, 1, 64, 64, 3)
            .answers("joints", joints, onWhite, 1, 1, 17, 3)
            .in(folder);
    return Nets.poses(NetFamily.MOVENET, net);
  }
}
