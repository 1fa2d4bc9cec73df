package io.walkout.billing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.walkout.store.cart.Assignment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was measured for a line: enough to answer "I put that back" in one look.
 *
 * @param unitGrams what one unit of the line's product weighs by the catalogue, or null if it says
 *     nothing
 * @param noPrice why the product has no price, or null if it has one
 * @param events takes and put-backs in event-time order
 */
@JsonPropertyOrder({"unitGrams", "noPrice", "events"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LineEvidence(
    @Nullable Double unitGrams, @Nullable String noPrice, List<Event> events) {
  /** Copies the list. */
  public LineEvidence {
    events = List.copyOf(events);
  }

  /**
   * One shelf change behind a line. Times are ISO 8601 in UTC, event time.
   *
   * @param kind what was done
   * @param by whose visit did it, where that was another than the line was read for: the goods were
   *     handed over; null for the line's own
   * @param startAt last moment of the old load
   * @param endAt first moment of the new load
   * @param shelf where, "gondola/shelf"
   * @param quantity units moved
   * @param probability of this reading of the change when it was decided, 0..1
   * @param deltaGrams change of load, weighed from all plates
   * @param sigmaGrams its standard deviation
   * @param expectedGrams what the change would be by the catalogue if this reading is right, or
   *     null where the catalogue gives no mass
   * @param plates what each plate that plainly changed bears; need not add up to the whole
   * @param reachMetres how near the nearest known part of who did it was, or null if unseen
   * @param reachedWith which part that was
   * @param near everybody who was near, nearest first
   * @param alternatives other readings of the change
   * @param sources how much each kind of sensor speaks for this reading as against the first of the
   *     alternatives, without those that say nothing of either; empty, and then left out, where
   *     that is not known
   * @param watch where to look: cameras that see the place, best first, and when
   */
  @JsonPropertyOrder({
    "kind",
    "by",
    "startAt",
    "endAt",
    "shelf",
    "quantity",
    "probability",
    "deltaGrams",
    "sigmaGrams",
    "expectedGrams",
    "plates",
    "reachMetres",
    "reachedWith",
    "near",
    "alternatives",
    "sources",
    "watch"
  })
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Event(
      Assignment.Kind kind,
      @Nullable String by,
      String startAt,
      String endAt,
      String shelf,
      int quantity,
      double probability,
      @Nullable Double deltaGrams,
      @Nullable Double sigmaGrams,
      @Nullable Double expectedGrams,
      List<Plate> plates,
      @Nullable Double reachMetres,
      String reachedWith,
      List<Near> near,
      List<Explanation> alternatives,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Says> sources,
      List<Clip> watch) {
    /** Copies the lists. */
    public Event {
      plates = List.copyOf(plates);
      near = List.copyOf(near);
      alternatives = List.copyOf(alternatives);
      sources = List.copyOf(sources);
      watch = List.copyOf(watch);
    }
  }

  /**
   * The share of one plate.
   *
   * @param plate its address, "gondola/shelf/plate"
   * @param deltaGrams change of its load, or null if not known
   * @param sigmaGrams standard deviation of that, or null if not known
   */
  @JsonPropertyOrder({"plate", "deltaGrams", "sigmaGrams"})
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Plate(String plate, @Nullable Double deltaGrams, @Nullable Double sigmaGrams) {}

  /**
   * Somebody near a shelf change.
   *
   * @param visitId who
   * @param metres how near their nearest known part came to the place
   * @param with which part that was: a joint's name or "BODY"
   */
  @JsonPropertyOrder({"visitId", "metres", "with"})
  public record Near(String visitId, double metres, String with) {}

  /**
   * Another reading of one shelf change.
   *
   * @param kind what was done
   * @param visitId who did it, or null for nobody
   * @param gtin with what, or null
   * @param name of that product, or null
   * @param quantity how many units
   * @param probability how likely, 0..1
   * @param unitPriceMinor what one unit would cost in this visit, or null if it has no price
   * @param unitGrams what one unit weighs by the catalogue, or null
   */
  @JsonPropertyOrder({
    "kind",
    "visitId",
    "gtin",
    "name",
    "quantity",
    "probability",
    "unitPriceMinor",
    "unitGrams"
  })
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Explanation(
      Assignment.Kind kind,
      @Nullable String visitId,
      @Nullable String gtin,
      @Nullable String name,
      int quantity,
      double probability,
      @Nullable Long unitPriceMinor,
      @Nullable Double unitGrams) {}

  /**
   * How much one source of evidence speaks for a reading.
   *
   * @param source "mass", "place", "hands", "look", or whatever else the store has
   * @param log natural logarithm of how much likelier what it sensed is by this reading than by the
   *     other: 0 says nothing, 3 is twenty to one, negative speaks for the other; within -99..99
   */
  @JsonPropertyOrder({"source", "log"})
  public record Says(String source, double log) {}

  /**
   * A stretch of one camera's pictures.
   *
   * @param camera its name
   * @param fromAt first moment to look at
   * @param toAt last moment to look at
   * @param video the file in the recording, or null where the run had none
   * @param fromSeconds the first moment, in seconds of that file, or null where it has none then
   * @param toSeconds the last moment, in seconds of that file, or null where it has none then
   */
  @JsonPropertyOrder({"camera", "fromAt", "toAt", "video", "fromSeconds", "toSeconds"})
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Clip(
      String camera,
      String fromAt,
      String toAt,
      @Nullable String video,
      @Nullable Double fromSeconds,
      @Nullable Double toSeconds) {}
}
