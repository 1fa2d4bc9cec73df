package io.walkout.node.mcap;

import com.fasterxml.jackson.core.JsonGenerator;
import io.walkout.store.Camera;
import io.walkout.store.Door;
import io.walkout.store.Gondola;
import io.walkout.store.Shelf;
import io.walkout.store.Store;
import io.walkout.store.geometry.CameraModel;
import io.walkout.store.geometry.FloorPoint;
import io.walkout.store.geometry.OrientedBox;
import io.walkout.store.geometry.Vec3;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What holds for the whole of a recording: the store as a scene, and where its cameras hang. */
final class StoreMessages {
  private static final SceneJson.Paint FLOOR = new SceneJson.Paint(0x444444, 1);
  private static final SceneJson.Paint SHELF = new SceneJson.Paint(0xB8AD98, 0.9);
  private static final SceneJson.Paint DOOR = new SceneJson.Paint(0x2E7D4F, 1);
  private static final SceneJson.Paint TEXT = new SceneJson.Paint(0x222222, 1);

  private static final double BOARD_METRES = 0.02;
  private static final double DOOR_METRES = 2.1;

  private final McapWriter writer;
  private final Store store;
  private final long nanos;

  StoreMessages(McapWriter writer, Store store, long nanos) {
    this.writer = writer;
    this.store = store;
    this.nanos = nanos;
  }

  void write() throws IOException {
    JsonTopic scene =
        new JsonTopic(writer, "/store", Schemas.SCENE_UPDATE_NAME, Schemas.SCENE_UPDATE);
    scene.write(
        nanos,
        json -> {
          json.writeArrayFieldStart("entities");
          writeFloor(json);
          for (Gondola gondola : store.layout().gondolas()) {
            writeGondola(json, gondola);
          }
          json.writeEndArray();
        });
    if (store.layout().cameras().isEmpty()) {
      return;
    }
    JsonTopic places =
        new JsonTopic(writer, "/tf", Schemas.FRAME_TRANSFORM_NAME, Schemas.FRAME_TRANSFORM);
    for (Camera camera : store.layout().cameras()) {
      writeCamera(places, camera);
    }
  }

  private void writeFloor(JsonGenerator json) throws IOException {
    List<Vec3> border = new ArrayList<>();
    for (FloorPoint p : store.layout().floor().corners()) {
      border.add(new Vec3(p.x(), p.y(), 0));
    }
    border.add(border.getFirst());
    SceneJson.beginEntity(json, "floor", nanos, 0);
    json.writeArrayFieldStart("lines");
    SceneJson.strip(json, border, 0.03, FLOOR);
    for (Door door : store.layout().doors()) {
      FloorPoint a = door.threshold().a();
      FloorPoint b = door.threshold().b();
      SceneJson.strip(
          json,
          List.of(
              new Vec3(a.x(), a.y(), 0),
              new Vec3(a.x(), a.y(), DOOR_METRES),
              new Vec3(b.x(), b.y(), DOOR_METRES),
              new Vec3(b.x(), b.y(), 0)),
          0.04,
          DOOR);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void writeGondola(JsonGenerator json, Gondola gondola) throws IOException {
    SceneJson.beginEntity(json, "gondola " + gondola.number(), nanos, 0);
    json.writeArrayFieldStart("cubes");
    for (Shelf shelf : gondola.shelves()) {
      OrientedBox room = shelf.box();
      Vec3 size = room.size();
      SceneJson.cube(
          json, new OrientedBox(room.pose(), new Vec3(size.x(), size.y(), BOARD_METRES)), SHELF);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("texts");
    for (Shelf shelf : gondola.shelves()) {
      Vec3 size = shelf.box().size();
      Vec3 at = shelf.box().pose().apply(new Vec3(size.x() / 2, -0.03, BOARD_METRES));
      SceneJson.label(json, at, shelf.id().toString(), 0.06, TEXT);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void writeCamera(JsonTopic places, Camera camera) throws IOException {
    CameraModel model = camera.model();
    places.stamped(
        nanos,
        json -> {
          json.writeStringField("parent_frame_id", SceneJson.STORE);
          json.writeStringField("child_frame_id", camera.id().value());
          Vec3 at = model.position();
          JsonTopic.vector(json, "translation", at.x(), at.y(), at.z());
          SceneJson.quaternion(json, "rotation", model.cameraToStore().rotation());
        });
    new JsonTopic(
            writer,
            "/cameras/" + camera.id().value() + "/calibration",
            Schemas.CALIBRATION_NAME,
            Schemas.CALIBRATION)
        .stamped(nanos, json -> writeCalibration(json, camera));
  }

  private static void writeCalibration(JsonGenerator json, Camera camera) throws IOException {
    CameraModel m = camera.model();
    json.writeStringField("frame_id", camera.id().value());
    json.writeNumberField("width", m.widthPixels());
    json.writeNumberField("height", m.heightPixels());
    json.writeStringField("distortion_model", "plumb_bob");
    numbers(json, "D", m.distortion());
    numbers(json, "K", new double[] {m.fx(), 0, m.cx(), 0, m.fy(), m.cy(), 0, 0, 1});
    numbers(json, "R", new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1});
    numbers(json, "P", new double[] {m.fx(), 0, m.cx(), 0, 0, m.fy(), m.cy(), 0, 0, 0, 1, 0});
  }

  private static void numbers(JsonGenerator json, String field, double[] values)
      throws IOException {
    json.writeFieldName(field);
    json.writeArray(values, 0, values.length);
  }
}
