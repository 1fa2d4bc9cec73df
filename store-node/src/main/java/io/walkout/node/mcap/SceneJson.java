package io.walkout.node.mcap;

import com.fasterxml.jackson.core.JsonGenerator;
import io.walkout.store.geometry.OrientedBox;
import io.walkout.store.geometry.RigidTransform;
import io.walkout.store.geometry.Vec3;
import java.io.IOException;
import java.util.List;

/** Pieces of {@code foxglove.SceneUpdate}, in the store's frame. */
final class SceneJson {
  /** Name of the store's frame of reference. */
  static final String STORE = "store";

  private static final int LINE_STRIP = 0;
  private static final int LINE_LIST = 2;

  private SceneJson() {}

  /** A colour with its opacity. */
  record Paint(int rgb, double opacity) {
    void write(JsonGenerator json, String field) throws IOException {
      json.writeObjectFieldStart(field);
      JsonTopic.number(json, "r", (rgb >> 16 & 0xff) / 255.0);
      JsonTopic.number(json, "g", (rgb >> 8 & 0xff) / 255.0);
      JsonTopic.number(json, "b", (rgb & 0xff) / 255.0);
      JsonTopic.number(json, "a", opacity);
      json.writeEndObject();
    }
  }

  /** Begins an entity; one with the same id takes its place. */
  static void beginEntity(JsonGenerator json, String id, long nanos, long lifetimeNanos)
      throws IOException {
    json.writeStartObject();
    JsonTopic.time(json, "timestamp", nanos);
    json.writeStringField("frame_id", STORE);
    json.writeStringField("id", id);
    JsonTopic.time(json, "lifetime", lifetimeNanos);
    json.writeBooleanField("frame_locked", true);
  }

  static void cube(JsonGenerator json, OrientedBox box, Paint paint) throws IOException {
    json.writeStartObject();
    pose(json, box.centre(), box.pose());
    // A box without height would not be drawn.
    JsonTopic.vector(json, "size", box.size().x(), box.size().y(), Math.max(0.005, box.size().z()));
    paint.write(json, "color");
    json.writeEndObject();
  }

  static void sphere(JsonGenerator json, Vec3 at, double diameter, Paint paint) throws IOException {
    json.writeStartObject();
    pose(json, at, RigidTransform.IDENTITY);
    JsonTopic.vector(json, "size", diameter, diameter, diameter);
    paint.write(json, "color");
    json.writeEndObject();
  }

  /** Points joined one after the other. */
  static void strip(JsonGenerator json, List<Vec3> points, double thickness, Paint paint)
      throws IOException {
    line(json, LINE_STRIP, points, thickness, paint);
  }

  /** Each two points a line. */
  static void pieces(JsonGenerator json, List<Vec3> points, double thickness, Paint paint)
      throws IOException {
    line(json, LINE_LIST, points, thickness, paint);
  }

  private static void line(
      JsonGenerator json, int type, List<Vec3> points, double thickness, Paint paint)
      throws IOException {
    json.writeStartObject();
    json.writeNumberField("type", type);
    pose(json, new Vec3(0, 0, 0), RigidTransform.IDENTITY);
    JsonTopic.number(json, "thickness", thickness);
    json.writeBooleanField("scale_invariant", false);
    json.writeArrayFieldStart("points");
    for (Vec3 p : points) {
      json.writeStartObject();
      JsonTopic.number(json, "x", p.x());
      JsonTopic.number(json, "y", p.y());
      JsonTopic.number(json, "z", p.z());
      json.writeEndObject();
    }
    json.writeEndArray();
    paint.write(json, "color");
    json.writeEndObject();
  }

  static void label(JsonGenerator json, Vec3 at, String text, double size, Paint paint)
      throws IOException {
    json.writeStartObject();
    pose(json, at, RigidTransform.IDENTITY);
    json.writeBooleanField("billboard", true);
    JsonTopic.number(json, "font_size", size);
    json.writeBooleanField("scale_invariant", false);
    paint.write(json, "color");
    json.writeStringField("text", text);
    json.writeEndObject();
  }

  private static void pose(JsonGenerator json, Vec3 at, RigidTransform turned) throws IOException {
    json.writeObjectFieldStart("pose");
    JsonTopic.vector(json, "position", at.x(), at.y(), at.z());
    quaternion(json, "orientation", turned.rotation());
    json.writeEndObject();
  }

  /** A rotation (3x3, row-major) as a unit quaternion (Shepperd, 1978). */
  static void quaternion(JsonGenerator json, String field, double[] r) throws IOException {
    double[] q = new double[4];
    double[] squares = {
      1 + r[0] - r[4] - r[8], 1 - r[0] + r[4] - r[8], 1 - r[0] - r[4] + r[8], 1 + r[0] + r[4] + r[8]
    };
    int most = 0;
    for (int i = 1; i < 4; i++) {
      most = squares[i] > squares[most] ? i : most;
    }
    double twice = Math.sqrt(squares[most]);
    double s = 0.5 / twice;
    double[] products =
        switch (most) {
          case 0 -> new double[] {0, r[1] + r[3], r[2] + r[6], r[7] - r[5]};
          case 1 -> new double[] {r[1] + r[3], 0, r[5] + r[7], r[2] - r[6]};
          case 2 -> new double[] {r[2] + r[6], r[5] + r[7], 0, r[3] - r[1]};
          default -> new double[] {r[7] - r[5], r[2] - r[6], r[3] - r[1], 0};
        };
    for (int i = 0; i < 4; i++) {
      q[i] = i == most ? twice / 2 : s * products[i];
    }
    json.writeObjectFieldStart(field);
    json.writeNumberField("x", q[0]);
    json.writeNumberField("y", q[1]);
    json.writeNumberField("z", q[2]);
    json.writeNumberField("w", q[3]);
    json.writeEndObject();
  }
}
