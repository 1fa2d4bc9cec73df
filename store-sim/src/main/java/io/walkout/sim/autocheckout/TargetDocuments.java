package io.walkout.sim.autocheckout;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.walkout.store.EventTime;
import io.walkout.store.people.Joint;
import io.walkout.store.signal.PoseSet;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The full_targets collection: a document for each pose set, in inches. As protobuf's JSON does,
 * what is zero or not seen is not written: an unseen joint is {@code {"point":{}}}, an empty set
 * {@code targets:{}}.
 */
final class TargetDocuments implements AutoCloseable {
  private static final double INCHES_PER_METRE = 1 / 0.0254;
  private static final int CAMERA = 100;

  private static final String[] NAMES = {
    "head", "neck", "l_shoulder", "r_shoulder", "l_elbow", "r_elbow", "l_wrist", "r_wrist"
  };

  private final JsonLines lines;

  TargetDocuments(CaseQuirks quirks, Path dir) throws IOException {
    lines = new JsonLines(dir, "full_targets", 2, quirks.gzip());
  }

  void write(PoseSet poses, long captureNanos, long arrivalNanos) throws IOException {
    ObjectNode document = lines.document();
    document.put("timestamp", captureNanos / 1e9);
    document.putObject("date_time").put("$date", EventTime.iso(arrivalNanos));
    ObjectNode inner = document.putObject("document");
    ObjectNode header = inner.putObject("header");
    header.put("t_origin", JsonLines.isoMicros(captureNanos));
    header.put("t_issue", JsonLines.isoMicros(captureNanos));
    ObjectNode outer = inner.putObject("targets");
    if (poses.count > 0) {
      ArrayNode targets = outer.putArray("targets");
      for (int i = 0; i < poses.count; i++) {
        target(targets.addObject(), poses, i, captureNanos);
      }
    }
    document.put("id", 0);
    lines.write(document);
  }

  private static void target(ObjectNode target, PoseSet poses, int i, long captureNanos) {
    target.putObject("target_id").put("id", poses.targetIds[i]);
    ObjectNode seen = target.putArray("detection_metadata").addObject();
    seen.put("timestamp", JsonLines.isoMicros(captureNanos));
    seen.putObject("frame_source").putObject("camera_id").put("id", CAMERA + i % 4);
    seen.putObject("bbox")
        .put("left", 100 + 10 * i)
        .put("top", 80)
        .put("width", 90)
        .put("height", 140);
    target.put("target_state", "TARGETSTATE_VALID_ENTRANCE");
    ArrayNode hands = JsonLines.object().arrayNode();
    for (Joint joint : Joint.ALL) {
      ObjectNode node = joint(poses, i * Joint.COUNT + joint.ordinal());
      target.set(NAMES[joint.ordinal()], node);
      if (joint.ordinal() >= Joint.LEFT_WRIST.ordinal() && node.has("score")) {
        hands.add(node.deepCopy());
      }
    }
    if (!hands.isEmpty()) {
      target.set("hands", hands);
    }
  }

  private static ObjectNode joint(PoseSet poses, int k) {
    ObjectNode node = JsonLines.object();
    ObjectNode point = node.putObject("point");
    if (!Float.isNaN(poses.x[k])) {
      putUnlessZero(point, "x", poses.x[k] * INCHES_PER_METRE);
      putUnlessZero(point, "y", poses.y[k] * INCHES_PER_METRE);
      putUnlessZero(point, "z", poses.z[k] * INCHES_PER_METRE);
      putUnlessZero(node, "score", poses.score[k]);
    }
    return node;
  }

  private static void putUnlessZero(ObjectNode node, String field, double value) {
    if (value != 0) {
      node.put(field, value);
    }
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
