package io.walkout.node.mcap;

import io.walkout.ingest.recording.Truth;
import io.walkout.store.PlateId;
import io.walkout.store.Product;
import io.walkout.store.Store;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What really happened: who took and put back what, when. */
final class TruthTrack implements Track {
  private final List<Truth.Event> events;
  private final Store store;
  private final JsonTopic topic;
  private final LogTopic log;
  private int next;

  TruthTrack(Truth truth, Store store, McapWriter writer, LogTopic log) {
    this.store = store;
    this.log = log;
    events =
        truth.events().stream()
            .sorted(Comparator.comparingLong(Truth.Event::captureNanos))
            .toList();
    topic = new JsonTopic(writer, "/truth/events", "walkout.TruthEvent", Schemas.TRUTH_EVENT);
  }

  @Override
  public long nanos() {
    return next < events.size() ? events.get(next).captureNanos() : ENDED;
  }

  @Override
  public void write() throws IOException {
    Truth.Event event = events.get(next++);
    String name = store.catalogue().find(event.barcode()).map(Product::name).orElse("");
    String kind = event.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    topic.stamped(
        event.captureNanos(),
        json -> {
          json.writeStringField("kind", kind);
          json.writeStringField("targetId", event.targetId());
          json.writeStringField("product", event.barcode().value());
          json.writeStringField("name", name);
          json.writeNumberField("quantity", event.quantity());
          json.writeArrayFieldStart("plates");
          for (PlateId plate : event.plates()) {
            json.writeString(plate.toString());
          }
          json.writeEndArray();
        });
    log.write(
        event.captureNanos(),
        "truth",
        kind + ": " + event.quantity() + " x " + name + " by " + event.targetId());
  }
}
