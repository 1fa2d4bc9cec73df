package io.walkout.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the choice of a detector is spelled. */
class DetectorChoiceTest {
  @Test
  void namesAndFilesAreUnderstood() {
    assertThat(DetectorChoice.parse("motion")).isEqualTo(new DetectorChoice.Motion());
    assertThat(DetectorChoice.parse("NanoDet")).isEqualTo(new DetectorChoice.Catalogued("nanodet"));
    assertThat(DetectorChoice.parse("yolox:nets/mine.onnx"))
        .isEqualTo(new DetectorChoice.OwnFile(NetFamily.YOLOX, Path.of("nets/mine.onnx")));
  }

  @Test
  void aPathMayHoldColons() {
    assertThat(DetectorChoice.parse("detr:a:b.onnx"))
        .isEqualTo(new DetectorChoice.OwnFile(NetFamily.DETR, Path.of("a:b.onnx")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"motion", "nanodet", "yolox:a.onnx", "nanodet:b.onnx"})
  void whatIsPrintedIsUnderstoodAgain(String text) {
    assertThat(DetectorChoice.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "magic          | give motion, nanodet, or FAMILY:FILE.onnx",
        "yolox:         | give motion, nanodet, or FAMILY:FILE.onnx",
        "frcnn:a.onnx   | no family of nets known here (nanodet, yolox, detr",
        "movenet:a.onnx | find no people",
      })
  void whatCannotBeUnderstoodIsRefusedWithWhatCan(String text, String expected) {
    assertThatThrownBy(() -> DetectorChoice.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(expected);
  }
}
