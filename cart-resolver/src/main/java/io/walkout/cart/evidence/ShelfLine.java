package io.walkout.cart.evidence;

import io.walkout.store.Facing;
import io.walkout.store.Layout;
import io.walkout.store.Plate;
import io.walkout.store.PlateId;
import io.walkout.store.Shelf;
import io.walkout.store.geometry.OrientedBox;
import io.walkout.store.geometry.RigidTransform;
import io.walkout.store.geometry.Vec3;
import io.walkout.store.shelf.ShelfChange;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One shelf as a line along its front: where each plate begins and ends, in metres along the
 * shelf's own x axis. Immutable.
 */
public final class ShelfLine {
  /** Width of a plate that the layout does not know; the pitch of the plates seen so far. */
  private static final double ASSUMED_PLATE_METRES = 0.1;

  /** Height of the room over a shelf whose box is flat: goods of a gondola are about so tall. */
  private static final double ASSUMED_ROOM_METRES = 0.3;

  private final @Nullable Shelf shelf;
  private final List<PlateId> plates;
  private final double[] from;
  private final double[] to;

  private ShelfLine(@Nullable Shelf shelf, List<PlateId> plates, double[] from, double[] to) {
    this.shelf = shelf;
    this.plates = plates;
    this.from = from;
    this.to = to;
  }

  /**
   * The line of the shelf a change lies on. A shelf that the layout lacks becomes a line of plates
   * of 0.1 m, as far as the change reaches, without a place in the room.
   */
  public static ShelfLine of(Layout layout, ShelfChange change) {
    Optional<Shelf> known = layout.shelf(change.shelf());
    if (known.isEmpty() || known.get().plates().isEmpty()) {
      List<PlateId> ids = change.plates().stream().map(ShelfChange.PlateDelta::plate).toList();
      double[] from = ids.stream().mapToDouble(p -> edge(p.plate() - 1)).toArray();
      double[] to = ids.stream().mapToDouble(p -> edge(p.plate())).toArray();
      return new ShelfLine(known.orElse(null), ids, from, to);
    }
    return of(known.get());
  }

  /** The line of a shelf of the layout. */
  static ShelfLine of(Shelf shelf) {
    List<Plate> plates = shelf.plates();
    double[] from = new double[plates.size()];
    double[] to = new double[plates.size()];
    for (int k = 0; k < from.length; k++) {
      OrientedBox box = plates.get(k).box();
      double centre = shelf.box().pose().applyInverse(box.centre()).x();
      double width = box.size().x() > 0 ? box.size().x() : ASSUMED_PLATE_METRES;
      from[k] = centre - width / 2;
      to[k] = centre + width / 2;
    }
    return new ShelfLine(shelf, plates.stream().map(Plate::id).toList(), from, to);
  }

  private static double edge(int plate) {
    return plate * ASSUMED_PLATE_METRES;
  }

  /** Number of plates. */
  public int count() {
    return from.length;
  }

  /** Index of a plate on this line, or -1. */
  public int indexOf(PlateId plate) {
    return plates.indexOf(plate);
  }

  /** A plate by its index. */
  public PlateId plate(int k) {
    return plates.get(k);
  }

  /** Where plate {@code k} begins, metres along the shelf. */
  public double from(int k) {
    return from[k];
  }

  /** Where plate {@code k} ends, metres along the shelf. */
  public double to(int k) {
    return to[k];
  }

  /** Where the first plate begins, metres along the shelf. */
  public double left() {
    double min = Double.POSITIVE_INFINITY;
    for (double f : from) {
      min = Math.min(min, f);
    }
    return min;
  }

  /** Where the last plate ends, metres along the shelf. */
  public double right() {
    double max = Double.NEGATIVE_INFINITY;
    for (double t : to) {
      max = Math.max(max, t);
    }
    return max;
  }

  /**
   * A facing's stretch of the shelf as {@code {from, to}} in metres: that of its plates, or of its
   * box if this shelf has none of its plates.
   */
  public double[] stretch(Facing facing) {
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    for (PlateId plate : facing.plates()) {
      int k = indexOf(plate);
      if (k >= 0) {
        min = Math.min(min, from[k]);
        max = Math.max(max, to[k]);
      }
    }
    if (min < max) {
      return new double[] {min, max};
    }
    if (shelf == null) {
      return new double[] {
        edge(facing.plates().getFirst().plate() - 1), edge(facing.plates().getLast().plate())
      };
    }
    double centre = shelf.box().pose().applyInverse(facing.box().centre()).x();
    double half = Math.max(facing.box().size().x(), ASSUMED_PLATE_METRES) / 2;
    return new double[] {centre - half, centre + half};
  }

  /**
   * The room over a stretch of the shelf, where a hand must have been: as deep as the shelf, as
   * tall as its box. Empty for a shelf that the layout lacks.
   */
  public Optional<OrientedBox> roomOver(double fromMetres, double toMetres) {
    if (shelf == null) {
      return Optional.empty();
    }
    RigidTransform pose = shelf.box().pose();
    Vec3 corner = pose.apply(new Vec3(fromMetres, 0, 0));
    Vec3 size = shelf.box().size();
    double tall = size.z() > 0 ? size.z() : ASSUMED_ROOM_METRES;
    return Optional.of(
        new OrientedBox(
            new RigidTransform(pose.rotation(), corner),
            new Vec3(Math.max(0, toMetres - fromMetres), size.y(), tall)));
  }
}
