package io.walkout.billing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Names of goods in a terminal's columns. */
class TextColumnsTest {
  @Test
  void givenWords_whenWrapped_thenTheyBreakBetween() {
    assertThat(TextColumns.wrap("Green tea, loose leaves", 11))
        .containsExactly("Green tea,", "loose", "leaves");
  }

  @Test
  void givenAWordThatIsTooLong_whenWrapped_thenItBreaksWithin() {
    assertThat(TextColumns.wrap("abcdefghij", 4)).containsExactly("abcd", "efgh", "ij");
  }

  @Test
  void givenWideLetters_whenWrapped_thenTheyCountTwice() {
    assertThat(TextColumns.width("茶🍵e\u0301")).isEqualTo(5);
    assertThat(TextColumns.wrap("日本の緑茶です", 6))
        .allMatch(l -> TextColumns.width(l) <= 6)
        .hasSizeGreaterThan(2);
  }

  @Test
  void givenMoreThanFourLines_whenWrapped_thenTheRestIsCutAndMarked() {
    assertThat(TextColumns.wrap("one two three four five six", 5))
        .hasSize(4)
        .last()
        .asString()
        .endsWith("…");
  }

  @Test
  void givenNothing_whenWrapped_thenThereIsOneEmptyLine() {
    assertThat(TextColumns.wrap("", 5)).containsExactly("");
    assertThat(TextColumns.wrap("   ", 5)).containsExactly("");
  }

  @Test
  void givenCharactersThatSteerATerminal_whenWrapped_thenTheyAreShownAsQuestionMarks() {
    assertThat(TextColumns.wrap("a\u001b[2Jb\u202Ec\n", 20)).containsExactly("a?[2Jb?c?");
  }
}
