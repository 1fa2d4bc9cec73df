package io.walkout.node.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each wrong unit has one cause; a unit that stands for another is one mistake with it. */
class CauseFinderTest {
  @TempDir private Path scratch;

  @Test
  void nothingWrongHasNoCause() throws IOException {
    Causes causes = new Cases().owes("p", "a").receipt("p", "a").score(scratch).causes();
    assertThat(causes.wrongUnits()).isZero();
    assertThat(causes.counts()).hasSize(Cause.values().length).containsEntry(Cause.MISSED, 0);
  }

  @Test
  void anotherProductAtTheSameTimeAndPlaceIsWhatWrong() throws IOException {
    Cases c = new Cases().owes("p", "a").took(10, "p", "a", 1);
    c.receipt("p", "b").decided(10.5, "p", "TAKE", "b", 1);
    Mistake mistake = only(c, Cause.WHAT_WRONG);
    assertThat(mistake.shown()).isEqualTo(new Mistake.Shown("v-p", 1, "p", "b", true, 0.9));
    assertThat(mistake.due()).isEqualTo(new Mistake.Due("p", "a"));
    assertThat(mistake.at()).isEqualTo("1970-01-01T00:00:10.000Z");
    assertThat(mistake.shelf()).isEqualTo("1/1");
  }

  @Test
  void theRightProductOfAnotherPersonAtTheSameTimeIsWhoWrong() throws IOException {
    Cases c = new Cases().owes("p", "a").owes("q").took(10, "p", "a", 1);
    c.receipt("p").receipt("q", "a").decided(9.9, "q", "TAKE", "a", 1);
    assertThat(only(c, Cause.WHO_WRONG).due()).isEqualTo(new Mistake.Due("p", "a"));
  }

  @Test
  void theSameAtAnotherTimeOrGondolaIsMissedAndInvented() throws IOException {
    for (int gondola : new int[] {1, 2}) {
      Cases c = new Cases().owes("p", "a").owes("q").took(10, "p", "a", 1);
      c.receipt("p").receipt("q", "a").decided(gondola == 1 ? 40 : 10, "q", "TAKE", "a", gondola);
      Causes causes = c.score(scratch).causes();
      assertThat(causes.counts()).containsEntry(Cause.MISSED, 1).containsEntry(Cause.INVENTED, 1);
    }
  }

  @Test
  void oneTooFewOfAKnownProductIsCountWrong() throws IOException {
    Cases c = new Cases().owes("p", "a", "a").took(10, "p", "a", 1).took(20, "p", "a", 1);
    c.receipt("p", "a").decided(10, "p", "TAKE", "a", 1);
    Mistake mistake = only(c, Cause.COUNT_WRONG);
    assertThat(mistake.due()).isNotNull();
    assertThat(mistake.at()).as("the take that nobody saw").endsWith("00:00:20.000Z");
  }

  @Test
  void aPutBackThatWasNotSeenIsCountWrong() throws IOException {
    Cases c = new Cases().owes("p").took(10, "p", "a", 1).putBack(30, "p", "a", 1);
    c.receipt("p", "a").decided(10, "p", "TAKE", "a", 1);
    assertThat(only(c, Cause.COUNT_WRONG).at()).endsWith("00:00:30.000Z");
  }

  @Test
  void aPutBackGivenToAnotherPersonIsWhoWrong() throws IOException {
    Cases c = new Cases().owes("p").owes("q", "a");
    c.took(10, "p", "a", 1).took(20, "q", "a", 1).putBack(30, "p", "a", 1);
    c.receipt("p", "a").receipt("q");
    c.decided(10, "p", "TAKE", "a", 1).decided(20, "q", "TAKE", "a", 1);
    c.decided(30, "q", "PUT_BACK", "a", 1);
    assertThat(only(c, Cause.WHO_WRONG).due()).isEqualTo(new Mistake.Due("q", "a"));
  }

  @Test
  void aHandOverThatWasNotSeenIsWhoWrong() throws IOException {
    Cases c = new Cases().owes("p").owes("q", "a").took(10, "p", "a", 1).handed(60, "p", "q", "a");
    c.receipt("p", "a").receipt("q").decided(10, "p", "TAKE", "a", 1);
    assertThat(only(c, Cause.WHO_WRONG).due()).isEqualTo(new Mistake.Due("q", "a"));
  }

  @Test
  void whatNobodyKnewOfIsMissedAndWhatNobodyDidIsInvented() throws IOException {
    Cases missed = new Cases().owes("p", "a").took(10, "p", "a", 1).receipt("p");
    assertThat(only(missed, Cause.MISSED).due()).isEqualTo(new Mistake.Due("p", "a"));
    Cases invented = new Cases().owes("p").receipt("p", "a").decided(5, "p", "TAKE", "a", 1);
    assertThat(only(invented, Cause.INVENTED).at()).endsWith("00:00:05.000Z");
  }

  @Test
  void withoutTimesPersonAndProductAloneDecide() throws IOException {
    assertThat(only(new Cases().owes("p", "a").receipt("p", "b"), Cause.WHAT_WRONG).at()).isNull();
    only(new Cases().owes("p", "a").owes("q").receipt("p").receipt("q", "a"), Cause.WHO_WRONG);
  }

  @Test
  void theFewestMistakesExplainAll() throws IOException {
    // q's "a" could stand for p's "a" or for q's own "b"; p's "c" only for p's "a".
    Cases c = new Cases().owes("p", "a").owes("q", "b").receipt("p", "c").receipt("q", "a");
    Causes causes = c.score(scratch).causes();
    assertThat(causes.mistakes()).hasSize(2);
    assertThat(causes.counts()).containsEntry(Cause.WHAT_WRONG, 2);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void everyWrongUnitHasJustOneCause(long seed) throws IOException {
    Random random = new Random(seed);
    Cases c = new Cases();
    for (String person : List.of("p", "q", "r")) {
      String[] due =
          random.ints(random.nextInt(4), 'a', 'd').mapToObj(Cases::letter).toArray(String[]::new);
      String[] shown =
          random.ints(random.nextInt(4), 'a', 'd').mapToObj(Cases::letter).toArray(String[]::new);
      c.owes(person, due).receipt(person, shown);
      for (String product : due) {
        c.took(random.nextInt(8), person, product, 1 + random.nextInt(2));
      }
      for (String product : shown) {
        c.decided(random.nextInt(8), person, "TAKE", product, 1 + random.nextInt(2));
      }
    }
    Score score = c.score(scratch);
    int wrong = score.predicted() + score.truth() - 2 * score.truePositives();
    assertThat(score.causes().wrongUnits()).as("seed %d", seed).isEqualTo(wrong);
    assertThat(score.causes().mistakes().stream().mapToInt(Mistake::units).sum()).isEqualTo(wrong);
    assertThat(c.score(scratch)).as("the same again").isEqualTo(score);
  }

  private Mistake only(Cases c, Cause cause) throws IOException {
    Causes causes = c.score(scratch).causes();
    assertThat(causes.mistakes()).hasSize(1);
    assertThat(causes.counts()).containsEntry(cause, 1);
    return causes.mistakes().getFirst();
  }
}
