package io.walkout.bench.baseline;

import io.walkout.billing.LineEvidence;
import io.walkout.billing.Receipt;
import io.walkout.billing.ReceiptLine;
import io.walkout.billing.ReceiptsFile;
import io.walkout.ingest.recording.Recording;
import io.walkout.node.report.EventLog;
import io.walkout.store.EventTime;
import io.walkout.store.Money;
import io.walkout.store.PersonId;
import io.walkout.store.Product;
import io.walkout.store.VisitId;
import io.walkout.store.cart.Assignment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes what the contest's method found in the form of our own receipts, so that they are scored
 * alike. The method knows no doubt: every line is charged, at certainty 1.
 */
final class ContestReceipts {
  private final Recording recording;
  private final SeenPeople people;
  private final ContestMethod method;
  private final Map<String, PersonId> persons = new LinkedHashMap<>();

  ContestReceipts(Recording recording, SeenPeople people, ContestMethod method) {
    this.recording = recording;
    this.people = people;
    this.method = method;
    people.all().keySet().forEach(name -> persons.put(name, new PersonId(persons.size() + 1L)));
  }

  /** Writes both files; how many receipts. */
  int write(Path out) throws IOException {
    List<Receipt> receipts = new ArrayList<>();
    persons.forEach((name, person) -> receipts.add(receipt(name, person)));
    ReceiptsFile.write(out.resolve("receipts.json"), recording.name(), receipts);
    try (EventLog log =
        new EventLog(out.resolve("events.jsonl"), person -> visit(person).value())) {
      for (ContestMethod.Decision d : method.decisions()) {
        log.assignment(
            new Assignment(
                d.change(),
                new Assignment.Explanation(
                    d.kind(), person(d), d.product().code(), d.quantity(), d.score()),
                List.of()));
      }
    }
    return receipts.size();
  }

  private PersonId person(ContestMethod.Decision decision) {
    PersonId person = persons.get(decision.who().name());
    if (person == null) {
      throw new IllegalStateException(decision.who().name() + " was nearest and never seen");
    }
    return person;
  }

  private static VisitId visit(PersonId person) {
    return new VisitId(String.format(Locale.ROOT, "contest-%04d", person.value()));
  }

  private Receipt receipt(String name, PersonId person) {
    List<ReceiptLine> lines = new ArrayList<>();
    method.cart(name).forEach((product, n) -> lines.add(line(name, product, n)));
    long total = lines.stream().mapToLong(ReceiptLine::amountMinor).sum();
    SeenPeople.Seen seen = people.all().getOrDefault(name, new SeenPeople.Seen(0, 0));
    return new Receipt(
        visit(person),
        name,
        seen.firstNanos(),
        seen.lastNanos(),
        recording.store().currency(),
        total,
        total,
        lines.isEmpty() ? Receipt.Status.EMPTY : Receipt.Status.CHARGED,
        null,
        lines,
        List.of(),
        List.of(new Receipt.Payment(null, "visit:" + visit(person), null, null)));
  }

  private ReceiptLine line(String name, Product product, int quantity) {
    List<LineEvidence.Event> events = new ArrayList<>();
    for (ContestMethod.Decision d : method.decisions()) {
      if (d.who().name().equals(name) && d.product().equals(product)) {
        events.add(event(d));
      }
    }
    Money price = product.price();
    return new ReceiptLine(
        product.code().value(),
        product.name(),
        quantity,
        price == null ? 0 : price.minor(),
        1,
        ReceiptLine.Status.CHARGED,
        null,
        null,
        List.of(),
        new LineEvidence(product.hasMass() ? product.massGrams() : null, null, events));
  }

  private static LineEvidence.Event event(ContestMethod.Decision d) {
    return new LineEvidence.Event(
        d.kind(),
        null,
        EventTime.iso(d.change().startNanos()),
        EventTime.iso(d.change().endNanos()),
        d.change().shelf().toString(),
        d.quantity(),
        d.score(),
        d.change().deltaGrams(),
        null,
        null,
        List.of(),
        d.who().metres(),
        d.who().part().name(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
