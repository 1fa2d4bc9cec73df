package io.walkout.sim.autocheckout;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.walkout.ingest.recording.Truth;
import io.walkout.sim.Outcome;
import io.walkout.sim.SensorSink;
import io.walkout.sim.Simulation;
import io.walkout.sim.world.Dice;
import io.walkout.store.Store;
import io.walkout.store.signal.DoorEvent;
import io.walkout.store.signal.PlateBlock;
import io.walkout.store.signal.PoseSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Writes a simulated visit as an AutoCheckout case: a directory of JSON-lines files ({@code
 * plate_data}, {@code full_targets}, {@code products}, {@code planogram}), {@code store_meta/} and
 * {@code truth.json}. The simulated shop has the format's axes already; poses go out in inches, all
 * else in metres. Door events have no place in the format and are left out.
 */
public final class AutoCheckoutCase implements SensorSink {
  private final Path dir;
  private final long seed;
  private final CaseQuirks quirks;
  private @Nullable PlateDocuments plates;
  private @Nullable TargetDocuments targets;

  private AutoCheckoutCase(Path dir, long seed, CaseQuirks quirks) {
    this.dir = dir;
    this.seed = seed;
    this.quirks = quirks;
  }

  /**
   * Simulates a scenario and writes it.
   *
   * @param scenario a name of {@link io.walkout.sim.Scenarios#names}
   * @param dir made if it is absent; files of the same names are replaced
   * @throws IOException if it can't be written
   */
  public static Outcome write(String scenario, long seed, Path dir, CaseQuirks quirks)
      throws IOException {
    AutoCheckoutCase made = new AutoCheckoutCase(dir, seed, quirks);
    Outcome outcome;
    try {
      outcome = Simulation.run(scenario, seed, made);
    } finally {
      made.close();
    }
    JsonLines.writeOne(dir.resolve("truth.json"), truth(outcome.truth()));
    return outcome;
  }

  @Override
  public void begin(Store store, String caseName) throws IOException {
    Files.createDirectories(dir);
    Dice dice = new Dice(seed, "case quirks");
    new ShopDocuments(store, quirks, dice).write(dir);
    plates = new PlateDocuments(store, quirks, dice, dir);
    targets = new TargetDocuments(quirks, dir);
  }

  @Override
  public void plates(PlateBlock block, long arrivalNanos) throws IOException {
    if (plates != null && block.gondola != quirks.sensors().missingGondola()) {
      plates.write(block, arrivalNanos);
    }
  }

  @Override
  public void poses(PoseSet poses, long captureNanos, long arrivalNanos) throws IOException {
    if (targets != null) {
      targets.write(poses, captureNanos, arrivalNanos);
    }
  }

  @Override
  public void door(DoorEvent door, long arrivalNanos) {
    // The format has no door events.
  }

  private void close() throws IOException {
    try {
      if (plates != null) {
        plates.close();
      }
    } finally {
      if (targets != null) {
        targets.close();
      }
    }
  }

  private static ObjectNode truth(Truth truth) {
    ObjectNode root = JsonLines.object();
    root.put("case", truth.caseName());
    ArrayNode receipts = root.putArray("receipts");
    for (Truth.Receipt receipt : truth.receipts()) {
      ObjectNode one = receipts.addObject();
      one.put("target_id", receipt.targetId());
      ArrayNode products = one.putArray("products");
      for (Truth.Item item : receipt.products()) {
        products
            .addObject()
            .put("barcode", item.barcode().value())
            .put("quantity", item.quantity())
            .put("name", item.name());
      }
    }
    ArrayNode events = root.putArray("events");
    for (Truth.Event event : truth.events()) {
      ObjectNode one = events.addObject();
      one.put("t", event.captureNanos() / 1e9);
      one.put("kind", event.kind() == Truth.Event.Kind.TAKE ? "pick" : "putback");
      one.put("target_id", event.targetId());
      one.put("barcode", event.barcode().value());
      one.put("quantity", event.quantity());
      if (!event.plates().isEmpty()) {
        one.put("gondola", event.plates().getFirst().gondola());
        one.put("shelf", event.plates().getFirst().shelf());
        ArrayNode plates = one.putArray("plates");
        event.plates().forEach(p -> plates.add(p.plate()));
      }
    }
    return root;
  }
}
