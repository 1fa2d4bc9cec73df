package io.walkout.bench.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.walkout.bench.page.Table.Cell;
import io.walkout.bench.page.Table.Column;
import io.walkout.bench.page.Table.Kind;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A report stands by itself. */
class PageTest {
  private static final String EVIL = "</script><img src=x onerror=alert(1)> & \"'";

  @Test
  void itRefersToNothingOutside() {
    String html = page().html();
    String markup = html.replaceAll("(?s)<script>.*?</script>", "");

    assertThat(markup).doesNotContainPattern("(src|href)=\"(?!#|data:)");
    assertThat(markup).doesNotContain("<link", "@import", "url(", "http:", "https:");
    assertThat(html).contains("default-src 'none'");
  }

  @Test
  void theChartLibraryIsInside() {
    assertThat(page().html()).contains("Apache Software Foundation").contains("echarts.init(");
  }

  @Test
  void whatTheChartsShowIsJsonThatNoLabelCanLeave() throws IOException {
    Matcher script =
        Pattern.compile("(?s)<script type=\"application/json\" id=\"charts\">(.*?)</script>")
            .matcher(page().html());

    assertThat(script.find()).isTrue();
    JsonNode charts = new ObjectMapper().readTree(script.group(1));
    assertThat(charts).hasSize(1);
    assertThat(charts.path(0).path("content").path("labels").path(0).asText()).isEqualTo(EVIL);
    assertThat(charts.path(0).path("content").path("lows").path(0).isNull()).isTrue();
  }

  @Test
  void scriptsDoNotEndEarly() {
    String html = page().html();

    assertThat(html.split("<script", -1)).hasSameSizeAs(html.split("</script>", -1));
    assertThat(html).doesNotContain("<img src=x");
  }

  @Test
  void tablesAreThereWithoutScripts() {
    assertThat(page().html())
        .contains("<caption>Rows</caption>")
        .contains("data-order=\"0.5\">0.500<small>0.4 to 0.6</small></td>")
        .contains("<code>./walkout demo</code>")
        .contains("role=\"img\" aria-label=\"what it shows\"");
  }

  private static Page page() {
    return new Page("Title " + EVIL, "Subtitle")
        .section("One", "text")
        .chart(
            Chart.spans(
                "what it shows",
                List.of(new Chart.Span(EVIL, 0.5, Double.NaN, 1, Double.NaN)),
                "F1",
                "",
                false))
        .table(
            new Table(
                    "Rows",
                    List.of(
                        new Column("row", Kind.TEXT, ""),
                        new Column("F1", Kind.NUMBER, "says"),
                        new Column("repeat", Kind.COMMAND, "")))
                .row(
                    List.of(
                        Cell.text(EVIL),
                        Cell.number("0.500", 0.5).with("0.4 to 0.6"),
                        Cell.text("./walkout demo"))));
  }
}
