package io.walkout.node.mcap;

/**
 * JSON schemas of the messages: those of Foxglove's well-known types, which its viewers and others
 * draw by their names (docs.foxglove.dev, "Foxglove schemas"), as far as we fill them, and our own.
 */
final class Schemas {
  static final String NUMBER = "{\"type\":\"number\"}";
  static final String INTEGER = "{\"type\":\"integer\"}";
  static final String TEXT = "{\"type\":\"string\"}";
  static final String FLAG = "{\"type\":\"boolean\"}";
  static final String BYTES = "{\"type\":\"string\",\"contentEncoding\":\"base64\"}";
  static final String TIME = titled("time", "sec", INTEGER, "nsec", INTEGER);
  static final String DURATION = titled("duration", "sec", INTEGER, "nsec", INTEGER);

  private static final String VECTOR = object("x", NUMBER, "y", NUMBER, "z", NUMBER);
  private static final String QUATERNION =
      object("x", NUMBER, "y", NUMBER, "z", NUMBER, "w", NUMBER);
  private static final String POSE = object("position", VECTOR, "orientation", QUATERNION);
  private static final String COLOR = object("r", NUMBER, "g", NUMBER, "b", NUMBER, "a", NUMBER);
  private static final String SOLID = object("pose", POSE, "size", VECTOR, "color", COLOR);
  private static final String LINE =
      object(
          "type",
          INTEGER,
          "pose",
          POSE,
          "thickness",
          NUMBER,
          "scale_invariant",
          FLAG,
          "points",
          array(VECTOR),
          "color",
          COLOR,
          "colors",
          array(COLOR),
          "indices",
          array(INTEGER));
  private static final String LABEL =
      object(
          "pose",
          POSE,
          "billboard",
          FLAG,
          "font_size",
          NUMBER,
          "scale_invariant",
          FLAG,
          "color",
          COLOR,
          "text",
          TEXT);
  private static final String ENTITY =
      object(
          "timestamp",
          TIME,
          "frame_id",
          TEXT,
          "id",
          TEXT,
          "lifetime",
          DURATION,
          "frame_locked",
          FLAG,
          "metadata",
          array(object("key", TEXT, "value", TEXT)),
          "cubes",
          array(SOLID),
          "spheres",
          array(SOLID),
          "lines",
          array(LINE),
          "texts",
          array(LABEL));

  static final String SCENE_UPDATE_NAME = "foxglove.SceneUpdate";
  static final String SCENE_UPDATE =
      object(
          "deletions", array(object("timestamp", TIME, "type", INTEGER, "id", TEXT)),
          "entities", array(ENTITY));

  static final String FRAME_TRANSFORM_NAME = "foxglove.FrameTransform";
  static final String FRAME_TRANSFORM =
      object(
          "timestamp",
          TIME,
          "parent_frame_id",
          TEXT,
          "child_frame_id",
          TEXT,
          "translation",
          VECTOR,
          "rotation",
          QUATERNION);

  static final String CALIBRATION_NAME = "foxglove.CameraCalibration";
  static final String CALIBRATION =
      object(
          "timestamp",
          TIME,
          "frame_id",
          TEXT,
          "width",
          INTEGER,
          "height",
          INTEGER,
          "distortion_model",
          TEXT,
          "D",
          array(NUMBER),
          "K",
          array(NUMBER),
          "R",
          array(NUMBER),
          "P",
          array(NUMBER));

  static final String VIDEO_NAME = "foxglove.CompressedVideo";
  static final String IMAGE_NAME = "foxglove.CompressedImage";

  /** Of coded video and of single pictures. */
  static final String PICTURE =
      object("timestamp", TIME, "frame_id", TEXT, "data", BYTES, "format", TEXT);

  static final String LOG_NAME = "foxglove.Log";
  static final String LOG =
      object(
          "timestamp",
          TIME,
          "level",
          INTEGER,
          "message",
          TEXT,
          "name",
          TEXT,
          "file",
          TEXT,
          "line",
          INTEGER);

  static final String DOOR =
      object("timestamp", TIME, "door", TEXT, "way", TEXT, "withCredential", FLAG);
  static final String PRICE =
      object("timestamp", TIME, "product", TEXT, "priceMinor", INTEGER, "currency", TEXT);
  static final String TRUTH_EVENT =
      object(
          "timestamp",
          TIME,
          "kind",
          TEXT,
          "targetId",
          TEXT,
          "product",
          TEXT,
          "name",
          TEXT,
          "quantity",
          INTEGER,
          "plates",
          array(TEXT));
  static final String DECISION =
      "{\"type\":\"object\",\"properties\":{\"type\":"
          + TEXT
          + ",\"at\":"
          + TEXT
          + "},\"additionalProperties\":true}";
  static final String CART =
      object(
          "timestamp",
          TIME,
          "visitId",
          TEXT,
          "items",
          INTEGER,
          "lines",
          array(object("product", TEXT, "name", TEXT, "quantity", INTEGER)));

  private Schemas() {}

  /** An object's schema, from names and schemas in turn. */
  static String object(String... namesAndSchemas) {
    StringBuilder text = new StringBuilder("{\"type\":\"object\",\"properties\":{");
    for (int i = 0; i < namesAndSchemas.length; i += 2) {
      text.append(i == 0 ? "" : ",").append('"').append(namesAndSchemas[i]).append("\":");
      text.append(namesAndSchemas[i + 1]);
    }
    return text.append("}}").toString();
  }

  private static String titled(String title, String... namesAndSchemas) {
    return "{\"title\":\"" + title + "\"," + object(namesAndSchemas).substring(1);
  }

  private static String array(String items) {
    return "{\"type\":\"array\",\"items\":" + items + "}";
  }
}
