package io.walkout.bench.nets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.walkout.store.signal.Detections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Figures of nets, on cases that can be counted by hand. */
class NetFiguresTest {
  @Test
  void givenTwoPeopleAndAStrayBetweenTheirScores_thenRecallPrecisionAndTheAreaAreAsCounted() {
    BoxRecall recall = new BoxRecall();
    Detections found = new Detections();
    found.add(0, 0, 10, 20, 0.9f);
    found.add(200, 0, 10, 20, 0.7f);
    found.add(101, 0, 10, 20, 0.5f);

    recall.judge(found, new double[] {0, 0, 10, 20, 100, 0, 10, 20});

    assertThat(recall.recall(0.6)).isEqualTo(0.5);
    assertThat(recall.precision(0.6)).isEqualTo(0.5);
    assertThat(recall.recall(0.1)).isEqualTo(1);
    assertThat(recall.averagePrecision()).isCloseTo((1 + 2 / 3.0) / 2, within(1e-9));
  }

  @Test
  void givenTwoBoxesOfOnePerson_thenTheSecondIsWrong() {
    BoxRecall recall = new BoxRecall();
    Detections found = new Detections();
    found.add(0, 0, 10, 20, 0.5f);
    found.add(0, 1, 10, 20, 0.9f);

    recall.judge(found, new double[] {0, 0, 10, 20});

    assertThat(recall.precision(0.1)).isEqualTo(0.5);
    assertThat(recall.precision(0.6)).isEqualTo(1);
  }

  @Test
  void givenLooksOfTwoPeople_thenOnlyPairsFarEnoughApartCount() {
    LookPairs pairs = new LookPairs(40);
    pairs.add(1, 7, new float[] {1, 0});
    pairs.add(21, 7, new float[] {0, 1});
    pairs.add(41, 7, new float[] {1, 0});
    pairs.add(41, 8, new float[] {0, 1});

    assertThat(pairs.distances(true)).containsExactly(0);
    assertThat(pairs.distances(false)).containsExactly(1);
    assertThat(LookPairs.auc(new double[] {0.1, 0.5}, new double[] {0.3, 0.5}))
        .isCloseTo((1 + 1 + 0 + 0.5) / 4, within(1e-9));
  }

  @Test
  void whoStandsBehindAnotherIsNotOpen() {
    SparseTruth.Box front = new SparseTruth.Box(1, 0, 0, 10, 20);
    SparseTruth.Box behind = new SparseTruth.Box(2, 5, 0, 10, 20);
    SparseTruth.Box aside = new SparseTruth.Box(3, 50, 0, 10, 20);

    List<SparseTruth.Box> all = List.of(front, behind, aside);
    assertThat(SparseTruth.isOpen(behind, all)).isFalse();
    assertThat(SparseTruth.isOpen(aside, all)).isTrue();
  }
}
