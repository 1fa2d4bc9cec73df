package io.walkout.node.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.walkout.store.EventTime;
import io.walkout.store.PersonId;
import io.walkout.store.cart.Assignment;
import io.walkout.store.cart.StoreFinding;
import io.walkout.store.people.People;
import io.walkout.store.people.PersonEvent;
import io.walkout.store.shelf.PlateTrouble;
import io.walkout.store.shelf.ShelfChange;
import io.walkout.store.shelf.ShelfHealth;
import io.walkout.store.shelf.ShelfState;
import io.walkout.store.signal.ShelfLooks;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code events.jsonl}: one object a line for everything that was seen and decided, in the
 * order of decision. The same decisions give the same bytes. One thread.
 */
public final class EventLog implements AutoCloseable {
  /** How often a person's position is logged. */
  private static final long POSITION_EVERY_NANOS = EventTime.SECOND / 5;

  /** A slice that changed by so many units of its noise looks otherwise than before. */
  private static final double LOGGED_CHANGE = 5;

  private final JsonGenerator json;
  private final Function<PersonId, String> visitIds;
  private final Map<Long, Long> lastPositionNanos = new HashMap<>();

  /** Opens the file, replacing an earlier run's. */
  public EventLog(Path file, Function<PersonId, String> visitIds) throws IOException {
    this.json =
        new JsonFactory().createGenerator(new BufferedOutputStream(Files.newOutputStream(file)));
    this.json.setCodec(new ObjectMapper());
    this.json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
    this.visitIds = visitIds;
  }

  /** Logs where everybody stands, five times a second each. */
  public void people(People moment) throws IOException {
    for (int i = 0; i < moment.count; i++) {
      long last = lastPositionNanos.getOrDefault(moment.personId[i], Long.MIN_VALUE);
      boolean seen = moment.seenNanos[i] == moment.captureNanos;
      if (seen && (last == Long.MIN_VALUE || moment.captureNanos - last >= POSITION_EVERY_NANOS)) {
        lastPositionNanos.put(moment.personId[i], moment.captureNanos);
        start("position", moment.captureNanos);
        json.writeStringField("visitId", visitIds.apply(new PersonId(moment.personId[i])));
        number("x", moment.x[i], 3);
        number("y", moment.y[i], 3);
        number("sigmaMetres", moment.sigmaMetres[i], 3);
        json.writeEndObject();
      }
    }
  }

  /** Logs that somebody came, went, or may have been taken for another. */
  public void person(PersonEvent event) throws IOException {
    String type =
        switch (event) {
          case PersonEvent.Appeared a -> "appeared";
          case PersonEvent.Left l -> "left";
          case PersonEvent.Confused c -> "confused";
        };
    start(type, event.captureNanos());
    json.writeStringField("visitId", visitIds.apply(event.person()));
    switch (event) {
      case PersonEvent.Appeared a -> {
        number("x", a.at().x(), 3);
        number("y", a.at().y(), 3);
        optional("door", a.door());
        optional("target_id", a.targetId());
      }
      case PersonEvent.Left l -> {
        lastPositionNanos.remove(l.person().value());
        number("x", l.at().x(), 3);
        number("y", l.at().y(), 3);
        optional("door", l.door());
        json.writeStringField("why", l.why().name());
      }
      case PersonEvent.Confused c -> {
        json.writeStringField("other", visitIds.apply(c.other()));
        number("x", c.at().x(), 3);
        number("y", c.at().y(), 3);
        number("probability", c.probability(), 3);
      }
    }
    json.writeEndObject();
  }

  /** Logs a change of mass. */
  public void change(ShelfChange change) throws IOException {
    start("shelfChange", change.startNanos());
    place(change);
    json.writeEndObject();
  }

  /**
   * Logs where a shelf looks otherwise than before to a camera; of one that looks as it did
   * nothing.
   *
   * @param row of {@code looks}
   */
  public void shelfLook(String camera, ShelfLooks looks, int row) throws IOException {
    boolean differs = false;
    for (int k = 0; k < looks.slices[row]; k++) {
      differs |= looks.change(row, k) >= LOGGED_CHANGE;
    }
    if (!differs) {
      return;
    }
    start("shelfLook", looks.fromNanos[row]);
    json.writeStringField("camera", camera);
    json.writeStringField("shelf", looks.gondolas[row] + "/" + looks.shelves[row]);
    json.writeStringField("endAt", EventTime.iso(looks.toNanos[row]));
    json.writeArrayFieldStart("changes");
    for (int k = 0; k < looks.slices[row]; k++) {
      double change = looks.change(row, k);
      if (Double.isNaN(change)) {
        json.writeNull();
      } else {
        json.writeNumber(BigDecimal.valueOf(change).setScale(0, RoundingMode.HALF_EVEN));
      }
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** Logs what was made of a change of mass. */
  public void assignment(Assignment assignment) throws IOException {
    start("assignment", assignment.change().startNanos());
    place(assignment.change());
    explanation(assignment.best());
    json.writeArrayFieldStart("alternatives");
    for (Assignment.Explanation other : assignment.alternatives()) {
      json.writeStartObject();
      explanation(other);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** Logs a receipt, made when event time had come to {@code decidedNanos}. */
  public void receipt(
      String visitId, long exitedNanos, long decidedNanos, String status, long totalMinor)
      throws IOException {
    start("receipt", decidedNanos);
    json.writeStringField("visitId", visitId);
    json.writeStringField("status", status);
    json.writeNumberField("totalMinor", totalMinor);
    number("secondsAfterExit", EventTime.secondsBetween(exitedNanos, decidedNanos), 3);
    json.writeEndObject();
  }

  /**
   * Logs that a camera's pictures began to have a fault, or another one.
   *
   * @param fault its name; NONE when they are well again
   * @param changesNotTold how often its state changed since the last event without one of its own
   */
  public void cameraFault(String camera, String fault, long changesNotTold, long nanos)
      throws IOException {
    start("cameraFault", nanos);
    json.writeStringField("camera", camera);
    json.writeStringField("fault", fault);
    if (changesNotTold > 0) {
      json.writeNumberField("changesNotTold", changesNotTold);
    }
    json.writeEndObject();
  }

  /**
   * Logs that a shelf's plates can tell more or less from now on, or that more is known of them.
   */
  public void shelfHealth(ShelfHealth health) throws IOException {
    start("shelfHealth", health.captureNanos());
    json.writeStringField("shelf", health.shelf().toString());
    json.writeStringField("state", health.state().name());
    json.writeArrayFieldStart("plates");
    for (PlateTrouble trouble : health.troubles()) {
      json.writeStartObject();
      json.writeStringField("plate", trouble.plate().toString());
      json.writeStringField("fault", trouble.kind().name());
      json.writeStringField("since", EventTime.iso(trouble.sinceNanos()));
      optional("other", trouble.other());
      number("amount", trouble.amount(), 2);
      if (trouble.loads() > 0) {
        json.writeNumberField("loads", trouble.loads());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** Logs that somebody stood, for so long, before a gondola of which a shelf weighed nothing. */
  public void unweighed(String visitId, int gondola, long stoodNanos, long exitedNanos)
      throws IOException {
    start("unweighed", exitedNanos);
    json.writeStringField("visitId", visitId);
    json.writeNumberField("gondola", gondola);
    number("seconds", stoodNanos * 1e-9, 1);
    json.writeEndObject();
  }

  /** Logs what was found wrong in the store's papers. */
  public void finding(StoreFinding finding) throws IOException {
    start(FindingFields.type(finding), finding.captureNanos());
    for (Map.Entry<String, Object> field : FindingFields.of(finding).entrySet()) {
      json.writeFieldName(field.getKey());
      json.writePOJO(field.getValue());
    }
    json.writeEndObject();
  }

  /** Logs that a source has sent nothing for the policy's time. */
  public void silent(String source, long nanos) throws IOException {
    start("sourceSilent", nanos);
    json.writeStringField("source", source);
    json.writeEndObject();
  }

  @Override
  public void close() throws IOException {
    json.close();
  }

  private void start(String type, long nanos) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", type);
    json.writeStringField("at", EventTime.iso(nanos));
  }

  private void place(ShelfChange change) throws IOException {
    json.writeStringField("shelf", change.shelf().toString());
    json.writeStringField("endAt", EventTime.iso(change.endNanos()));
    if (change.state() != ShelfState.ALL_PLATES) {
      json.writeStringField("state", change.state().name());
    }
    number("deltaGrams", change.deltaGrams(), 1);
    number("sigmaGrams", change.sigmaGrams(), 1);
    json.writeObjectFieldStart("plates");
    for (ShelfChange.PlateDelta plate : change.plates()) {
      number(plate.plate().toString(), plate.deltaGrams(), 1);
    }
    json.writeEndObject();
  }

  private void explanation(Assignment.Explanation e) throws IOException {
    json.writeStringField("kind", e.kind().name());
    PersonId person = e.person();
    if (person != null) {
      json.writeStringField("visitId", visitIds.apply(person));
    }
    optional("gtin", e.product());
    json.writeNumberField("quantity", e.quantity());
    number("probability", e.probability(), 4);
  }

  private void optional(String field, @Nullable Object value) throws IOException {
    if (value != null) {
      json.writeStringField(field, value.toString());
    }
  }

  private void number(String field, double value, int decimals) throws IOException {
    if (Double.isFinite(value)) {
      json.writeNumberField(
          field, BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN));
    }
  }
}
