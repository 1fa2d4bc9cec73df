package io.walkout.tracker.look;

import io.walkout.store.Layout;
import io.walkout.store.Shelf;
import io.walkout.store.geometry.CameraModel;
import io.walkout.store.geometry.Vec3;
import io.walkout.store.signal.ShelfLooks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which pixels of a camera show which piece of which shelf, by its calibration. Each pixel's ray
 * meets the room over some shelf first; it counts if it comes in by the front, or from above where
 * no shelf is above. The front of a room is cut into cells, {@link #BANDS} above each other in each
 * slice, its top into as many behind each other. Immutable after construction.
 */
final class ShelfCells {
  /** Wanted length of a slice, metres: two to three of them for a narrow pack. */
  static final double SLICE_METRES = 0.04;

  /** Cells of a slice on the front of its room, and again on its top. */
  static final int BANDS = 4;

  /** Pixels that a cell has to have: fewer are mostly the edge of their neighbours. */
  private static final int LEAST_PIXELS = 6;

  /** Pixels that a slice has to have in all, to be said to be seen. */
  static final int LEAST_SLICE_PIXELS = 24;

  /** Pictures wider than this are looked at on a coarser lattice of pixels. */
  private static final int LATTICE_WIDTH = 640;

  /** Height of goods on a shelf whose room is unknown or open above, metres. */
  private static final double OPEN_ROOM_METRES = 0.25;

  /** Where behind its front edge a shelf's foremost goods are taken to be seen, metres. */
  private static final double SEEN_DEPTH_METRES = 0.04;

  /**
   * A ray that goes further along the shelf than this for each metre into it says too little of
   * where along the shelf something stands: the depth of what it meets is not known.
   */
  private static final double MOST_SLANT = 1;

  /** Shelves with any cell, in the layout's order. */
  final List<Shelf> shelves;

  /** Slices of each shelf. */
  final int[] slices;

  /** Number of the first slice of each shelf among all; one more at the end. */
  final int[] firstSlice;

  /** Whether each slice has enough pixels to be told of. */
  final boolean[] isSeen;

  /** Where each cell's pixels begin in {@link #pixels}; one more at the end. */
  final int[] firstPixel;

  /** Offset of the blue byte of each cell's pixels in a packed picture of the calibrated size. */
  final int[] pixels;

  /** Slice, among all, of each cell; ascending. */
  final int[] sliceOf;

  /** Shelf of each cell, an index of {@link #shelves}. */
  final int[] shelfOf;

  /** Middle of each cell in the picture, pixels. */
  final float[] u;

  /** See {@link #u}. */
  final float[] v;

  private ShelfCells(List<Shelf> all, Raster raster, int width) {
    int[] counts = raster.counts();
    List<Shelf> kept = new ArrayList<>();
    List<Integer> cells = new ArrayList<>();
    List<Integer> sliceCounts = new ArrayList<>();
    int perSlice = 2 * BANDS;
    for (int s = 0; s < all.size(); s++) {
      int from = raster.firstCell[s];
      int to = raster.firstCell[s + 1];
      int first = cells.size();
      for (int c = from; c < to; c++) {
        if (counts[c] >= LEAST_PIXELS) {
          cells.add(c);
        }
      }
      if (cells.size() > first) {
        kept.add(all.get(s));
        sliceCounts.add((to - from) / perSlice);
      }
    }
    shelves = List.copyOf(kept);
    slices = sliceCounts.stream().mapToInt(Integer::intValue).toArray();
    firstSlice = new int[slices.length + 1];
    for (int s = 0; s < slices.length; s++) {
      firstSlice[s + 1] = firstSlice[s] + slices[s];
    }
    isSeen = new boolean[firstSlice[slices.length]];
    int n = cells.size();
    sliceOf = new int[n];
    shelfOf = new int[n];
    u = new float[n];
    v = new float[n];
    firstPixel = new int[n + 1];
    int[] index = new int[counts.length];
    Arrays.fill(index, -1);
    int[] slicePixels = new int[isSeen.length];
    for (int i = 0; i < n; i++) {
      int cell = cells.get(i);
      index[cell] = i;
      int owner = raster.shelfOf(cell);
      shelfOf[i] = kept.indexOf(all.get(owner));
      sliceOf[i] = firstSlice[shelfOf[i]] + (cell - raster.firstCell[owner]) / perSlice;
      firstPixel[i + 1] = firstPixel[i] + counts[cell];
      slicePixels[sliceOf[i]] += counts[cell];
    }
    for (int s = 0; s < isSeen.length; s++) {
      isSeen[s] = slicePixels[s] >= LEAST_SLICE_PIXELS;
    }
    pixels = new int[firstPixel[n]];
    gather(raster, index, width);
  }

  private void gather(Raster raster, int[] index, int width) {
    int[] at = Arrays.copyOf(firstPixel, u.length);
    for (int p = 0; p < raster.cell.length; p++) {
      int i = raster.cell[p] < 0 ? -1 : index[raster.cell[p]];
      if (i >= 0) {
        int x = p % raster.columns * raster.stride + raster.stride / 2;
        int y = p / raster.columns * raster.stride + raster.stride / 2;
        pixels[at[i]++] = 3 * (y * width + x);
        u[i] += x;
        v[i] += y;
      }
    }
    for (int i = 0; i < u.length; i++) {
      int count = firstPixel[i + 1] - firstPixel[i];
      u[i] /= count;
      v[i] /= count;
    }
  }

  /** The cells that a camera sees; none if it sees no shelf from the front or from above. */
  static ShelfCells of(CameraModel camera, Layout layout) {
    List<Shelf> all = layout.shelves();
    return new ShelfCells(all, new Raster(camera, all), camera.widthPixels());
  }

  /** Number of cells. */
  int count() {
    return u.length;
  }

  /** Slices that a shelf of that length is cut into. */
  static int slices(double metres) {
    return Math.clamp(Math.round(metres / SLICE_METRES), 1, ShelfLooks.MOST_SLICES);
  }

  /** The cell of each pixel of the lattice, before the poor ones are left out. */
  private static final class Raster {
    final int stride;
    final int columns;
    final int[] cell;
    final int[] firstCell;

    Raster(CameraModel camera, List<Shelf> shelves) {
      stride = Math.max(1, Math.round((float) camera.widthPixels() / LATTICE_WIDTH));
      columns = camera.widthPixels() / stride;
      int rows = camera.heightPixels() / stride;
      cell = new int[columns * rows];
      firstCell = new int[shelves.size() + 1];
      List<Room> rooms = new ArrayList<>();
      for (int s = 0; s < shelves.size(); s++) {
        Room room = new Room(shelves.get(s), isOpen(shelves.get(s), shelves), camera.position());
        rooms.add(room);
        firstCell[s + 1] = firstCell[s] + room.slices * 2 * BANDS;
      }
      for (int p = 0; p < cell.length; p++) {
        double x = p % columns * stride + stride / 2 + 0.5;
        double y = p / columns * stride + stride / 2 + 0.5;
        cell[p] = first(camera.ray(x, y), rooms);
      }
    }

    private int first(Vec3 ray, List<Room> rooms) {
      double nearest = Double.POSITIVE_INFINITY;
      int found = -1;
      for (int s = 0; s < rooms.size(); s++) {
        double t = rooms.get(s).enter(ray, nearest);
        if (t < nearest) {
          nearest = t;
          int within = rooms.get(s).cell;
          found = within < 0 ? -1 : firstCell[s] + within;
        }
      }
      return found;
    }

    int[] counts() {
      int[] counts = new int[firstCell[firstCell.length - 1]];
      for (int c : cell) {
        if (c >= 0) {
          counts[c]++;
        }
      }
      return counts;
    }

    int shelfOf(int c) {
      int at = Arrays.binarySearch(firstCell, c);
      int s = at >= 0 ? at : -at - 2;
      while (firstCell[s + 1] == firstCell[s]) {
        s++;
      }
      return s;
    }

    private static boolean isOpen(Shelf shelf, List<Shelf> shelves) {
      double z = shelf.box().pose().translation().z();
      for (Shelf other : shelves) {
        if (other.id().gondola() == shelf.id().gondola()
            && other.box().pose().translation().z() > z + 0.01) {
          return false;
        }
      }
      return true;
    }
  }

  /** The room over one shelf as one camera's rays meet it. */
  private static final class Room {
    final int slices;
    int cell;
    private final Shelf shelf;
    private final Vec3 eye;
    private final boolean isOpen;
    private final double length;
    private final double depth;
    private final double height;
    private final double tall;
    private final double floor;

    Room(Shelf shelf, boolean isOpen, Vec3 camera) {
      this.shelf = shelf;
      this.isOpen = isOpen;
      eye = shelf.box().pose().applyInverse(camera);
      Vec3 size = shelf.box().size();
      length = size.x();
      depth = size.y();
      floor = shelf.box().pose().translation().z();
      tall = size.z() > 0 ? size.z() : OPEN_ROOM_METRES;
      height = isOpen ? Math.min(tall, OPEN_ROOM_METRES) : tall;
      slices = length > 0 ? ShelfCells.slices(length) : 1;
    }

    /** How far the ray goes until it meets the room; sets {@link #cell}, -1 for a wrong side. */
    double enter(Vec3 ray, double nearest) {
      double[] r = shelf.box().pose().rotation();
      double dx = r[0] * ray.x() + r[3] * ray.y() + r[6] * ray.z();
      double dy = r[1] * ray.x() + r[4] * ray.y() + r[7] * ray.z();
      double dz = r[2] * ray.x() + r[5] * ray.y() + r[8] * ray.z();
      if (dy < 0 && eye.y() > depth) {
        return behind(dx, dy, dz, nearest);
      }
      double inX = near(eye.x(), dx, length);
      double inY = near(eye.y(), dy, depth);
      double inZ = near(eye.z(), dz, height);
      double in = Math.max(0, Math.max(inX, Math.max(inY, inZ)));
      double out =
          Math.min(
              far(eye.x(), dx, length),
              Math.min(far(eye.y(), dy, depth), far(eye.z(), dz, height)));
      if (!(in < out) || in >= nearest) {
        return Double.POSITIVE_INFINITY;
      }
      boolean byFront = in == inY && dy > 0;
      boolean byTop = in == inZ && dz < 0 && isOpen;
      cell = -1;
      double into = byFront ? dy : -dz;
      if ((byFront || byTop) && Math.abs(dx) <= MOST_SLANT * into) {
        // Goods stand a little behind the edge: what is seen of them is further along the ray.
        double t = byFront ? Math.min(in + SEEN_DEPTH_METRES / dy, out) : in;
        double x = (eye.x() + t * dx) / length;
        double across =
            byFront ? (eye.z() + t * dz) / height : (eye.y() + t * dy) / Math.max(depth, 1e-6);
        int slice = (int) Math.floor(x * slices);
        int band = Math.clamp((int) Math.floor(across * BANDS), 0, BANDS - 1);
        if (slice >= 0 && slice < slices) {
          cell = (slice * 2 + (byFront ? 0 : 1)) * BANDS + band;
        }
      }
      return in;
    }

    /** From behind there is a gondola's back, from the floor to the top of the room. */
    private double behind(double dx, double dy, double dz, double nearest) {
      double t = (depth - eye.y()) / dy;
      double x = eye.x() + t * dx;
      double z = eye.z() + t * dz;
      cell = -1;
      boolean meets = x >= 0 && x <= length && z >= -floor && z <= tall && t < nearest;
      return meets ? t : Double.POSITIVE_INFINITY;
    }

    private static double near(double from, double along, double size) {
      if (Math.abs(along) < 1e-12) {
        return from >= 0 && from <= size ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
      }
      return ((along > 0 ? 0 : size) - from) / along;
    }

    private static double far(double from, double along, double size) {
      if (Math.abs(along) < 1e-12) {
        return Double.POSITIVE_INFINITY;
      }
      return ((along > 0 ? size : 0) - from) / along;
    }

    @Override
    public String toString() {
      return "room over " + shelf.id();
    }
  }
}
