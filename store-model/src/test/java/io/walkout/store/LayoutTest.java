package io.walkout.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.walkout.store.geometry.FloorPolygon;
import io.walkout.store.geometry.OrientedBox;
import io.walkout.store.geometry.RigidTransform;
import io.walkout.store.geometry.Vec3;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A layout finds its parts by address and is equal to its twin. */
class LayoutTest {
  private static final FloorPolygon FLOOR = FloorPolygon.rectangle(0, 0, 4, 3);

  @Test
  void findsShelvesAndPlatesByAddress() {
    Layout layout = layout(gondola(1, 2), gondola(2, 3));

    assertThat(layout.plateCount()).isEqualTo(5);
    assertThat(layout.shelves()).hasSize(2);
    assertThat(layout.plate(new PlateId(2, 1, 3))).isPresent();
    assertThat(layout.plate(new PlateId(2, 1, 4))).isEmpty();
    assertThat(layout.shelf(new ShelfId(1, 1))).isPresent();
    assertThat(layout.shelf(new ShelfId(1, 2))).isEmpty();
  }

  @Test
  void refusesAnAddressUsedTwice() {
    assertThatThrownBy(() -> layout(gondola(1, 1), gondola(1, 1)))
        .hasMessage("shelf 1/1 is listed twice");
  }

  @Test
  void twinsAreEqual() {
    assertThat(layout(gondola(1, 2)))
        .isEqualTo(layout(gondola(1, 2)))
        .hasSameHashCodeAs(layout(gondola(1, 2)))
        .isNotEqualTo(layout(gondola(1, 3)));
  }

  private static Layout layout(Gondola... gondolas) {
    return new Layout(FLOOR, List.of(gondolas), List.of(), List.of(), List.of());
  }

  private static Gondola gondola(int number, int plates) {
    OrientedBox box = new OrientedBox(RigidTransform.IDENTITY, new Vec3(1, 0.4, 0.3));
    List<Plate> row =
        java.util.stream.IntStream.rangeClosed(1, plates)
            .mapToObj(i -> new Plate(new PlateId(number, 1, i), box))
            .toList();
    Shelf shelf = new Shelf(new ShelfId(number, 1), box, row);
    return new Gondola(number, FloorPolygon.rectangle(0, 0, 1, 1), List.of(shelf));
  }
}
