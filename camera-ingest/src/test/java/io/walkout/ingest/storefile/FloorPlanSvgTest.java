package io.walkout.ingest.storefile;

import static org.assertj.core.api.Assertions.assertThat;

import io.walkout.store.Store;
import io.walkout.store.geometry.FloorPoint;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** The drawing of a store is well-formed SVG that shows everything the layout has. */
class FloorPlanSvgTest {
  @TempDir Path directory;

  @Test
  void showsEveryFixtureDoorZoneAndCamera() throws Exception {
    Store store = StoreFile.read(Fixtures.store(directory));

    String svg = FloorPlanSvg.draw(store);

    assertThat(parse(svg).getDocumentElement().getTagName()).isEqualTo("svg");
    assertThat(svg)
        .contains("gondola 1: 2 shelves, 14 plates, 2 facings")
        .contains("gondola 2: 1 shelves, 6 plates, 1 facings")
        .contains("door front (BOTH)")
        .contains(">counter<")
        .contains("camera west, 2.60 m up")
        .contains("seen by west");
    // For a look at the picture: target/floor-plan.svg.
    Files.writeString(Path.of("target", "floor-plan.svg"), svg);
  }

  @Test
  void drawsPathsOfPeople() throws IOException {
    Store store = StoreFile.read(Fixtures.store(directory));
    var path =
        new FloorPlanSvg.PersonPath(
            "person 1",
            List.of(new FloorPoint(0, 1.5), new FloorPoint(2, 3), new FloorPoint(5, 2)));

    String svg = FloorPlanSvg.draw(store.layout(), store.planogram(), List.of(path));

    assertThat(svg).contains(">person 1<");
    Files.writeString(Path.of("target", "floor-plan-people.svg"), svg);
  }

  @Test
  void namesCanNotBreakTheDrawing() throws Exception {
    Path file =
        Fixtures.store(
            directory,
            Fixtures.YAML.replace("id: west", "id: \"</svg><script>&\\u0001'\\\"\""),
            Fixtures.CATALOGUE,
            Fixtures.PLANOGRAM);

    String svg = FloorPlanSvg.draw(StoreFile.read(file).layout());

    assertThat(svg).doesNotContain("<script>").contains("&lt;script&gt;&amp;&#39;&quot;");
    assertThat(parse(svg).getElementsByTagName("script").getLength()).isZero();
  }

  @Test
  void anyStoreCanBeDrawnAndTwiceTheSame() throws Exception {
    for (long seed = 1; seed <= 20; seed++) {
      Store store = RandomStores.store(seed);
      String svg = FloorPlanSvg.draw(store);
      assertThat(parse(svg)).as("seed %d", seed).isNotNull();
      assertThat(svg).as("seed %d", seed).isEqualTo(FloorPlanSvg.draw(store)).doesNotContain("NaN");
    }
  }

  private static Document parse(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }
}
