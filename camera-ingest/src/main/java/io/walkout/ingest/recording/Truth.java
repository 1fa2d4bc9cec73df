package io.walkout.ingest.recording;

import io.walkout.store.PlateId;
import io.walkout.store.ProductCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What really happened in a recorded case: who should be charged for what, and, where somebody
 * noted it, each take and put-back.
 *
 * @param caseName the case's name
 * @param receipts one for each person known, also of those who took nothing
 * @param events in the order they were noted; may be empty
 */
public record Truth(String caseName, List<Receipt> receipts, List<Event> events) {
  /** Copies the lists. */
  public Truth {
    receipts = List.copyOf(receipts);
    events = List.copyOf(events);
  }

  /**
   * What one person left with.
   *
   * @param targetId the person, by the identity that the recording's truth uses
   * @param products what they owe for
   */
  public record Receipt(String targetId, List<Item> products) {
    /** Copies the list. */
    public Receipt {
      products = List.copyOf(products);
    }
  }

  /**
   * A line of a receipt.
   *
   * @param barcode the product's code as the catalogue spells it
   * @param quantity units, at least 1
   * @param name for people; may be empty
   */
  public record Item(ProductCode barcode, int quantity, String name) {
    /** Throws {@link IllegalArgumentException} on a quantity below 1. */
    public Item {
      if (quantity < 1) {
        throw new IllegalArgumentException("quantity of " + barcode + " is " + quantity);
      }
    }
  }

  /**
   * A take or a put-back.
   *
   * @param captureNanos when, on the plates' clock
   * @param kind which of the two
   * @param targetId who
   * @param barcode what
   * @param quantity units, at least 1
   * @param plates the plates whose load changed, all on one shelf; empty if unknown
   */
  public record Event(
      long captureNanos,
      Kind kind,
      String targetId,
      ProductCode barcode,
      int quantity,
      List<PlateId> plates) {
    /** What happened. */
    public enum Kind {
      /** Off the shelf. */
      TAKE,
      /** Back onto a shelf. */
      PUT_BACK
    }

    /**
     * Copies the list. Throws {@link IllegalArgumentException} on a quantity below 1 or plates on
     * several shelves.
     */
    public Event {
      plates = List.copyOf(plates);
      if (quantity < 1 || plates.stream().map(PlateId::shelfId).distinct().count() > 1) {
        throw new IllegalArgumentException(
            "an event has a quantity and plates on one shelf, found " + quantity + ", " + plates);
      }
    }
  }

  /**
   * Reads {@code truth.json}. Unknown fields are ignored, and so are events of kinds other than
   * taking and putting back; {@code events} may be absent.
   *
   * @throws IOException naming the file and the field at fault
   */
  public static Truth read(Path file) throws IOException {
    return TruthFile.read(file);
  }

  /** Writes {@code truth.json}, replacing what is there in one step. */
  public void write(Path file) throws IOException {
    TruthFile.write(this, file);
  }
}
