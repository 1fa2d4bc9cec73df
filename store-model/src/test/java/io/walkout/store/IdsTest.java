package io.walkout.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.walkout.store.geometry.OrientedBox;
import io.walkout.store.geometry.RigidTransform;
import io.walkout.store.geometry.Vec3;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids say what they can't be, sort as people count, and come back from their own text. */
class IdsTest {
  private static final OrientedBox BOX =
      new OrientedBox(RigidTransform.IDENTITY, new Vec3(1, 1, 1));

  @Test
  void aPlateAddressComesBackFromItsText() {
    PlateId plate = new PlateId(1, 5, 10);

    assertThat(plate).hasToString("1/5/10");
    assertThat(PlateId.parse(" 1/5/ 10 ")).isEqualTo(plate);
    assertThat(plate.shelfId()).isEqualTo(ShelfId.parse("1/5"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1/5", "1/5/10/2", "1/5/x", "1/5/", "0/1/1", "1/1/-1", "", "1/5/99999999999"})
  void whatIsNoPlateAddressIsRefused(String text) {
    assertThatThrownBy(() -> PlateId.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void addressesSortByNumberNotByText() {
    assertThat(
            Stream.of("2/1/1", "1/10/1", "1/2/10", "1/2/9").map(PlateId::parse).sorted().toList())
        .hasToString("[1/2/9, 1/2/10, 1/10/1, 2/1/1]");
    assertThat(ShelfId.parse("1/10")).isGreaterThan(ShelfId.parse("1/9"));
    assertThat(new PersonId(10)).isGreaterThan(new PersonId(9));
  }

  static List<Function<String, Object>> names() {
    return List.of(CameraId::new, DoorId::new, ProductCode::new, VisitId::new);
  }

  @ParameterizedTest
  @MethodSource("names")
  void aNameIsKeptAsSpelledAndNeverBlank(Function<String, Object> id) {
    assertThat(id.apply(" 007")).hasToString(" 007").isNotEqualTo(id.apply("007"));
    assertThatThrownBy(() -> id.apply(" ")).hasMessageContaining("must not be blank");
  }

  @Test
  void peopleCountFromOne() {
    assertThatThrownBy(() -> new PersonId(0)).hasMessageContaining("counts from 1");
  }

  @Test
  void aFacingLiesOnOneShelf() {
    ProductCode code = new ProductCode("x");
    List<PlateId> two = List.of(PlateId.parse("1/1/1"), PlateId.parse("1/2/1"));

    assertThatThrownBy(() -> new Facing(code, two, BOX)).hasMessageContaining("lies on one shelf");
    assertThatThrownBy(() -> new Facing(code, List.of(), BOX))
        .hasMessageContaining("lies on one shelf");
    assertThat(new Facing(code, two.subList(1, 2), BOX).shelf()).isEqualTo(ShelfId.parse("1/2"));
  }

  @Test
  void aCatalogueListsEachProductOnce() {
    Product product = new Product(new ProductCode("x"), "x", Double.NaN, null);

    assertThat(product.hasMass()).isFalse();
    assertThat(new Catalogue(List.of(product)).find(new ProductCode("x"))).contains(product);
    assertThatThrownBy(() -> new Catalogue(List.of(product, product)))
        .hasMessage("product x is listed twice");
  }

  @Test
  void aPolicyNeedsAThresholdAndPatience() {
    assertThatThrownBy(() -> new Policy(1.1, 1, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Policy(Double.NaN, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Policy(0.5, 0, 1)).isInstanceOf(IllegalArgumentException.class);
  }
}
