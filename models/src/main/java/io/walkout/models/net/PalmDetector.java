package io.walkout.models.net;

import ai.onnxruntime.OnnxJavaType;
import io.walkout.models.HandDetector;
import io.walkout.models.Hands;
import io.walkout.store.signal.Detections;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.List;

/**
 * MediaPipe's palm detector (F. Zhang and others, "MediaPipe Hands", 2020) on the square around one
 * person: given a whole picture of a shop's camera it finds nothing, since hands are too small in
 * it. Each anchor answers with a logit, the palm's centre and size, and seven points, all in pixels
 * of the input from the anchor's place.
 */
public final class PalmDetector implements HandDetector {
  /** Anchors of a place on each grid: 32, 16 and 8 across for an input of 256. */
  private static final int[] ANCHORS = {2, 2, 6};

  private static final int[] STRIDES = {8, 16, 32};
  private static final int NUMBERS = 5 + 2 * Hands.POINTS;

  /** Side of the square against the box's longer side; hands reach out of boxes. */
  private static final float SQUARE = 1.2f;

  private static final float LEAST_HEIGHT = 16;

  /** MediaPipe's own threshold, and its overlap of palms that are the same. */
  private static final float LEAST_SCORE = 0.5f;

  private static final float OVERLAP = 0.3f;

  private static final String EXPECTED =
      "float32[1,S,S,3] in and float32[1,anchors,19] out, with 2, 2 and 6 anchors in each cell of"
          + " 8, 16 and 32 pixels";

  private final NetSession session;
  private final PictureInput input;
  private final FloatBuffer answer;
  private final Placement placement = new Placement();

  /** Anchors' places in pixels of the input, x and y by turns. */
  private final float[] places;

  private final int[] hits;
  private long looks;
  private long faults;

  private PalmDetector(NetSession session, PictureInput input) {
    this.session = session;
    this.input = input;
    this.answer = session.outputs().getFirst().floats();
    this.places = places(input.width(), input.height());
    this.hits = new int[places.length / 2];
  }

  /** Takes over a file of this family. */
  static PalmDetector open(NetFile file) throws NetException {
    PixelShape shape = PixelShape.of(file, "palm", EXPECTED, 256, 256);
    NetSession session = NetSession.open(file, List.of(shape.sides()));
    try {
      NetTensor out = session.outputs().getFirst();
      int side = (int) shape.sides()[2];
      if (shape.planar()
          || shape.wholeNumbers()
          || session.outputs().size() != 1
          || out.type() != OnnxJavaType.FLOAT
          || out.sides() != 3
          || out.side(1) != places(side, (int) shape.sides()[1]).length / 2
          || out.side(2) != NUMBERS) {
        throw file.refused("palm", EXPECTED);
      }
      PictureForm form = PictureForm.scaled(false, true, 1 / 255f, 0);
      PalmDetector detector = new PalmDetector(session, new PictureInput(session.input(0), form));
      detector.probe(file);
      return detector;
    } catch (NetException | RuntimeException e) {
      session.close();
      throw e;
    }
  }

  private static float[] places(int width, int height) {
    int count = 0;
    for (int g = 0; g < STRIDES.length; g++) {
      count += ANCHORS[g] * (width / STRIDES[g]) * (height / STRIDES[g]);
    }
    float[] places = new float[2 * count];
    int at = 0;
    for (int g = 0; g < STRIDES.length; g++) {
      for (int y = 0; y < height / STRIDES[g]; y++) {
        for (int x = 0; x < width / STRIDES[g]; x++) {
          for (int k = 0; k < ANCHORS[g]; k++) {
            places[at++] = (x + 0.5f) * STRIDES[g];
            places[at++] = (y + 0.5f) * STRIDES[g];
          }
        }
      }
    }
    return places;
  }

  private void probe(NetFile file) throws NetException {
    int side = 256;
    Detections whole = new Detections();
    Hands hands = new Hands();
    whole.add(0, 0, side, side, 1);
    find(BlankPictures.grey(side, side), side, side, whole, 0, hands);
    find(BlankPictures.noise(side, side), side, side, whole, 0, hands);
    if (faults > 0) {
      throw new NetException(
          file.path(), "answers blank pictures with NaN or infinity; expected numbers");
    }
    looks = 0;
  }

  @Override
  public void find(ByteBuffer bgr, int width, int height, Detections people, int i, Hands out) {
    out.clear();
    if (!SquareCrop.place(people, i, width, height, SQUARE, LEAST_HEIGHT, input, placement)) {
      return;
    }
    looks++;
    input.write(bgr, width, height, placement);
    if (!session.run() || !read(out)) {
      faults++;
      out.clear();
    }
  }

  /** Palms by falling score; false if a number is none. */
  private boolean read(Hands out) {
    float least = (float) Math.log(LEAST_SCORE / (1 - LEAST_SCORE));
    int found = 0;
    for (int a = 0; a < hits.length; a++) {
      float logit = answer.get(a * NUMBERS);
      if (logit >= least) {
        hits[found++] = a;
      } else if (Float.isNaN(logit)) {
        return false;
      }
    }
    while (found > 0 && out.count < Hands.CAPACITY) {
      int best = 0;
      for (int k = 1; k < found; k++) {
        best = answer.get(hits[k] * NUMBERS) > answer.get(hits[best] * NUMBERS) ? k : best;
      }
      if (!add(hits[best], out)) {
        return false;
      }
      hits[best] = hits[--found];
    }
    return true;
  }

  /** Adds an anchor's palm unless it is there already; false if a number is none. */
  private boolean add(int anchor, Hands out) {
    int at = anchor * NUMBERS;
    float x = placement.pictureX(places[2 * anchor] + answer.get(at + 1));
    float y = placement.pictureY(places[2 * anchor + 1] + answer.get(at + 2));
    float side = Math.max(answer.get(at + 3), answer.get(at + 4)) * placement.scaleX();
    if (!Float.isFinite(x + y + side)) {
      return false;
    }
    for (int k = 0; k < out.count; k++) {
      if (overlap(x, y, side, out.palms, 3 * k) > OVERLAP) {
        return true;
      }
    }
    int n = out.count++;
    out.palms[3 * n] = x;
    out.palms[3 * n + 1] = y;
    out.palms[3 * n + 2] = side;
    out.scores[n] = (float) (1 / (1 + Math.exp(-answer.get(at))));
    for (int p = 0; p < Hands.POINTS; p++) {
      int to = 2 * (Hands.POINTS * n + p);
      float pointX = answer.get(at + 5 + 2 * p);
      float pointY = answer.get(at + 6 + 2 * p);
      out.points[to] = placement.pictureX(places[2 * anchor] + pointX);
      out.points[to + 1] = placement.pictureY(places[2 * anchor + 1] + pointY);
    }
    return true;
  }

  private static float overlap(float x, float y, float side, float[] squares, int at) {
    float half = side / 2;
    float other = squares[at + 2] / 2;
    float w = Math.min(x + half, squares[at] + other) - Math.max(x - half, squares[at] - other);
    float h =
        Math.min(y + half, squares[at + 1] + other) - Math.max(y - half, squares[at + 1] - other);
    float both = Math.max(0, w) * Math.max(0, h);
    return both / (side * side + squares[at + 2] * squares[at + 2] - both);
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
