package io.walkout.bench;

import io.walkout.store.Catalogue;
import io.walkout.store.EventTime;
import io.walkout.store.Facing;
import io.walkout.store.Gondola;
import io.walkout.store.Layout;
import io.walkout.store.PersonId;
import io.walkout.store.Planogram;
import io.walkout.store.Plate;
import io.walkout.store.PlateId;
import io.walkout.store.Policy;
import io.walkout.store.Product;
import io.walkout.store.ProductCode;
import io.walkout.store.Shelf;
import io.walkout.store.ShelfId;
import io.walkout.store.Store;
import io.walkout.store.geometry.FloorPolygon;
import io.walkout.store.geometry.OrientedBox;
import io.walkout.store.geometry.RigidTransform;
import io.walkout.store.geometry.Vec3;
import io.walkout.store.people.Joint;
import io.walkout.store.people.People;
import io.walkout.store.shelf.ShelfChange;
import io.walkout.store.shelf.ShelfChange.PlateDelta;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;

/**
 * A store of 14 gondolas with 6 shelves of 12 plates each (1,008 plates, 504 products), and 30
 * people who stand about them in pairs: each second one of them takes something or puts it back.
 */
final class BusyStore {
  static final int PEOPLE = 30;
  static final long START = EventTime.parse("2030-01-01T10:00:00Z");
  private static final int GONDOLAS = 14;
  private static final int SHELVES = 6;
  private static final int PLATES = 12;
  private static final double AISLE_METRES = 2;

  private final Random random;
  private final PersonId[] people = new PersonId[PEOPLE];
  private final double[] x = new double[PEOPLE];
  private final double[] y = new double[PEOPLE];
  private final List<List<double[]>> held = new ArrayList<>();
  private long next = 1;
  private int leaver;
  private int actor;
  private int shelf;
  private double handX;
  private double handZ;
  private long actNanos;
  private ShelfChange change = none();

  BusyStore(long seed) {
    random = new Random(seed);
    for (int i = 0; i < PEOPLE; i++) {
      people[i] = new PersonId(next++);
      held.add(new ArrayList<>());
    }
  }

  PersonId person(int i) {
    return people[i];
  }

  /** Who came last. */
  PersonId last() {
    return new PersonId(next - 1);
  }

  /** Somebody goes and another comes; who went. */
  PersonId replaceNext() {
    PersonId gone = people[leaver];
    people[leaver] = new PersonId(next++);
    held.get(leaver).clear();
    leaver = (leaver + 1) % PEOPLE;
    return gone;
  }

  /** What happens in a second, in its middle. */
  void act(long second) {
    actNanos = START + second * EventTime.SECOND + 500 * EventTime.MILLI;
    for (int i = 0; i < PEOPLE; i++) {
      int gondola = i / 2 % GONDOLAS;
      x[i] = 0.3 + 0.5 * (i % 2) + 0.05 * random.nextGaussian();
      y[i] = gondola * AISLE_METRES - 0.45 + 0.05 * random.nextGaussian();
    }
    actor = random.nextInt(PEOPLE);
    int gondola = actor / 2 % GONDOLAS;
    List<double[]> mine = held.get(actor);
    double gramsOf;
    int plate;
    if (!mine.isEmpty() && (random.nextDouble() < 0.25 || mine.size() > 8)) {
      double[] back = mine.removeLast();
      shelf = (int) back[0];
      plate = (int) back[1];
      gramsOf = back[2];
    } else {
      shelf = 1 + random.nextInt(SHELVES);
      plate = 1 + 2 * random.nextInt(PLATES / 2);
      gramsOf = -grams(gondola, shelf, plate) * (1 + 0.02 * random.nextGaussian());
      mine.add(new double[] {shelf, plate, -gramsOf});
    }
    handX = 0.1 * plate;
    handZ = height(shelf) + 0.1;
    long start = actNanos - 250 * EventTime.MILLI;
    long end = actNanos + 150 * EventTime.MILLI;
    List<PlateDelta> plates =
        List.of(delta(gondola, plate, 0.6 * gramsOf), delta(gondola, plate + 1, 0.4 * gramsOf));
    change = new ShelfChange(new ShelfId(gondola + 1, shelf), start, end, gramsOf, 1.5, plates);
  }

  private PlateDelta delta(int gondola, int plate, double grams) {
    return new PlateDelta(new PlateId(gondola + 1, shelf, plate), grams, 1);
  }

  /** The change of this second. */
  ShelfChange change() {
    return change;
  }

  /** Everybody at one time of this second. */
  void moment(long nanos, People moment) {
    moment.clear(nanos);
    for (int i = 0; i < PEOPLE; i++) {
      int k = moment.add(people[i].value(), x[i], y[i], 0.1, nanos);
      boolean reaches = i == actor && Math.abs(nanos - actNanos) < 300 * EventTime.MILLI;
      moment.joint(k, Joint.NECK, x[i], y[i], 1.5, 0.04);
      for (int side = 0; side < 2; side++) {
        double sx = x[i] + (side == 0 ? -0.2 : 0.2);
        double hx = reaches && side == 1 ? handX : sx;
        double hy = reaches && side == 1 ? y[i] + 0.4 : y[i] + 0.1;
        double hz = reaches && side == 1 ? handZ : 1;
        Joint[] arm = side == 0 ? LEFT : RIGHT;
        moment.joint(k, arm[0], sx, y[i], 1.4, 0.04);
        moment.joint(k, arm[1], (sx + hx) / 2, (y[i] + hy) / 2, (1.4 + hz) / 2, 0.04);
        moment.joint(k, arm[2], hx, hy, hz, 0.04);
      }
    }
  }

  private static final Joint[] LEFT = {Joint.LEFT_SHOULDER, Joint.LEFT_ELBOW, Joint.LEFT_WRIST};
  private static final Joint[] RIGHT = {Joint.RIGHT_SHOULDER, Joint.RIGHT_ELBOW, Joint.RIGHT_WRIST};

  private static ShelfChange none() {
    ShelfId shelf = new ShelfId(1, 1);
    return new ShelfChange(
        shelf, START, START, 1, 1, List.of(new PlateDelta(new PlateId(1, 1, 1), 1, 1)));
  }

  private static double grams(int gondola, int shelf, int plate) {
    return 40 + 25 * ((gondola * 31 + shelf * 7 + plate * 3) % 40);
  }

  private static double height(int shelf) {
    return 0.2 + 0.3 * (shelf - 1);
  }

  static Store store() {
    List<Gondola> gondolas = new ArrayList<>();
    List<Product> products = new ArrayList<>();
    List<Facing> facings = new ArrayList<>();
    for (int g = 0; g < GONDOLAS; g++) {
      double at = g * AISLE_METRES;
      List<Shelf> shelves = new ArrayList<>();
      for (int s = 1; s <= SHELVES; s++) {
        List<Plate> plates = new ArrayList<>();
        for (int p = 1; p <= PLATES; p++) {
          plates.add(new Plate(new PlateId(g + 1, s, p), box(0.1 * (p - 1), at, s, 0.1, 0)));
        }
        for (int p = 1; p < PLATES; p += 2) {
          ProductCode code = new ProductCode("p-" + g + "-" + s + "-" + p);
          products.add(new Product(code, code.value(), grams(g, s, p), null));
          List<PlateId> under = List.of(new PlateId(g + 1, s, p), new PlateId(g + 1, s, p + 1));
          facings.add(new Facing(code, under, box(0.1 * (p - 1), at, s, 0.2, 0.28)));
        }
        shelves.add(new Shelf(new ShelfId(g + 1, s), box(0, at, s, 1.2, 0.28), plates));
      }
      FloorPolygon outline = FloorPolygon.rectangle(0, at, 1.2, at + 0.4);
      gondolas.add(new Gondola(g + 1, outline, shelves));
    }
    FloorPolygon floor = FloorPolygon.rectangle(-5, -5, 6, GONDOLAS * AISLE_METRES);
    return new Store(
        "busy store",
        ZoneOffset.UTC,
        Currency.getInstance("USD"),
        new Layout(floor, gondolas, List.of(), List.of(), List.of()),
        new Catalogue(products),
        new Planogram(facings),
        Policy.DEFAULT);
  }

  private static OrientedBox box(double x, double y, int shelf, double wide, double high) {
    return new OrientedBox(
        new RigidTransform(RigidTransform.IDENTITY.rotation(), new Vec3(x, y, height(shelf))),
        new Vec3(wide, 0.4, high));
  }
}
