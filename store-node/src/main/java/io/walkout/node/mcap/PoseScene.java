package io.walkout.node.mcap;

import com.fasterxml.jackson.core.JsonGenerator;
import io.walkout.store.EventTime;
import io.walkout.store.geometry.Vec3;
import io.walkout.store.people.Joint;
import io.walkout.store.signal.PoseSet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** People by another tracker's poses: joints, bones and their names in the scene. */
final class PoseScene {
  /** After this without news somebody is not drawn any more. */
  private static final long LIFETIME_NANOS = EventTime.SECOND / 2;

  private static final Joint[][] BONES = {
    {Joint.HEAD, Joint.NECK},
    {Joint.NECK, Joint.LEFT_SHOULDER},
    {Joint.NECK, Joint.RIGHT_SHOULDER},
    {Joint.LEFT_SHOULDER, Joint.LEFT_ELBOW},
    {Joint.LEFT_ELBOW, Joint.LEFT_WRIST},
    {Joint.RIGHT_SHOULDER, Joint.RIGHT_ELBOW},
    {Joint.RIGHT_ELBOW, Joint.RIGHT_WRIST},
  };

  private static final int[] COLOURS = {0x0072B2, 0xD55E00, 0x009E73, 0xAA3377, 0xC9A227, 0x56B4E9};

  private final McapWriter writer;
  private final List<String> seen = new ArrayList<>();
  private @Nullable JsonTopic topic;

  PoseScene(McapWriter writer) {
    this.writer = writer;
  }

  void write(PoseSet poses, long nanos, long arrivalNanos) throws IOException {
    if (topic == null) {
      topic = new JsonTopic(writer, "/poses", Schemas.SCENE_UPDATE_NAME, Schemas.SCENE_UPDATE);
    }
    topic.write(
        nanos,
        json -> {
          json.writeArrayFieldStart("entities");
          for (int i = 0; i < poses.count; i++) {
            person(json, poses, i, nanos, arrivalNanos);
          }
          json.writeEndArray();
        });
  }

  private void person(JsonGenerator json, PoseSet poses, int i, long nanos, long arrivalNanos)
      throws IOException {
    SceneJson.Paint paint = paint(poses.targetIds[i]);
    SceneJson.beginEntity(json, poses.targetIds[i], nanos, LIFETIME_NANOS);
    json.writeArrayFieldStart("metadata");
    json.writeStartObject();
    json.writeStringField("key", "arrived after, seconds");
    json.writeStringField("value", String.valueOf(Math.round((arrivalNanos - nanos) / 1e6) / 1e3));
    json.writeEndObject();
    json.writeEndArray();
    json.writeArrayFieldStart("spheres");
    for (Joint joint : Joint.ALL) {
      Vec3 at = at(poses, i, joint);
      if (at != null) {
        SceneJson.sphere(json, at, joint == Joint.HEAD ? 0.2 : 0.07, paint);
      }
    }
    json.writeEndArray();
    json.writeArrayFieldStart("lines");
    List<Vec3> bones = new ArrayList<>();
    for (Joint[] bone : BONES) {
      Vec3 a = at(poses, i, bone[0]);
      Vec3 b = at(poses, i, bone[1]);
      if (a != null && b != null) {
        bones.add(a);
        bones.add(b);
      }
    }
    SceneJson.pieces(json, bones, 0.04, paint);
    json.writeEndArray();
    Vec3 head = at(poses, i, Joint.HEAD);
    if (head != null) {
      json.writeArrayFieldStart("texts");
      SceneJson.label(json, head.plus(new Vec3(0, 0, 0.25)), poses.targetIds[i], 0.1, paint);
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private static @Nullable Vec3 at(PoseSet poses, int i, Joint joint) {
    int k = i * Joint.COUNT + joint.ordinal();
    return Float.isNaN(poses.x[k]) ? null : new Vec3(poses.x[k], poses.y[k], poses.z[k]);
  }

  /** A colour for each identity, in the order they were first seen. */
  private SceneJson.Paint paint(String id) {
    int index = seen.indexOf(id);
    if (index < 0) {
      index = seen.size();
      seen.add(id);
    }
    return new SceneJson.Paint(COLOURS[index % COLOURS.length], 1);
  }
}
