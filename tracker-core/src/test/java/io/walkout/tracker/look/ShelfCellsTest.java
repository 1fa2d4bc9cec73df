package io.walkout.tracker.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.walkout.store.Shelf;
import io.walkout.store.geometry.Vec3;
import org.junit.jupiter.api.Test;

/** Which pixels show which piece of which shelf. */
class ShelfCellsTest {
  @Test
  void givenACameraBeforeAShelf_thenEachSliceIsWhereThePictureShowsIt() {
    ShelfScene scene = new ShelfScene(0, 1);
    ShelfCells cells = scene.cells;

    assertThat(cells.shelves)
        .extracting(Shelf::id)
        .containsExactly(ShelfScene.LOW, ShelfScene.HIGH);
    double[] pixel = new double[2];
    for (int i = 0; i < cells.count(); i++) {
      Shelf shelf = cells.shelves.get(cells.shelfOf[i]);
      int slice = cells.sliceOf[i] - cells.firstSlice[cells.shelfOf[i]];
      double x = (slice + 0.5) * shelf.box().size().x() / ShelfScene.slices();
      Vec3 front = shelf.box().pose().apply(new Vec3(x, ShelfCells.SLICE_METRES, 0.15));
      scene.camera.model().project(front.x(), front.y(), front.z(), pixel);
      assertThat((double) cells.u[i]).isCloseTo(pixel[0], within(20.0));
      assertThat((double) cells.v[i]).isCloseTo(pixel[1], within(60.0));
    }
  }

  @Test
  void givenACameraBehindTheGondola_thenItSeesNoShelfFromTheFront() {
    ShelfCells cells = new ShelfScene(Math.PI, 1).cells;

    assertThat(cells.shelves).extracting(Shelf::id).doesNotContain(ShelfScene.LOW);
  }

  @Test
  void givenACameraThatLooksAlongTheShelves_thenItIsNotAskedWhereAlongThem() {
    assertThat(new ShelfScene(Math.toRadians(80), 1).cells.count()).isZero();
  }

  @Test
  void givenASecondGondolaBetween_thenWhatItHidesIsNotSeen() {
    ShelfScene scene = new ShelfScene(0, 1);
    ShelfCells open = scene.cells;
    ShelfCells hidden = ShelfCells.of(scene.camera.model(), scene.withAnotherGondolaBetween());

    assertThat(hidden.shelves).extracting(Shelf::id).doesNotContain(ShelfScene.LOW);
    assertThat(open.shelves).extracting(Shelf::id).contains(ShelfScene.LOW);
  }
}
