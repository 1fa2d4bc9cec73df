package io.walkout.ingest.recording;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.walkout.store.PlateId;
import io.walkout.store.ShelfId;
import io.walkout.store.geometry.Vec3;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes {@code truth.json}: what {@link TruthFile} reads. Events stand in the order of time. */
final class TruthJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private TruthJson() {}

  static void write(Truth truth, Path file) throws IOException {
    ObjectNode root = JSON.createObjectNode();
    root.put("case", truth.caseName());
    origin(truth.origin(), root);
    ArrayNode receipts = root.putArray("receipts");
    for (Truth.Receipt receipt : truth.receipts()) {
      receipt(receipt, receipts.addObject());
    }
    ArrayNode events = root.putArray("events");
    // Both kinds of events in one list, merged by time; each keeps its own order.
    int deed = 0;
    for (Truth.Event event : truth.events()) {
      while (deed < truth.deeds().size()
          && truth.deeds().get(deed).captureNanos() <= event.captureNanos()) {
        deed(truth.deeds().get(deed++), events.addObject());
      }
      event(event, events.addObject());
    }
    while (deed < truth.deeds().size()) {
      deed(truth.deeds().get(deed++), events.addObject());
    }
    AtomicFile.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root));
  }

  private static void origin(Truth.Origin origin, ObjectNode root) {
    if (origin.scenario() != null) {
      root.put("scenario", origin.scenario());
    }
    if (origin.seed() != null) {
      root.put("seed", origin.seed());
    }
    if (!origin.faults().isEmpty()) {
      ArrayNode faults = root.putArray("faults");
      origin.faults().forEach(faults::add);
    }
  }

  private static void receipt(Truth.Receipt receipt, ObjectNode node) {
    node.put("target_id", receipt.targetId());
    if (receipt.party() != null) {
      node.put("party", receipt.party());
    }
    time(receipt.enteredNanos(), "entered", node);
    time(receipt.leftNanos(), "left", node);
    ArrayNode products = node.putArray("products");
    for (Truth.Item item : receipt.products()) {
      products
          .addObject()
          .put("barcode", item.barcode().value())
          .put("quantity", item.quantity())
          .put("name", item.name());
    }
  }

  private static void event(Truth.Event event, ObjectNode node) {
    time(event.captureNanos(), "t", node);
    node.put("kind", event.kind() == Truth.Event.Kind.TAKE ? "pick" : "putback");
    node.put("target_id", event.targetId());
    node.put("barcode", event.barcode().value());
    node.put("quantity", event.quantity());
    plates(event.plates(), node);
    place(event.place(), node);
  }

  private static void deed(Truth.Deed deed, ObjectNode node) {
    time(deed.captureNanos(), "t", node);
    node.put("kind", TruthFile.spelling(deed.kind()));
    node.put("target_id", deed.targetId());
    if (deed.toTargetId() != null) {
      node.put("to", deed.toTargetId());
    }
    if (deed.barcode() != null) {
      node.put("barcode", deed.barcode().value());
      node.put("quantity", deed.quantity());
    }
    plates(deed.plates(), node);
    place(deed.place(), node);
  }

  private static void time(@Nullable Long nanos, String field, ObjectNode node) {
    if (nanos != null) {
      node.put(field, BigDecimal.valueOf(nanos, 9));
    }
  }

  private static void plates(List<PlateId> plates, ObjectNode node) {
    if (!plates.isEmpty()) {
      ShelfId shelf = plates.getFirst().shelfId();
      node.put("gondola", shelf.gondola());
      node.put("shelf", shelf.shelf());
      ArrayNode array = node.putArray("plates");
      plates.forEach(plate -> array.add(plate.plate()));
    }
  }

  private static void place(@Nullable Vec3 place, ObjectNode node) {
    if (place != null) {
      node.put("x", millimetres(place.x()));
      node.put("y", millimetres(place.y()));
      node.put("z", millimetres(place.z()));
    }
  }

  private static BigDecimal millimetres(double metres) {
    return BigDecimal.valueOf(metres).setScale(3, RoundingMode.HALF_EVEN);
  }
}
