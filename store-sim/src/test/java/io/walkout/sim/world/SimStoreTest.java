package io.walkout.sim.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.walkout.ingest.autocheckout.AutoCheckoutImport;
import io.walkout.ingest.recording.Recording;
import io.walkout.ingest.storefile.StoreFile;
import io.walkout.sim.floor.FloorMap;
import io.walkout.store.Catalogue;
import io.walkout.store.Door;
import io.walkout.store.Facing;
import io.walkout.store.Gondola;
import io.walkout.store.Layout;
import io.walkout.store.Planogram;
import io.walkout.store.Plate;
import io.walkout.store.PlateId;
import io.walkout.store.Product;
import io.walkout.store.Shelf;
import io.walkout.store.Store;
import io.walkout.store.geometry.FloorPoint;
import io.walkout.store.geometry.FloorPolygon;
import io.walkout.store.geometry.OrientedBox;
import io.walkout.store.geometry.RigidTransform;
import io.walkout.store.geometry.Vec3;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimStoreTest {
  @TempDir Path dir;

  private static Store with(Store s, Layout layout, Catalogue catalogue, List<Facing> facings) {
    return new Store(
        s.name(), s.zone(), s.currency(), layout, catalogue, new Planogram(facings), s.policy());
  }

  private static Layout withoutDoors(Layout l) {
    return new Layout(l.floor(), l.gondolas(), l.cameras(), List.of(), l.zones());
  }

  private static void assertCanBeShoppedIn(SimStore shop) {
    FloorMap floor = shop.floor();
    for (int f = 0; f < shop.facings().size(); f++) {
      FloorPoint before =
          SimStore.before(shop.facings().get(f), shop.facings().get(f).box().size().x() / 2, 0.46);
      FloorPoint spot = floor.nearestFree(before);
      assertThat(spot.distanceTo(before)).as("facing %d", f).isLessThan(0.4);
      assertThat(floor.path(shop.wayIn().inside(), spot)).as("way to %d", f).isNotEmpty();
      Article a = shop.article(f);
      PlateRow row = shop.row(shop.facings().get(f).shelf());
      assertThat(a.massGrams()).isPositive();
      assertThat(a.widthMetres()).isBetween(0.02, row.width(shop.facings().get(f)) + 0.03);
      assertThat(a.depthMetres()).isBetween(0.02, row.depthMetres());
      assertThat(a.heightMetres()).isPositive();
    }
    assertThat(floor.path(shop.wayOut().inside(), shop.wayIn().inside())).isNotEmpty();
    for (Unit unit : new Stock(shop, 3).standing()) {
      double sum = 0;
      PlateRow row = shop.row(unit.shelf());
      double[] load = unit.loadGrams();
      assertThat(load).hasSize(row.columns());
      for (int c = 0; c < load.length; c++) {
        sum += load[c];
        assertThat(load[c] == 0 || row.exists(c)).isTrue();
      }
      assertThat(sum).isCloseTo(unit.massGrams(), Offset.offset(1e-6));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"corner", "big", "hall", "wide"})
  void aShopThatWasWrittenAndReadIsTheSameShopWithGoodsOfInventedSizes(String name)
      throws IOException {
    SimStore made = NamedShops.named(name);
    StoreFile.write(made.store(), dir);
    SimStore read = SimStore.of(StoreFile.read(dir.resolve(StoreFile.STORE_YAML)));
    assertThat(read.store()).isEqualTo(made.store());
    assertThat(read.facings()).isEqualTo(made.facings());
    assertThat(read.wayIn()).isEqualTo(made.wayIn());
    assertCanBeShoppedIn(read);
    assertThat(SimStore.of(read.store()).articles()).isEqualTo(read.articles());
  }

  @Test
  void aStoreWithoutDoorsGetsAWayInAndAWayOutFarApart() {
    Store corner = NamedShops.named("corner").store();
    Store closed =
        with(
            corner,
            withoutDoors(corner.layout()),
            corner.catalogue(),
            corner.planogram().facings());
    SimStore shop = SimStore.of(closed);
    assertThat(shop.store().layout().doors()).hasSize(2);
    assertThat(shop.entry().use()).isEqualTo(Door.Use.ENTRY);
    assertThat(shop.wayIn().middle().distanceTo(shop.wayOut().middle())).isGreaterThan(3);
    for (Doorway way : List.of(shop.wayIn(), shop.wayOut())) {
      assertThat(shop.floor().isReachable(way.inside().x(), way.inside().y())).isTrue();
      assertThat(corner.layout().floor().contains(way.outside().x(), way.outside().y())).isFalse();
    }
    assertCanBeShoppedIn(shop);
    assertThat(SimStore.of(closed).store()).isEqualTo(shop.store());
  }

  @Test
  void aDoorThatOnlyLetsInIsCompletedByOneThatLetsOut() {
    Store hall = NamedShops.named("hall").store();
    Layout l = hall.layout();
    Layout one =
        new Layout(l.floor(), l.gondolas(), l.cameras(), l.doors().subList(0, 1), List.of());
    SimStore shop = SimStore.of(with(hall, one, hall.catalogue(), hall.planogram().facings()));
    assertThat(shop.entry()).isEqualTo(l.doors().getFirst());
    assertThat(shop.exit().use()).isEqualTo(Door.Use.EXIT);
    assertThat(shop.wayIn().middle().distanceTo(shop.wayOut().middle())).isGreaterThan(4);
  }

  @Test
  void goodsWithoutMassAreGivenOneThatTheCatalogueDoesNotLearn() {
    Store corner = NamedShops.named("corner").store();
    List<Product> products = new ArrayList<>();
    for (Product p : corner.catalogue().products()) {
      products.add(new Product(p.code(), p.name(), Double.NaN, p.price()));
    }
    products.removeFirst();
    SimStore shop =
        SimStore.of(
            with(corner, corner.layout(), new Catalogue(products), corner.planogram().facings()));
    assertThat(shop.store().catalogue().products()).noneMatch(Product::hasMass);
    assertThat(shop.articles().values()).allMatch(a -> a.massGrams() >= 40 && a.massGrams() <= 700);
    assertThat(shop.articles().values().stream().map(Article::massGrams).distinct().count())
        .isGreaterThan(20);
    assertCanBeShoppedIn(shop);
  }

  @Test
  void missingPlatesAndAMissingGondolaLeaveTheOthersWhereTheyAre() {
    Store corner = NamedShops.named("corner").store();
    Layout l = corner.layout();
    List<Gondola> gondolas = new ArrayList<>();
    for (Gondola g : l.gondolas()) {
      if (g.number() == 2) {
        continue;
      }
      List<Shelf> shelves = new ArrayList<>();
      for (Shelf shelf : g.shelves()) {
        List<Plate> plates = shelf.plates().stream().filter(p -> p.id().plate() % 4 != 2).toList();
        shelves.add(new Shelf(shelf.id(), shelf.box(), plates));
      }
      gondolas.add(new Gondola(g.number(), g.footprint(), shelves.subList(1, shelves.size())));
    }
    Layout thin = new Layout(l.floor(), gondolas, l.cameras(), l.doors(), l.zones());
    List<Facing> facings =
        corner.planogram().facings().stream()
            .filter(f -> f.plates().stream().allMatch(p -> thin.plate(p).isPresent()))
            .toList();
    assertThat(facings).hasSizeGreaterThan(20);
    SimStore shop = SimStore.of(with(corner, thin, corner.catalogue(), facings));
    assertCanBeShoppedIn(shop);
    PlateRow row = shop.row(gondolas.getFirst().shelves().getFirst().id());
    assertThat(row.exists(1)).isFalse();
    assertThat(row.left(2)).isCloseTo(2 * 0.1016, Offset.offset(1e-9));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.3, 1.1, 2.5, -2.2})
  void aStoreTurnedByAnyAngleIsTheSameShop(double yaw) {
    Store turned = turned(NamedShops.named("hall").store(), yaw);
    assertCanBeShoppedIn(SimStore.of(turned));
  }

  private static Store turned(Store s, double yaw) {
    RigidTransform turn = RigidTransform.yaw(yaw, new Vec3(3, -20, 0));
    Layout l = s.layout();
    List<Gondola> gondolas = new ArrayList<>();
    for (Gondola g : l.gondolas()) {
      List<Shelf> shelves = new ArrayList<>();
      for (Shelf shelf : g.shelves()) {
        List<Plate> plates = new ArrayList<>();
        for (Plate p : shelf.plates()) {
          plates.add(new Plate(p.id(), turned(p.box(), turn)));
        }
        shelves.add(new Shelf(shelf.id(), turned(shelf.box(), turn), plates));
      }
      gondolas.add(new Gondola(g.number(), turned(g.footprint(), turn), shelves));
    }
    List<Facing> facings =
        s.planogram().facings().stream()
            .map(f -> new Facing(f.product(), f.plates(), turned(f.box(), turn)))
            .toList();
    Layout layout = new Layout(turned(l.floor(), turn), gondolas, List.of(), List.of(), List.of());
    return with(s, layout, s.catalogue(), facings);
  }

  private static OrientedBox turned(OrientedBox box, RigidTransform turn) {
    return new OrientedBox(turn.compose(box.pose()), box.size());
  }

  private static FloorPolygon turned(FloorPolygon p, RigidTransform turn) {
    return new FloorPolygon(
        p.corners().stream().map(c -> turn.apply(new Vec3(c.x(), c.y(), 0)).floor()).toList());
  }

  @Test
  void aFloorWithoutAnyPlaceForADoorIsRefusedInOneSentence() {
    Store corner = NamedShops.named("corner").store();
    FloorPolygon pen = FloorPolygon.rectangle(0, 0, 0.9, 0.9);
    Layout layout = new Layout(pen, List.of(), List.of(), List.of(), List.of());
    Store penned = with(corner, layout, corner.catalogue(), List.of());
    assertThatThrownBy(() -> SimStore.of(penned))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("add doors to the store file");
  }

  @Test
  void theStoreOfARealCaseCanBeShoppedIn() throws IOException {
    Path real = shared("recordings/cps-test-01");
    AutoCheckoutImport.run(real, dir.resolve("real.rec"));
    Store store = Recording.open(dir.resolve("real.rec")).store();
    SimStore shop = SimStore.of(store);
    assertThat(shop.store().layout().plateCount()).isEqualTo(store.layout().plateCount());
    assertThat(shop.store().layout().doors()).isNotEmpty();
    assertCanBeShoppedIn(shop);
    for (Facing f : shop.facings()) {
      for (PlateId id : f.plates()) {
        assertThat(shop.row(f.shelf()).exists(id.plate() - 1)).isTrue();
      }
    }
  }

  /** A file below {@code shared/data}, above the working directory or where WALKOUT_SHARED says. */
  private static Path shared(String name) {
    String stated = System.getenv("WALKOUT_SHARED");
    if (stated != null && Files.exists(Path.of(stated, "data", name))) {
      return Path.of(stated, "data", name);
    }
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path candidate = at.resolve("shared/data").resolve(name);
      if (Files.exists(candidate)) {
        return candidate;
      }
    }
    return Assumptions.abort("no shared/data/" + name + " above the working directory");
  }
}
