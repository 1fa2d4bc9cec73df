package io.walkout.models.net;

import io.walkout.models.PoseEstimator;
import io.walkout.store.signal.Detections;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.List;

/**
 * Finds the joints of one person with MoveNet for a single person (Google; Lightning at 192,
 * Thunder at 256 pixels). It looks at a square around the box, larger than it by its publisher's
 * margin; what reaches beyond the picture is black, as there. Stateless between pictures.
 */
public final class NetPoses implements PoseEstimator {
  /**
   * Side of the square against the box's longer side: the publisher's 1.2 for the body, and a
   * little for arms that the box leaves out.
   */
  private static final float SQUARE = 1.25f;

  /** Scores under the publisher's threshold for its own cropping mean a joint that isn't seen. */
  private static final float LEAST_SCORE = 0.2f;

  /** Boxes lower than this show no joints. */
  private static final float LEAST_HEIGHT = 16;

  private static final String EXPECTED = "int32 or float32 [1,S,S,3] in and float32[1,1,17,3] out";

  private final NetSession session;
  private final PictureInput input;
  private final FloatBuffer answer;
  private final Placement placement = new Placement();
  private long looks;
  private long faults;

  private NetPoses(NetSession session, PictureInput input) {
    this.session = session;
    this.input = input;
    this.answer = session.outputs().getFirst().floats();
  }

  /** Takes over a file of this family. */
  static NetPoses open(NetFile file) throws NetException {
    PixelShape shape = PixelShape.of(file, "MoveNet", EXPECTED, 192, 192);
    if (shape.planar()) {
      file.close();
      throw file.refused("MoveNet", EXPECTED);
    }
    NetSession session = NetSession.open(file, List.of(shape.sides()));
    try {
      NetTensor out = session.outputs().getFirst();
      if (session.outputs().size() != 1 || out.sides() != 4 || out.numbers() != Detections.POSE) {
        throw file.refused("MoveNet", EXPECTED);
      }
      PictureForm form =
          shape.wholeNumbers()
              ? PictureForm.whole(false, true, 0)
              : PictureForm.plain(false, true, 0);
      NetPoses poses = new NetPoses(session, new PictureInput(session.input(0), form));
      poses.probe(file);
      return poses;
    } catch (NetException | RuntimeException e) {
      session.close();
      throw e;
    }
  }

  private void probe(NetFile file) throws NetException {
    int side = 256;
    Detections whole = new Detections();
    whole.add(0, 0, side, side, 1);
    estimate(BlankPictures.grey(side, side), side, side, whole, 0);
    estimate(BlankPictures.noise(side, side), side, side, whole, 0);
    if (faults > 0) {
      throw new NetException(
          file.path(),
          "answers blank pictures with numbers that are no joints; expected y, x and score of each"
              + " joint, all between 0 and 1");
    }
    looks = 0;
  }

  @Override
  public void estimate(ByteBuffer bgr, int width, int height, Detections people, int i) {
    int at = Detections.POSE * i;
    for (int k = 0; k < Detections.POSE; k++) {
      people.joints[at + k] = Float.NaN;
    }
    if (!prepare(bgr, width, height, people, i)) {
      return;
    }
    looks++;
    if (!session.run() || !read(people.joints, at)) {
      faults++;
    }
  }

  /** Lays the person into the net's input; false if there is nothing to look at. */
  boolean prepare(ByteBuffer bgr, int width, int height, Detections people, int i) {
    if (!SquareCrop.place(people, i, width, height, SQUARE, LEAST_HEIGHT, input, placement)) {
      return false;
    }
    input.write(bgr, width, height, placement);
    return true;
  }

  /** Writes the joints; false, leaving them alone, if they can't be. */
  boolean read(float[] joints, int at) {
    for (int k = 0; k < Detections.POSE; k++) {
      float value = answer.get(k);
      // Positions are shares of the square, at most a little outside it; scores are shares.
      if (!(value >= -1 && value <= 2)) {
        return false;
      }
    }
    for (int j = 0; j < Detections.JOINTS; j++) {
      float score = answer.get(3 * j + 2);
      boolean found = score >= LEAST_SCORE;
      joints[at + 3 * j] =
          found ? placement.pictureX(answer.get(3 * j + 1) * input.width()) : Float.NaN;
      joints[at + 3 * j + 1] =
          found ? placement.pictureY(answer.get(3 * j) * input.height()) : Float.NaN;
      joints[at + 3 * j + 2] = Math.clamp(score, 0, 1);
    }
    return true;
  }

  /** People looked at since the start. */
  public long looks() {
    return looks;
  }

  /** People of whom the net's answer could not be used. */
  public long faults() {
    return faults;
  }

  @Override
  public void close() {
    session.close();
  }
}
