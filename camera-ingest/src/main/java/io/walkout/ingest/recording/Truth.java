package io.walkout.ingest.recording;

import io.walkout.store.PlateId;
import io.walkout.store.ProductCode;
import io.walkout.store.geometry.Vec3;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What really happened in a recorded case: who should be charged for what, and, where somebody
 * noted it, each take and put-back, and what else people did.
 *
 * @param caseName the case's name
 * @param receipts one for each person known, also of those who took nothing
 * @param events takes and put-backs in the order they were noted; may be empty
 * @param deeds what else happened, in the order it was noted; may be empty
 * @param origin how the case came about
 */
public record Truth(
    String caseName, List<Receipt> receipts, List<Event> events, List<Deed> deeds, Origin origin) {
  /** Copies the lists. */
  public Truth {
    receipts = List.copyOf(receipts);
    events = List.copyOf(events);
    deeds = List.copyOf(deeds);
  }

  /** A truth of receipts, takes and put-backs alone. */
  public Truth(String caseName, List<Receipt> receipts, List<Event> events) {
    this(caseName, receipts, events, List.of(), Origin.UNKNOWN);
  }

  /**
   * How a case came about, where that is known.
   *
   * @param scenario the simulated scenario's name, or null
   * @param seed the simulation's seed, or null
   * @param faults what was wrong with the sensors or the store's files on purpose, in words
   */
  public record Origin(@Nullable String scenario, @Nullable Long seed, List<String> faults) {
    /** Nothing is known of it. */
    public static final Origin UNKNOWN = new Origin(null, null, List.of());

    /** Copies the list. */
    public Origin {
      faults = List.copyOf(faults);
    }
  }

  /**
   * What one person left with.
   *
   * @param targetId the person, by the identity that the recording's truth uses
   * @param products what they owe for
   * @param party the account or group that pays for them, or null if that is not known
   * @param enteredNanos when they came in, or null if that is not known
   * @param leftNanos when they left, or null if that is not known
   */
  public record Receipt(
      String targetId,
      List<Item> products,
      @Nullable String party,
      @Nullable Long enteredNanos,
      @Nullable Long leftNanos) {
    /** Copies the list. */
    public Receipt {
      products = List.copyOf(products);
    }

    /** A receipt of which no more is known. */
    public Receipt(String targetId, List<Item> products) {
      this(targetId, products, null, null, null);
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
   * @param place where the hand was, or null if unknown
   */
  public record Event(
      long captureNanos,
      Event.Kind kind,
      String targetId,
      ProductCode barcode,
      int quantity,
      List<PlateId> plates,
      @Nullable Vec3 place) {
    /** An event whose place only its plates tell. */
    public Event(
        long captureNanos,
        Event.Kind kind,
        String targetId,
        ProductCode barcode,
        int quantity,
        List<PlateId> plates) {
      this(captureNanos, kind, targetId, barcode, quantity, plates, null);
    }

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
   * Something else that somebody did. It moves nothing that is owed for from a shelf to a person: a
   * reader that only knows takes and put-backs loses nothing by passing it over.
   *
   * @param captureNanos when, on the plates' clock
   * @param kind what
   * @param targetId who
   * @param toTargetId the other person of a hand-over, else null
   * @param barcode the product, or null where there is none
   * @param quantity units; 0 where there is no product
   * @param plates the plates concerned, all on one shelf; may be empty
   * @param place where, or null if unknown
   */
  public record Deed(
      long captureNanos,
      Deed.Kind kind,
      String targetId,
      @Nullable String toTargetId,
      @Nullable ProductCode barcode,
      int quantity,
      List<PlateId> plates,
      @Nullable Vec3 place) {
    /** What somebody did. */
    public enum Kind {
      /** Came in by a door. */
      ENTER,
      /** Left by a door. */
      EXIT,
      /** Looked at something. */
      LOOK,
      /** Touched goods and moved none. */
      TOUCH,
      /** Leaned on a shelf. */
      LEAN,
      /** Gave a product to somebody else: from hand to hand. */
      HAND_OVER,
      /** Put a product into a pocket. */
      POCKET,
      /** Put a product into a bag of their own. */
      STOW,
      /** Took a product out of a pocket or a bag of their own. */
      FETCH,
      /** Took a product from one hand into the other. */
      SWAP_HANDS,
      /** Staff put goods onto a shelf. */
      RESTOCK,
      /** Staff took goods off a shelf. */
      CLEAR,
      /** Put something of their own onto a shelf. */
      BAG_ON,
      /** Took something of their own off a shelf. */
      BAG_OFF
    }

    /**
     * Copies the list. Throws {@link IllegalArgumentException} on a quantity below 0 or plates on
     * several shelves.
     */
    public Deed {
      plates = List.copyOf(plates);
      if (quantity < 0 || plates.stream().map(PlateId::shelfId).distinct().count() > 1) {
        throw new IllegalArgumentException(
            "a deed has a quantity and plates on one shelf, found " + quantity + ", " + plates);
      }
    }
  }

  /**
   * Reads {@code truth.json}. Unknown fields are ignored, and so are events of unknown kinds;
   * {@code events} may be absent.
   *
   * @throws IOException naming the file and the field at fault
   */
  public static Truth read(Path file) throws IOException {
    return TruthFile.read(file);
  }

  /** Writes {@code truth.json}, replacing what is there in one step. */
  public void write(Path file) throws IOException {
    TruthJson.write(this, file);
  }
}
