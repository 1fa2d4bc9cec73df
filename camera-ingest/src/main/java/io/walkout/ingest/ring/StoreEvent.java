package io.walkout.ingest.ring;

import io.walkout.store.cart.CartEvent;
import io.walkout.store.people.People;
import io.walkout.store.people.PersonEvent;
import io.walkout.store.shelf.ShelfChange;
import io.walkout.store.shelf.ShelfHealth;
import io.walkout.store.signal.Detections;
import io.walkout.store.signal.DoorEvent;
import io.walkout.store.signal.Hindsight;
import io.walkout.store.signal.Looks;
import io.walkout.store.signal.PlateBlock;
import io.walkout.store.signal.PoseSet;
import io.walkout.store.signal.PriceChange;
import io.walkout.store.signal.ShelfLooks;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One slot of the ring: an event from a sensor, and what each stage made of it. Preallocated and
 * reused; a handler reads what earlier stages wrote and writes only its own fields. Nothing in it
 * may be kept after the handler returns.
 */
public final class StoreEvent {
  /** What a slot carries. */
  public enum Kind {
    /** Samples of one gondola's plates: {@link StoreEvent#plates}. */
    PLATES,
    /** A picture of one camera: {@link StoreEvent#frame}. */
    FRAME,
    /** Poses from another tracker: {@link StoreEvent#poses}. */
    POSES,
    /** Somebody at a door: {@link StoreEvent#door}. */
    DOOR,
    /** A new price: {@link StoreEvent#price}. */
    PRICE,
    /** The source has sent nothing for the policy's time and no longer holds the watermark back. */
    SOURCE_SILENT,
    /**
     * No further event will come: everybody still there is taken to leave, everything open is
     * decided.
     */
    END
  }

  /** Values of a plate block that fit without growing: 12 samples of 8 shelves of 16 plates. */
  private static final int PLATE_VALUES = 12 * 8 * 16;

  /**
   * Moments that a slot keeps for reuse. One or two are usual; when a stream that held event time
   * back falls silent, seconds of them come at once and are let go again.
   */
  private static final int MOMENTS_KEPT = 4;

  /** What this slot carries. */
  public Kind kind = Kind.END;

  /** Index of the source in the pipeline's list. */
  public int source;

  /** Index of the camera in the layout, for frames. */
  public int camera;

  /** When the sensor captured it (for a plate block: its first sample). */
  public long captureNanos;

  /** When it reached Walkout. */
  public long arrivalNanos;

  /** No event captured before this will come any more, but for late ones. */
  public long watermarkNanos;

  /** Whether it was captured before a watermark that had already been announced. */
  public boolean late;

  /** For {@link Kind#END}: the input was cut off, so what people did afterwards is not known. */
  public boolean cutOff;

  /** Samples, for {@link Kind#PLATES}. */
  public final PlateBlock plates = new PlateBlock(PLATE_VALUES);

  /** Picture, for {@link Kind#FRAME}, until the detector has released it. */
  public @Nullable Frame frame;

  /** Poses, for {@link Kind#POSES}. */
  public final PoseSet poses = new PoseSet();

  /** Door event, for {@link Kind#DOOR}. */
  public @Nullable DoorEvent door;

  /** Price change, for {@link Kind#PRICE}. */
  public @Nullable PriceChange price;

  /** Written by the detector of a frame. */
  public final Detections detections = new Detections();

  /**
   * Written by the detector of a frame: poses found afterwards in earlier frames of the same
   * camera.
   */
  public final Hindsight hindsight = new Hindsight();

  /** Written by the detector of a frame: where shelves look otherwise than before. */
  public final ShelfLooks shelfLooks = new ShelfLooks();

  /**
   * Written by the detector of a frame: how new people look, for the stage that knows all cameras,
   * which wipes it before the journal sees the event.
   */
  public final Looks looks = new Looks();

  /**
   * Written by the person tracker: the moments that became certain with this event, oldest first;
   * {@link #peopleCount} in use.
   */
  public final List<People> people = new ArrayList<>();

  /** Moments in use in {@link #people}. */
  public int peopleCount;

  /**
   * Written by the person tracker: every moment of people before this has been told. The watermark,
   * or less while poses of earlier pictures are waited for.
   */
  public long peopleSettledNanos;

  /** Written by the person tracker: who came and went. */
  public final List<PersonEvent> personEvents = new ArrayList<>();

  /** Written by the shelf tracker: changes that became certain with this event. */
  public final List<ShelfChange> changes = new ArrayList<>();

  /** Written by the shelf tracker: shelves whose plates can tell more or less from now on. */
  public final List<ShelfHealth> shelfHealth = new ArrayList<>();

  /** Written by the shelf tracker: every change that began before this has been announced. */
  public long shelvesSettledNanos;

  /** Written by the cart resolver: what was decided with this event. */
  public final List<CartEvent> cartEvents = new ArrayList<>();

  /** Empties the slot for a new event. */
  public void reset(Kind newKind) {
    kind = newKind;
    source = -1;
    camera = -1;
    captureNanos = 0;
    arrivalNanos = 0;
    watermarkNanos = Long.MIN_VALUE;
    late = false;
    cutOff = false;
    frame = null;
    poses.clear();
    door = null;
    price = null;
    detections.clear();
    hindsight.clear();
    shelfLooks.clear();
    looks.wipe();
    peopleCount = 0;
    if (people.size() > MOMENTS_KEPT) {
      people.subList(MOMENTS_KEPT, people.size()).clear();
    }
    personEvents.clear();
    changes.clear();
    shelfHealth.clear();
    shelvesSettledNanos = Long.MIN_VALUE;
    peopleSettledNanos = Long.MIN_VALUE;
    cartEvents.clear();
  }

  /**
   * The next unused moment of {@link #people}, emptied; made on first use of that many in one slot.
   */
  public People nextPeople(long nanos) {
    if (peopleCount == people.size()) {
      people.add(new People());
    }
    People next = people.get(peopleCount++);
    next.clear(nanos);
    return next;
  }
}
