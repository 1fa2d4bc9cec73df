package io.walkout.ingest.autocheckout;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.walkout.store.people.Joint;
import io.walkout.store.signal.PoseSet;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * One document of {@code full_targets} or {@code targets}: the poses of one moment, turned from
 * inches to metres. Reused from line to line.
 */
final class PoseDocument {
  /** Metres in an inch, by definition. */
  static final double INCH = 0.0254;

  private final PoseSet poses = new PoseSet();
  private final PosePoint point = new PosePoint();
  private final float[] targetScores = new float[Joint.COUNT];
  private long timestampNanos;
  private long issueNanos;
  private long storedNanos;
  private int droppedTargets;
  private int zeroTargets;
  private int namelessTargets;
  private final boolean dropNameless;
  private int target;
  private @Nullable String targetId;

  /** For a stream in which a target without an identity is the one whose identity is zero. */
  PoseDocument() {
    this(false);
  }

  /**
   * For a stream.
   *
   * @param dropNameless whether targets without an identity are left out, since the stream has lost
   *     identities
   */
  PoseDocument(boolean dropNameless) {
    this.dropNameless = dropNameless;
  }

  /** Reads a document. */
  void read(JsonParser parser) throws IOException {
    timestampNanos = Fields.NO_TIME;
    issueNanos = Fields.NO_TIME;
    storedNanos = Fields.NO_TIME;
    droppedTargets = 0;
    zeroTargets = 0;
    namelessTargets = 0;
    poses.clear();
    Fields.each(parser, this::topLevel);
  }

  private void topLevel(String name, JsonParser parser) throws IOException {
    switch (name) {
      case "timestamp" -> timestampNanos = Fields.ofSeconds(Fields.number(parser));
      case "date_time" -> storedNanos = Fields.storedDate(parser);
      case "document" -> Fields.each(parser, this::document);
      default -> parser.skipChildren();
    }
  }

  private void document(String name, JsonParser parser) throws IOException {
    switch (name) {
      case "header" -> Fields.each(parser, this::document);
      case "t_issue" -> issueNanos = Fields.date(parser);
      case "targets" -> {
        if (parser.currentToken() == JsonToken.START_ARRAY) {
          while (parser.nextToken() != JsonToken.END_ARRAY) {
            target(parser);
          }
        } else {
          Fields.each(parser, this::document);
        }
      }
      default -> parser.skipChildren();
    }
  }

  private void target(JsonParser parser) throws IOException {
    target = poses.add("");
    targetId = null;
    if (target < 0) {
      droppedTargets++;
      parser.skipChildren();
      return;
    }
    Fields.each(parser, this::targetField);
    // A zero identity is not written, as any zero of this format.
    boolean nameless = targetId == null;
    poses.targetIds[target] = targetId == null ? "0" : targetId;
    namelessTargets += nameless ? 1 : 0;
    zeroTargets += poses.targetIds[target].equals("0") ? 1 : 0;
    if (nameless && dropNameless) {
      poses.count--;
    } else if (isKnownAlready(poses.targetIds[target])) {
      droppedTargets++;
      poses.count--;
    } else {
      scoresWhereNoneAreGiven();
    }
  }

  private void targetField(String name, JsonParser parser) throws IOException {
    Joint joint = joint(name);
    if (joint != null) {
      joint(joint, parser);
      return;
    }
    if (name.equals("target_id")) {
      String id = Fields.scalar(parser);
      targetId = id == null || id.isBlank() ? null : id.strip();
    } else {
      // Also "hands": they are the wrists once more and say nothing new.
      parser.skipChildren();
    }
  }

  private void joint(Joint joint, JsonParser parser) throws IOException {
    point.read(parser);
    if (point.isSeen()) {
      poses.joint(
          target,
          joint,
          (float) (point.x() * INCH),
          (float) (point.y() * INCH),
          (float) (point.z() * INCH),
          (float) point.score());
    }
  }

  private boolean isKnownAlready(String id) {
    for (int i = 0; i < target; i++) {
      if (poses.targetIds[i].equals(id)) {
        return true;
      }
    }
    return false;
  }

  /**
   * A joint without a score among others that have one has the score 0, which is not written. Where
   * no joint of a target has one, the writer knew no scores: then all that is seen counts fully.
   */
  private void scoresWhereNoneAreGiven() {
    int from = target * Joint.COUNT;
    System.arraycopy(poses.score, from, targetScores, 0, Joint.COUNT);
    boolean given = false;
    for (float score : targetScores) {
      given |= score > 0;
    }
    for (int k = from; !given && k < from + Joint.COUNT; k++) {
      if (!Float.isNaN(poses.x[k])) {
        poses.score[k] = 1;
      }
    }
  }

  private static @Nullable Joint joint(String name) {
    return switch (name) {
      case "head" -> Joint.HEAD;
      case "neck" -> Joint.NECK;
      case "l_shoulder" -> Joint.LEFT_SHOULDER;
      case "r_shoulder" -> Joint.RIGHT_SHOULDER;
      case "l_elbow" -> Joint.LEFT_ELBOW;
      case "r_elbow" -> Joint.RIGHT_ELBOW;
      case "l_wrist" -> Joint.LEFT_WRIST;
      case "r_wrist" -> Joint.RIGHT_WRIST;
      default -> null;
    };
  }

  /** Time of the poses, or {@link Fields#NO_TIME}. */
  long captureNanos() {
    return timestampNanos != Fields.NO_TIME ? timestampNanos : issueNanos;
  }

  /** When it was stored, or {@link Fields#NO_TIME}. */
  long storedNanos() {
    return storedNanos;
  }

  /** The poses, in metres; empty when nobody was seen. */
  PoseSet poses() {
    return poses;
  }

  /**
   * Whether its targets without an identity can't all be the one whose identity is zero and so is
   * not written: then the stream has lost identities.
   */
  boolean hasLostIdentities() {
    return namelessTargets > 0 && zeroTargets > 1;
  }

  /** Targets without an identity, kept or not. */
  int namelessTargets() {
    return namelessTargets;
  }

  /** Targets left out: too many for one moment, or an identity that came twice. */
  int droppedTargets() {
    return droppedTargets;
  }
}
