package io.walkout.node.mcap;

import io.walkout.ingest.ring.EventSource;
import io.walkout.ingest.ring.StoreEvent;
import io.walkout.store.Gondola;
import io.walkout.store.Shelf;
import io.walkout.store.Store;
import io.walkout.store.signal.DoorEvent;
import io.walkout.store.signal.PlateBlock;
import io.walkout.store.signal.PriceChange;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** A sensor stream of a recording: weights, poses, doors or prices. */
final class SensorTrack implements Track {
  /** Samples of a plate that make one number: 20 a second show a hand's press. */
  private static final int SAMPLES = 3;

  private final EventSource source;
  private final McapWriter writer;
  private final Store store;
  private final StoreEvent slot = new StoreEvent();
  private final Map<String, JsonTopic> topics = new TreeMap<>();
  private final PoseScene poses;
  private boolean ahead;

  SensorTrack(EventSource source, McapWriter writer, Store store) {
    this.source = source;
    this.writer = writer;
    this.store = store;
    poses = new PoseScene(writer);
  }

  @Override
  public long nanos() throws IOException {
    if (!ahead) {
      if (source.peekArrivalNanos() == EventSource.ENDED) {
        return ENDED;
      }
      slot.reset(StoreEvent.Kind.END);
      source.read(slot);
      ahead = true;
    }
    return slot.captureNanos;
  }

  @Override
  public void write() throws IOException {
    ahead = false;
    switch (slot.kind) {
      case PLATES -> weights(slot.plates);
      case POSES -> poses.write(slot.poses, slot.captureNanos, slot.arrivalNanos);
      case DOOR -> {
        if (slot.door != null) {
          door(slot.door);
        }
      }
      case PRICE -> {
        if (slot.price != null) {
          price(slot.price);
        }
      }
      case FRAME, SOURCE_SILENT, END -> {
        // Recordings hold no such events.
      }
    }
  }

  private void weights(PlateBlock block) throws IOException {
    JsonTopic topic =
        topics.computeIfAbsent(
            "/weights/gondola_" + block.gondola,
            name ->
                new JsonTopic(
                    writer,
                    name,
                    "walkout.Weights.gondola" + block.gondola,
                    weightsSchema(block.gondola)));
    for (int from = 0; from < block.samples; from += SAMPLES) {
      int first = from;
      int count = Math.min(SAMPLES, block.samples - from);
      long nanos = block.firstNanos + (2L * from + count - 1) * block.periodNanos / 2;
      topic.stamped(
          nanos,
          json -> {
            for (int s = 0; s < block.shelves; s++) {
              json.writeObjectFieldStart("shelf_" + (s + 1));
              double sum = 0;
              for (int p = 0; p < block.plates; p++) {
                double grams = mean(block, first, count, s, p);
                JsonTopic.number(json, "plate_" + (p + 1), Math.round(grams * 10) / 10.0);
                sum += Double.isNaN(grams) ? 0 : grams;
              }
              JsonTopic.number(json, "sum", Math.round(sum * 10) / 10.0);
              json.writeEndObject();
            }
          });
    }
  }

  /** NaN where no sample is known. */
  private static double mean(PlateBlock block, int first, int count, int shelf, int plate) {
    double sum = 0;
    int known = 0;
    for (int i = first; i < first + count; i++) {
      float grams = block.grams[block.index(i, shelf, plate)];
      if (!Float.isNaN(grams)) {
        sum += grams;
        known++;
      }
    }
    return known == 0 ? Double.NaN : sum / known;
  }

  private String weightsSchema(int number) {
    StringBuilder shelves = new StringBuilder();
    for (Gondola gondola : store.layout().gondolas()) {
      if (gondola.number() == number) {
        for (Shelf shelf : gondola.shelves()) {
          shelves
              .append(",\"shelf_")
              .append(shelf.id().shelf())
              .append("\":")
              .append(schema(shelf));
        }
      }
    }
    return "{\"type\":\"object\",\"properties\":{\"timestamp\":" + Schemas.TIME + shelves + "}}";
  }

  private static String schema(Shelf shelf) {
    String[] fields = new String[2 * shelf.plates().size() + 2];
    for (int p = 0; p < shelf.plates().size(); p++) {
      fields[2 * p] = "plate_" + shelf.plates().get(p).id().plate();
      fields[2 * p + 1] = Schemas.NUMBER;
    }
    fields[fields.length - 2] = "sum";
    fields[fields.length - 1] = Schemas.NUMBER;
    return Schemas.object(fields);
  }

  private void door(DoorEvent door) throws IOException {
    topics
        .computeIfAbsent(
            "/doors", name -> new JsonTopic(writer, name, "walkout.Door", Schemas.DOOR))
        .stamped(
            door.captureNanos(),
            json -> {
              json.writeStringField("door", door.door().value());
              json.writeStringField("way", door.kind() == DoorEvent.Kind.ENTRY ? "in" : "out");
              // Who it was stays with the recording: films are shown around.
              json.writeBooleanField("withCredential", door.credential() != null);
            });
  }

  private void price(PriceChange price) throws IOException {
    topics
        .computeIfAbsent(
            "/prices", name -> new JsonTopic(writer, name, "walkout.Price", Schemas.PRICE))
        .stamped(
            price.captureNanos(),
            json -> {
              json.writeStringField("product", price.product().value());
              json.writeNumberField("priceMinor", price.price().minor());
              json.writeStringField("currency", price.price().currency().getCurrencyCode());
            });
  }

  @Override
  public void close() {
    source.close();
  }
}
