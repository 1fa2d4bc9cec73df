package io.walkout.models.net;

import ai.onnxruntime.OnnxJavaType;
import io.walkout.models.Embedder;
import io.walkout.store.signal.Detections;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * Tells how somebody looks with a re-identification net: the part of the box inside the picture,
 * stretched over the net's input. A file with colours last takes blue, green, red of 0..255
 * (Intel's Open Model Zoo); one with planes takes red, green, blue less ImageNet's mean over its
 * deviation (torchreid and its kin).
 */
public final class NetEmbedder implements Embedder {
  /** ImageNet's mean and deviation of blue, green, red. */
  private static final float[] MEAN = {103.53f, 116.28f, 123.675f};

  private static final float[] DEVIATION = {57.375f, 57.12f, 58.395f};

  private static final int MOST_NUMBERS = 4096;
  private static final String EXPECTED =
      "float32[1,H,W,3] or [1,3,H,W] in and float32[1,8..4096] out";

  private final NetSession session;
  private final PictureInput input;
  private final FloatBuffer answer;
  private final int length;
  private final Placement placement = new Placement();
  private long looks;
  private long faults;

  private NetEmbedder(NetSession session, PictureInput input) {
    this.session = session;
    this.input = input;
    this.answer = session.outputs().getFirst().floats();
    this.length = answer.capacity();
  }

  /** Takes over a file of this family. */
  static NetEmbedder open(NetFile file) throws NetException {
    PixelShape shape = PixelShape.of(file, "re-id", EXPECTED, 256, 128);
    NetSession session = NetSession.open(file, List.of(shape.sides()));
    try {
      NetTensor out = session.outputs().getFirst();
      if (shape.wholeNumbers()
          || session.outputs().size() != 1
          || out.type() != OnnxJavaType.FLOAT
          || out.side(0) != 1
          || out.numbers() < 8
          || out.numbers() > MOST_NUMBERS) {
        throw file.refused("re-id", EXPECTED);
      }
      PictureForm form =
          shape.planar()
              ? PictureForm.normalised(true, true, MEAN, DEVIATION, 0)
              : PictureForm.plain(false, false, 0);
      NetEmbedder embedder = new NetEmbedder(session, new PictureInput(session.input(0), form));
      embedder.probe(file);
      return embedder;
    } catch (NetException | RuntimeException e) {
      session.close();
      throw e;
    }
  }

  private void probe(NetFile file) throws NetException {
    int width = 128;
    int height = 256;
    Detections whole = new Detections();
    whole.add(0, 0, width, height, 1);
    float[] grey = new float[length];
    float[] noise = new float[length];
    if (!embed(BlankPictures.grey(width, height), width, height, whole, 0, grey)
        || !embed(BlankPictures.noise(width, height), width, height, whole, 0, noise)) {
      throw new NetException(
          file.path(), "answers a blank picture with NaN, infinity or zeros; expected a vector");
    }
    if (Arrays.equals(grey, noise)) {
      throw new NetException(
          file.path(), "answers different pictures with the same vector; expected a re-id net");
    }
    looks = 0;
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public boolean embed(
      ByteBuffer bgr, int width, int height, Detections people, int i, float[] vector) {
    if (!prepare(bgr, width, height, people, i)) {
      return false;
    }
    looks++;
    if (!session.run() || !read(vector)) {
      faults++;
      return false;
    }
    return true;
  }

  /** Lays the person into the net's input; false if too little of the person is in the picture. */
  boolean prepare(ByteBuffer bgr, int width, int height, Detections people, int i) {
    if (!Crops.inside(people, i, width, height, placement)) {
      return false;
    }
    placement.to(0, 0, input.width(), input.height());
    input.write(bgr, width, height, placement);
    return true;
  }

  private boolean read(float[] vector) {
    float squares = 0;
    for (int k = 0; k < length; k++) {
      squares += answer.get(k) * answer.get(k);
    }
    if (!(squares > 0 && squares < Float.POSITIVE_INFINITY)) {
      return false;
    }
    float scale = (float) (1 / Math.sqrt(squares));
    for (int k = 0; k < length; k++) {
      vector[k] = scale * answer.get(k);
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
